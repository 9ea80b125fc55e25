package org.chancery.core.response;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.chancery.core.access.Account;
import org.chancery.core.access.Accounts;
import org.chancery.core.access.Actor;
import org.chancery.core.audit.Action;
import org.chancery.core.audit.AuditTrail;
import org.chancery.core.intake.WorkQueue;
import org.chancery.core.intake.WorkQueue.Work;
import org.chancery.core.mail.Handover;
import org.chancery.core.mail.Letter;
import org.chancery.core.mail.MailAddress;
import org.chancery.core.mail.Mailer;
import org.chancery.core.mail.Notices;
import org.chancery.core.mail.Outbox;
import org.chancery.core.repository.Caller;
import org.chancery.core.repository.Change;
import org.chancery.core.repository.ContentInfo;
import org.chancery.core.repository.Contents;
import org.chancery.core.repository.Node;
import org.chancery.core.repository.NodeId;
import org.chancery.core.repository.Nodes;
import org.chancery.core.repository.NotFound;
import org.chancery.core.repository.Sha256;
import org.chancery.core.repository.Transactions;
import org.chancery.core.vocabulary.Cor;
import org.chancery.model.QName;

/**
 * Sends the letters of dispatches. Before a letter is handed to the mail server it is noted that
 * this is begun, and afterwards what became of it: one whose attempt was interrupted in between is
 * handed over again under the same Message-ID, and the account says that it may have arrived twice.
 * Nothing is sent but what was chosen, and nothing that whoever dispatched it may no longer see.
 */
final class LetterTray implements Outbox.Tray {
  private static final Caller SYSTEM = Caller.ofSystem();

  /** At an hour each, in the end, about three days. */
  private static final int MOST_ATTEMPTS = 75;

  private final Nodes nodes;
  private final Contents contents;
  private final Transactions transactions;
  private final WorkQueue queue;
  private final AuditTrail audit;
  private final Accounts accounts;
  private final Mailings mailings;
  private final OpenFile open;
  private final Optional<Mailer> mailer;
  private final Notices notices;
  private final Clock clock;

  LetterTray(
      Nodes nodes,
      Contents contents,
      Transactions transactions,
      WorkQueue queue,
      AuditTrail audit,
      Accounts accounts,
      Mailings mailings,
      OpenFile open,
      Optional<Mailer> mailer,
      Notices notices,
      Clock clock) {
    this.nodes = nodes;
    this.contents = contents;
    this.transactions = transactions;
    this.queue = queue;
    this.audit = audit;
    this.accounts = accounts;
    this.mailings = mailings;
    this.open = open;
    this.mailer = mailer;
    this.notices = notices;
    this.clock = clock;
  }

  @Override
  public String queue() {
    return Mailings.QUEUE;
  }

  @Override
  public Optional<Outbox.Postponement> send(Work work) {
    NodeId id = NodeId.of(work.key());
    if (mailer.isEmpty()) {
      return Optional.of(Outbox.Postponement.after(work.attempt(), "no mail server is named"));
    }
    Optional<Mailing> begun = transactions.write(() -> begin(work, id));
    if (begun.isEmpty()) {
      return Optional.empty();
    }
    Handover outcome = handOver(begun.get());
    return transactions.write(() -> settled(work, id, begun.get().attempts(), outcome));
  }

  /** Notes that it is being handed over; ends the work when there is nothing to send any more. */
  private Optional<Mailing> begin(Work work, NodeId id) {
    Optional<Mailing> mailing =
        nodes
            .find(SYSTEM, id)
            .flatMap(found -> Mailing.of(nodes.hold(SYSTEM, id)))
            .filter(each -> each.state().waits());
    if (mailing.isEmpty()) {
      queue.done(work);
      return Optional.empty();
    }
    Map<QName, Object> values = new HashMap<>();
    values.put(Cor.OUTGOING_STATE, Mailing.State.SENDING.code());
    values.put(Cor.OUTGOING_ATTEMPTS, mailing.get().attempts() + 1);
    values.put(Cor.OUTGOING_ATTEMPTED_AT, clock.instant().truncatedTo(ChronoUnit.MILLIS));
    if (mailing.get().state() == Mailing.State.SENDING) {
      values.put(Cor.OUTGOING_UNCERTAIN, true);
    }
    return Mailing.of(nodes.update(SYSTEM, id, Optional.empty(), Change.of(values)));
  }

