package org.chancery.core.response;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
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
import org.chancery.core.intake.ReadingWork;
import org.chancery.core.intake.Reason;
import org.chancery.core.intake.WorkQueue;
import org.chancery.core.repository.Caller;
import org.chancery.core.repository.Change;
import org.chancery.core.repository.ContentInfo;
import org.chancery.core.repository.Contents;
import org.chancery.core.repository.Denied;
import org.chancery.core.repository.Invalid;
import org.chancery.core.repository.NewNode;
import org.chancery.core.repository.Node;
import org.chancery.core.repository.NodeId;
import org.chancery.core.repository.NodeName;
import org.chancery.core.repository.Nodes;
import org.chancery.core.repository.NotFound;
import org.chancery.core.repository.Transactions;
import org.chancery.core.repository.Versions;
import org.chancery.core.repository.WrongState;
import org.chancery.core.schedule.ActivityKind;
import org.chancery.core.vocabulary.Cm;
import org.chancery.core.vocabulary.Cor;
import org.chancery.model.QName;

/**
 * Drafts written from letter templates (requirement C12). A draft is there at once, without
 * content; the values of its fields are taken then, as its author may see them, and a reader's
 * process fills them in.
 */
public final class Drafts {
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final Caller SYSTEM = Caller.ofSystem();

  private static final int LONGEST = 255;

  private final Nodes nodes;
  private final Contents contents;
  private final Versions versions;
  private final WorkQueue queue;
  private final Transactions transactions;
  private final AuditTrail audit;
  private final CaseFiles files;
  private final OpenFile open;
  private final LetterTemplates templates;
  private final MergeValues values;
  private final Runnable wake;

  Drafts(
      Nodes nodes,
      Contents contents,
      Versions versions,
      WorkQueue queue,
      Transactions transactions,
      AuditTrail audit,
      CaseFiles files,
      OpenFile open,
      LetterTemplates templates,
      MergeValues values,
      Runnable wake) {
    this.nodes = nodes;
    this.contents = contents;
    this.versions = versions;
    this.queue = queue;
    this.transactions = transactions;
    this.audit = audit;
    this.files = files;
    this.open = open;
    this.templates = templates;
    this.values = values;
    this.wake = wake;
  }

  /**
   * What a draft is begun with.
   *
   * @param template a letter template
   * @param name what it is to be called; the template's name when empty
   * @param signerName who signs; reported as missing when empty
   * @param signerTitle in what office
   */
  public record NewDraft(
      NodeId template,
      Optional<String> name,
      Optional<String> signerName,
      Optional<String> signerTitle) {}

  private static void requireShort(String field, Optional<String> text) {
    if (text.filter(given -> given.length() > LONGEST).isPresent()) {
      throw new Invalid(Map.of(field, "must have at most " + LONGEST + " characters"));
    }
  }

  /**
   * Begins a draft, within the transaction in progress; it is written soon after.
   *
   * @throws NotFound when the case file is not there for the actor
   * @throws Invalid when there is no such template for the actor, or a name is longer than any is
   * @throws WrongState when the file is closed
   * @throws Denied when the actor may not add documents to it
   */
  public Node begin(Actor actor, NodeId caseFile, NewDraft draft) {
    Caller caller = actor.caller();
    CaseFile file = open.open(caller, caseFile);
    NodeId documents = open.documents(caller, file);
    Node template = templates.get(caller, draft.template());
    requireShort("signerName", draft.signerName());
    requireShort("signerTitle", draft.signerTitle());
    Caller elevated = caller.elevated();
    String name =
        draft.name().map(String::strip).filter(each -> !each.isEmpty()).orElse(template.name());
    String fileName = name.toLowerCase(Locale.ROOT).endsWith(".docx") ? name : name + ".docx";
    Node created =
        nodes.create(
            elevated,
            new NewNode(
                NodeId.random(),
                documents,
                Cor.DOCUMENT,
                NodeName.of(fileName).freeIn(nodes, elevated, documents).value(),
                Set.of(Cor.DRAFT, Cor.MERGING),
                Map.of(Cor.LETTER_TEMPLATE, template.id().value())));
    contents.attach(
        elevated, created.id(), Cor.MERGE_TEMPLATE, template.contents().get(Cm.CONTENT));
    Map<String, String> given =
        values.of(
            caller, caseFile, new MergeValues.Signer(draft.signerName(), draft.signerTitle()));
    contents.attach(
        elevated,
        created.id(),
        Cor.MERGE_VALUES,
        contents.store(new ByteArrayInputStream(json(given)), "application/json"));
    queue.add(LetterWork.QUEUE, created.id().value());
    transactions.afterCommit(wake);
    files.touched(actor, file, ActivityKind.VERSION, created.id());
    audit.record(
        actor.did(
            Action.CREATE,
            created.id(),
            Map.of(
                "type", "draft",
                "caseFile", caseFile.value(),
                "template", template.id().value())));
    return nodes.get(caller, created.id());
  }

  /** What is to be written; empty when it is written. */
  Optional<LetterWork.Order> order(Node draft) {
    ContentInfo template = draft.contents().get(Cor.MERGE_TEMPLATE);
    if (template == null) {
      return Optional.empty();
    }
    return Optional.of(
        new LetterWork.Order(
            Cor.MERGE_TEMPLATE, template, draft.name(), new DocumentReader.Merge(given(draft))));
  }

  private Map<String, String> given(Node draft) {
    try (InputStream json = contents.open(SYSTEM, draft.id(), Cor.MERGE_VALUES)) {
      return JSON.readValue(json, new TypeReference<Map<String, String>>() {});
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static byte[] json(Map<String, String> values) {
    try {
      return JSON.writeValueAsBytes(values);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("Texts can be written as JSON", e);
    }
  }

  /** Keeps the letter as the draft's first version, and has it read. */
  void keep(Node draft, ContentInfo letter, List<String> unfilled) {
    Map<QName, Object> found = new HashMap<>();
    found.put(Cor.UNFILLED_FIELDS, unfilled.isEmpty() ? null : unfilled);
    found.put(Cor.MERGE_PROBLEM, null);
    settle(draft.id(), found);
    contents.attach(SYSTEM, draft.id(), Cm.CONTENT, letter);
    versions.keep(SYSTEM, draft.id(), true, "Written from the template");
    queue.add(ReadingWork.QUEUE, draft.id().value());
    transactions.afterCommit(wake);
  }

  /** It stays as an empty draft that says why. */
  void refuse(Node draft, Reason reason) {
    settle(draft.id(), Map.of(Cor.MERGE_PROBLEM, reason.explanation()));
  }

  private void settle(NodeId id, Map<QName, Object> values) {
    Change change = Change.of(values);
    nodes.update(
        SYSTEM,
        id,
        Optional.empty(),
        new Change(change.set(), change.remove(), Set.of(), Set.of(Cor.MERGING)));
  }
}
