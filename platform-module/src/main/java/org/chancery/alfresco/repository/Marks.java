package org.chancery.alfresco.repository;

import java.util.List;
import org.alfresco.service.cmr.repository.NodeRef;
import org.alfresco.service.namespace.QName;
import org.chancery.alfresco.names.ModelNames;
import org.chancery.core.vocabulary.Rec;

/**
 * The marks of holds on nodes, read from the platform's tables: its caches may not know yet what
 * another transaction committed while this one waited for it.
 */
public final class Marks {
  private static final QName HELD = ModelNames.shipped().toPlatform(Rec.HELD);
  private static final String HOLDS_HELD = Rec.HOLDS_HELD.localName();

  private final Tree tree;

  Marks(Tree tree) {
    this.tree = tree;
  }

  /**
   * What of holds there is about a node.
   *
   * @param itself whether a hold is on it
   * @param below whether one is on something in it
   * @param above the folders above it that one is on
   */
  public record Holds(boolean itself, boolean below, List<String> above) {

    /** Whether it must stay. */
    public boolean any() {
      return itself || below || !above.isEmpty();
    }
  }

  /**
   * Keeps the node from being put under a hold until the transaction in progress ends, and says
   * what is there already.
   */
  public Holds held(NodeRef node) {
    tree.lock(node.getId());
    return now(node);
  }

  /** What is there now. */
  public Holds now(NodeRef node) {
    List<Tree.Mark> marks = tree.marks(node.getId(), HELD.getNamespaceURI());
    return new Holds(
        marks.stream().anyMatch(mark -> mark.distance() == 0 && held(mark)),
        marks.stream().anyMatch(mark -> mark.distance() == 0 && mark.aspect().equals(HOLDS_HELD)),
        marks.stream()
            .filter(mark -> mark.distance() > 0 && held(mark))
            .map(Tree.Mark::uuid)
            .toList());
  }

  private static boolean held(Tree.Mark mark) {
    return mark.aspect().equals(HELD.getLocalName());
  }
}
