package org.chancery.core.mail;

import java.io.UncheckedIOException;
import java.util.Optional;
import org.chancery.core.intake.WorkQueue;
import org.chancery.core.intake.WorkQueue.Work;
import org.chancery.core.repository.Transactions;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Notices to people with accounts that have to reach them: each is put down with the change it
 * tells of, and sent once. It says that there is something, and where; never what (requirement
 * C18).
 */
public final class Notices implements Outbox.Tray {
  private static final Logger LOG = LoggerFactory.getLogger(Notices.class);
  private static final String QUEUE = "notices";
  private static final String PART = " ";

  /** At an hour each, in the end, about a fortnight. */
  private static final int MOST_ATTEMPTS = 350;

  private final Optional<Mailer> mailer;
  private final WorkQueue queue;
  private final Transactions transactions;

  /** Sends by the mailer; without one nobody is told. */
  public Notices(Optional<Mailer> mailer, WorkQueue queue, Transactions transactions) {
    this.mailer = mailer;
    this.queue = queue;
    this.transactions = transactions;
  }

  /** What there is to be told. Names are kept in the queue. */
  public enum Kind {
    /** The integrity report found something. */
    INTEGRITY("Alarm: the integrity report found something out of place"),
    /** The taskings and the engine do not agree. */
    ROUTING("Alarm: taskings and the workflow engine do not agree"),
    /** The ledger's check of itself failed. */
    LEDGER("Alarm: the ledger's check of itself failed"),
    /** Case folders are due that nobody has reviewed. */
    REVIEW("Case folders wait for their review"),
    /** Dispositions have been proposed. */
    APPROVAL("Dispositions wait for approval"),
    /** A letter could not be sent. */
    UNSENT("A letter of yours could not be sent by e-mail"),
    /** Somebody entered a person who has a private number or address of another one. */
    LOOKALIKE("Somebody whom you keep may have been entered a second time"),
    /** Somebody who was erased was to be entered again. */
    STOPPED("Somebody was kept from being entered again; you decide"),
    /** Somebody asked not to be contacted. */
    NO_CONTACT("Somebody whom you keep asked not to be contacted"),
    /** An owner did not answer such a request. */
    UNANSWERED("A request not to be contacted was not answered in time"),
    /** Entries will be deleted under the one-year rule. */
    EXPIRING("Entries that you keep will be deleted unless you renew them"),
    /** A report is ready that somebody ordered. */
    REPORT("A report that you ordered is ready"),
    /** Business cards wait that nobody has entered. */
    CARDS("Business cards that you handed in will be removed unless you enter them");

    private final String subject;

    Kind(String subject) {
      this.subject = subject;
    }
  }

  /**
   * Has somebody told, when the transaction in progress has committed. One who is still to be told
   * the same is told once.
   *
   * @param user the account
   * @param path where to look, beginning with a slash; without white space
   */
  public void tell(String user, Kind kind, String path) {
    if (mailer.isPresent()) {
      queue.add(QUEUE, kind + PART + path + PART + user);
    }
  }

  @Override
  public String queue() {
    return QUEUE;
  }

  @Override
  public Optional<Outbox.Postponement> send(Work work) {
    if (mailer.isEmpty()) {
      return Optional.of(Outbox.Postponement.after(work.attempt(), "no mail server is named"));
    }
    String[] parts = work.key().split(PART, 3);
    Kind kind = Kind.valueOf(parts[0]);
    try {
      boolean sent = mailer.get().send(parts[2], kind.subject, text(kind, parts[1]));
      if (!sent) {
        LOG.warn("{} has no mail address and is not told: {}", parts[2], kind);
      }
    } catch (UncheckedIOException e) {
      if (work.attempt() < MOST_ATTEMPTS) {
        LOG.warn("{} cannot be told by mail now: {}", parts[2], kind, e);
        return Optional.of(
            Outbox.Postponement.after(work.attempt(), "the mail server takes nothing"));
      }
      LOG.error("{} could not be told by mail, and is not any more: {}", parts[2], kind, e);
    }
    transactions.write(() -> queue.done(work));
    return Optional.empty();
  }

  private String text(Kind kind, String path) {
    return kind.subject + ".\n\nSign in to see more: " + mailer.orElseThrow().home() + path + "\n";
  }
}
