package org.chancery.benchmarks.labelled;

import java.util.LinkedHashMap;
import java.util.Map;

/** {@code --name value} pairs of a command line; a wrong one ends the program with 2. */
final class Options {
  private static final long SEED = 20_261_123;

  private final Map<String, String> values = new LinkedHashMap<>();
  private final String usage;

  Options(String[] arguments, String usage) {
    this.usage = usage;
    for (int i = 0; i < arguments.length; i += 2) {
      if (!arguments[i].startsWith("--") || i + 1 == arguments.length) {
        throw wrong("'" + arguments[i] + "' has no value");
      }
      values.put(arguments[i], arguments[i + 1]);
    }
  }

  String required(String name) {
    String value = values.remove(name);
    if (value == null) {
      throw wrong(name + " is missing");
    }
    return value;
  }

  String or(String name, String otherwise) {
    String value = values.remove(name);
    return value == null ? otherwise : value;
  }

  int number(String name, int otherwise) {
    return Integer.parseInt(or(name, String.valueOf(otherwise)));
  }

  /** The seed given, otherwise the one that the limits are about. */
  long seed() {
    return Long.parseLong(or("--seed", String.valueOf(SEED)));
  }

  /** To be called when all are read: refuses what nobody asked for. */
  void done() {
    if (!values.isEmpty()) {
      throw wrong("unknown: " + String.join(" ", values.keySet()));
    }
  }

  private IllegalArgumentException wrong(String what) {
    return new IllegalArgumentException(what + "\nArguments: " + usage);
  }
}
