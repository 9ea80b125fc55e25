package org.chancery.acceptance.verification;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.List;

/** The platform's own interfaces, asked with an administrator's account. */
final class Platform {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String CORE = "api/-default-/public/alfresco/versions/1/";

  private final HttpClient http =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(Duration.ofSeconds(10))
          .build();
  private final URI base;
  private final String authorization;

  /**
   * @param base the repository's address, with a slash at its end, such as {@code
   *     http://localhost:8080/alfresco/}
   */
  Platform(URI base, String user, String password) {
    this.base = base;
    this.authorization =
        "Basic "
            + Base64.getEncoder()
                .encodeToString((user + ":" + password).getBytes(StandardCharsets.UTF_8));
  }

  /** What the repository says of itself and its modules. */
  JsonNode discovery() {
    return expect(get("api/discovery"), 200).path("entry").path("repository");
  }

  /** Whether something is there. */
  boolean has(String resource) {
    return get(CORE + resource).statusCode() == 200;
  }

  /** Makes something; nothing happens when it is there. */
  void make(String collection, Object body) {
    HttpResponse<byte[]> answer = send(request(CORE + collection).POST(json(body)));
    if (answer.statusCode() != 409) {
      expect(answer, 201);
    }
  }

  /** Changes something. */
  void change(String resource, Object body) {
    expect(send(request(CORE + resource).PUT(json(body))), 200);
  }

  /** The status and the lines of a web script, as they come. */
  HttpResponse<InputStream> stream(String script, Duration limit) {
    try {
      return http.send(
          request("s/" + script).timeout(limit).GET().build(), BodyHandlers.ofInputStream());
    } catch (IOException e) {
      throw new IllegalStateException(script + ": " + e, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private HttpResponse<byte[]> get(String path) {
    return send(request(path).GET());
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(base.resolve(path))
        .timeout(Duration.ofMinutes(2))
        .header("Authorization", authorization)
        .header("Content-Type", "application/json");
  }

  private HttpResponse<byte[]> send(HttpRequest.Builder builder) {
    try {
      return http.send(builder.build(), BodyHandlers.ofByteArray());
    } catch (IOException e) {
      throw new IllegalStateException(base + " cannot be reached: " + e, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private static HttpRequest.BodyPublisher json(Object body) {
    try {
      return BodyPublishers.ofByteArray(JSON.writeValueAsBytes(body));
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private static JsonNode expect(HttpResponse<byte[]> answer, int status) {
    String text = new String(answer.body(), StandardCharsets.UTF_8);
    if (!List.of(200, status).contains(answer.statusCode())) {
      throw new IllegalStateException(
          answer.request().method()
              + " "
              + answer.request().uri()
              + " was answered "
              + answer.statusCode()
              + ": "
              + text.lines().findFirst().orElse(""));
    }
    try {
      return JSON.readTree(text);
    } catch (IOException e) {
      throw new IllegalStateException(answer.request().uri() + " did not answer in JSON", e);
    }
  }
}
