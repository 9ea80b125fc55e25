package org.chancery.acceptance.alfresco;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** A running Alfresco, as an administrator's clients speak to it. */
final class Platform {
  static final String REST = "/api/-default-/public/alfresco/versions/1/";
  static final String CMIS = "/api/-default-/public/cmis/versions/1.1/browser/root";
  static final String OURS = "/s/chancery/v1/";

  private static final ObjectMapper JSON = new ObjectMapper();

  private final String base;
  private final String credentials;
  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  /**
   * At an address.
   *
   * @param base such as {@code http://localhost:8080/alfresco}
   */
  Platform(String base, String user, String password) {
    this(
        base,
        "Basic "
            + Base64.getEncoder()
                .encodeToString((user + ":" + password).getBytes(StandardCharsets.UTF_8)));
  }

  private Platform(String base, String credentials) {
    this.base = base.replaceAll("/$", "");
    this.credentials = credentials;
  }

  /** The same address, for who signs in otherwise. */
  Platform withoutSignIn() {
    return new Platform(base, "");
  }

  /** An answer. */
  record Reply(int status, String text, String etag) {
    JsonNode json() {
      try {
        return JSON.readTree(text);
      } catch (IOException e) {
        throw new UncheckedIOException(text, e);
      }
    }

    Reply expect(int wanted) {
      if (status != wanted) {
        throw new AssertionError("Expected " + wanted + " but was " + status + ": " + text);
      }
      return this;
    }
  }

  Reply send(String method, String path, String type, String body, String... headers) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(base + path))
            .timeout(Duration.ofMinutes(3))
            .header("Chancery-Affirmation", "accepted");
    if (!credentials.isEmpty()) {
      request.header("Authorization", credentials);
    }
    if (!type.isEmpty()) {
      request.header("Content-Type", type);
    }
    for (int i = 0; i + 1 < headers.length; i += 2) {
      request.setHeader(headers[i], headers[i + 1]);
    }
    request.method(
        method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
    try {
      HttpResponse<String> reply = send(request.build());
      return new Reply(
          reply.statusCode(), reply.body(), reply.headers().firstValue("ETag").orElse(""));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /** A connection that was idle for long may be at its end: what only asks, asks again. */
  private HttpResponse<String> send(HttpRequest request) throws IOException, InterruptedException {
    try {
      return http.send(request, BodyHandlers.ofString());
    } catch (IOException e) {
      if (request.method().equals("GET") || request.method().equals("PROPFIND")) {
        return http.send(request, BodyHandlers.ofString());
      }
      throw e;
    }
  }

  Reply get(String path) {
    return send("GET", path, "", "");
  }

  Reply delete(String path) {
    return send("DELETE", path, "", "");
  }

  /** JSON, written with single quotes for reading. */
  Reply json(String method, String path, String json, String... headers) {
    return send(method, path, "application/json", json.replace('\'', '"'), headers);
  }

  /** One file in a form, with text parts before it. */
  Reply upload(String path, Map<String, String> texts, String name, String content) {
    String boundary = "b" + UUID.randomUUID();
    StringBuilder body = new StringBuilder();
    texts.forEach(
        (field, value) ->
            body.append("--")
                .append(boundary)
                .append("\r\nContent-Disposition: form-data; name=\"")
                .append(field)
                .append("\"\r\n\r\n")
                .append(value)
                .append("\r\n"));
    body.append("--")
        .append(boundary)
        .append("\r\nContent-Disposition: form-data; name=\"filedata\"; filename=\"")
        .append(name)
        .append("\"\r\nContent-Type: text/plain\r\n\r\n")
        .append(content)
        .append("\r\n--")
        .append(boundary)
        .append("--\r\n");
    return send("POST", path, "multipart/form-data; boundary=" + boundary, body.toString());
  }

  /** The browser binding's form: name, value, name, value… */
  Reply cmis(String object, String action, String... fields) {
    StringBuilder body = new StringBuilder("cmisaction=" + action + "&succinct=true");
    for (int i = 0; i < fields.length; i += 2) {
      body.append('&').append(encode(fields[i])).append('=').append(encode(fields[i + 1]));
    }
    return send(
        "POST",
        CMIS + "?objectId=" + encode(object),
        "application/x-www-form-urlencoded",
        body.toString());
  }

  String webdav(String path) {
    return "/webdav" + path.replace(" ", "%20").replace("[", "%5B").replace("]", "%5D");
  }

  String address(String path) {
    return base + path;
  }

  static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  /** The latest refusal in the ledger. */
  String denial() {
    return get(OURS + "audit?outcome=DENIED&limit=1")
        .expect(200)
        .json()
        .path("items")
        .path(0)
        .toString();
  }

  /** The texts of an array. */
  static List<String> texts(JsonNode array) {
    List<String> texts = new ArrayList<>();
    array.forEach(each -> texts.add(each.asText()));
    return texts;
  }
}
