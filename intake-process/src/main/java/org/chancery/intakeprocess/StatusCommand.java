package org.chancery.intakeprocess;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;

/**
 * {@code intake --status}: tells how the process over a data folder is doing. Ends with 0 when it
 * runs and nothing is wrong, else with 1.
 */
final class StatusCommand {
  private static final Duration FRESH = Duration.ofSeconds(60);

  private final Clock clock;
  private final PrintStream out;

  StatusCommand(Clock clock, PrintStream out) {
    this.clock = clock;
    this.out = out;
  }

  int run(Path data) {
    try {
      Optional<Status> found = Status.read(data);
      if (found.isEmpty()) {
        out.println("No intake process has run over " + data);
        return 1;
      }
      return told(found.get());
    } catch (IOException e) {
      out.println("The status cannot be read: " + e.getMessage());
      return 1;
    }
  }

  private int told(Status status) {
    Duration age = Duration.between(status.at(), clock.instant());
    boolean alive =
        age.compareTo(FRESH) < 0
            && ProcessHandle.of(status.pid()).filter(ProcessHandle::isAlive).isPresent();
    out.println(
        alive
            ? "Running as process " + status.pid()
            : "Not running; last heard of at " + status.at());
    out.println(
        "Repository "
            + status.repository()
            + ": "
            + status.problem().orElse("reachable")
            + " (since "
            + status.since()
            + ")");
    status.folderProblem().ifPresent(out::println);
    out.println("Received " + status.received() + ", readings " + status.readings());
    status
        .reading()
        .forEach(
            each ->
                out.println("  reading " + each.name() + ": " + each.done() + " of " + each.of()));
    status
        .waiting()
        .forEach(each -> out.println("  waiting " + each.name() + ": " + each.explanation()));
    boolean well = status.problem().isEmpty() && status.folderProblem().isEmpty();
    return alive && well ? 0 : 1;
  }
}
