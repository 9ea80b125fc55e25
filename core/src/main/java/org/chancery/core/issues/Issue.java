package org.chancery.core.issues;

import java.util.List;
import org.chancery.core.repository.Node;
import org.chancery.core.repository.NodeId;
import org.chancery.core.vocabulary.Stk;
import org.chancery.core.vocabulary.Title;

/**
 * An issue stakeholders engage on (requirement S6).
 *
 * @param id the node
 * @param priority the node of the priority it is grouped under
 * @param code short and stable, as properties and reports have it
 * @param title what people read
 * @param active whether the department works on it now
 * @param talkingPoints what to say on it
 * @param revision of the node
 */
public record Issue(
    NodeId id,
    NodeId priority,
    String code,
    String title,
    boolean active,
    List<String> talkingPoints,
    long revision) {

  /** Of an issue that the department works on. */
  public static final String ACTIVE = "active";

  /** Of an issue that it no longer works on. */
  public static final String INACTIVE = "inactive";

  /** Copies the list. */
  public Issue {
    talkingPoints = List.copyOf(talkingPoints);
  }

  /** Reads a node of type {@code stk:issue}. */
  public static Issue of(Node node) {
    return new Issue(
        node.id(),
        node.parent().orElseThrow(),
        node.text(Stk.ISSUE_CODE).orElseThrow(),
        Title.of(node),
        node.text(Stk.ISSUE_STATUS).filter(ACTIVE::equals).isPresent(),
        node.list(Stk.TALKING_POINTS),
        node.revision());
  }
}
