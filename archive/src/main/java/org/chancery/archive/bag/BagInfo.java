package org.chancery.archive.bag;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** bag-info.txt: its form, and the sum of the payload that it gives (RFC 8493, 2.2.2). */
final class BagInfo {
  static final String NAME = "bag-info.txt";

  private static final Pattern STRICT = Pattern.compile("[^:\\s](?:[^:]*[^:\\s])?:[ \\t].*");
  private static final Pattern LENIENT = Pattern.compile("[^:\\s][^:]*:.*");
  private static final Pattern OXUM = Pattern.compile("(?i)payload-oxum\\s*:\\s*(.*?)\\s*");

  private final Path base;
  private final Declaration declaration;
  private final Consumer<Fault> faults;
  private final List<String> oxums = new ArrayList<>();

  BagInfo(Path base, Declaration declaration, Consumer<Fault> faults) {
    this.base = base;
    this.declaration = declaration;
    this.faults = faults;
  }

  /** Checks it; the sum only where it can be right. */
  void check(Map<String, Long> files, boolean sum) throws IOException {
    if (!files.containsKey(NAME)) {
      return;
    }
    new TagText(NAME, faults).read(base.resolve(NAME), declaration.encoding(), this::line);
    if (oxums.size() > 1 && declaration.version().isFinal()) {
      faults.accept(
          new Fault(FaultCode.PAYLOAD_OXUM, NAME, "It gives Payload-Oxum more than once."));
    }
    if (sum) {
      compare(files);
    }
  }

  private void compare(Map<String, Long> files) {
    long count = 0;
    long bytes = 0;
    for (Map.Entry<String, Long> file : files.entrySet()) {
      if (file.getKey().startsWith(BagPaths.PAYLOAD)) {
        count++;
        bytes += file.getValue();
      }
    }
    String found = bytes + "." + count;
    for (String oxum : oxums) {
      if (!oxum.equals(found)) {
        faults.accept(
            new Fault(
                FaultCode.PAYLOAD_OXUM,
                NAME,
                "It says " + oxum + " (bytes and files); there is " + found + "."));
      }
    }
  }

  private void line(int number, String line) {
    if (line.startsWith(" ") || line.startsWith("\t")) {
      if (number == 1) {
        report(number);
      }
      return;
    }
    boolean strict = declaration.version().isFinal();
    if (line.isEmpty() && !strict) {
      return;
    }
    if (!(strict ? STRICT : LENIENT).matcher(line).matches()) {
      report(number);
      return;
    }
    Matcher oxum = OXUM.matcher(line);
    if (oxum.matches()) {
      oxums.add(oxum.group(1));
    }
  }

  private void report(int number) {
    faults.accept(
        new Fault(
            FaultCode.BAG_INFO_LINE, NAME, "Line " + number + " is not a label and its value."));
  }
}