  private Handover handOver(Mailing mailing) {
    Optional<Caller> by = accounts.find(mailing.by()).map(Account::caller);
    if (by.isEmpty()) {
      return new Handover.Refused(
          "Whoever dispatched it has no account any more. Somebody else may try it again.");
    }
    List<Letter.Enclosure> enclosures = new ArrayList<>();
    for (Mailing.Part part : mailing.parts()) {
      Optional<Letter.Enclosure> enclosure = enclosure(by.get(), part);
      if (enclosure.isEmpty()) {
        return new Handover.Refused(
            "A document of it was changed or is no longer there for whoever dispatched it, so that"
                + " what was chosen cannot be sent. Withdraw it and dispatch it anew.");
      }
      enclosures.add(enclosure.get());
    }
    return mailer
        .orElseThrow()
        .handOver(
            new Letter(
                mailing.messageId(),
                new MailAddress(mailing.to()),
                mailing.subject(),
                mailing.text(),
                enclosures));
  }

  private Optional<Letter.Enclosure> enclosure(Caller by, Mailing.Part part) {
    return transactions.read(
        () -> {
          Optional<Node> document = nodes.find(by, part.document());
          Optional<ContentInfo> content =
              document
                  .map(each -> each.contents().get(part.property()))
                  .filter(each -> each.sha256().equals(part.sha256()));
          if (content.isEmpty()) {
            return Optional.empty();
          }
          byte[] bytes = bytes(by, part);
          // What is sent is what was chosen, byte for byte, whoever changed it a moment ago.
          return Sha256.of(bytes).equals(part.sha256())
              ? Optional.of(
                  new Letter.Enclosure(
                      name(document.get(), content.get()),
                      content.get().mediaType(),
                      bytes.length,
                      () -> new ByteArrayInputStream(bytes)))
              : Optional.empty();
        });
  }

  private byte[] bytes(Caller by, Mailing.Part part) {
    try (InputStream in = contents.open(by, part.document(), part.property())) {
      return in.readAllBytes();
    } catch (NotFound e) {
      return new byte[0];
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String name(Node document, ContentInfo content) {
    boolean pdf = content.mediaType().equals("application/pdf");
    return pdf
        ? document.name().replaceFirst("\\.[A-Za-z0-9]{1,5}$", "") + ".pdf"
        : document.name();
  }

  private Optional<Outbox.Postponement> settled(
      Work work, NodeId id, int attempts, Handover outcome) {
    nodes.hold(SYSTEM, id);
    if (outcome instanceof Handover.Accepted) {
      Map<QName, Object> values = new HashMap<>();
      values.put(Cor.OUTGOING_SENT_AT, clock.instant().truncatedTo(ChronoUnit.MILLIS));
      values.put(Cor.OUTGOING_REASON, null);
      end(work, id, Mailing.State.SENT, values);
      return Optional.empty();
    }
    if (outcome instanceof Handover.Postponed later && attempts < MOST_ATTEMPTS) {
      Map<QName, Object> values = new HashMap<>();
      values.put(Cor.OUTGOING_STATE, Mailing.State.QUEUED.code());
      values.put(Cor.OUTGOING_REASON, later.reason());
      nodes.update(SYSTEM, id, Optional.empty(), Change.of(values));
      return Optional.of(Outbox.Postponement.after(attempts, "not taken by the mail server"));
    }
    String reason =
        outcome instanceof Handover.Refused refused
            ? refused.reason()
            : ((Handover.Postponed) outcome).reason() + " It was tried " + attempts + " times.";
    end(work, id, Mailing.State.FAILED, Map.of(Cor.OUTGOING_REASON, reason));
    Node now = nodes.get(SYSTEM, id);
    open.of(SYSTEM, id)
        .ifPresent(
            file ->
                notices.tell(
                    Mailing.of(now).orElseThrow().by(),
                    Notices.Kind.UNSENT,
                    "/case-files/" + file));
    return Optional.empty();
  }

  /**
   * Whether the lease was lost does not matter: what became of the letter is so all the same, and
   * whoever took the work over finds that nothing is left to do.
   */
  private void end(Work work, NodeId id, Mailing.State state, Map<QName, Object> values) {
    Map<QName, Object> all = new HashMap<>(values);
    all.put(Cor.OUTGOING_STATE, state.code());
    nodes.update(SYSTEM, id, Optional.empty(), Change.of(all));
    audit.record(Actor.ofSystem().did(Action.SEND, id, mailings.details(SYSTEM, id, state.code())));
    queue.done(work);
  }
}
