package org.chancery.core.response;

import java.time.Clock;
import java.time.Year;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.chancery.core.access.Actor;
import org.chancery.core.audit.Action;
import org.chancery.core.audit.AuditTrail;
import org.chancery.core.correspondence.CaseFile;
import org.chancery.core.correspondence.CaseFiles;
import org.chancery.core.intake.DocumentReader;
import org.chancery.core.intake.LetterWork;
import org.chancery.core.intake.Reason;
import org.chancery.core.intake.WorkQueue;
import org.chancery.core.records.DeclaredRecord;
import org.chancery.core.repository.Caller;
import org.chancery.core.repository.Change;
import org.chancery.core.repository.ContentInfo;
import org.chancery.core.repository.Contents;
import org.chancery.core.repository.Declared;
import org.chancery.core.repository.Denied;
import org.chancery.core.repository.Node;
import org.chancery.core.repository.NodeId;
import org.chancery.core.repository.Nodes;
import org.chancery.core.repository.NotFound;
import org.chancery.core.repository.Permission;
import org.chancery.core.repository.Permissions;
import org.chancery.core.repository.Sequences;
import org.chancery.core.repository.Transactions;
import org.chancery.core.repository.Versions;
import org.chancery.core.repository.WrongState;
import org.chancery.core.schedule.ActivityKind;
import org.chancery.core.vocabulary.Cm;
import org.chancery.core.vocabulary.Cor;
import org.chancery.model.QName;

/**
 * Letters printed for signature (requirement C12): one version of a document, laid out as PDF, with
 * a sealed code and a number that people can read. Printing a version again gives the same code.
 */
public final class Prints {
  private static final Caller SYSTEM = Caller.ofSystem();
  static final String WAITING = "waiting";
  static final String READY = "ready";
  static final String FAILED = "failed";

  private final Nodes nodes;
  private final Contents contents;
  private final Versions versions;
  private final Permissions permissions;
  private final Sequences sequences;
  private final WorkQueue queue;
  private final Transactions transactions;
  private final AuditTrail audit;
  private final CaseFiles files;
  private final OpenFile open;
  private final LetterCode code;
  private final Clock clock;
  private final Runnable wake;

  Prints(
      Nodes nodes,
      Contents contents,
      Versions versions,
      Permissions permissions,
      Sequences sequences,
      WorkQueue queue,
      Transactions transactions,
      AuditTrail audit,
      CaseFiles files,
      OpenFile open,
      LetterCode code,
      Clock clock,
      Runnable wake) {
    this.nodes = nodes;
    this.contents = contents;
    this.versions = versions;
    this.permissions = permissions;
    this.sequences = sequences;
    this.queue = queue;
    this.transactions = transactions;
    this.audit = audit;
    this.files = files;
    this.open = open;
    this.code = code;
    this.clock = clock;
    this.wake = wake;
  }

  /**
   * Has a document laid out for signature as it is now, within the transaction in progress. Nothing
   * happens when that was done before.
   *
   * @throws NotFound when it is not there for the actor, or is no document of a case file
   * @throws WrongState when the file is closed, or it is a received original, empty, or signed
   * @throws Denied when the actor may not change it
   * @throws Declared when it is a record
   */
  public Node print(Actor actor, NodeId id) {
    Caller caller = actor.caller();
    Node found = nodes.get(caller, id);
    NodeId caseFile = open.of(caller, id).orElseThrow(() -> new NotFound(id));
    if (!found.type().equals(Cor.DOCUMENT)) {
      throw new NotFound(id);
    }
    CaseFile file = open.open(caller, caseFile);
    if (!permissions.allowed(caller, id, Permission.WRITE)) {
      throw new Denied("You may not print this letter for signature.");
    }
    Caller elevated = caller.elevated();
    Node document = nodes.hold(elevated, id);
    DeclaredRecord.requireNone(document);
    requirePrintable(document);
    String version = version(elevated, document);
    boolean done =
        document.text(Cor.PRINTED_VERSION).filter(version::equals).isPresent()
            && document.text(Cor.PRINT_STATE).filter(state -> !state.equals(FAILED)).isPresent();
    if (done) {
      return nodes.get(caller, id);
    }
    Map<QName, Object> values = new HashMap<>();
    String number = document.text(Cor.LETTER_NUMBER).orElseGet(this::number);
    values.put(Cor.LETTER_NUMBER, number);
    values.put(Cor.PRINTED_VERSION, version);
    values.put(Cor.PRINT_STATE, WAITING);
    values.put(Cor.PRINT_PROBLEM, null);
    values.put(Cor.PRINT_UNFILLED, null);
    values.put(Cor.PRINTED_AT, clock.instant());
    values.put(Cor.PRINTED_BY, caller.user());
    Change change = Change.of(values);
    nodes.update(
        elevated,
        id,
        Optional.empty(),
        new Change(change.set(), change.remove(), Set.of(Cor.PRINTED)));
    queue.add(LetterWork.QUEUE, id.value());
    transactions.afterCommit(wake);
    files.touched(actor, file, ActivityKind.VERSION, id);
    audit.record(
        actor.did(
            Action.PRINT,
            id,
            Map.of("caseFile", caseFile.value(), "version", version, "letter", number)));
    return nodes.get(caller, id);
  }

