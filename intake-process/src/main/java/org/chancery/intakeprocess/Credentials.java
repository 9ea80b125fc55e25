package org.chancery.intakeprocess;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.Base64;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * How the process signs in: the password comes from the environment or from a file that only its
 * owner may read, never from the command line. The file is read at every sign-in, so that a
 * password can be changed while the process runs.
 */
final class Credentials {
  /** The environment's name for the password. */
  static final String VARIABLE = "CHANCERY_INTAKE_PASSWORD";

  private final String user;
  private final Optional<String> password;
  private final Optional<Path> file;

  private Credentials(String user, Optional<String> password, Optional<Path> file) {
    this.user = user;
    this.password = password;
    this.file = file;
  }

  /**
   * A user's.
   *
   * @throws StartRefused when there is no password, or its file is not as it must be
   */
  static Credentials of(String user, Optional<Path> file, Map<String, String> environment) {
    Optional<String> given =
        Optional.ofNullable(environment.get(VARIABLE)).filter(text -> !text.isEmpty());
    if (file.isEmpty() && given.isEmpty()) {
      throw new StartRefused(
          "there is no password: set " + VARIABLE + ", or name a file with --password-file");
    }
    Credentials credentials = new Credentials(user, given, file);
    try {
      credentials.password();
    } catch (IOException e) {
      throw new StartRefused("the password file cannot be used: " + e.getMessage());
    }
    return credentials;
  }

  /**
   * The header {@code Authorization} (RFC 7617).
   *
   * @throws IOException when the password's file cannot be read
   */
  String header() throws IOException {
    byte[] both = (user + ":" + password()).getBytes(StandardCharsets.UTF_8);
    return "Basic " + Base64.getEncoder().encodeToString(both);
  }

  private String password() throws IOException {
    if (file.isEmpty()) {
      return password.orElseThrow();
    }
    Path path = file.get();
    Set<PosixFilePermission> others =
        EnumSet.of(
            PosixFilePermission.GROUP_READ,
            PosixFilePermission.GROUP_WRITE,
            PosixFilePermission.OTHERS_READ,
            PosixFilePermission.OTHERS_WRITE);
    if (!Files.isRegularFile(path)) {
      throw new IOException("there is no file " + path);
    }
    others.retainAll(Files.getPosixFilePermissions(path));
    if (!others.isEmpty()) {
      throw new IOException("others may read or write " + path + "; chmod 600 it");
    }
    String text = Files.readString(path, StandardCharsets.UTF_8).strip();
    if (text.isEmpty()) {
      throw new IOException(path + " is empty");
    }
    return text;
  }

  String user() {
    return user;
  }
}
