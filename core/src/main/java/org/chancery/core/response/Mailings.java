package org.chancery.core.response;

import java.net.URI;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.chancery.core.access.Actor;
import org.chancery.core.audit.Action;
import org.chancery.core.audit.AuditTrail;
import org.chancery.core.intake.WorkQueue;
import org.chancery.core.mail.MailAddress;
import org.chancery.core.mail.Mailer;
import org.chancery.core.repository.Caller;
import org.chancery.core.repository.Change;
import org.chancery.core.repository.ContentInfo;
import org.chancery.core.repository.Declared;
import org.chancery.core.repository.Denied;
import org.chancery.core.repository.Invalid;
import org.chancery.core.repository.Node;
import org.chancery.core.repository.NodeId;
import org.chancery.core.repository.Nodes;
import org.chancery.core.repository.NotFound;
import org.chancery.core.repository.Permission;
import org.chancery.core.repository.Permissions;
import org.chancery.core.repository.Transactions;
import org.chancery.core.repository.WrongState;
import org.chancery.core.vocabulary.Cm;
import org.chancery.core.vocabulary.Cor;
import org.chancery.model.QName;

/**
 * Dispatches that this system sends by e-mail itself (requirements C12, P14): put into the tray
 * with the dispatch, tried again or taken back by whoever may dispatch.
 */
public final class Mailings {
  /** The queue of letters to be sent; its keys are the ids of dispatches. */
  static final String QUEUE = "letter-mail";

  private static final int LONGEST_LINE = 255;
  private static final int LONGEST_TEXT = 20_000;
  private static final String PDF = "application/pdf";

  private final Nodes nodes;
  private final Permissions permissions;
  private final Transactions transactions;
  private final WorkQueue queue;
  private final AuditTrail audit;
  private final OpenFile open;
  private final Prints prints;
  private final Optional<Mailer> mailer;
  private final Runnable wake;

  Mailings(
      Nodes nodes,
      Permissions permissions,
      Transactions transactions,
      WorkQueue queue,
      AuditTrail audit,
      OpenFile open,
      Prints prints,
      Optional<Mailer> mailer,
      Runnable wake) {
    this.nodes = nodes;
    this.permissions = permissions;
    this.transactions = transactions;
    this.queue = queue;
    this.audit = audit;
    this.open = open;
    this.prints = prints;
    this.mailer = mailer;
    this.wake = wake;
  }

  /**
   * A mail to be sent with a dispatch.
   *
   * @param to address
   * @param subject one line
   * @param text what is written above the files
   */
  public record NewMail(String to, String subject, String text) {}

  /** How many bytes the files of a mail may have together; empty where no mail is sent. */
  public Optional<Long> largest() {
    return mailer.map(Mailer::largest);
  }

