package org.chancery.core.rights;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.chancery.core.background.OwnThread;
import org.chancery.core.destruction.Destruction;
import org.chancery.core.destruction.Remnant;
import org.chancery.core.intake.WorkQueue;
import org.chancery.core.intake.WorkQueue.Work;
import org.chancery.core.repository.Held;
import org.chancery.core.repository.NodeId;
import org.chancery.core.repository.NotFound;
import org.chancery.core.repository.Transactions;
import org.chancery.core.repository.WrongState;
import org.chancery.core.vocabulary.Stk;
import org.chancery.model.QName;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What happens by itself: unanswered requests go to the representative, owners are warned and
 * reminded, what was not renewed and cards that nobody entered are deleted, and what that left is
 * erased.
 */
public final class RightsClock implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(RightsClock.class);
  private static final Duration HOURLY = Duration.ofHours(1);

  /** After a start people come first: this looks at everybody there is. */
  private static final Duration FIRST = Duration.ofMinutes(3);

  private static final Duration POLL = Duration.ofSeconds(5);
  private static final Duration LEASE = Duration.ofMinutes(30);
  private static final Duration AGAIN = Duration.ofMinutes(5);
  private static final int PART = 200;

  private final ContactRequests requests;
  private final OneYear oneYear;
  private final Destruction destruction;
  private final WorkQueue queue;
  private final Transactions transactions;
  private final Clock clock;
  private final CardSweep cards;
  private LocalDate organizations = LocalDate.MIN;
  private final OwnThread daily = new OwnThread("one-year-rule");
  private final OwnThread erasing = new OwnThread("one-year-erasing");

  RightsClock(ContactRequests requests, OneYear oneYear, Rights.Ports ports) {
    this.requests = requests;
    this.oneYear = oneYear;
    this.destruction = ports.destruction();
    this.queue = ports.queue();
    this.transactions = ports.transactions();
    this.clock = ports.clock();
    this.cards = new CardSweep(ports);
  }

  /** Begins to look. */
  void start() {
    daily.every(FIRST, HOURLY, "Requests and the one-year rule", this::once);
    erasing.every(POLL, POLL, "Erasing after the one-year rule", this::erase);
  }

  /** Does now what is due today, on the calling thread; not within a transaction. */
  public synchronized void once() {
    each(() -> requests.unanswered(PART), requests::escalate);
    each(() -> oneYear.unwarned(PART), oneYear::warn);
    LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    if (!today.equals(organizations)) {
      // Each is looked at: once a day is enough.
      oneYear.unwarnedOrganizations(PART).forEach(id -> transactions.write(() -> oneYear.warn(id)));
      organizations = today;
    }
    goOn(Stk.PERSON);
    goOn(Stk.ORGANIZATION);
    cards.once();
  }

  private void goOn(QName kind) {
    int kept = 0;
    List<NodeId> part = oneYear.warned(kind, 0, PART);
    while (!part.isEmpty() && !daily.ending()) {
      for (NodeId id : part) {
        if (stays(id)) {
          kept++;
        }
      }
      part = oneYear.warned(kind, kept, PART);
    }
  }

  /** Again and again, as long as something comes of it. */
  private void each(Supplier<List<NodeId>> due, Consumer<NodeId> work) {
    List<NodeId> last = List.of();
    List<NodeId> part = due.get();
    while (!part.isEmpty() && !part.equals(last) && !daily.ending()) {
      part.forEach(id -> transactions.write(() -> work.accept(id)));
      last = part;
      part = due.get();
    }
  }

  /** Whether it is still among those of whom somebody was warned. */
  private boolean stays(NodeId id) {
    try {
      return transactions.write(() -> oneYear.goOn(id)) == OneYear.Went.STAYS;
    } catch (Held | WrongState e) {
      LOG.info("{} is not deleted: a hold or a record keeps it", id);
      return true;
    } catch (NotFound e) {
      return false;
    }
  }

  /** Erases what deleted people left; not within a transaction, may take minutes. */
  public void erase() {
    Optional<Work> next = queue.take(Removal.QUEUE, LEASE);
    if (next.isEmpty()) {
      return;
    }
    List<Remnant> left = destruction.erase();
    if (left.isEmpty()) {
      transactions.write(() -> queue.done(next.get()));
    } else {
      LOG.warn("Something of deleted people is still there: {}", left);
      queue.later(next.get(), AGAIN, String.valueOf(left));
    }
  }

  @Override
  public void close() {
    daily.close();
    erasing.close();
  }
}
