package org.chancery.acceptance.host;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * One user's view of a host over HTTP. Every JSON answer is held to the contract before a test sees
 * it.
 */
public final class Client {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Duration INDEX_LIMIT = Duration.ofMinutes(2);
  private static final String CATCHING_UP = "search-unavailable";

  private final URI api;
  private final HttpClient http;
  private final Map<String, String> standing;

  private Client(URI host, HttpClient http, Map<String, String> standing) {
    this.api = Host.apiOf(host);
    this.http = http;
    this.standing = standing;
  }

  /** Nobody: no cookie, no password. */
  public static Client anonymous(URI host) {
    return new Client(host, newHttp(), Map.of());
  }

  /** A program's account: HTTP Basic on every request, affirmed. */
  public static Client program(URI host, String user, String password) {
    Map<String, String> headers = new LinkedHashMap<>(basic(user, password));
    headers.put("Chancery-Affirmation", "accepted");
    return new Client(host, newHttp(), headers);
  }

  /** A program's account that has not affirmed. */
  public static Client unaffirmedProgram(URI host, String user, String password) {
    return new Client(host, newHttp(), basic(user, password));
  }

  /** A person who has signed in and affirmed, with a session of their own. */
  public static Client person(URI host, String user, String password) {
    Client fresh = signedIn(host, user, password);
    Answer affirmed = fresh.post("session/affirmation", Map.of("accepted", true));
    affirmed.expect(200);
    return new Client(
        host, fresh.http, Map.of("X-CSRF-Token", affirmed.json().get("csrf").asText()));
  }

  /** A person who has signed in and not yet affirmed. */
  public static Client signedIn(URI host, String user, String password) {
    Client nobody = new Client(host, newHttp(), Map.of());
    Answer session = nobody.post("session", Map.of("user", user, "password", password));
    session.expect(200);
    return new Client(
        host, nobody.http, Map.of("X-CSRF-Token", session.json().get("csrf").asText()));
  }

  /** The same session without its CSRF token, as a foreign page would send it. */
  public Client withoutCsrfToken() {
    return new Client(api, http, Map.of());
  }

  /** Reads. */
  public Answer get(String path) {
    return send(request(path).GET());
  }

  /** Reads with further headers: name, value, name, value… */
  public Answer get(String path, String... headers) {
    return send(request(path).headers(headers).GET());
  }

  /** Sends JSON by POST. */
  public Answer post(String path, Object body, String... headers) {
    return send(json(path, body, headers).POST(publisher(body)));
  }

  /** Sends JSON by PUT. */
  public Answer put(String path, Object body, String... headers) {
    return send(json(path, body, headers).PUT(publisher(body)));
  }

  /** Replaces a content with raw bytes. */
  public Answer putBytes(String path, byte[] bytes, String mediaType, String... headers) {
    HttpRequest.Builder builder = request(path).header("Content-Type", mediaType);
    return send(
        (headers.length == 0 ? builder : builder.headers(headers))
            .PUT(BodyPublishers.ofByteArray(bytes)));
  }

  /** Deletes. */
  public Answer delete(String path, String... headers) {
    HttpRequest.Builder builder = request(path);
    return send((headers.length == 0 ? builder : builder.headers(headers)).DELETE());
  }

  /** Any method, without a body. */
  public Answer method(String method, String path) {
    return send(request(path).method(method, BodyPublishers.noBody()));
  }

  /** Uploads a file by hand. */
  public Answer upload(String name, byte[] bytes, Map<String, String> parts, String... headers) {
    return uploadTo("documents", name, bytes, parts, headers);
  }

  /** The same to another route that takes a file. */
  public Answer uploadTo(
      String path, String name, byte[] bytes, Map<String, String> parts, String... headers) {
    String boundary = "acceptance-" + UUID.randomUUID();
    List<byte[]> body = new ArrayList<>();
    parts.forEach(
        (key, value) ->
            body.add(
                ("--"
                        + boundary
                        + "\r\nContent-Disposition: form-data; name=\""
                        + key
                        + "\"\r\n\r\n"
                        + value
                        + "\r\n")
                    .getBytes(StandardCharsets.UTF_8)));
    body.add(
        ("--"
                + boundary
                + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\""
                + name
                + "\"\r\n"
                + "Content-Type: application/octet-stream\r\n\r\n")
            .getBytes(StandardCharsets.UTF_8));
    body.add(bytes);
    body.add(("\r\n--" + boundary + "--\r\n").getBytes(StandardCharsets.UTF_8));
    HttpRequest.Builder builder =
        request(path).header("Content-Type", "multipart/form-data; boundary=" + boundary);
    return send(
        (headers.length == 0 ? builder : builder.headers(headers))
            .POST(BodyPublishers.ofByteArrays(body)));
  }