  /**
   * What a dispatch keeps of its mail; the documents are the caller's to read.
   *
   * @param dispatch its id, which is also the mail's
   * @throws WrongState where no mail server is named
   * @throws Invalid when something is missing, or a document cannot be sent
   */
  Map<QName, Object> prepared(
      Caller caller, NodeId dispatch, List<NodeId> documents, NewMail mail) {
    Mailer sending =
        mailer.orElseThrow(
            () ->
                new WrongState(
                    "This system has no mail server to send by. An administrator names one in its"
                        + " settings (on a server of its own: chancery.mail.host and what goes with"
                        + " it). Until then, send it from your own mailbox and record it as sent"
                        + " elsewhere."));
    Map<String, String> problems = new LinkedHashMap<>();
    MailAddress.problem(stripped(mail.to())).ifPresent(why -> problems.put("mail.to", why));
    String subject = stripped(mail.subject());
    if (subject.isEmpty() || subject.length() > LONGEST_LINE) {
      problems.put("mail.subject", "must have between 1 and " + LONGEST_LINE + " characters");
    } else if (subject.chars().anyMatch(Character::isISOControl)) {
      problems.put("mail.subject", "must be one line");
    }
    String text = stripped(mail.text());
    if (text.isEmpty() || text.length() > LONGEST_TEXT) {
      problems.put("mail.text", "must have between 1 and " + LONGEST_TEXT + " characters");
    }
    List<Chosen> files = chosen(caller, documents, problems);
    long size = files.stream().mapToLong(each -> each.content().size()).sum();
    if (size > sending.largest()) {
      problems.put(
          "documents",
          "have "
              + megabytes(size)
              + " together; at most "
              + megabytes(sending.largest())
              + " are sent by e-mail");
    }
    if (!problems.isEmpty()) {
      throw new Invalid(problems);
    }
    Map<QName, Object> values = new HashMap<>();
    values.put(Cor.OUTGOING_TO, stripped(mail.to()));
    values.put(Cor.OUTGOING_SUBJECT, subject);
    values.put(Cor.OUTGOING_TEXT, text);
    values.put(Cor.OUTGOING_PARTS, files.stream().map(each -> each.part().stored()).toList());
    values.put(Cor.MESSAGE_ID, "<" + dispatch + "@" + host(sending.home()) + ">");
    values.put(Cor.OUTGOING_BY, caller.user());
    values.put(Cor.OUTGOING_STATE, Mailing.State.QUEUED.code());
    values.put(Cor.OUTGOING_ATTEMPTS, 0);
    return values;
  }

  private record Chosen(Mailing.Part part, ContentInfo content) {}

  private List<Chosen> chosen(Caller caller, List<NodeId> documents, Map<String, String> problems) {
    List<Node> found = documents.stream().distinct().map(id -> nodes.get(caller, id)).toList();
    for (Node each : found) {
      if (!each.contents().containsKey(Cm.CONTENT)) {
        problems.put("documents", "'" + each.name() + "' has no content yet");
      }
    }
    if (!found.isEmpty() && problems.get("documents") == null && pdf(found.get(0)).isEmpty()) {
      problems.put(
          "documents",
          "'"
              + found.get(0).name()
              + "' has no PDF of what it says now: print it for signature first, or send the"
              + " signed paper");
    }
    if (problems.containsKey("documents")) {
      return List.of();
    }
    return found.stream()
        .map(
            each -> {
              QName property = pdf(each).orElse(Cm.CONTENT);
              ContentInfo content = each.contents().get(property);
              return new Chosen(new Mailing.Part(each.id(), property, content.sha256()), content);
            })
        .toList();
  }

  /** The content that is the document as PDF, as it is now. */
  private Optional<QName> pdf(Node document) {
    boolean printed =
        document.contents().containsKey(Cor.LETTER_PDF)
            && document.text(Cor.PRINT_STATE).filter(Prints.READY::equals).isPresent()
            && prints.isCurrent(document, document.text(Cor.PRINTED_VERSION).orElse(""));
    if (printed) {
      return Optional.of(Cor.LETTER_PDF);
    }
    if (document.contents().containsKey(Cor.SEARCHABLE_PDF)) {
      return Optional.of(Cor.SEARCHABLE_PDF);
    }
    ContentInfo content = document.contents().get(Cm.CONTENT);
    return Optional.ofNullable(content)
        .filter(own -> own.mediaType().equals(PDF))
        .map(own -> Cm.CONTENT);
  }

  private static String stripped(String text) {
    return text == null ? "" : text.strip();
  }

  private static String megabytes(long bytes) {
    return String.format(Locale.ROOT, "%.1f MB", bytes / 1_048_576.0);
  }

  private static String host(String home) {
    return Optional.ofNullable(URI.create(home).getHost()).orElse("localhost");
  }

  /** Puts a dispatch into the tray, within the transaction in progress. */
  void queue(NodeId dispatch) {
    queue.add(QUEUE, dispatch.value());
    transactions.afterCommit(wake);
  }

