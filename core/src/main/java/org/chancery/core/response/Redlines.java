package org.chancery.core.response;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.chancery.core.repository.Caller;
import org.chancery.core.repository.ContentInfo;
import org.chancery.core.repository.Contents;
import org.chancery.core.repository.Node;
import org.chancery.core.repository.NodeId;
import org.chancery.core.repository.Nodes;
import org.chancery.core.repository.NotFound;
import org.chancery.core.repository.Versions;
import org.chancery.core.repository.WrongState;
import org.chancery.core.vocabulary.Cm;
import org.chancery.core.vocabulary.Cor;

/** Compares the texts of two versions of a document, for those who may read it. */
public final class Redlines {
  private static final int LONGEST = 2_000_000;

  private final Nodes nodes;
  private final Contents contents;
  private final Versions versions;

  Redlines(Nodes nodes, Contents contents, Versions versions) {
    this.nodes = nodes;
    this.contents = contents;
    this.versions = versions;
  }

  /**
   * What changed between two versions.
   *
   * @param from label of the earlier one
   * @param to label of the later one
   */
  public record Redline(String from, String to, List<Comparison.Paragraph> paragraphs) {}

  /**
   * Compares two versions.
   *
   * @param from the earlier one; the one before {@code to} when empty
   * @param to the later one; the newest when empty
   * @throws NotFound when there is no such document or version for the caller
   * @throws WrongState when there are no two versions, or the text of one is not known (yet)
   */
  public Redline compare(Caller caller, NodeId id, Optional<String> from, Optional<String> to) {
    Node node = nodes.get(caller, id);
    List<Versions.Version> all = versions.list(caller, id);
    if (all.isEmpty() || from.isEmpty() && all.size() < 2) {
      throw new WrongState("There is only one version of it.");
    }
    int later = to.map(label -> index(all, label, id)).orElse(0);
    int earlier =
        from.map(label -> index(all, label, id)).orElse(Math.min(later + 1, all.size() - 1));
    return new Redline(
        all.get(earlier).label(),
        all.get(later).label(),
        Comparison.of(text(caller, node, all, earlier), text(caller, node, all, later)));
  }

  private static int index(List<Versions.Version> all, String label, NodeId id) {
    for (int i = 0; i < all.size(); i++) {
      if (all.get(i).label().equals(label)) {
        return i;
      }
    }
    throw new NotFound(id);
  }

  /** Of the newest version the node knows it, of an earlier one the version that came after it. */
  private String text(Caller caller, Node node, List<Versions.Version> all, int index) {
    Versions.Version version = all.get(index);
    if (version.contents().containsKey(Cor.TEXT)) {
      return read(
          version.contents().get(Cor.TEXT),
          () -> versions.open(caller, node.id(), version.label(), Cor.TEXT));
    }
    boolean isPresent = index == 0 && sameContent(version, node);
    if (isPresent && node.contents().containsKey(Cor.TEXT)) {
      return read(node.contents().get(Cor.TEXT), () -> contents.open(caller, node.id(), Cor.TEXT));
    }
    if (index > 0 && all.get(index - 1).contents().containsKey(Cor.PREVIOUS_TEXT)) {
      Versions.Version next = all.get(index - 1);
      return read(
          next.contents().get(Cor.PREVIOUS_TEXT),
          () -> versions.open(caller, node.id(), next.label(), Cor.PREVIOUS_TEXT));
    }
    throw new WrongState(
        isPresent
            ? "Version " + version.label() + " is still being read; try again in a moment."
            : "The text of version "
                + version.label()
                + " is not known: it was replaced before it could be read.");
  }

  private static boolean sameContent(Versions.Version version, Node node) {
    ContentInfo kept = version.contents().get(Cm.CONTENT);
    ContentInfo now = node.contents().get(Cm.CONTENT);
    return kept != null && now != null && kept.sha256().equals(now.sha256());
  }

  private static String read(ContentInfo info, Supplier<InputStream> bytes) {
    if (info.size() > LONGEST) {
      throw new WrongState("The text is too long to be compared.");
    }
    try (InputStream in = bytes.get()) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
