package org.chancery.core.holds;

import java.util.List;
import java.util.Optional;
import org.chancery.core.repository.Caller;
import org.chancery.core.repository.Denied;
import org.chancery.core.repository.Held;
import org.chancery.core.repository.Node;
import org.chancery.core.repository.NodeId;
import org.chancery.core.repository.Nodes;
import org.chancery.core.repository.OtherKeeper;
import org.chancery.core.repository.Page;
import org.chancery.core.vocabulary.Rec;

/**
 * THE rule of requirement R5, for whoever is about to remove something: nothing goes that is under
 * a hold itself, lies below what is, or has something below it that is.
 */
public final class HoldRule {
  private static final Caller SYSTEM = Caller.ofSystem();

  private final Nodes nodes;
  private final OtherKeeper others;

  /** On a host's own tree, where nobody else keeps anything. */
  public HoldRule(Nodes nodes) {
    this(nodes, OtherKeeper.none());
  }

  /**
   * On a host's own tree.
   *
   * @param others who may keep something of it, too
   */
  public HoldRule(Nodes nodes, OtherKeeper others) {
    this.nodes = nodes;
    this.others = others;
  }

  /** How something is held. */
  public enum How {
    /** A hold is on it. */
    ITSELF,
    /** A hold is on a folder that it lies in. */
    ABOVE,
    /** A hold is on something in it. */
    BELOW
  }

  /**
   * Whether it, anything above it or anything below it is under a hold; empty when nothing is, or
   * it is not there. Reads the node and the line above it, whatever lies below.
   */
  public Optional<How> held(NodeId id) {
    return nodes.find(SYSTEM, id).flatMap(this::held);
  }

  /** What others keep of it, or in it, which stays for that reason. */
  public Optional<OtherKeeper.Kept> keptByOthers(NodeId id) {
    return others.of(id);
  }

  private Optional<How> held(Node node) {
    Optional<How> own = own(node);
    return own.isPresent() || nodes.ancestors(SYSTEM, node.id()).stream().noneMatch(HoldRule::on)
        ? own
        : Optional.of(How.ABOVE);
  }

  /** The same by the node alone, without what is above it. */
  public static Optional<How> own(Node node) {
    if (on(node)) {
      return Optional.of(How.ITSELF);
    }
    return node.aspects().contains(Rec.HOLDS_HELD) ? Optional.of(How.BELOW) : Optional.empty();
  }

  private static boolean on(Node node) {
    return node.aspects().contains(Rec.HELD);
  }

  /**
   * Refuses to go on with what would delete the node. To be asked while the node is kept from
   * changing, so that a hold that is placed at the same moment is seen.
   *
   * @param caller who would delete it; what they may not see is not told to them
   * @throws Held when it is held, and the caller may know of that
   * @throws Denied when they may not
   */
  public void requireFree(Caller caller, Node node) {
    held(node).ifPresent(how -> refuse(caller, node, how));
  }

  /**
   * Refuses to go on with a move out of what is held, or of what is.
   *
   * @param to where it would lie
   * @throws Held when it is held, and the caller may know of that
   * @throws Denied when they may not
   */
  public void requireMovable(Caller caller, Node node, List<Node> from, NodeId to) {
    own(node).ifPresent(how -> refuse(caller, node, how));
    for (Node above : from) {
      boolean stays =
          above.id().equals(to)
              || nodes.ancestors(SYSTEM, to).stream()
                  .anyMatch(each -> each.id().equals(above.id()));
      if (on(above) && !stays) {
        refuse(caller, node, How.ABOVE);
      }
    }
  }

  private void refuse(Caller caller, Node node, How how) {
    if (how == How.BELOW && !shows(caller, node.id())) {
      throw new Denied(
          "You may see '" + node.name() + "', but not delete or move it; ask its owner.");
    }
    String what =
        switch (how) {
          case ITSELF -> "is under a hold";
          case ABOVE -> "lies in a folder under a hold";
          case BELOW -> "has something in it that is under a hold";
        };
    throw new Held(
        "'"
            + node.name()
            + "' "
            + what
            + ": it is neither deleted nor moved out before the hold is released.");
  }

  /** Whether the caller sees something below that is held. */
  private boolean shows(Caller caller, NodeId folder) {
    Optional<String> cursor = Optional.empty();
    do {
      Page<Node> page = nodes.children(caller, folder, cursor, 500);
      for (Node child : page.items()) {
        boolean below = child.aspects().contains(Rec.HOLDS_HELD);
        if (on(child) || below && shows(caller, child.id())) {
          return true;
        }
      }
      cursor = page.cursor();
    } while (cursor.isPresent());
    return false;
  }
}
