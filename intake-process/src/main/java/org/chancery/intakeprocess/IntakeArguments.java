package org.chancery.intakeprocess;

import java.net.URI;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What the command line asks for.
 *
 * @param status whether only to tell how a running process is doing
 * @param repository the API's base, ending in a slash; not asked for with {@code status}
 * @param inbox the watched folder; none to read only
 * @param data where the process keeps its status and works
 * @param user the program account to sign in with
 * @param passwordFile where its password is; the environment's when absent
 * @param workers number of worker processes; none to watch only
 */
record IntakeArguments(
    boolean status,
    Optional<URI> repository,
    Optional<Path> inbox,
    Path data,
    String user,
    Optional<Path> passwordFile,
    int workers) {
  static final String USAGE =
      "usage: chancery intake --repository URL --inbox DIR [--data DIR] [--user NAME]"
          + " [--password-file FILE] [--workers N], or chancery intake --status [--data DIR]";
  private static final Set<String> KNOWN =
      Set.of("--repository", "--inbox", "--data", "--user", "--password-file", "--workers");

  /** Throws {@link IllegalArgumentException} with one line on wrong use. */
  static IntakeArguments of(List<String> arguments) {
    Map<String, String> given = new HashMap<>();
    boolean status = false;
    for (int i = 0; i < arguments.size(); i++) {
      String name = arguments.get(i);
      if (name.equals("--status")) {
        status = true;
      } else if (!KNOWN.contains(name)) {
        throw new IllegalArgumentException("unknown argument '" + name + "'; " + USAGE);
      } else if (i + 1 == arguments.size() || arguments.get(i + 1).isBlank()) {
        throw new IllegalArgumentException(name + " needs a value; " + USAGE);
      } else {
        given.put(name, arguments.get(++i));
      }
    }
    int workers = number(given.get("--workers"));
    Optional<Path> inbox = Optional.ofNullable(given.get("--inbox")).map(IntakeArguments::path);
    if (!status && !given.containsKey("--repository")) {
      throw new IllegalArgumentException("--repository URL is needed; " + USAGE);
    }
    if (!status && inbox.isEmpty() && workers == 0) {
      throw new IllegalArgumentException("there is nothing to do without an inbox; " + USAGE);
    }
    return new IntakeArguments(
        status,
        Optional.ofNullable(given.get("--repository")).map(IntakeArguments::base),
        inbox,
        path(given.getOrDefault("--data", "chancery-intake-data")),
        given.getOrDefault("--user", "admin"),
        Optional.ofNullable(given.get("--password-file")).map(IntakeArguments::path),
        workers);
  }

  private static Path path(String text) {
    return Path.of(text).toAbsolutePath().normalize();
  }

  private static int number(String text) {
    if (text == null) {
      return Runtime.getRuntime().availableProcessors();
    }
    try {
      int number = Integer.parseInt(text);
      if (number >= 0 && number <= 256) {
        return number;
      }
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException("--workers takes a number, not '" + text + "'", e);
    }
    throw new IllegalArgumentException("--workers takes a number from 0 to 256");
  }

  /**
   * The API's base behind what a person types: a standalone server's address, an Alfresco
   * repository's, or the base itself.
   */
  static URI base(String text) {
    URI given;
    try {
      given = URI.create(text.replaceAll("/+$", ""));
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException("--repository: '" + text + "' is no URL", e);
    }
    boolean http = "http".equals(given.getScheme()) || "https".equals(given.getScheme());
    if (!http || given.getHost() == null || given.getRawQuery() != null) {
      throw new IllegalArgumentException("--repository takes an http or https URL");
    }
    if (given.getRawUserInfo() != null) {
      throw new IllegalArgumentException("--repository: no user or password in the URL, please");
    }
    String path = given.getRawPath();
    String below = "";
    if (path.isEmpty()) {
      below = "/api/v1";
    } else if (path.endsWith("/alfresco")) {
      below = "/s/chancery/v1";
    }
    return URI.create(given + below + "/");
  }
}
