package org.chancery.core.rights;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.chancery.core.access.Accounts;
import org.chancery.core.access.Actor;
import org.chancery.core.audit.Action;
import org.chancery.core.audit.AuditTrail;
import org.chancery.core.paper.PlainPaper;
import org.chancery.core.repository.Caller;
import org.chancery.core.repository.Contents;
import org.chancery.core.repository.Invalid;
import org.chancery.core.repository.Node;
import org.chancery.core.repository.NodeId;
import org.chancery.core.repository.Nodes;
import org.chancery.core.repository.NotFound;
import org.chancery.core.repository.Transactions;
import org.chancery.core.search.SearchQuery;
import org.chancery.core.search.Searcher;
import org.chancery.core.stakeholders.Stakeholders;
import org.chancery.core.vocabulary.Cm;
import org.chancery.core.vocabulary.Cor;
import org.chancery.core.vocabulary.Stk;
import org.chancery.core.vocabulary.Title;
import org.chancery.model.QName;

/**
 * What is held on one individual who asks for it, as one package: a paper, the data, the documents
 * that lie at them, and the trail of what was done (requirement P12). It holds what whoever makes
 * it may see; each entry that went into it has its row in the ledger.
 */
public final class SubjectAccess {
  private static final int MOST = 200;
  private static final int MOST_CHOSEN = 100;

  private final Nodes nodes;
  private final Contents contents;
  private final Transactions transactions;
  private final Searcher searcher;
  private final Accounts accounts;
  private final Stakeholders stakeholders;
  private final AuditTrail audit;
  private final Clock clock;

  SubjectAccess(Rights.Ports ports) {
    this.nodes = ports.nodes();
    this.contents = ports.contents();
    this.transactions = ports.transactions();
    this.searcher = ports.searcher();
    this.accounts = ports.accounts();
    this.stakeholders = ports.stakeholders();
    this.audit = ports.audit();
    this.clock = ports.clock();
  }

  /** A correspondent, with the case file in which they are. */
  public record Writer(Node correspondent, Node file) {}

  /** Those of a name: people, and correspondents of case files. */
  public record Candidates(List<Node> people, List<Writer> writers) {}

  /**
   * Those of a name, among whom whoever asks has to choose: not everybody of a name is the same
   * individual. Not within a transaction.
   *
   * @param first any when empty
   * @throws Invalid without a family name
   */
  public Candidates candidates(Caller caller, Optional<String> first, Optional<String> last) {
    String name =
        last.filter(text -> !text.isBlank())
            .orElseThrow(() -> new Invalid(Map.of("lastName", "is needed")));
    List<Node> people =
        found(caller, Stk.PERSON, first, name).stream()
            .filter(node -> same(node.text(Stk.LAST_NAME), Optional.of(name)))
            .filter(node -> first.isEmpty() || same(node.text(Stk.FIRST_NAME), first))
            .toList();
    List<Writer> writers =
        found(caller, Cor.CORRESPONDENT, first, name).stream()
            .filter(node -> same(node.text(Cor.LAST_NAME), Optional.of(name)))
            .filter(node -> first.isEmpty() || same(node.text(Cor.FIRST_NAME), first))
            .flatMap(node -> writer(caller, node).stream())
            .toList();
    return new Candidates(people, writers);
  }

  private Optional<Writer> writer(Caller caller, Node correspondent) {
    return nodes.ancestors(caller, correspondent.id()).stream()
        .filter(above -> above.type().equals(Cor.CASE_FILE))
        .findFirst()
        .map(file -> new Writer(correspondent, file));
  }

  private List<Node> found(Caller caller, QName type, Optional<String> first, String last) {
    String words =
        Stream.concat(first.stream(), Stream.of(last))
            .map(text -> "\"" + text.replaceAll("[\"\\\\]", " ") + "\"")
            .collect(Collectors.joining(" "));
    SearchQuery query =
        new SearchQuery(
            words,
            List.of(type),
            Optional.empty(),
            Map.of(),
            Optional.empty(),
            Optional.empty(),
            List.of(),
            "relevance",
            Optional.empty(),
            MOST);
    return nodes.findAll(
        caller, searcher.search(query, caller).hits().stream().map(hit -> hit.id()).toList());
  }

