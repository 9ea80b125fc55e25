package org.chancery.core.response;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.chancery.core.access.Actor;
import org.chancery.core.audit.Action;
import org.chancery.core.audit.AuditTrail;
import org.chancery.core.correspondence.CaseFile;
import org.chancery.core.correspondence.CaseFiles;
import org.chancery.core.repository.Caller;
import org.chancery.core.repository.Change;
import org.chancery.core.repository.Denied;
import org.chancery.core.repository.Invalid;
import org.chancery.core.repository.NewNode;
import org.chancery.core.repository.Node;
import org.chancery.core.repository.NodeId;
import org.chancery.core.repository.NodeName;
import org.chancery.core.repository.Nodes;
import org.chancery.core.repository.NotFound;
import org.chancery.core.repository.WrongState;
import org.chancery.core.routing.Tasking;
import org.chancery.core.schedule.ActivityKind;
import org.chancery.core.vocabulary.Cor;
import org.chancery.model.QName;

/**
 * The account of what left the department (requirement P14): when, what, how, to whom, for what
 * purpose, by what authority, by whom. Each entry is a node of the case file that nobody changes
 * afterwards.
 */
public final class Dispatches {
  private static final String EMAIL = "email";
  private static final List<String> CHANNELS = List.of("post", EMAIL);
  private static final String DISPATCHED = "dispatched";

  private final Nodes nodes;
  private final CaseFiles files;
  private final OpenFile open;
  private final DispatchTaskings taskings;
  private final Mailings mailings;
  private final AuditTrail audit;
  private final Clock clock;

  Dispatches(
      Nodes nodes,
      CaseFiles files,
      OpenFile open,
      DispatchTaskings taskings,
      Mailings mailings,
      AuditTrail audit,
      Clock clock) {
    this.nodes = nodes;
    this.files = files;
    this.open = open;
    this.taskings = taskings;
    this.mailings = mailings;
    this.audit = audit;
    this.clock = clock;
  }

  /**
   * What is sent.
   *
   * @param documents what, at least one; all in the case file
   * @param channel {@code post} or {@code email}
   * @param recipient name and address
   * @param purpose why it is disclosed
   * @param authority what allows it, such as a routine use or a request's number
   * @param date when; today when empty
   * @param mail the mail by which this system is to send it; empty when it was sent otherwise
   * @param completes whether it is what the file's dispatch tasking asks for
   */
  public record NewDispatch(
      List<NodeId> documents,
      String channel,
      String recipient,
      String purpose,
      String authority,
      Optional<LocalDate> date,
      Optional<Mailings.NewMail> mail,
      boolean completes) {}

  /**
   * One entry, with those of its documents that the caller may see.
   *
   * @param mailing how far its mail is, when this system sends it
   * @param mayAct whether the caller may have the mail tried again or take it back
   */
  public record Entry(
      Node dispatch, List<Node> documents, Optional<Mailing> mailing, boolean mayAct) {}

  /**
   * What was recorded.
   *
   * @param entry the entry
   * @param completed the dispatch tasking that it completed, if there was one
   */
  public record Recorded(Entry entry, Optional<Tasking> completed) {}

  /**
   * Accounts for something that was sent or is to be sent now, within the transaction in progress.
   * The actor's dispatch tasking is completed by it, and its route goes on.
   *
   * @throws NotFound when the case file is not there for the actor
   * @throws Invalid when something is missing or is no document of the file, or cannot be mailed
   * @throws WrongState when the file is closed, or is to be mailed where no mail is sent
   * @throws Denied when the actor may not add to the file
   */
  public Recorded record(Actor actor, NodeId caseFile, NewDispatch sent) {
    Caller caller = actor.caller();
    CaseFile file = open.open(caller, caseFile);
    NodeId part = open.documents(caller, file);
    LocalDate today = LocalDate.now(clock.withZone(ZoneOffset.UTC));
    requireWhole(sent, today);
    for (NodeId document : sent.documents()) {
      requireIn(caller, part, document);
    }
    LocalDate date = sent.date().orElse(today);
    Map<QName, Object> values = new HashMap<>();
    values.put(Cor.DISPATCH_DATE, date);
    values.put(Cor.DISPATCH_CHANNEL, sent.channel());
    values.put(
        Cor.DISPATCH_DOCUMENT, sent.documents().stream().map(NodeId::value).distinct().toList());
    values.put(Cor.RECIPIENT, sent.recipient().strip());
    values.put(Cor.DISPATCH_PURPOSE, sent.purpose().strip());
    values.put(Cor.DISPATCH_AUTHORITY, sent.authority().strip());
    values.put(Cor.DISPATCHED_BY, caller.user());
    NodeId id = NodeId.random();
    sent.mail()
        .ifPresent(mail -> values.putAll(mailings.prepared(caller, id, sent.documents(), mail)));
    Caller elevated = caller.elevated();
    Node created =
        nodes.create(
            elevated,
            new NewNode(
                id,
                part,
                Cor.DISPATCH,
                NodeName.of("Dispatch " + date).freeIn(nodes, elevated, part).value(),
                sent.mail().isPresent() ? Mailings.aspects() : Set.of(),
                values));
    sent.mail().ifPresent(mail -> mailings.queue(id));
    nodes.update(elevated, caseFile, Optional.empty(), Change.of(Map.of(Cor.STATUS, DISPATCHED)));
    files.touched(actor, file, ActivityKind.DISPATCH, created.id());
    audit.record(
        actor.did(
            Action.DISPATCH,
            created.id(),
            Map.of("caseFile", caseFile.value(), "channel", sent.channel())));
    // Last: its route may end and close the file.
    Optional<Tasking> completed =
        sent.completes() ? taskings.complete(actor, caseFile) : Optional.empty();
    return new Recorded(entry(caller, created), completed);
  }

