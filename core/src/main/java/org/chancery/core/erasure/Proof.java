package org.chancery.core.erasure;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.chancery.core.paper.PlainPaper;
import org.chancery.core.repository.Caller;
import org.chancery.core.repository.ContentInfo;
import org.chancery.core.repository.Contents;
import org.chancery.core.repository.NewNode;
import org.chancery.core.repository.Node;
import org.chancery.core.repository.NodeId;
import org.chancery.core.repository.Nodes;
import org.chancery.core.repository.NotFound;
import org.chancery.core.vocabulary.Cm;
import org.chancery.core.vocabulary.Cor;

/**
 * The proof of an erasure as PDF/A. There are two copies: the whole one names every letter that
 * stays, the other those that whoever ordered the erasure may see.
 */
final class Proof {
  private static final Caller SYSTEM = Caller.ofSystem();
  private static final DateTimeFormatter MOMENT =
      DateTimeFormatter.ofPattern("d MMMM uuuu, HH:mm:ss z", Locale.US);
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.US);

  /** One of a kind, and several. */
  private record Words(String one, String several) {}

  private static final Map<String, Words> WORDS =
      Map.ofEntries(
          Map.entry("privateContact", new Words("private contact", "private contacts")),
          Map.entry("notes", new Words("note", "notes")),
          Map.entry("affiliations", new Words("affiliation", "affiliations")),
          Map.entry("relations", new Words("working relation", "working relations")),
          Map.entry("documents", new Words("document", "documents")),
          Map.entry("events", new Words("attendance at an event", "attendances at events")),
          Map.entry(
              "interactions",
              new Words(
                  "interaction that names them no more", "interactions that name them no more")),
          Map.entry("interactionsDeleted", new Words("interaction", "interactions")),
          Map.entry("mentions", new Words("mention elsewhere", "mentions elsewhere")),
          Map.entry("imported files", new Words("imported file", "imported files")),
          Map.entry(
              "journals of merges of others",
              new Words("journal of a merge of others", "journals of merges of others")));

  private final Nodes nodes;
  private final Contents contents;
  private final UnaryOperator<String> label;
  private final ZoneId office;

  Proof(Nodes nodes, Contents contents, UnaryOperator<String> label, ZoneId office) {
    this.nodes = nodes;
    this.contents = contents;
    this.label = label;
    this.office = office;
  }

  /** Which of the two copies. */
  enum Copy {
    /** For the privacy officer: names every letter. */
    WHOLE("Proof of erasure.pdf"),
    /** For whoever ordered it: names the letters that they may see. */
    OWNER("Proof of erasure, owner's copy.pdf");

    private final String fileName;

    Copy(String fileName) {
      this.fileName = fileName;
    }

    private NodeId id(NodeId erasure) {
      return ErasureIds.derived("proof-" + name().toLowerCase(Locale.ROOT) + ":" + erasure);
    }
  }

  /** Writes and stores a copy; visible to nobody yet. */
  ContentInfo prepare(Erasure erasure, Copy copy, Instant ended) {
    byte[] paper = PlainPaper.write("Proof of erasure", paragraphs(erasure, copy, ended), ended);
    return contents.store(new ByteArrayInputStream(paper), "application/pdf");
  }

  private List<String> paragraphs(Erasure erasure, Copy copy, Instant ended) {
    List<String> text = new ArrayList<>();
    text.add(
        "A person asked not to be kept any longer. Their entry among the stakeholders was taken out"
            + " and erased. This paper does not say who it was; the entry is named by the identity"
            + " that it had.");
    text.add("Entry: " + erasure.entry());
    text.add("Erasure: " + erasure.id());
    text.add(
        "Asked: by "
            + via(erasure.via())
            + erasure.askedOn().map(day -> ", on " + DAY.format(day)).orElse(""));
    text.add(
        "Ordered: "
            + moment(erasure.at())
            + ", by "
            + person(erasure.by())
            + erasure.component().map(code -> ", for " + code).orElse(""));
    text.add("Reason: " + erasure.reason());
    text.add("Gone: 1 entry" + counts(erasure.counts()));
    text.add("Nothing left since: " + moment(ended));
    text.add(
        "Erased were the entry with everything below it and every version, what had been read or"
            + " made from its documents, its part of the search index, answers kept for repeated"
            + " requests, queued work and mail, working files, and what the database had kept of"
            + " deleted rows.");
    text.add(
        "What stays: rows of the ledger, which name the entry by its identity alone; keyed hashes of"
            + " its addresses, numbers and name, from which nobody reads them back, so that the same"
            + " person is not entered again unnoticed; and the letters below. Backups made before"
            + " end when the operator's schedule says so.");
    letters(erasure, copy, text);
    return text;
  }

  private void letters(Erasure erasure, Copy copy, List<String> text) {
    List<Letters.Stay> stays = copy == Copy.WHOLE ? erasure.stays() : erasure.seen();
    List<Letters.Stay> records = of(stays, Letters.Why.RECORD);
    if (records.isEmpty()) {
      text.add("Letters that name the person and stay: none.");
    } else {
      text.add(
          "Letters that name the person stay where they are records, or are to become some: "
              + records.size());
      records.forEach(stay -> text.add(letter(stay)));
    }
    List<Letters.Stay> question = of(stays, Letters.Why.IN_QUESTION);
    if (!question.isEmpty()) {
      text.add(
          "Letters that say no more than the family name with a form of address or an initial, so"
              + " that another person may be meant. They stay in any case: "
              + question.size());
      question.forEach(stay -> text.add(letter(stay)));
    }
    List<Letters.Stay> outside = of(stays, Letters.Why.OUTSIDE);
    if (!outside.isEmpty()) {
      text.add(
          "Documents outside of case files that name the person and stay, since whoever ordered the"
              + " erasure kept them or may not see them: "
              + outside.size());
      outside.forEach(stay -> text.add(letter(stay)));
    }
    if (copy == Copy.OWNER) {
      text.add(
          "This copy names no letter or document that whoever ordered the erasure may not see;"
              + " the privacy officer's copy names every one.");
    }
  }

  private static List<Letters.Stay> of(List<Letters.Stay> stays, Letters.Why why) {
    return stays.stream().filter(stay -> stay.why() == why).toList();
  }

  private String letter(Letters.Stay stay) {
    Optional<Node> file = stay.file().flatMap(id -> nodes.find(SYSTEM, id));
    Optional<Node> document = stay.document().flatMap(id -> nodes.find(SYSTEM, id));
    String where =
        file.map(node -> "Case file " + node.text(Cor.FILE_NUMBER).orElse(node.id().value()))
            .orElse(
                stay.file()
                    .map(id -> "A case file that has been disposed of since")
                    .orElse(
                        stay.why() == Letters.Why.OUTSIDE
                            ? "Outside of case files"
                            : "Received, not filed yet"));
    return where
        + document.map(this::described).orElse(stay.document().isPresent() ? "" : ": in its data");
  }

  private String described(Node document) {
    Optional<LocalDate> day =
        document
            .date(Cor.LETTER_DATE)
            .or(() -> document.instant(Cor.RECEIVED_AT).map(at -> LocalDate.ofInstant(at, office)));
    Optional<String> hash =
        Optional.ofNullable(document.contents().get(Cm.CONTENT)).map(ContentInfo::sha256);
    return ": letter"
        + day.map(each -> " of " + DAY.format(each)).orElse("")
        + ", document "
        + document.id()
        + hash.map(each -> ", SHA-256 " + each).orElse("");
  }

  private static String via(String via) {
    return switch (via) {
      case "email" -> "e-mail";
      case "meeting" -> "word of mouth";
      case "event" -> "word of mouth at an event";
      case "web" -> "web form";
      default -> via;
    };
  }

  private static String counts(Map<String, Integer> counts) {
    StringBuilder text = new StringBuilder();
    counts.forEach(
        (what, count) -> {
          Words words = WORDS.getOrDefault(what, new Words(what, what));
          text.append("; ")
              .append(count)
              .append(' ')
              .append(count == 1 ? words.one() : words.several());
        });
    return text.toString();
  }

  private String moment(Instant at) {
    return MOMENT.format(at.atZone(office));
  }

  private String person(String user) {
    String name = label.apply(user);
    return name.equals(user) ? user : name + " (" + user + ")";
  }

  /** Puts a copy beside the erasure, within the transaction in progress. */
  void keep(NodeId erasure, Copy copy, ContentInfo stored) {
    NodeId id = copy.id(erasure);
    nodes.create(SYSTEM, new NewNode(id, erasure, Cm.CONTENT, copy.fileName, Set.of(), Map.of()));
    contents.attach(SYSTEM, id, Cm.CONTENT, stored);
  }

  /**
   * Opens a copy.
   *
   * @throws NotFound until there is one
   */
  Erasures.Paper open(NodeId erasure, Copy copy) {
    NodeId id = copy.id(erasure);
    ContentInfo info = nodes.get(SYSTEM, id).contents().get(Cm.CONTENT);
    InputStream bytes = contents.open(SYSTEM, id, Cm.CONTENT);
    return new Erasures.Paper(bytes, info.size(), copy.fileName);
  }
}
