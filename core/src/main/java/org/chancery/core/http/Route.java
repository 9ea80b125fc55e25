package org.chancery.core.http;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.chancery.core.access.Capability;
import org.chancery.core.audit.Action;

/**
 * One line of the route table.
 *
 * @param method GET, POST, PUT or DELETE; nothing else passes every host's proxies
 * @param template path with {@code {name}} segments
 * @param access who may call it at all
 * @param scope in which transaction it runs
 * @param audit how it appears in the ledger
 * @param handler what it does
 */
public record Route(
    String method, String template, Access access, Scope scope, Audit audit, Handler handler) {

  /** Who may call a route. */
  public sealed interface Access {}

  /** Everyone, signed in or not. */
  public record Open() implements Access {}

  /** Everyone signed in, affirmed or not. */
  public record SignedIn() implements Access {}

  /**
   * Everyone signed in who affirmed the responsibilities; with the capability, where one is named.
   */
  public record Affirmed(Optional<Capability> capability) implements Access {}

  /** In which transaction a route runs. */
  public enum Scope {
    /** None: it sees to that itself. */
    NONE,
    /** One consistent snapshot. */
    READ,
    /** A write transaction that also holds the ledger's row. */
    WRITE,
    /** As {@link #WRITE}; an {@code Idempotency-Key} is honoured. */
    CREATE
  }

  /**
   * How a route appears in the ledger. Refusals are always recorded.
   *
   * @param action under which name
   * @param byRouter whether the router records every time what was done; else the domain does, and
   *     where it does not the router as {@link Router} says
   */
  public record Audit(Action action, boolean byRouter) {}

  /** {@code METHOD /template}. */
  String name() {
    return method + " " + template;
  }

  /** Whether requests leave rows: all do but those with which anyone asks how the server is. */
  boolean leavesRows() {
    return !(access instanceof Open) || scope != Scope.NONE;
  }

  /** The values of the template's names when the path matches. */
  Optional<Map<String, String>> match(String path) {
    List<String> wanted = List.of(template.split("/", -1));
    List<String> given = List.of(path.split("/", -1));
    if (wanted.size() != given.size()) {
      return Optional.empty();
    }
    Map<String, String> values = new HashMap<>();
    for (int i = 0; i < wanted.size(); i++) {
      String segment = wanted.get(i);
      if (segment.startsWith("{")) {
        values.put(segment.substring(1, segment.length() - 1), given.get(i));
      } else if (!segment.equals(given.get(i))) {
        return Optional.empty();
      }
    }
    return Optional.of(values);
  }
}
