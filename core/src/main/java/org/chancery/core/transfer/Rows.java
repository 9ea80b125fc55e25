package org.chancery.core.transfer;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import org.chancery.core.repository.Caller;
import org.chancery.core.repository.ContentInfo;
import org.chancery.core.repository.Contents;
import org.chancery.core.repository.Node;
import org.chancery.core.repository.Versions;
import org.chancery.core.transfer.Records.Document;
import org.chancery.core.vocabulary.Cm;
import org.chancery.core.vocabulary.Cor;
import org.chancery.core.vocabulary.Rec;

/** The files of a package: each record, and after it the copy that goes with it. */
final class Rows implements Iterable<PackedFile> {
  private static final Caller SYSTEM = Caller.ofSystem();

  private final Records records;
  private final Map<String, Node> copies;
  private final Contents contents;
  private final Versions versions;
  private final Description description;
  private final Events events;
  private final Instant before;

  /**
   * Of these records.
   *
   * @param copies by the record's id
   * @param before what was done with them from then on is not told
   */
  Rows(
      Records records,
      Map<String, Node> copies,
      Contents contents,
      Versions versions,
      Description description,
      Events events,
      Instant before) {
    this.records = records;
    this.copies = copies;
    this.contents = contents;
    this.versions = versions;
    this.description = description;
    this.events = events;
    this.before = before;
  }

  private List<PackedFile> of(Document document) {
    List<PackedFile> rows = new ArrayList<>();
    Node node = document.node();
    ContentInfo content = node.contents().get(Cm.CONTENT);
    Optional<Node> copy =
        Optional.ofNullable(copies.get(node.id().value()))
            .filter(each -> Copies.isOf(each, node))
            .filter(each -> List.of(Copies.MADE, Copies.ADDED).contains(Copies.state(each)));
    boolean itself = copy.filter(each -> Copies.way(each).equals(Copies.ITSELF)).isPresent();
    PackedFile original =
        new PackedFile(
            node.id().value(),
            Optional.empty(),
            document.folders(),
            node.name(),
            content.size(),
            received(node, content),
            node.instant(Cor.RECEIVED_AT).orElse(node.createdAt()),
            () -> contents.open(SYSTEM, node.id(), Cm.CONTENT),
            Description.kind(node),
            Description.mediaType(node),
            itself ? Copies.flavour(copy.get()) : "",
            description.of(document),
            () -> events.of(node.id(), before));
    rows.add(original);
    copy.filter(each -> !itself)
        .filter(each -> each.contents().containsKey(Cm.CONTENT))
        .ifPresent(each -> rows.add(copy(original, each)));
    return rows;
  }

  /**
   * What was received is held to the SHA-256 of that day, unless what was received is kept as an
   * earlier version of what it has become.
   */
  private String received(Node node, ContentInfo content) {
    Optional<String> then = node.text(Cor.SHA256).filter(each -> !each.equals(content.sha256()));
    boolean kept =
        then.isPresent()
            && versions.list(SYSTEM, node.id()).stream()
                .map(version -> version.contents().get(Cm.CONTENT))
                .anyMatch(each -> each != null && then.get().equals(each.sha256()));
    return then.filter(each -> !kept).orElse(content.sha256());
  }

  private PackedFile copy(PackedFile original, Node copy) {
    ContentInfo content = copy.contents().get(Cm.CONTENT);
    return new PackedFile(
        copy.id().value(),
        Optional.of(original.id()),
        original.folders(),
        copy.text(Rec.COPY_NAME).orElse(copy.name()),
        content.size(),
        content.sha256(),
        copy.createdAt(),
        () -> contents.open(SYSTEM, copy.id(), Cm.CONTENT),
        original.kind(),
        content.mediaType(),
        Copies.flavour(copy),
        original.description(),
        List::of);
  }

  @Override
  public Iterator<PackedFile> iterator() {
    Iterator<Document> documents = records.iterator();
    return new Iterator<>() {
      private Iterator<PackedFile> here = List.<PackedFile>of().iterator();

      @Override
      public boolean hasNext() {
        while (!here.hasNext() && documents.hasNext()) {
          here = of(documents.next()).iterator();
        }
        return here.hasNext();
      }

      @Override
      public PackedFile next() {
        if (!hasNext()) {
          throw new NoSuchElementException();
        }
        return here.next();
      }
    };
  }
}
