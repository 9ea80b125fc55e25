package org.chancery.core.http;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.chancery.core.access.Account;
import org.chancery.core.access.Actor;
import org.chancery.core.access.Session;
import org.chancery.core.repository.Caller;
import org.chancery.core.repository.NodeId;
import org.chancery.core.repository.NotFound;
import org.chancery.core.repository.Sha256;

/** One request on its way through a route: what a handler asks of it. */
final class Exchange {
  /** The most a JSON body may have, bytes. */
  static final int JSON_LIMIT = 1024 * 1024;

  private static final String UNRECKONED = "must lie between the years 1 and 9999";

  private final Request request;
  private final Map<String, String> path;
  private byte[] body;
  private Optional<NodeId> about = Optional.empty();
  private Optional<Supplier<CompletableFuture<Void>>> writing = Optional.empty();
  private Optional<CompletableFuture<Void>> row = Optional.empty();

  Exchange(Request request, Map<String, String> path) {
    this.request = request;
    this.path = path;
  }

  Request request() {
    return request;
  }

  /** Who is signed in; only for routes that ask for it. */
  Session session() {
    return request
        .session()
        .orElseThrow(() -> new IllegalStateException("An open route asked for its session"));
  }

  Account account() {
    return session().account();
  }

  Caller caller() {
    return account().caller();
  }

  Actor actor() {
    return Actor.of(account(), request.source());
  }

  /** Whether the path says {@code root} in place of an id. */
  boolean isRoot() {
    return "root".equals(path.get("id"));
  }

  /** What the path has at that name. */
  String segment(String name) {
    return path.get(name);
  }

  /** The id in the path. What is no id at all is answered like one that never was. */
  NodeId id() {
    return idOf(path.get("id"));
  }

  /** An id from elsewhere in the request. */
  static NodeId idOf(String text) {
    try {
      return NodeId.of(text);
    } catch (IllegalArgumentException e) {
      throw new NotFound(text);
    }
  }

  /** The id in the path, as far as it is one; for the ledger. */
  Optional<NodeId> object() {
    if (about.isPresent() || !path.containsKey("id")) {
      return about;
    }
    try {
      return Optional.of(NodeId.of(path.get("id")));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  /** Says which node the request turned out to be about; for the ledger. */
  void about(NodeId id) {
    about = Optional.of(id);
  }

  /** How the ledger's row is begun when the handler says that it is {@link #settled}. */
  void whenSettled(Supplier<CompletableFuture<Void>> begin) {
    writing = Optional.of(begin);
  }

  /**
   * What was asked is allowed and understood, and only its answer is still to be found; meanwhile
   * the ledger's row may be written. Should the answer fail after all, the failure has a row of its
   * own. For requests that change nothing.
   */
  void settled() {
    if (row.isEmpty()) {
      row = writing.map(Supplier::get);
    }
  }

  /** The row that is being written, if one is. */
  Optional<CompletableFuture<Void>> row() {
    return row;
  }

  /** The body as the type, strictly. */
  <T> T json(Class<T> type) {
    boolean declared =
        request
            .header("Content-Type")
            .map(header -> header.strip().toLowerCase(Locale.ROOT))
            .filter(header -> header.startsWith("application/json"))
            .isPresent();
    if (!declared) {
      throw Refusal.of(
          415, "not-json", "Not JSON", "Send JSON, with the Content-Type application/json.");
    }
    return Json.read(body(), type);
  }

  /** The body's bytes; read once, kept. */
  byte[] body() {
    if (body == null) {
      try (InputStream in = request.body()) {
        byte[] read = in.readNBytes(JSON_LIMIT + 1);
        if (read.length > JSON_LIMIT) {
          throw Refusal.of(
              413, "too-large", "Too large", "The body may have at most 1 MB (1,048,576 bytes).");
        }
        body = read;
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return body;
  }

  /** What makes it the same request: method, path, query and body. */
  String hash() {
    return hash(body());
  }

  /** The same, for a body that was taken in otherwise. */
  String hash(byte[] instead) {
    MessageDigest digest = Sha256.computation();
    String head =
        request.method() + "\n" + request.path() + "\n" + new TreeMap<>(request.query()) + "\n";
    digest.update(head.getBytes(StandardCharsets.UTF_8));
    return HexFormat.of().formatHex(digest.digest(instead));
  }

  /** The revision in {@code If-Match}; the header must be there. */
  long ifMatch() {
    return revisionSeen()
        .orElseThrow(
            () ->
                Refusal.of(
                    428,
                    "if-match-required",
                    "If-Match is required",
                    "Send the ETag that you got with the item in the header If-Match, so that"
                        + " no one's change is lost."));
  }

  /** The revision in If-Match, when the header was sent. */
  Optional<Long> revisionSeen() {
    try {
      return request
          .header("If-Match")
          .map(header -> Long.valueOf(header.strip().replaceAll("^(?:W/)?\"(.*)\"$", "$1")));
    } catch (NumberFormatException e) {
      throw Refusal.badRequest("invalid-if-match", "If-Match must carry one ETag of ours.");
    }
  }

  Optional<String> parameter(String name) {
    return request.parameter(name);
  }

  List<String> parameters(String name) {
    return request.query().getOrDefault(name, List.of()).stream()
        .filter(value -> !value.isBlank())
        .toList();
  }

  boolean flag(String name) {
    return parameter(name).map(value -> value.equals("1") || value.equals("true")).orElse(false);
  }

  /** A page; what the cursor makes the port refuse is the client's mistake. */
  <T> T page(Supplier<T> listing) {
    try {
      return listing.get();
    } catch (IllegalArgumentException e) {
      if (parameter("cursor").isPresent()) {
        throw badParameter("cursor", "must be one that came with the page before");
      }
      throw e;
    }
  }

  /** How many to return: from 1 to the maximum. */
  int limit(int preset, int max) {
    Optional<String> given = parameter("limit");
    if (given.isEmpty()) {
      return preset;
    }
    try {
      int limit = Integer.parseInt(given.get());
      if (limit >= 1 && limit <= max) {
        return limit;
      }
    } catch (NumberFormatException e) {
      throw badParameter("limit", "must be a number");
    }
    throw badParameter("limit", "must lie between 1 and " + max);
  }

  /** Years that every database can keep. */
  private static boolean reckoned(int year) {
    return year >= 1 && year <= 9999;
  }

  Optional<LocalDate> day(String name) {
    try {
      Optional<LocalDate> day = parameter(name).map(LocalDate::parse);
      if (day.filter(each -> !reckoned(each.getYear())).isPresent()) {
        throw badParameter(name, UNRECKONED);
      }
      return day;
    } catch (DateTimeParseException e) {
      throw badParameter(name, "must be a date such as 2026-11-22");
    }
  }

  Optional<Instant> moment(String name) {
    try {
      Optional<Instant> moment = parameter(name).map(Instant::parse);
      if (moment.filter(each -> !reckoned(each.atOffset(ZoneOffset.UTC).getYear())).isPresent()) {
        throw badParameter(name, UNRECKONED);
      }
      return moment;
    } catch (DateTimeParseException e) {
      throw badParameter(name, "must be a moment such as 2026-11-22T14:00:00Z");
    }
  }

  static Refusal badParameter(String name, String message) {
    return new Refusal(
        Problem.of(
                400,
                "invalid-parameter",
                "The request cannot be understood",
                "The parameter '" + name + "' " + message + ".")
            .withProblems(Map.of(name, message)));
  }
}