  private static void requirePrintable(Node document) {
    if (document.aspects().contains(Cor.RECEIVED)) {
      throw new WrongState("What was received is not sent out for signature.");
    }
    if (!document.contents().containsKey(Cm.CONTENT)) {
      throw new WrongState("There is nothing in it to print yet.");
    }
    if (document.text(Cor.SIGNED_PAPER).isPresent()) {
      throw new WrongState("It has been signed; the signed response is in the case file.");
    }
  }

  /** The label of the version that the content is now; kept as one when it was not. */
  private String version(Caller elevated, Node document) {
    return label(document)
        .orElseGet(() -> versions.keep(elevated, document.id(), true, "Printed").label());
  }

  /** The newest version, when the document has not changed since. */
  private Optional<String> label(Node document) {
    String now = document.contents().get(Cm.CONTENT).sha256();
    return versions.list(SYSTEM, document.id()).stream()
        .findFirst()
        .filter(
            version ->
                Optional.ofNullable(version.contents().get(Cm.CONTENT))
                    .map(ContentInfo::sha256)
                    .filter(now::equals)
                    .isPresent())
        .map(Versions.Version::label);
  }

  private String number() {
    String year = Year.now(clock.withZone(ZoneOffset.UTC)).toString();
    return String.format(Locale.ROOT, "L-%s-%06d", year, sequences.next("letter-" + year));
  }

  /** Whether the paper in hand is of the letter as it stands. */
  boolean isCurrent(Node document, String version) {
    return document.text(Cor.PRINTED_VERSION).filter(version::equals).isPresent()
        && label(document).filter(version::equals).isPresent();
  }

  /** What is to be laid out; empty when nothing is, or the document has changed since. */
  Optional<LetterWork.Order> order(Node document) {
    if (document.text(Cor.PRINT_STATE).filter(WAITING::equals).isEmpty()) {
      return Optional.empty();
    }
    String version = document.text(Cor.PRINTED_VERSION).orElse("");
    Optional<NodeId> caseFile = open.of(SYSTEM, document.id());
    if (caseFile.isEmpty() || !isCurrent(document, version)) {
      refuse(
          document,
          new Reason(
              "changed", "It was changed before it could be laid out; print the new version."));
      return Optional.empty();
    }
    String text = code.of(new LetterCode.Paper(caseFile.get(), document.id(), version));
    String fileNumber = nodes.get(SYSTEM, caseFile.get()).text(Cor.FILE_NUMBER).orElse("");
    String number =
        fileNumber + " · " + document.text(Cor.LETTER_NUMBER).orElse("") + " · " + version;
    return Optional.of(
        new LetterWork.Order(
            Cm.CONTENT,
            document.contents().get(Cm.CONTENT),
            document.name(),
            new DocumentReader.Print(text, number)));
  }

  void keep(Node document, ContentInfo letter, List<String> unfilled) {
    Map<QName, Object> values = new HashMap<>();
    values.put(Cor.PRINT_STATE, READY);
    values.put(Cor.PRINT_UNFILLED, unfilled.isEmpty() ? null : unfilled);
    nodes.update(SYSTEM, document.id(), Optional.empty(), Change.of(values));
    contents.attach(SYSTEM, document.id(), Cor.LETTER_PDF, letter);
  }

  void refuse(Node document, Reason reason) {
    nodes.update(
        SYSTEM,
        document.id(),
        Optional.empty(),
        Change.of(Map.of(Cor.PRINT_STATE, FAILED, Cor.PRINT_PROBLEM, reason.explanation())));
  }
}