  /** Reads what the index knows, asking again while it says that it is catching up. */
  public Answer getIndexed(String path) {
    return Host.awaitValue(
        "the index to have caught up",
        INDEX_LIMIT,
        () -> Optional.of(get(path)).filter(answer -> !answer.code().equals(CATCHING_UP)));
  }

  /** Finds, waiting for nothing: a search sees what was acknowledged before it. */
  public Answer search(String query) {
    return get("search?q=" + encode(query));
  }

  /** Percent-encodes one query value. */
  public static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  /** The bytes behind a path. */
  public byte[] bytes(String path) {
    try {
      return http.send(request(path).GET().build(), BodyHandlers.ofByteArray()).body();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw interrupted(e);
    }
  }

  /** Streams the bytes behind a path into a file. */
  public void download(String path, Path target) {
    try {
      http.send(request(path).GET().build(), BodyHandlers.ofFile(target));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw interrupted(e);
    }
  }

  private static Map<String, String> basic(String user, String password) {
    String token =
        Base64.getEncoder()
            .encodeToString((user + ":" + password).getBytes(StandardCharsets.UTF_8));
    return Map.of("Authorization", "Basic " + token);
  }

  private static HttpClient newHttp() {
    return HttpClient.newBuilder()
        .cookieHandler(new CookieManager())
        .version(HttpClient.Version.HTTP_1_1)
        .connectTimeout(Duration.ofSeconds(10))
        .build();
  }

  private HttpRequest.Builder request(String path) {
    HttpRequest.Builder builder =
        HttpRequest.newBuilder(api.resolve(path)).timeout(Duration.ofMinutes(5));
    standing.forEach(builder::header);
    return builder;
  }

  private HttpRequest.Builder json(String path, Object body, String... headers) {
    HttpRequest.Builder builder = request(path);
    if (body != null) {
      builder.header("Content-Type", "application/json");
    }
    return headers.length == 0 ? builder : builder.headers(headers);
  }

  private static BodyPublisher publisher(Object body) {
    try {
      return body == null
          ? BodyPublishers.noBody()
          : BodyPublishers.ofByteArray(JSON.writeValueAsBytes(body));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Answer send(HttpRequest.Builder builder) {
    HttpRequest request = builder.build();
    try {
      HttpResponse<byte[]> response = http.send(request, BodyHandlers.ofByteArray());
      Answer answer = new Answer(request.method() + " " + request.uri(), response, parse(response));
      Contract.shipped().check(request.method(), api.relativize(request.uri()).getPath(), answer);
      return answer;
    } catch (IOException e) {
      throw new UncheckedIOException(request.method() + " " + request.uri(), e);
    } catch (InterruptedException e) {
      throw interrupted(e);
    }
  }

  private static JsonNode parse(HttpResponse<byte[]> response) throws IOException {
    String type = response.headers().firstValue("Content-Type").orElse("");
    boolean json =
        type.startsWith("application/json") || type.startsWith("application/problem+json");
    return json && response.body().length > 0 ? JSON.readTree(response.body()) : null;
  }

  private static IllegalStateException interrupted(InterruptedException e) {
    Thread.currentThread().interrupt();
    return new IllegalStateException(e);
  }

  /** All items of a list, page by page. */
  public List<JsonNode> all(String path) {
    List<JsonNode> all = new ArrayList<>();
    String cursor = "";
    do {
      Answer page =
          get(path
                  + (path.contains("?") ? "&" : "?")
                  + "limit=100"
                  + (cursor.isEmpty() ? "" : "&cursor=" + encode(cursor)))
              .expect(200);
      all.addAll(page.list("items"));
      cursor = page.json().path("cursor").isTextual() ? page.text("cursor") : "";
    } while (!cursor.isEmpty());
    return all;
  }
}
