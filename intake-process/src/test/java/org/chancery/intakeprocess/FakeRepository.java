package org.chancery.intakeprocess;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;

/** A repository that answers as told and remembers what it was asked. */
final class FakeRepository implements AutoCloseable {
  private final HttpServer server;
  private final Map<String, List<Reply>> replies = new ConcurrentHashMap<>();
  final List<Asked> asked = new CopyOnWriteArrayList<>();

  record Reply(int status, String body) {}

  record Asked(String what, Optional<String> key, String body) {}

  FakeRepository() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(Executors.newCachedThreadPool());
    server.createContext("/", this::answer);
    server.start();
    always("GET me", 200, "{\"capabilities\":[\"RECEIVE\",\"RUN_INTAKE\"]}");
  }

  URI base() {
    return URI.create("http://localhost:" + server.getAddress().getPort() + "/api/v1/");
  }

  /** One process' view of it. */
  Repository seen(Clock clock) {
    Credentials credentials =
        Credentials.of("scanner", Optional.empty(), Map.of(Credentials.VARIABLE, "secret"));
    return new Repository(base(), credentials, new Gate(clock));
  }

  /** Answers so from now on, after what was said to come first. */
  void always(String what, int status, String body) {
    replies.put(what, new ArrayList<>(List.of(new Reply(status, body))));
  }

  /** Answers so once, before all else. */
  void first(String what, int status, String body) {
    replies.computeIfAbsent(what, key -> new ArrayList<>()).add(0, new Reply(status, body));
  }

  List<Asked> asked(String what) {
    return asked.stream().filter(each -> each.what().equals(what)).toList();
  }

  private void answer(HttpExchange exchange) {
    try (exchange) {
      String body =
          new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.ISO_8859_1);
      String path = exchange.getRequestURI().getPath().substring("/api/v1/".length());
      String what = exchange.getRequestMethod() + " " + path;
      Optional<String> key =
          Optional.ofNullable(exchange.getRequestHeaders().getFirst("Idempotency-Key"));
      asked.add(new Asked(what, key, body));
      Reply reply = next(what);
      byte[] bytes = reply.body().getBytes(StandardCharsets.UTF_8);
      exchange.sendResponseHeaders(reply.status(), bytes.length == 0 ? -1 : bytes.length);
      exchange.getResponseBody().write(bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private synchronized Reply next(String what) {
    List<Reply> left = replies.getOrDefault(what, List.of(new Reply(404, "")));
    return left.size() > 1 ? left.remove(0) : left.get(0);
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
