package org.chancery.core.intake;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Files that have been taken out of the watched folder's sight by an atomic rename, into {@code
 * .chancery/claims/[sub-folder/]<uuid>__<name>}, and are not received yet. The claim's name holds
 * all that is needed to go on after a crash.
 */
final class Claims {
  /** Our own folder inside the watched one. */
  static final String OWN = ".chancery";

  private static final Pattern NAME =
      Pattern.compile(
          "([0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})__(.+)", Pattern.DOTALL);
  private static final int LONGEST = 200;

  private final Path directory;

  Claims(Path inbox) {
    directory = inbox.resolve(OWN).resolve("claims");
  }

  /**
   * A claimed file.
   *
   * @param id the claim's
   * @param file where it is now
   * @param name the name it came with (its end may be cut when it was very long)
   * @param subFolder the sub-folder it was dropped into
   */
  record Claim(String id, Path file, String name, Optional<String> subFolder) {}

  /** Makes the folder, for its owner only: what was dropped is no longer everyone's to see. */
  void prepare() throws IOException {
    if (!Files.isDirectory(directory)) {
      Files.createDirectories(
          directory,
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
    }
  }

  /** Takes a file, or fails and leaves it where it is. */
  Claim take(Path file, Optional<String> subFolder) throws IOException {
    String id = UUID.randomUUID().toString();
    String name = file.getFileName().toString();
    Path folder = subFolder.map(directory::resolve).orElse(directory);
    Files.createDirectories(folder);
    Path claimed = folder.resolve(id + "__" + shortened(name));
    Files.move(file, claimed, StandardCopyOption.ATOMIC_MOVE);
    return new Claim(id, claimed, name, subFolder);
  }

  /** What was claimed and is not received yet, the oldest first. */
  List<Claim> open() throws IOException {
    List<Claim> found = new ArrayList<>();
    try (Stream<Path> files = Files.walk(directory, 2)) {
      for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
        Matcher name = NAME.matcher(file.getFileName().toString());
        if (name.matches()) {
          Path folder = file.getParent();
          Optional<String> sub =
              folder.equals(directory)
                  ? Optional.empty()
                  : Optional.of(folder.getFileName().toString());
          found.add(new Claim(name.group(1), file, name.group(2), sub));
        }
      }
    }
    return found;
  }

  /** A claim's name is longer than the file's, and file systems allow 255 bytes. */
  private static String shortened(String name) {
    if (name.getBytes(StandardCharsets.UTF_8).length <= LONGEST) {
      return name;
    }
    int dot = name.lastIndexOf('.');
    String extension = dot > 0 && name.length() - dot <= 12 ? name.substring(dot) : "";
    int end = name.length() - extension.length();
    while ((name.substring(0, end) + extension).getBytes(StandardCharsets.UTF_8).length > LONGEST) {
      end--;
    }
    if (end > 0 && Character.isHighSurrogate(name.charAt(end - 1))) {
      end--;
    }
    return name.substring(0, end) + extension;
  }
}
