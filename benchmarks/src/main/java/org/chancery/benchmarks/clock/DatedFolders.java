package org.chancery.benchmarks.clock;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.chancery.core.Chancery;
import org.chancery.core.access.Actor;
import org.chancery.core.correspondence.Correspondent;
import org.chancery.core.correspondence.NewCaseFile;
import org.chancery.core.correspondence.NewCaseFolder;
import org.chancery.core.repository.Caller;
import org.chancery.core.repository.Change;
import org.chancery.core.repository.ContentInfo;
import org.chancery.core.repository.Node;
import org.chancery.core.repository.NodeId;
import org.chancery.core.vocabulary.Cor;

/**
 * Makes case folders by the domain itself, at a time of the past: a case file with its parts, a
 * correspondent and a document in it, closed and declared on the same day.
 */
final class DatedFolders {
  private final Chancery chancery;
  private final Chancery.Ports ports;
  private final MovableClock clock;
  private final Actor actor;

  DatedFolders(Chancery chancery, Chancery.Ports ports, MovableClock clock, Actor actor) {
    this.chancery = chancery;
    this.ports = ports;
    this.clock = clock;
    this.actor = actor;
  }

  /** How a folder stands. */
  enum Kind {
    /** Its file is open. */
    OPEN(false, Optional.empty()),
    /** Closed some days ago. */
    RUNNING(false, Optional.empty()),
    /** Due, and nobody has reviewed it. */
    UNREVIEWED(true, Optional.empty()),
    /** Due for transfer. */
    PERMANENT(true, Optional.of("permanent")),
    /** Due for destruction. */
    TEMPORARY(true, Optional.of("temporary"));

    private final boolean due;
    private final Optional<String> review;

    Kind(boolean due, Optional<String> review) {
      this.due = due;
      this.review = review;
    }

    boolean due() {
      return due;
    }

    boolean reviewed() {
      return review.isPresent();
    }
  }

  /**
   * A folder that was made.
   *
   * @param words that stand in its nodes and in no other folder's, by what each is
   */
  record Made(NodeId folder, NodeId file, Map<String, String> words) {}

  Made make(Kind kind, Instant at, String holder, String subject) {
    clock.set(at);
    return ports.transactions().write(() -> made(kind, holder, subject));
  }

  private Made made(Kind kind, String holder, String subject) {
    NewCaseFolder wanted = new NewCaseFolder("individual", holder, Optional.of("VA"), Map.of());
    NodeId folder = chancery.caseFolders().create(actor, wanted).id();
    NewCaseFile letters =
        new NewCaseFile(
            subject,
            "public",
            Optional.empty(),
            Optional.empty(),
            List.of(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Map.of());
    Node file = chancery.caseFiles().create(actor, folder, letters);
    Correspondent writer =
        new Correspondent(
            Map.of("role", "writer", "lastName", "Okafor", "city", "Norfolk"), Map.of());
    chancery.caseFiles().enter(actor, file.id(), writer);
    document(file.id());
    if (kind != Kind.OPEN) {
      chancery.closing().close(actor, file.id(), Optional.empty());
    }
    kind.review.ifPresent(
        decision ->
            chancery
                .recordsDesk()
                .reviews()
                .decide(actor, List.of(folder), decision, Optional.empty(), "As it is due."));
    Map<String, String> words = new LinkedHashMap<>();
    words.put("holder", holder);
    words.put("number", file.text(Cor.FILE_NUMBER).orElseThrow());
    words.put("mark", folder.value().substring(0, 6));
    return new Made(folder, file.id(), words);
  }

  /** As it is when it has been read. */
  private void document(NodeId file) {
    byte[] text = "Dear Madam Secretary: I wait for an answer.".getBytes(StandardCharsets.UTF_8);
    ContentInfo stored = ports.contents().store(new ByteArrayInputStream(text), "text/plain");
    NodeId into = chancery.caseFiles().documents(actor.caller(), file);
    NodeId document = chancery.intake().documents().create(actor, into, "letter.txt", stored).id();
    ports
        .nodes()
        .update(
            Caller.ofSystem(),
            document,
            Optional.empty(),
            new Change(Map.of(Cor.PAGE_COUNT, 1), Set.of(), Set.of(Cor.READ)));
  }
}