  /** Someone to whom an answer may go. */
  public record Recipient(String name, String postal, Optional<String> email) {}

  /**
   * What whoever is about to dispatch something has to know.
   *
   * @param largest how many bytes may be mailed together; empty where this system sends no mail
   * @param recipients the correspondents that the actor may see, whom the answer goes to first
   * @param tasking the dispatch tasking that the actor would complete
   */
  public record Outlook(
      Optional<Long> largest, List<Recipient> recipients, Optional<Tasking> tasking) {}

  /**
   * What a dispatch from a case file would be like now.
   *
   * @throws NotFound when it is not there for the actor
   */
  public Outlook outlook(Actor actor, NodeId caseFile) {
    Caller caller = actor.caller();
    files.get(caller, caseFile);
    List<Node> people =
        PartChildren.of(nodes, caller, caseFile, CaseFiles.PEOPLE, Cor.CORRESPONDENT);
    Optional<NodeId> first = Correspondents.addressee(people).map(Node::id);
    List<Recipient> recipients =
        people.stream()
            .sorted(Comparator.comparing(each -> !Optional.of(each.id()).equals(first)))
            .map(Dispatches::recipient)
            .toList();
    return new Outlook(mailings.largest(), recipients, taskings.next(actor, caseFile));
  }

  private static Recipient recipient(Node person) {
    String name =
        Optional.of(Correspondents.fullName(person))
            .filter(full -> !full.isBlank())
            .or(() -> person.text(Cor.ORGANIZATION))
            .orElse(person.name());
    String block = Correspondents.addressBlock(person);
    return new Recipient(
        name, block.isEmpty() ? name : block, person.text(Cor.EMAIL).map(String::strip));
  }

  private static void requireWhole(NewDispatch sent, LocalDate today) {
    Map<String, String> problems = new LinkedHashMap<>();
    if (sent.documents().isEmpty()) {
      problems.put("documents", "is missing");
    }
    if (sent.channel() == null || !CHANNELS.contains(sent.channel())) {
      problems.put("channel", "must be post or email");
    }
    if (sent.mail().isPresent() && !EMAIL.equals(sent.channel())) {
      problems.put("mail", "goes with the channel email only");
    }
    if (sent.mail().isPresent() && sent.date().filter(date -> date.isBefore(today)).isPresent()) {
      problems.put("date", "is today for what is sent now");
    }
    text(problems, "recipient", sent.recipient(), 2000);
    text(problems, "purpose", sent.purpose(), 255);
    text(problems, "authority", sent.authority(), 255);
    // It may be tomorrow already where the office is.
    if (sent.date().filter(date -> date.isAfter(today.plusDays(1))).isPresent()) {
      problems.put("date", "must not lie in the future");
    }
    if (!problems.isEmpty()) {
      throw new Invalid(problems);
    }
  }

  private static void text(Map<String, String> problems, String field, String text, int longest) {
    if (text == null || text.isBlank()) {
      problems.put(field, "is missing");
    } else if (text.length() > longest) {
      problems.put(field, "must have at most " + longest + " characters");
    }
  }

  private void requireIn(Caller caller, NodeId part, NodeId document) {
    boolean inFile =
        nodes
            .find(caller, document)
            .filter(found -> found.type().equals(Cor.DOCUMENT))
            .filter(
                found ->
                    nodes.ancestors(caller, document).stream()
                        .anyMatch(above -> above.id().equals(part)))
            .isPresent();
    if (!inFile) {
      throw new Invalid(Map.of("documents", "must be documents of this case file"));
    }
  }

  /**
   * The account of a case file, oldest first.
   *
   * @throws NotFound when it is not there for the caller
   */
  public List<Entry> list(Caller caller, NodeId caseFile) {
    files.get(caller, caseFile);
    List<Node> found = PartChildren.of(nodes, caller, caseFile, CaseFiles.DOCUMENTS, Cor.DISPATCH);
    return found.stream()
        .sorted(
            Comparator.comparing((Node node) -> node.date(Cor.DISPATCH_DATE).orElse(LocalDate.MIN))
                .thenComparing(Node::createdAt))
        .map(node -> entry(caller, node))
        .toList();
  }

  /** An entry as the caller sees it. */
  public Entry entry(Caller caller, Node dispatch) {
    List<NodeId> ids =
        dispatch.<String>list(Cor.DISPATCH_DOCUMENT).stream().map(NodeId::of).toList();
    return new Entry(
        dispatch,
        nodes.findAll(caller, ids),
        Mailing.of(dispatch),
        dispatch.parent().filter(part -> mailings.mayAct(caller, part)).isPresent());
  }
}
