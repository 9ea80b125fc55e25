package org.chancery.intakeprocess;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.chancery.core.intake.Reason;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Whether the repository can be worked with, and when to try again: soon after it was lost, later
 * and later then, and seldom where trying again may lock an account. Shut until first opened.
 */
final class Gate {
  private static final Logger LOG = LoggerFactory.getLogger(Gate.class);
  private static final Duration FIRST_PAUSE = Duration.ofSeconds(1);
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(10);
  private static final Duration ACCOUNT_PAUSE = Duration.ofMinutes(1);
  private static final Set<String> OF_THE_ACCOUNT =
      Set.of("sign-in-refused", "not-permitted", "no-password");
  private static final Reason NOT_YET =
      new Reason("connecting", "The repository has not been reached yet.");

  private final Clock clock;
  private Optional<Reason> reason = Optional.of(NOT_YET);
  private Instant since;
  private Instant next = Instant.EPOCH;
  private Duration pause = FIRST_PAUSE;

  Gate(Clock clock) {
    this.clock = clock;
    this.since = clock.instant();
  }

  /** Why it is shut. */
  synchronized Optional<Reason> closed() {
    return reason;
  }

  /** Since when it has been as it is. */
  synchronized Instant since() {
    return since;
  }

  /** Whether someone should try now; whoever is told so must, the others wait meanwhile. */
  synchronized boolean probeIsDue() {
    Instant now = clock.instant();
    // A clock that was put back must not keep it shut for longer than the longest pause.
    boolean due = !now.isBefore(next) || next.isAfter(now.plus(ACCOUNT_PAUSE));
    if (reason.isEmpty() || !due) {
      return false;
    }
    next = now.plus(pause);
    return true;
  }

  /** It can be worked with. */
  synchronized void open() {
    if (reason.isPresent()) {
      LOG.info("The repository answers");
      since = clock.instant();
    }
    reason = Optional.empty();
    pause = FIRST_PAUSE;
  }

  /** It cannot; the exception is for throwing. */
  synchronized Unreachable shut(Reason why) {
    if (!reason.map(Reason::code).equals(Optional.of(why.code()))) {
      LOG.warn("{} Trying again until it works; files stay where they are.", why.explanation());
      since = clock.instant();
      pause = FIRST_PAUSE;
    } else {
      Duration doubled = pause.multipliedBy(2);
      pause = doubled.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : doubled;
    }
    if (OF_THE_ACCOUNT.contains(why.code())) {
      pause = ACCOUNT_PAUSE;
    }
    reason = Optional.of(why);
    next = clock.instant().plus(pause);
    return new Unreachable(why);
  }
}
