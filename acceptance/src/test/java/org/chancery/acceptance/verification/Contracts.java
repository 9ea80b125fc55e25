package org.chancery.acceptance.verification;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Locale;
import java.util.function.Consumer;

/** Has the contract tests of the ports run inside the repository, by its web script. */
final class Contracts {
  private static final String SCRIPT = "chancery/verification/contracts";
  private static final Duration LIMIT = Duration.ofMinutes(30);
  private static final int COLUMNS = 4;

  private final Platform platform;

  Contracts(Platform platform) {
    this.platform = platform;
  }

  /** Tells of each test; false when the JAR that runs them is not deployed. */
  boolean run(Consumer<Outcome> told) {
    HttpResponse<InputStream> answer = platform.stream(SCRIPT, LIMIT);
    if (answer.statusCode() == 404) {
      return false;
    }
    if (answer.statusCode() != 200) {
      told.accept(failure("the web script answered " + answer.statusCode()));
      return true;
    }
    boolean ended = false;
    try (BufferedReader lines =
        new BufferedReader(new InputStreamReader(answer.body(), StandardCharsets.UTF_8))) {
      for (String line : (Iterable<String>) lines.lines()::iterator) {
        String[] columns = line.split("\t", COLUMNS);
        if (columns[0].equals("end")) {
          ended = true;
        } else if (columns.length >= 3) {
          told.accept(
              new Outcome(
                  Outcome.Part.CONTRACTS,
                  columns[0],
                  columns[1].replaceAll("\\(\\)$", ""),
                  Outcome.Result.valueOf(columns[2].toUpperCase(Locale.ROOT)),
                  columns.length == COLUMNS ? columns[3] : ""));
        }
      }
    } catch (IOException | java.io.UncheckedIOException e) {
      told.accept(failure("the answer broke off: " + e.getMessage()));
      return true;
    }
    if (!ended) {
      told.accept(failure("the answer ended before the tests did"));
    }
    return true;
  }

  private static Outcome failure(String reason) {
    return new Outcome(Outcome.Part.CONTRACTS, "contracts", "run", Outcome.Result.FAILED, reason);
  }
}
