package org.chancery.core.http;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.chancery.core.search.Indexer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What every host has to have working. */
public final class HealthChecks {
  private static final Logger LOG = LoggerFactory.getLogger(HealthChecks.class);
  private static final Duration INDEX_LAG = Duration.ofSeconds(30);

  private record Check(String name, Supplier<Optional<String>> look) implements HealthCheck {
    @Override
    public Optional<String> problem() {
      return look.get();
    }
  }

  private HealthChecks() {}

  /**
   * {@code database}.
   *
   * @param answers asks it something; throws when it cannot be reached
   */
  public static HealthCheck database(Callable<Boolean> answers) {
    return new Check("database", () -> unanswered(answers));
  }

  private static Optional<String> unanswered(Callable<Boolean> answers) {
    try {
      return answers.call() ? Optional.empty() : Optional.of("The database does not answer.");
    } catch (RuntimeException e) {
      throw e; // a fault of ours, and none of the database's
    } catch (Exception e) {
      LOG.warn("The database does not answer", e);
      return Optional.of("The database cannot be reached.");
    }
  }

  /** {@code search-index}: whether a pass over the changes ended within the last 30 seconds. */
  public static HealthCheck searchIndex(Supplier<Indexer.Status> status, Clock clock) {
    return new Check("search-index", () -> lag(status.get(), clock));
  }

  private static Optional<String> lag(Indexer.Status status, Clock clock) {
    if (!status.running()) {
      return Optional.of("The search index is no longer kept up to date.");
    }
    boolean late =
        status.lastPass().filter(at -> at.plus(INDEX_LAG).isAfter(clock.instant())).isEmpty();
    return status.problem().isPresent() || late && !status.building()
        ? Optional.of("The search index lags behind.")
        : Optional.empty();
  }

  /**
   * {@code ledger}.
   *
   * @param trouble why entries are not being sealed; its words stay in the log
   */
  public static HealthCheck ledger(Supplier<Optional<String>> trouble) {
    return new Check("ledger", () -> trouble.get().map(why -> "The ledger is not being sealed."));
  }

  /**
   * {@code disk}. Asked of the folder itself: in a container the list of mounts need not name it.
   *
   * @param folder which lies on the disk
   * @param least bytes that must be left
   * @param full what to say when they are not
   */
  public static HealthCheck disk(Path folder, long least, String full) {
    return new Check(
        "disk",
        () -> folder.toFile().getUsableSpace() >= least ? Optional.empty() : Optional.of(full));
  }
}
