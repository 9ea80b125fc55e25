package org.chancery.standalone;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.web.servlet.context.ServletWebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;

/** The whole server in this process, on a free port, over a data folder of its own. */
final class RunningServer implements AutoCloseable {
  static final String PASSWORD = "for this test only";
  private static final ObjectMapper JSON = new ObjectMapper();

  private final ConfigurableApplicationContext context;
  private final HttpClient client = HttpClient.newHttpClient();
  private final URI base;

  /** Starts; returns when requests are answered. */
  RunningServer(Path data, String... more) {
    this(data, List.of(), more);
  }

  /** The same, with more beans. */
  RunningServer(Path data, List<Class<?>> configurations, String... more) {
    List<String> arguments =
        new ArrayList<>(
            List.of(
                "--server.port=0",
                "--server.address=127.0.0.1",
                "--chancery.data=" + data,
                "--chancery.admin-password=" + PASSWORD));
    arguments.addAll(List.of(more));
    SpringApplication application = new SpringApplication(ServerConfiguration.class);
    application.addPrimarySources(configurations);
    context = application.run(arguments.toArray(String[]::new));
    int port = ((ServletWebServerApplicationContext) context).getWebServer().getPort();
    base = URI.create("http://127.0.0.1:" + port);
  }

  <T> T bean(Class<T> type) {
    return context.getBean(type);
  }

  /** A request to be built further. */
  HttpRequest.Builder to(String path) {
    return HttpRequest.newBuilder(URI.create(base + path));
  }

  HttpResponse<String> send(HttpRequest.Builder request) throws IOException {
    try {
      return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /** The bytes of an answer that is as it should be. */
  byte[] bytes(HttpRequest.Builder request) throws IOException {
    try {
      HttpResponse<byte[]> answer =
          client.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
      if (answer.statusCode() != 200) {
        throw new IllegalStateException("Answered " + answer.statusCode());
      }
      return answer.body();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  HttpResponse<String> signIn(String user, String password) throws IOException {
    return send(
        to("/api/v1/session")
            .header("Content-Type", "application/json")
            .POST(
                BodyPublishers.ofString(
                    "{\"user\":\"" + user + "\",\"password\":\"" + password + "\"}")));
  }

  /** The cookie that an answer sets, as a request sends it. */
  static String cookie(HttpResponse<String> response) {
    return response.headers().firstValue("Set-Cookie").orElseThrow().split(";")[0];
  }

  static String basic(String user, String password) {
    return "Basic "
        + Base64.getEncoder()
            .encodeToString((user + ":" + password).getBytes(StandardCharsets.UTF_8));
  }

  /** A request of the administrator's own program. */
  HttpRequest.Builder asProgram(String path) {
    return to(path)
        .header("Authorization", basic("admin", PASSWORD))
        .header("Chancery-Affirmation", "accepted");
  }

  /** Uploads a text file into intake. */
  HttpResponse<String> upload(String name, String text) throws IOException {
    String boundary = "parting-line";
    return send(
        asProgram("/api/v1/documents")
            .header("Content-Type", "multipart/form-data; boundary=" + boundary)
            .POST(
                BodyPublishers.ofString(
                    "--"
                        + boundary
                        + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\""
                        + name
                        + "\"\r\n\r\n"
                        + text
                        + "\r\n--"
                        + boundary
                        + "--\r\n")));
  }

  static JsonNode json(HttpResponse<String> response) {
    try {
      return JSON.readTree(response.body());
    } catch (IOException e) {
      throw new IllegalStateException("Not JSON: " + response.body(), e);
    }
  }

  @Override
  public void close() {
    context.close();
  }
}
