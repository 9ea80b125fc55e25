package org.chancery.core.stakeholders;

import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import org.chancery.core.repository.Caller;
import org.chancery.core.repository.NewNode;
import org.chancery.core.repository.NodeId;
import org.chancery.core.repository.Nodes;
import org.chancery.core.vocabulary.Stk;

/** What is noted of changes that a stakeholder's own properties tell only the last of. */
public final class Happenings {
  /** They did not want to be contacted, or do so again. */
  public static final String REQUEST = "request";

  /** The entry is kept without contact. */
  public static final String RENEWAL = "renewal";

  static final String OWNERSHIP = "ownership";
  static final String VERIFICATION = "verification";

  private final Nodes nodes;

  Happenings(Nodes nodes) {
    this.nodes = nodes;
  }

  /**
   * Notes it, within the transaction in progress.
   *
   * @param kind one of the words above
   * @param day it speaks of
   * @param text for people
   */
  public void note(Caller elevated, NodeId stakeholder, String kind, LocalDate day, String text) {
    NodeId id = NodeId.random();
    nodes.create(
        elevated,
        new NewNode(
            id,
            stakeholder,
            Stk.HAPPENING,
            Drawers.name(kind, id),
            Set.of(),
            Map.of(Stk.HAPPENING_KIND, kind, Stk.HAPPENED_ON, day, Stk.HAPPENING_TEXT, text)));
  }
}
