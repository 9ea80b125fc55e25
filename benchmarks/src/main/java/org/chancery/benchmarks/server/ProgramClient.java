package org.chancery.benchmarks.server;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;

/**
 * Asks a running server as a program does: HTTP Basic, one kept connection. On the caller's thread:
 * a client that hands each request to others and back would be measured with the server.
 */
public final class ProgramClient {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final URI base;
  private final String authorization;

  /**
   * @param base of the interface, with a slash at its end; {@link #of} for a standalone server's
   * @param user an account for programs
   */
  public ProgramClient(URI base, String user, String password) {
    this.base = base;
    byte[] credentials = (user + ":" + password).getBytes(StandardCharsets.UTF_8);
    this.authorization = "Basic " + Base64.getEncoder().encodeToString(credentials);
  }

  /**
   * Asks a standalone server.
   *
   * @param server its address
   */
  public static ProgramClient of(URI server, String user, String password) {
    return new ProgramClient(server.resolve("/api/v1/"), user, password);
  }

  /**
   * What the server answers.
   *
   * @param path below the base, with its query
   * @throws IOException when it is anything but 200
   */
  public JsonNode get(String path) throws IOException {
    HttpURLConnection request = (HttpURLConnection) base.resolve(path).toURL().openConnection();
    request.setRequestProperty("Authorization", authorization);
    request.setRequestProperty("Chancery-Affirmation", "accepted");
    int status = request.getResponseCode();
    try (InputStream body = status == 200 ? request.getInputStream() : request.getErrorStream()) {
      byte[] answer = body == null ? new byte[0] : body.readAllBytes();
      if (status != 200) {
        throw new IOException(status + ": " + new String(answer, StandardCharsets.UTF_8));
      }
      return JSON.readTree(answer);
    }
  }

  /**
   * Returns once searches are answered: after the index took another form with the program, all of
   * it is written anew first.
   *
   * @throws IOException when they are not within half an hour
   */
  public void awaitSearchable() throws IOException, InterruptedException {
    long end = System.nanoTime() + Duration.ofMinutes(30).toNanos();
    while (true) {
      try {
        get("search?q=&limit=1");
        return;
      } catch (IOException e) {
        if (!String.valueOf(e.getMessage()).startsWith("503") || System.nanoTime() > end) {
          throw e;
        }
        Thread.sleep(1_000);
      }
    }
  }

  /** One query value, percent-encoded. */
  public static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
