package org.chancery.ocr;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * What the command line asks for.
 *
 * @param files to read, at least one
 * @param out directory for results
 * @param workers number of worker processes
 */
record ReadArguments(List<Path> files, Path out, int workers) {
  private static final String USAGE = "usage: chancery read FILE... --out DIR [--workers N]";

  /** Throws {@link IllegalArgumentException} with one line on wrong use. */
  static ReadArguments of(List<String> arguments) {
    List<Path> files = new ArrayList<>();
    Path out = null;
    int workers = Runtime.getRuntime().availableProcessors();
    for (int i = 0; i < arguments.size(); i++) {
      String argument = arguments.get(i);
      switch (argument) {
        case "--out" -> out = Path.of(value(arguments, ++i));
        case "--workers" -> workers = number(value(arguments, ++i));
        default -> {
          if (argument.startsWith("--")) {
            throw new IllegalArgumentException("unknown option " + argument + "; " + USAGE);
          }
          files.add(Path.of(argument));
        }
      }
    }
    if (files.isEmpty() || out == null) {
      throw new IllegalArgumentException(USAGE);
    }
    return new ReadArguments(List.copyOf(files), out, workers);
  }

  private static String value(List<String> arguments, int index) {
    if (index >= arguments.size()) {
      throw new IllegalArgumentException(USAGE);
    }
    return arguments.get(index);
  }

  private static int number(String text) {
    try {
      int number = Integer.parseInt(text);
      if (number >= 1) {
        return number;
      }
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException("--workers takes a number; " + USAGE, e);
    }
    throw new IllegalArgumentException("--workers takes a number above 0; " + USAGE);
  }
}
