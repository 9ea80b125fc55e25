package org.chancery.benchmarks.server;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.UUID;

/** Asks in JSON over one kept connection, always as the same program. */
public final class JsonClient {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final URI base;
  private final String authorization;

  /**
   * @param base with a slash at its end
   * @param credentials what HTTP Basic carries: user and password with a colon between, or a ticket
   */
  public JsonClient(URI base, String credentials) {
    this.base = base;
    this.authorization =
        "Basic " + Base64.getEncoder().encodeToString(credentials.getBytes(StandardCharsets.UTF_8));
  }

  /**
   * Reads.
   *
   * @throws IOException for any answer but success
   */
  public JsonNode get(String path) throws IOException, InterruptedException {
    return send(request(path).GET());
  }

  /** Whether something is there. */
  public boolean has(String path) throws IOException, InterruptedException {
    return http.send(request(path).GET().build(), HttpResponse.BodyHandlers.discarding())
            .statusCode()
        == 200;
  }

  /**
   * Makes or does something.
   *
   * @throws IOException for any answer but success
   */
  public JsonNode post(String path, Object body) throws IOException, InterruptedException {
    return send(posted(path, body));
  }

  /**
   * Does something with what stands at a revision.
   *
   * @throws IOException for any answer but success
   */
  public JsonNode post(String path, long revision, Object body)
      throws IOException, InterruptedException {
    return send(posted(path, body).header("If-Match", "\"" + revision + "\""));
  }

  /**
   * Sets something.
   *
   * @throws IOException for any answer but success
   */
  public JsonNode put(String path, Object body) throws IOException, InterruptedException {
    return send(
        request(path)
            .header("Content-Type", "application/json")
            .PUT(BodyPublishers.ofByteArray(JSON.writeValueAsBytes(body))));
  }

  private HttpRequest.Builder posted(String path, Object body) throws IOException {
    return request(path)
        .header("Content-Type", "application/json")
        .POST(BodyPublishers.ofByteArray(JSON.writeValueAsBytes(body)));
  }

  /** Sends a multipart form: the text parts, then the file in the part of that name. */
  public JsonNode upload(
      String path, Map<String, String> parts, String part, String file, byte[] bytes)
      throws IOException, InterruptedException {
    String boundary = "benchmark-" + UUID.randomUUID();
    StringBuilder head = new StringBuilder();
    parts.forEach(
        (name, value) ->
            head.append("--")
                .append(boundary)
                .append("\r\n")
                .append(disposition(name))
                .append("\r\n\r\n")
                .append(value)
                .append("\r\n"));
    head.append("--").append(boundary).append("\r\n").append(disposition(part));
    head.append("; filename=\"").append(file).append("\"\r\nContent-Type: text/plain\r\n\r\n");
    byte[] tail = ("\r\n--" + boundary + "--\r\n").getBytes(StandardCharsets.UTF_8);
    byte[] start = head.toString().getBytes(StandardCharsets.UTF_8);
    return send(
        request(path)
            .header("Content-Type", "multipart/form-data; boundary=" + boundary)
            .POST(
                BodyPublishers.concat(
                    BodyPublishers.ofByteArray(start),
                    BodyPublishers.ofByteArray(bytes),
                    BodyPublishers.ofByteArray(tail))));
  }

  private static String disposition(String name) {
    return "Content-Disposition: form-data; name=\"" + name + "\"";
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(base.resolve(path))
        .header("Authorization", authorization)
        .header("Chancery-Affirmation", "accepted");
  }

  private JsonNode send(HttpRequest.Builder builder) throws IOException, InterruptedException {
    HttpRequest request = builder.build();
    HttpResponse<byte[]> response = http.send(request, HttpResponse.BodyHandlers.ofByteArray());
    if (response.statusCode() / 100 != 2) {
      throw new IOException(
          request.method()
              + " "
              + request.uri()
              + " was answered "
              + response.statusCode()
              + ": "
              + new String(response.body(), StandardCharsets.UTF_8));
    }
    return JSON.readTree(response.body());
  }
}
