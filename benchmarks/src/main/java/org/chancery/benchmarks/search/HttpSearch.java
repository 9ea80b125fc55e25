package org.chancery.benchmarks.search;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** Searches a running server as a program does: HTTP Basic, one kept connection. */
final class HttpSearch {

  private static final ObjectMapper JSON = new ObjectMapper();

  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final URI base;
  private final String authorization;

  /**
   * @param base the server's address, without {@code /api/v1}
   * @param account {@code user:password} of an account for programs
   */
  HttpSearch(URI base, String account) {
    this.base = base;
    this.authorization =
        "Basic " + Base64.getEncoder().encodeToString(account.getBytes(StandardCharsets.UTF_8));
  }

  /** The total the server answers. */
  long search(String text, int limit) throws IOException {
    HttpRequest request =
        HttpRequest.newBuilder(
                base.resolve(
                    "/api/v1/search?limit="
                        + limit
                        + "&q="
                        + URLEncoder.encode(text, StandardCharsets.UTF_8)))
            .header("Authorization", authorization)
            .header("Chancery-Affirmation", "accepted")
            .build();
    try {
      HttpResponse<byte[]> response = client.send(request, HttpResponse.BodyHandlers.ofByteArray());
      if (response.statusCode() != 200) {
        throw new IOException(
            response.statusCode() + ": " + new String(response.body(), StandardCharsets.UTF_8));
      }
      return JSON.readTree(response.body()).path("total").asLong();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("Interrupted", e);
    }
  }
}
