package org.chancery.acceptance.verification;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Pattern;
import org.chancery.acceptance.host.Client;
import org.chancery.acceptance.process.RemoteIntake;

/** Where {@code ./chancery verify-alfresco} ends. The launcher checks the command line. */
public final class Verification {
  private final Map<String, String> options;
  private final String user;
  private final String password;
  private final URI base;
  private final URI api;
  private final List<String> remarks = new CopyOnWriteArrayList<>();
  private volatile boolean done;

  private Verification(Map<String, String> options, String password) {
    this.options = options;
    this.user = options.getOrDefault("--user", "admin");
    this.password = password;
    this.base = URI.create(options.get("--url").replaceAll("/+$", "") + "/");
    this.api = base.resolve("s/chancery/v1/");
    Optional.ofNullable(options.get("--remark")).ifPresent(remarks::add);
  }

  /**
   * Verifies; ends with 1 when anything failed.
   *
   * @param arguments option and value in turn: {@code --url}, {@code --user}, {@code --share},
   *     {@code --kill}, {@code --start}, {@code --report}, {@code --remark}, {@code --only}, {@code
   *     --leave-out}
   */
  public static void main(String[] arguments) {
    Map<String, String> options = new LinkedHashMap<>();
    for (int i = 0; i + 1 < arguments.length; i += 2) {
      options.put(arguments[i], arguments[i + 1]);
    }
    try {
      boolean good = new Verification(options, System.getenv("CHANCERY_ADMIN_PASSWORD")).run();
      System.exit(good ? 0 : 1);
    } catch (IllegalStateException e) {
      System.err.println("chancery: verify-alfresco: " + e.getMessage());
      System.exit(1);
    }
  }

  private boolean run() {
    Instant begun = Instant.now();
    Platform platform = new Platform(base, user, password);
    JsonNode repository = platform.discovery();
    PermittedSkips skips = PermittedSkips.shipped();
    Tally tally = new Tally(skips);
    Runtime.getRuntime().addShutdownHook(new Thread(() -> brokenOff(repository, tally, begun)));
    Office office = Office.read();
    new Preparation(platform, office).make();
    // Before the suite: while they run the index rests, and a search is answered 503.
    if (!options.containsKey("--only") && !new Contracts(platform).run(tally::add)) {
      remarks.add(
          "The contract tests were not run: the JAR that runs them is not in the repository.");
    }
    accept(office, tally);
    write(repository, tally, begun);
    done = true;
    System.out.println(tally.totals());
    return tally.good();
  }

  /** Also a run that somebody ended says what it came to until then. */
  private void brokenOff(JsonNode repository, Tally tally, Instant begun) {
    if (!done) {
      remarks.add("The run was broken off: further tests would have followed.");
      write(repository, tally, begun);
    }
  }

  private void write(JsonNode repository, Tally tally, Instant begun) {
    String report =
        new Report(repository, tally, begun, Duration.between(begun, Instant.now()), remarks)
            .text()
            .replace(base.toString(), "URL/")
            .replace(base.resolve("/").toString(), "URL/");
    try {
      Files.writeString(Path.of(options.get("--report")), report);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void accept(Office office, Tally tally) {
    try {
      Path home = Files.createTempDirectory("chancery-verify-");
      RemoteIntake reading = RemoteIntake.of(api, user, password, home);
      name(reading.inbox());
      Suite suite =
          new Suite(
              options.containsKey("--share"),
              Pattern.compile(options.getOrDefault("--only", "")),
              Optional.ofNullable(options.get("--leave-out")).map(Pattern::compile),
              tally::add);
      try (RemoteIntake running = reading.start()) {
        System.out.println("The intake process logs to " + running.log());
        new KnownWriter(Client.program(api, user, password), office).make(running.inbox());
        suite.run();
      }
      suite.runKilling();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (AssertionError e) {
      tally.add(
          new Outcome(
              Outcome.Part.ACCEPTANCE,
              "the suite",
              "preparation",
              Outcome.Result.FAILED,
              e.getMessage()));
    }
  }

  /** Names the host to the suite. */
  private void name(Path inbox) {
    System.setProperty("chancery.url", api.toString());
    System.setProperty("chancery.inbox", inbox.toString());
    System.setProperty("chancery.admin-user", user);
    System.setProperty("chancery.admin-password", password);
    System.setProperty("chancery.alfresco.url", base.toString().replaceAll("/$", ""));
    System.setProperty("chancery.alfresco.user", user);
    System.setProperty("chancery.alfresco.password", password);
    for (String option : List.of("share", "kill", "start")) {
      Optional.ofNullable(options.get("--" + option))
          .ifPresent(value -> System.setProperty("chancery." + option, value));
    }
  }
}
