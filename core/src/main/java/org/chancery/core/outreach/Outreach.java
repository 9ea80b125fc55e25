package org.chancery.core.outreach;

import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.chancery.core.access.Accounts;
import org.chancery.core.addresses.AddressCheck;
import org.chancery.core.audit.AuditTrail;
import org.chancery.core.background.OwnThread;
import org.chancery.core.holds.HoldRule;
import org.chancery.core.intake.WorkQueue;
import org.chancery.core.issues.IssueCatalogue;
import org.chancery.core.repository.Nodes;
import org.chancery.core.repository.Transactions;
import org.chancery.core.screening.Screening;
import org.chancery.core.search.Searcher;
import org.chancery.core.stakeholders.Engagement;
import org.chancery.core.stakeholders.Region;
import org.chancery.core.stakeholders.Stakeholders;
import org.chancery.core.vocabulary.Stk;

/** The parts of this package, wired; counts attendance when an event's day has come. */
public final class Outreach implements AutoCloseable {
  private static final Duration HOURLY = Duration.ofHours(1);

  private final Interactions interactions;
  private final Events events;
  private final FollowUps followUps;
  private final EventCalendar calendar;
  private final Leavers leavers;
  private final Transactions transactions;
  private final OwnThread thread = new OwnThread("events");

  /**
   * What they work on.
   *
   * @param nodes the tree
   * @param transactions the host's
   * @param queue durable work
   * @param searcher finds what the caller may see
   * @param accounts who people are
   * @param stakeholders people and organizations
   * @param catalogue the issues
   * @param screening of what is written
   * @param holds what may not go
   * @param audit the ledger
   * @param clock the time
   */
  public record Ports(
      Nodes nodes,
      Transactions transactions,
      WorkQueue queue,
      Searcher searcher,
      Accounts accounts,
      Stakeholders stakeholders,
      IssueCatalogue catalogue,
      Screening screening,
      HoldRule holds,
      AuditTrail audit,
      Clock clock) {}

  /** Wires them; nothing runs before {@link #start}. */
  public Outreach(Ports ports) {
    transactions = ports.transactions();
    Engagement engagement = new Engagement(ports.nodes(), ports.catalogue(), Stk.DISCUSSES);
    interactions = new Interactions(ports, engagement);
    events = new Events(ports, engagement, new Region(new AddressCheck(Optional.empty())));
    leavers =
        new Leavers(
            ports.nodes(),
            ports.transactions(),
            ports.queue(),
            ports.searcher(),
            ports.accounts(),
            ports.stakeholders().handOver());
    followUps = new FollowUps(ports.nodes(), ports.searcher());
    calendar = new EventCalendar(ports.nodes(), ports.searcher());
  }

  /** Interactions. */
  public Interactions interactions() {
    return interactions;
  }

  /** Events. */
  public Events events() {
    return events;
  }

  /** Which events there are. */
  public EventCalendar calendar() {
    return calendar;
  }

  /** Promises. */
  public FollowUps followUps() {
    return followUps;
  }

  /** Gives all that somebody owns to another one. */
  public Leavers leavers() {
    return leavers;
  }

  /** Begins to look for events whose day has come. */
  public void start() {
    thread.every(
        Duration.ZERO, HOURLY, "Counting attendance failed", () -> events.settle(transactions));
    leavers.start();
  }

  @Override
  public void close() {
    leavers.close();
    thread.close();
  }
}
