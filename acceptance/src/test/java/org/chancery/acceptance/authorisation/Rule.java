package org.chancery.acceptance.authorisation;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Set;
import org.chancery.acceptance.process.Installation;

/**
 * A line of {@code authorisation-rules.txt}, whose head says what the columns mean.
 *
 * @param method of the route
 * @param template of the route
 * @param needs open, signed-in, affirmed or a capability
 * @param item what the route is about; - for nothing
 * @param permission what it takes on that item
 * @param flags record, locked, values, desk, fresh
 * @param request what to send
 */
public record Rule(
    String method,
    String template,
    String needs,
    String item,
    String permission,
    Set<String> flags,
    String request) {
  private static final String FILE =
      "core/src/test/resources/org/chancery/core/http/authorisation-rules.txt";

  /** All of them, in the order of the file. */
  public static List<Rule> all() {
    try {
      return Files.readAllLines(Installation.root().resolve(FILE)).stream()
          .filter(line -> !line.isBlank() && !line.startsWith("#"))
          .map(Rule::of)
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Rule of(String line) {
    List<String> columns = List.of(line.split("\\|", 6)).stream().map(String::strip).toList();
    String[] route = columns.get(0).split("\\s+");
    return new Rule(
        route[0],
        route[1],
        columns.get(1),
        columns.get(2),
        columns.get(3),
        Set.of(columns.get(4).split("\\s+")),
        columns.get(5));
  }

  boolean open() {
    return needs.equals("open");
  }

  boolean signedIn() {
    return needs.equals("signed-in");
  }

  /** The capability that is asked for, or empty text. */
  String capability() {
    return needs.matches("[A-Z_]+") ? needs : "";
  }

  boolean aboutAnItem() {
    return !item.equals("-");
  }

  /** Whether it changes the item that it is about. */
  boolean changes() {
    return !method.equals("GET");
  }

  @Override
  public String toString() {
    return method + " " + template;
  }
}