  /**
   * Has a mail tried again that was not sent, or waits for its next attempt, within the transaction
   * in progress; from now on with the actor's rights.
   *
   * @throws NotFound when it is not there for the actor, or is not sent by this system
   * @throws Denied when the actor may not dispatch from its file
   * @throws WrongState when it was sent or withdrawn
   * @throws Declared when it is a record
   */
  public Node retry(Actor actor, NodeId id) {
    Mailing mailing = held(actor, id);
    switch (mailing.state()) {
      case SENT -> throw new WrongState("It has been sent.");
      case WITHDRAWN -> throw new WrongState("It was withdrawn; dispatch it anew.");
      case SENDING -> throw new WrongState("It is being handed to the mail server just now.");
      case QUEUED, FAILED -> {
        // What follows.
      }
    }
    Map<QName, Object> values = new HashMap<>();
    values.put(Cor.OUTGOING_STATE, Mailing.State.QUEUED.code());
    values.put(Cor.OUTGOING_REASON, null);
    values.put(Cor.OUTGOING_ATTEMPTS, 0);
    values.put(Cor.OUTGOING_BY, actor.caller().user());
    changed(actor, id, values, "retry");
    queue(id);
    return nodes.get(actor.caller(), id);
  }

  /**
   * Takes a mail back that has not been sent, within the transaction in progress. The dispatch
   * stays in the account, as withdrawn.
   *
   * @param reason why
   * @throws NotFound when it is not there for the actor, or is not sent by this system
   * @throws Denied when the actor may not dispatch from its file
   * @throws Invalid without a reason
   * @throws WrongState when it was sent, is being sent, or was withdrawn
   * @throws Declared when it is a record
   */
  public Node withdraw(Actor actor, NodeId id, String reason) {
    Mailing mailing = held(actor, id);
    String why = stripped(reason);
    if (why.isEmpty() || why.length() > LONGEST_TEXT) {
      throw new Invalid(
          Map.of("reason", "must have between 1 and " + LONGEST_TEXT + " characters"));
    }
    switch (mailing.state()) {
      case SENT -> throw new WrongState("It has been sent; nobody can take it back.");
      case WITHDRAWN -> throw new WrongState("It was withdrawn already.");
      case SENDING -> throw new WrongState("It is being handed to the mail server just now.");
      case QUEUED, FAILED -> {
        // What follows.
      }
    }
    Map<QName, Object> values = new HashMap<>();
    values.put(Cor.OUTGOING_STATE, Mailing.State.WITHDRAWN.code());
    values.put(Cor.OUTGOING_REASON, why);
    changed(actor, id, values, Mailing.State.WITHDRAWN.code());
    return nodes.get(actor.caller(), id);
  }

  /** Whether the caller may have mails of the file tried again and taken back. */
  boolean mayAct(Caller caller, NodeId documents) {
    return permissions.allowed(caller, documents, Permission.ADD_CHILD);
  }

  private Mailing held(Actor actor, NodeId id) {
    Node seen = nodes.get(actor.caller(), id);
    NodeId documents = seen.parent().orElseThrow(() -> new NotFound(id));
    if (Mailing.of(seen).isEmpty()) {
      throw new NotFound(id);
    }
    if (!mayAct(actor.caller(), documents)) {
      throw new Denied("You may see this dispatch, but not send it or take it back.");
    }
    Node held = nodes.hold(actor.caller().elevated(), id);
    return Mailing.of(held).orElseThrow(() -> new NotFound(id));
  }

  private void changed(Actor actor, NodeId id, Map<QName, Object> values, String what) {
    Caller elevated = actor.caller().elevated();
    nodes.update(elevated, id, Optional.empty(), Change.of(values));
    audit.record(actor.did(Action.SEND, id, details(elevated, id, what)));
  }

  Map<String, String> details(Caller elevated, NodeId id, String what) {
    Map<String, String> details = new HashMap<>();
    details.put("state", what);
    open.of(elevated, id).ifPresent(file -> details.put("caseFile", file.value()));
    return details;
  }

  /** The aspect that says that this system sends it. */
  static Set<QName> aspects() {
    return Set.of(Cor.MAILED);
  }
}
