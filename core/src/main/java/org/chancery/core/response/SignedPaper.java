package org.chancery.core.response;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.chancery.core.access.Actor;
import org.chancery.core.audit.Action;
import org.chancery.core.audit.AuditTrail;
import org.chancery.core.correspondence.CaseFile;
import org.chancery.core.correspondence.CaseFiles;
import org.chancery.core.intake.IntakeState;
import org.chancery.core.intake.Reason;
import org.chancery.core.intake.SignedReturns;
import org.chancery.core.records.DeclaredRecord;
import org.chancery.core.repository.Caller;
import org.chancery.core.repository.Change;
import org.chancery.core.repository.Node;
import org.chancery.core.repository.NodeId;
import org.chancery.core.repository.NodeName;
import org.chancery.core.repository.Nodes;
import org.chancery.core.schedule.ActivityKind;
import org.chancery.core.vocabulary.Cor;

/**
 * Puts the scan of a signed letter into the case file that its code names, once, and completes the
 * signature (requirement C12). What cannot go there by itself stays at the intake desk with the
 * reason; that a file is locked or closed is all it says of a file the clerk may not know
 * (requirement P4).
 */
final class SignedPaper implements SignedReturns {
  private static final Caller SYSTEM = Caller.ofSystem();
  private static final String BY_HAND = " Look at it and file it by hand.";

  private final Nodes nodes;
  private final CaseFiles files;
  private final LetterCode code;
  private final Prints prints;
  private final Signature signature;
  private final AuditTrail audit;
  private final Clock clock;

  SignedPaper(
      Nodes nodes,
      CaseFiles files,
      LetterCode code,
      Prints prints,
      Signature signature,
      AuditTrail audit,
      Clock clock) {
    this.nodes = nodes;
    this.files = files;
    this.code = code;
    this.prints = prints;
    this.signature = signature;
    this.audit = audit;
    this.clock = clock;
  }

  @Override
  public Optional<Reason> returned(Actor reader, Node item, List<String> codes) {
    List<String> ours = codes.stream().filter(LetterCode::claims).distinct().toList();
    if (ours.isEmpty()) {
      return Optional.empty();
    }
    if (ours.size() > 1) {
      return stays(
          "several-letters",
          "It carries the codes of several letters. Scan each signed letter by itself.");
    }
    Optional<LetterCode.Paper> paper = code.read(ours.get(0));
    if (paper.isEmpty()) {
      return stays(
          "foreign-code",
          "It carries a letter's code that was not made here, or that was changed." + BY_HAND);
    }
    return returned(reader, item, paper.get());
  }

  private static Optional<Reason> stays(String code, String explanation) {
    return Optional.of(new Reason(code, explanation));
  }

  private Optional<Reason> returned(Actor reader, Node item, LetterCode.Paper paper) {
    // From the file down, as whoever works in it does.
    Optional<Node> file = held(paper.caseFile());
    Optional<Node> parts =
        file.flatMap(each -> nodes.child(SYSTEM, each.id(), CaseFiles.DOCUMENTS));
    Optional<Node> draft = parts.isEmpty() ? Optional.empty() : held(paper.document());
    boolean there =
        draft
            .filter(
                each ->
                    nodes.ancestors(SYSTEM, each.id()).stream()
                        .anyMatch(above -> above.id().equals(parts.get().id())))
            .isPresent();
    if (!there) {
      return stays(
          "letter-gone", "The letter it is the paper of is no longer in its case file." + BY_HAND);
    }
    Optional<Reason> obstacle = obstacle(file.get(), parts.get(), draft.get(), paper);
    if (obstacle.isEmpty()) {
      attach(reader, item, file.get(), parts.get(), draft.get(), paper);
    }
    return obstacle;
  }

  private Optional<Node> held(NodeId id) {
    return nodes.find(SYSTEM, id).map(found -> nodes.hold(SYSTEM, id));
  }

  private Optional<Reason> obstacle(Node file, Node parts, Node draft, LetterCode.Paper paper) {
    if (List.of(file, parts, draft).stream()
        .anyMatch(each -> DeclaredRecord.of(each).isPresent())) {
      return stays(
          "letter-declared",
          "It is a signed letter of a case file that is a record, to which nothing is added.");
    }
    if (files.get(SYSTEM, file.id()).closed()) {
      return stays(
          "letter-closed",
          "It is a signed letter of a case file that is closed. Have the file opened again, then"
              + " have this item read again.");
    }
    if (List.of(file, parts, draft).stream()
        .anyMatch(each -> each.aspects().contains(Cor.LOCKED))) {
      return stays(
          "letter-locked",
          "It is a signed letter of a case file that is locked. Those who keep the file must file"
              + " it.");
    }
    if (draft.text(Cor.SIGNED_PAPER).isPresent()) {
      return stays(
          "letter-signed",
          "The signed letter is in its case file already; this is another scan of it.");
    }
    if (!prints.isCurrent(draft, paper.version())) {
      return stays(
          "letter-changed",
          "It is the paper of version "
              + paper.version()
              + " of a letter that was changed since. Have the new version printed and signed, or"
              + " file this by hand.");
    }
    return Optional.empty();
  }

  private void attach(
      Actor reader, Node item, Node fileNode, Node parts, Node draft, LetterCode.Paper paper) {
    CaseFile file = files.get(SYSTEM, fileNode.id());
    String stem = draft.name().replaceFirst("\\.[A-Za-z0-9]{1,5}$", "");
    String ending = item.name().replaceFirst("^.*?(\\.[A-Za-z0-9]{1,5})?$", "$1");
    String name =
        NodeName.of(stem + " (signed)" + ending).freeIn(nodes, SYSTEM, parts.id()).value();
    nodes.move(SYSTEM, item.id(), parts.id(), name);
    nodes.update(
        SYSTEM,
        item.id(),
        Optional.empty(),
        new Change(
            Map.of(
                Cor.INTAKE_STATE, IntakeState.FILED.code(),
                Cor.FILED_AT, clock.instant(),
                Cor.FILED_BY, SYSTEM.user(),
                Cor.SIGNED_DRAFT, draft.id().value(),
                Cor.SIGNED_VERSION, paper.version()),
            Set.of(),
            Set.of(Cor.SIGNED_RESPONSE)));
    nodes.update(
        SYSTEM,
        draft.id(),
        Optional.empty(),
        Change.of(Map.of(Cor.SIGNED_PAPER, item.id().value())));
    files.touched(Actor.ofSystem(), file, ActivityKind.RECEIVED, item.id());
    audit.record(
        reader.did(
            Action.FILE,
            item.id(),
            Map.of(
                "caseFile", file.id().value(),
                "number", file.fileNumber(),
                "letter", draft.id().value(),
                "version", paper.version(),
                "by", "code")));
    signature.completed(reader, file.id(), draft.id());
  }
}
