package org.chancery.intakeprocess;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Optional;
import org.chancery.core.intake.Reason;

/**
 * The repository at the other end of the wire. Every call goes through here, so that one place
 * knows whether it can be worked with: while it cannot, nobody calls, and it is probed with pauses
 * that grow.
 */
final class Repository {
  private static final Duration CONNECT_LIMIT = Duration.ofSeconds(10);
  private static final Duration SHORT = Duration.ofSeconds(30);

  /** Until an answer begins: a large file on a slow line takes its time. */
  private static final Duration LONG = Duration.ofMinutes(15);

  private final URI base;
  private final Credentials credentials;
  private final Gate gate;
  private final HttpClient http;

  /**
   * Calls nothing yet.
   *
   * @param base the API's base, ending in a slash
   */
  Repository(URI base, Credentials credentials, Gate gate) {
    this.base = base;
    this.credentials = credentials;
    this.gate = gate;
    this.http =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(CONNECT_LIMIT)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();
  }

  URI base() {
    return base;
  }

  /** Why it cannot be worked with; empty when it can. Probes it when that is due. */
  Optional<Reason> closed() {
    if (gate.probeIsDue()) {
      try {
        probe();
      } catch (Unreachable e) {
        return Optional.of(e.reason());
      }
    }
    return gate.closed();
  }

  /** Signs in and sees whether this account may do what we are for. */
  private void probe() {
    Answer me = call(request("me", SHORT).GET());
    if (me.status() != 200) {
      throw new CallFailed("Signing in", me);
    }
    boolean able = false;
    for (var each : me.json().path("capabilities")) {
      able |= each.asText().equals("RUN_INTAKE");
    }
    if (!able) {
      throw gate.shut(
          new Reason(
              "not-permitted",
              "The account '"
                  + credentials.user()
                  + "' may not run intake: it must be a program's and have the role for it."));
    }
    gate.open();
  }

  /** Sends a small request. */
  Answer post(String path, Object json) {
    return call(
        request(path, SHORT)
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofByteArray(Wire.bytes(json))));
  }

  /**
   * Sends a request with files.
   *
   * @throws UncheckedIOException when one of them cannot be read to its end
   */
  Answer post(String path, MultipartBody body, String idempotencyKey) {
    HttpRequest.Builder request =
        request(path, LONG).header("Content-Type", body.contentType()).POST(body.publisher());
    HttpRequest built =
        built(
            idempotencyKey.isEmpty() ? request : request.header("Idempotency-Key", idempotencyKey));
    try {
      HttpResponse<byte[]> response = http.send(built, BodyHandlers.ofByteArray());
      if (body.failure().isPresent()) {
        throw body.failure().get();
      }
      return judged(Answer.of(response.statusCode(), response.body()));
    } catch (IOException e) {
      // The sender itself only says that too few bytes came.
      body.failure()
          .ifPresent(
              failed -> {
                throw new UncheckedIOException(failed);
              });
      throw unreachable(e);
    } catch (InterruptedException e) {
      throw interrupted(e);
    }
  }

  /** Takes in the stream of a good answer. */
  interface Taker {
    /** Reads it to its end. */
    void take(InputStream stream) throws IOException;
  }

  /** Fetches a stream; it is handed over only when the answer is 200. */
  Answer fetch(String path, Taker taker) {
    HttpRequest request = built(request(path, LONG).GET());
    try {
      HttpResponse<InputStream> response = http.send(request, BodyHandlers.ofInputStream());
      try (InputStream body = response.body()) {
        if (response.statusCode() == 200) {
          taker.take(body);
          return Answer.of(200, new byte[0]);
        }
        return judged(Answer.of(response.statusCode(), body.readAllBytes()));
      }
    } catch (IOException e) {
      throw unreachable(e);
    } catch (InterruptedException e) {
      throw interrupted(e);
    }
  }

  private Answer call(HttpRequest.Builder builder) {
    HttpRequest request = built(builder);
    try {
      HttpResponse<byte[]> response = http.send(request, BodyHandlers.ofByteArray());
      return judged(Answer.of(response.statusCode(), response.body()));
    } catch (IOException e) {
      throw unreachable(e);
    } catch (InterruptedException e) {
      throw interrupted(e);
    }
  }

  private HttpRequest.Builder request(String path, Duration limit) {
    return HttpRequest.newBuilder(base.resolve(path))
        .timeout(limit)
        .header("Accept", "application/json")
        .header("Chancery-Affirmation", "accepted");
  }

  private HttpRequest built(HttpRequest.Builder builder) {
    try {
      return builder.header("Authorization", credentials.header()).build();
    } catch (IOException e) {
      throw gate.shut(new Reason("no-password", "The password cannot be read: " + e.getMessage()));
    }
  }

  /** Tells what concerns every request from what concerns this one. */
  private Answer judged(Answer answer) {
    switch (answer.status()) {
      case 401, 403 ->
          throw gate.shut(
              new Reason("sign-in-refused", "The repository refuses us: " + answer.detail()));
      case 429, 502, 503, 504 ->
          throw gate.shut(
              new Reason(
                  "repository-unreachable",
                  "The repository does not work at the moment (" + answer.status() + ")."));
      case 301, 302, 303, 307, 308 -> throw gate.shut(notThere(answer));
      case 404 -> {
        if (!answer.code().equals("not-found")) {
          throw gate.shut(notThere(answer));
        }
      }
      default -> {}
    }
    return answer;
  }

  private Reason notThere(Answer answer) {
    return new Reason(
        "not-chancery",
        "There is no Chancery at " + base + " (" + answer.status() + "); is it still starting?");
  }

  private Unreachable unreachable(IOException e) {
    String why = e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
    return gate.shut(
        new Reason("repository-unreachable", "The repository cannot be reached: " + why));
  }

  private static Unreachable interrupted(InterruptedException e) {
    Thread.currentThread().interrupt();
    Unreachable stopped =
        new Unreachable(new Reason("stopping", "The intake process is being stopped."));
    stopped.initCause(e);
    return stopped;
  }
}
