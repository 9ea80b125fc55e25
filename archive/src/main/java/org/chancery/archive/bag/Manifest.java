package org.chancery.archive.bag;

import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A payload or tag manifest: checksums by path (RFC 8493, 2.1.3 and 2.2.1). What it names is only
 * ever compared with what lies in the bag.
 */
final class Manifest {
  private static final Pattern LINE = Pattern.compile("(?s)(\\S+)[ \\t]+(.+)");
  private static final Pattern NAME =
      Pattern.compile("(tag)?manifest-([A-Za-z0-9_./-]+)\\.txt", Pattern.CASE_INSENSITIVE);

  private final String name;
  private final boolean ofTags;
  private final Algorithm algorithm;
  private final BagVersion version;
  private final Consumer<Fault> faults;
  private final Map<String, String> checksums = new TreeMap<>();

  Manifest(String name, Algorithm algorithm, BagVersion version, Consumer<Fault> faults) {
    this.name = name;
    this.ofTags = isOfTags(name);
    this.algorithm = algorithm;
    this.version = version;
    this.faults = faults;
  }

  /** Whether a file of that name in the bag's own folder is a manifest of either kind. */
  static boolean isManifest(String name) {
    return NAME.matcher(name).matches();
  }

  static boolean isOfTags(String name) {
    return name.toLowerCase(Locale.ROOT).startsWith("tag");
  }

  /** The algorithm as the file's name gives it. */
  static String algorithmText(String name) {
    Matcher matcher = NAME.matcher(name);
    if (!matcher.matches()) {
      throw new IllegalArgumentException(name + " is no manifest.");
    }
    return matcher.group(2);
  }

  String name() {
    return name;
  }

  boolean ofTags() {
    return ofTags;
  }

  Algorithm algorithm() {
    return algorithm;
  }

  /** Checksums in lower case by path, in the order of paths. */
  Map<String, String> checksums() {
    return checksums;
  }

  void add(int number, String line) {
    if (line.isBlank() && !version.isFinal()) {
      return;
    }
    Matcher matcher = LINE.matcher(line);
    if (!matcher.matches()) {
      report(FaultCode.MANIFEST_LINE, "Line " + number + " is not a checksum and a path.");
      return;
    }
    String checksum = matcher.group(1).toLowerCase(Locale.ROOT);
    if (checksum.length() != algorithm.digits() || !checksum.matches("[0-9a-f]+")) {
      report(
          FaultCode.MANIFEST_LINE,
          "Line " + number + " begins with no checksum by " + algorithm.name() + ".");
      return;
    }
    String path = path(number, matcher.group(2));
    if (path != null) {
      put(path, checksum);
    }
  }

  /** The path the text stands for; null when it is none, which has then been reported. */
  private String path(int number, String text) {
    String path = text;
    if (path.startsWith("*") && !version.isFinal()) {
      report(FaultCode.ASTERISK, "Line " + number + " has an asterisk before the path.");
      path = path.substring(1);
    }
    try {
      path = BagPaths.decode(path, version);
    } catch (IllegalArgumentException e) {
      report(
          FaultCode.MANIFEST_LINE,
          "Line " + number + " has a percent sign that should be written %25.");
      return null;
    }
    if (path.startsWith("./")) {
      report(FaultCode.DOT_SLASH, "Line " + number + " has a path that begins with ./.");
      path = path.substring(2);
    }
    if (!BagPaths.staysInside(path)) {
      report(FaultCode.MANIFEST_PATH, "Line " + number + " leads out of the bag.");
      return null;
    }
    if (path.startsWith(BagPaths.PAYLOAD) == ofTags) {
      report(
          FaultCode.MANIFEST_PATH,
          "Line " + number + (ofTags ? " names a file below data." : " names no file below data."));
      return null;
    }
    return path;
  }

  private void put(String path, String checksum) {
    String before = checksums.putIfAbsent(path, checksum);
    if (before == null) {
      return;
    }
    boolean harmless = !version.isFinal() && before.equals(checksum);
    faults.accept(
        new Fault(
            harmless ? FaultCode.LISTED_TWICE : FaultCode.MANIFEST_DUPLICATE,
            path,
            "It is listed twice in " + name + "."));
  }

  private void report(FaultCode code, String what) {
    faults.accept(new Fault(code, name, what));
  }
}
