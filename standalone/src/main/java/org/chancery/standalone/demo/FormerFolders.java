package org.chancery.standalone.demo;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.chancery.core.Chancery;
import org.chancery.core.access.Actor;
import org.chancery.core.access.Component;
import org.chancery.core.correspondence.Correspondent;
import org.chancery.core.correspondence.NewCaseFile;
import org.chancery.core.correspondence.NewCaseFolder;
import org.chancery.core.repository.Caller;
import org.chancery.core.repository.Change;
import org.chancery.core.repository.ContentInfo;
import org.chancery.core.repository.Contents;
import org.chancery.core.repository.NodeId;
import org.chancery.core.repository.Nodes;
import org.chancery.core.repository.Transactions;
import org.chancery.core.schedule.ActivityKind;
import org.chancery.core.vocabulary.Cor;
import org.chancery.model.QName;

/**
 * Brings in case folders of earlier years as a migration does: what they hold is made today, and
 * the ledger says so; the days of the letters, of the closing and of the latest activity are those
 * that the former system had.
 */
final class FormerFolders {
  private static final long SEED = 20_140_505;
  private static final int MONTHS_OPEN = 4;
  private static final LocalTime CLOSED = LocalTime.of(17, 0);

  private final Chancery chancery;
  private final Nodes nodes;
  private final Contents contents;
  private final Transactions transactions;

  FormerFolders(Chancery chancery, Nodes nodes, Contents contents, Transactions transactions) {
    this.chancery = chancery;
    this.nodes = nodes;
    this.contents = contents;
    this.transactions = transactions;
  }

  /**
   * One that was brought in.
   *
   * @param documents in its file
   */
  record Entered(
      FormerFolder former, NodeId folder, NodeId file, List<NodeId> documents, LocalDate latest) {}

  /** Makes the folder, its file and its documents, which are then read. */
  Entered enter(Actor actor, FormerFolder former, LocalDate today) {
    LocalDate latest = today.minusDays(former.daysAgo());
    LocalDate received = latest.minusMonths(MONTHS_OPEN);
    Map<FormerFolder.Paper, ContentInfo> stored = new LinkedHashMap<>();
    for (FormerFolder.Paper paper : former.documents()) {
      String type = paper.scanned() ? "application/pdf" : "text/plain";
      byte[] bytes = paper.scanned() ? scan(former, paper, received) : text(paper);
      stored.put(paper, contents.store(new ByteArrayInputStream(bytes), type));
    }
    return transactions.write(() -> enter(actor, former, received, latest, stored));
  }

  private Entered enter(
      Actor actor,
      FormerFolder former,
      LocalDate received,
      LocalDate latest,
      Map<FormerFolder.Paper, ContentInfo> papers) {
    NodeId folder =
        chancery
            .caseFolders()
            .create(
                actor,
                new NewCaseFolder(
                    former.kind(), former.holder(), Optional.of(former.state()), Map.of()))
            .id();
    NodeId file =
        chancery
            .caseFiles()
            .create(
                actor,
                folder,
                new NewCaseFile(
                    former.subject(),
                    former.source(),
                    Optional.of("letter"),
                    Optional.empty(),
                    List.of(Component.EXECSEC),
                    Optional.of(received),
                    Optional.of(latest),
                    Optional.empty(),
                    Map.of()))
            .id();
    chancery.caseFiles().enter(actor, file, correspondent(former));
    NodeId part = chancery.caseFiles().documents(actor.caller(), file);
    List<NodeId> documents = new ArrayList<>();
    papers.forEach(
        (paper, stored) -> {
          NodeId id = chancery.intake().documents().create(actor, part, paper.name(), stored).id();
          boolean first = documents.isEmpty();
          describe(actor.caller(), id, former, first, first ? received : latest);
          documents.add(id);
        });
    return new Entered(former, folder, file, List.copyOf(documents), latest);
  }

  /** The first is the letter, the others answer it. */
  private void describe(
      Caller caller, NodeId document, FormerFolder former, boolean letter, LocalDate day) {
    String writer = String.join(" ", former.writer().subList(0, 3));
    Map<QName, Object> values = new HashMap<>();
    values.put(Cor.LETTER_DATE, day);
    values.put(Cor.SENDER_NAME, letter ? writer : "Executive Secretariat");
    values.put(Cor.ADDRESSEE, letter ? "The Secretary" : writer);
    values.put(Cor.LETTER_SUBJECT, former.subject());
    nodes.update(
        caller.elevated(),
        document,
        Optional.empty(),
        new Change(values, Set.of(), Set.of(Cor.LETTER)));
  }

  /** Closes its file, on the day on which it was closed. */
  void close(Actor actor, Entered entered) {
    Instant then = entered.latest().atTime(CLOSED).toInstant(ZoneOffset.UTC);
    transactions.write(
        () -> {
          chancery
              .closing()
              .close(actor, entered.file(), Optional.of("Closed in the former system."));
          nodes.update(
              actor.caller().elevated(),
              entered.file(),
              Optional.empty(),
              Change.of(Map.of(Cor.DATE_CLOSED, entered.latest())));
          chancery.schedule().clocks().migrated(entered.folder(), then, ActivityKind.CLOSE);
        });
  }

  private static Correspondent correspondent(FormerFolder former) {
    List<String> writer = former.writer();
    Map<String, String> fields = new LinkedHashMap<>();
    fields.put("prefix", writer.get(0));
    fields.put("firstName", writer.get(1));
    fields.put("lastName", writer.get(2));
    fields.put("city", writer.get(3));
    fields.put("state", writer.get(4));
    fields.put("zip", writer.get(5));
    return Correspondent.of(fields);
  }

  private static byte[] text(FormerFolder.Paper paper) {
    return paper.text().getBytes(StandardCharsets.UTF_8);
  }

  private static byte[] scan(FormerFolder former, FormerFolder.Paper paper, LocalDate day) {
    List<String> writer = former.writer();
    List<String> paragraphs = List.of(paper.text().split("\n\n"));
    Office.Person person =
        new Office.Person(
            "writer",
            writer.get(0),
            writer.get(1),
            writer.get(2),
            null,
            null,
            "12 Market Street",
            writer.get(3),
            writer.get(4),
            writer.get(5),
            "202-555-0100");
    Office.Letter letter =
        new Office.Letter(
            paper.name(),
            person.key(),
            "The Secretary\nWashington, DC 20528",
            0,
            former.subject(),
            paragraphs.get(0),
            List.of(paragraphs.subList(1, paragraphs.size())));
    Office office =
        new Office(
            List.of(),
            List.of(),
            List.of(),
            List.of(person),
            List.of(),
            List.of(letter),
            List.of(),
            List.of(),
            List.of());
    try {
      Path folder = Files.createTempDirectory("former-");
      Path file = folder.resolve("scan.pdf");
      try {
        ScanWriter.write(new LetterPainter().paint(office, letter, day, SEED), file);
        return Files.readAllBytes(file);
      } finally {
        Files.deleteIfExists(file);
        Files.delete(folder);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("A letter of earlier years could not be painted", e);
    }
  }
}