  private static boolean same(Optional<String> one, Optional<String> other) {
    return one.map(text -> text.strip().toLowerCase(Locale.ROOT))
        .equals(other.map(text -> text.strip().toLowerCase(Locale.ROOT)));
  }

  /**
   * What is to be packed.
   *
   * @param people ids of people who are the individual
   * @param writers ids of correspondents who are
   * @param reason why, such as the number of the request
   */
  public record Wanted(List<NodeId> people, List<NodeId> writers, String reason) {}

  /** A package that is ready to be written. */
  public record Packed(Dossier dossier, List<Dossier.Enclosed> documents) {}

  /**
   * Puts it together, and notes in the ledger for each entry that it was; not within a transaction.
   *
   * @throws Invalid for nobody, too many, or without a reason
   * @throws NotFound when one of them is not there for the actor
   */
  public Packed pack(Actor actor, Wanted wanted) {
    String reason = Reasons.required(wanted.reason());
    int chosen = wanted.people().size() + wanted.writers().size();
    if (chosen == 0 || chosen > MOST_CHOSEN) {
      throw new Invalid(
          Map.of("people", "choose between 1 and " + MOST_CHOSEN + " entries that are theirs"));
    }
    Caller caller = actor.caller();
    HeldData held = new HeldData(nodes, accounts, stakeholders, audit);
    List<Dossier.Section> sections = new ArrayList<>();
    List<Dossier.Enclosed> documents = new ArrayList<>();
    List<String> names = new ArrayList<>();
    for (NodeId id : wanted.people()) {
      Node person = stakeholders.people().get(caller, id);
      names.add(Title.of(person));
      sections.addAll(held.ofPerson(caller, person));
      nodes.childrenOfAll(caller, List.of(id), Cor.DOCUMENT).stream()
          .filter(document -> document.contents().containsKey(Cm.CONTENT))
          .forEach(document -> documents.add(enclosed(document, documents.size() + 1)));
    }
    for (NodeId id : wanted.writers()) {
      Writer writer =
          nodes
              .find(caller, id)
              .filter(node -> node.type().equals(Cor.CORRESPONDENT))
              .flatMap(node -> writer(caller, node))
              .orElseThrow(() -> new NotFound(id));
      names.add(HeldData.nameOf(writer.correspondent()));
      sections.addAll(held.ofWriter(caller, writer));
    }
    transactions.write(
        () ->
            Stream.concat(wanted.people().stream(), wanted.writers().stream())
                .forEach(id -> audit.record(actor.did(Action.SUBJECT_ACCESS, id, Map.of()))));
    Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
    String subject = names.stream().distinct().collect(Collectors.joining(", "));
    Dossier dossier = new Dossier(subject, now, accounts.label(caller.user()), reason, sections);
    return new Packed(dossier, documents);
  }

  private static Dossier.Enclosed enclosed(Node document, int number) {
    String plain = document.name().replaceAll("[^A-Za-z0-9._ -]", "_");
    return new Dossier.Enclosed(
        document.id(), String.format(Locale.ROOT, "documents/%02d %s", number, plain));
  }

  /**
   * Writes a package as a ZIP file: {@code held.pdf} (PDF/A-2b), {@code held.json}, and the
   * documents.
   *
   * @param json the dossier as data
   */
  public void write(Caller caller, Packed packed, byte[] json, OutputStream out)
      throws IOException {
    ZipOutputStream zip = new ZipOutputStream(out, StandardCharsets.UTF_8);
    Dossier dossier = packed.dossier();
    put(
        zip,
        "held.pdf",
        PlainPaper.write(
            "What is held on " + dossier.subject(), dossier.paragraphs(), dossier.madeAt()));
    put(zip, "held.json", json);
    for (Dossier.Enclosed each : packed.documents()) {
      zip.putNextEntry(new ZipEntry(each.name()));
      try (InputStream in = contents.open(caller, each.id(), Cm.CONTENT)) {
        in.transferTo(zip);
      }
      zip.closeEntry();
    }
    zip.finish();
  }

  private static void put(ZipOutputStream zip, String name, byte[] bytes) throws IOException {
    zip.putNextEntry(new ZipEntry(name));
    zip.write(bytes);
    zip.closeEntry();
  }
}
