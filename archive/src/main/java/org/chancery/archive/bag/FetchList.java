package org.chancery.archive.bag;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * fetch.txt: what its lines may name (RFC 8493, 2.2.3). Nothing is ever fetched; a listed file that
 * is not there is missing.
 */
final class FetchList {
  static final String NAME = "fetch.txt";

  private static final Pattern LINE = Pattern.compile("(\\S+)[ \\t]+(\\d+|-)[ \\t]+(.+)");

  private final Path base;
  private final Declaration declaration;
  private final Consumer<Fault> faults;

  FetchList(Path base, Declaration declaration, Consumer<Fault> faults) {
    this.base = base;
    this.declaration = declaration;
    this.faults = faults;
  }

  void check(Map<String, Long> files, List<Manifest> ofPayload) throws IOException {
    if (files.containsKey(NAME)) {
      new TagText(NAME, faults)
          .read(
              base.resolve(NAME),
              declaration.encoding(),
              (number, line) -> line(number, line, ofPayload));
    }
  }

  private void line(int number, String line, List<Manifest> ofPayload) {
    if (line.isBlank() && !declaration.version().isFinal()) {
      return;
    }
    Matcher matcher = LINE.matcher(line);
    if (!matcher.matches()) {
      report("Line " + number + " is not an address, a length and a path.");
      return;
    }
    String path;
    try {
      path = BagPaths.decode(matcher.group(3), declaration.version());
    } catch (IllegalArgumentException e) {
      report("Line " + number + " has a percent sign that should be written %25.");
      return;
    }
    if (!BagPaths.staysInside(path) || !path.startsWith(BagPaths.PAYLOAD)) {
      faults.accept(
          new Fault(
              FaultCode.MANIFEST_PATH, NAME, "Line " + number + " names no file below data."));
      return;
    }
    boolean listed =
        declaration.version().isFinal()
            ? ofPayload.stream().allMatch(m -> m.checksums().containsKey(path))
            : ofPayload.stream().anyMatch(m -> m.checksums().containsKey(path));
    if (!listed) {
      report("Line " + number + " names a file that not every manifest lists.");
    }
  }

  private void report(String what) {
    faults.accept(new Fault(FaultCode.FETCH, NAME, what));
  }
}
