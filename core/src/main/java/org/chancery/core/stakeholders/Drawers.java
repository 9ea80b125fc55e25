package org.chancery.core.stakeholders;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.chancery.core.correspondence.Place;
import org.chancery.core.repository.Caller;
import org.chancery.core.repository.NewNode;
import org.chancery.core.repository.NodeId;
import org.chancery.core.repository.NodeName;
import org.chancery.core.repository.Nodes;
import org.chancery.core.vocabulary.Cm;

/**
 * The folders in which entries lie, by letter, year or month. Their ids follow from their place:
 * whoever comes second finds the first one's, or has their request begun anew.
 */
public final class Drawers {
  private static final String OTHER = "#";
  private static final int LONGEST = 180;

  private final Nodes nodes;

  /** On this port. */
  public Drawers(Nodes nodes) {
    this.nodes = nodes;
  }

  /** By the first letter of a name; what begins with none of A to Z lies under {@code #}. */
  NodeId letter(Caller elevated, String folder, String name) {
    String plain = Normalizer.normalize(name.strip(), Normalizer.Form.NFD).toUpperCase(Locale.ROOT);
    boolean letter = !plain.isEmpty() && plain.charAt(0) >= 'A' && plain.charAt(0) <= 'Z';
    return drawer(elevated, folder, letter ? plain.substring(0, 1) : OTHER);
  }

  /** One of a folder of stakeholders', made when it is not there. */
  public NodeId drawer(Caller elevated, String folder, String name) {
    NodeId id = idOf(folder, name);
    if (nodes.find(Caller.ofSystem(), id).isEmpty()) {
      nodes.create(
          elevated,
          new NewNode(id, Place.STAKEHOLDERS.below(folder), Cm.FOLDER, name, Set.of(), Map.of()));
    }
    return id;
  }

  /** The id that a drawer has, or will have. */
  public static NodeId idOf(String folder, String name) {
    return Place.STAKEHOLDERS.below(folder + "/" + name);
  }

  /** A name that nothing else has, without asking: it ends in the beginning of the id. */
  public static String name(String text, NodeId id) {
    String stem = NodeName.of(text).value();
    String cut = stem.length() <= LONGEST ? stem : stem.substring(0, LONGEST);
    return NodeName.of(cut.strip() + " (" + id.value().substring(0, 8) + ")").value();
  }
}
