package org.chancery.core.response;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.chancery.core.repository.Caller;
import org.chancery.core.repository.Node;
import org.chancery.core.repository.NodeId;
import org.chancery.core.repository.Nodes;
import org.chancery.core.repository.Page;
import org.chancery.model.QName;

/** What lies in a part of a case file. */
final class PartChildren {
  private PartChildren() {}

  /** Those of a type that the caller may see; none when the part is not there for the caller. */
  static List<Node> of(Nodes nodes, Caller caller, NodeId caseFile, String part, QName type) {
    List<Node> found = new ArrayList<>();
    Optional<NodeId> parent = nodes.child(caller, caseFile, part).map(Node::id);
    Optional<String> cursor = Optional.empty();
    boolean more = parent.isPresent();
    while (more) {
      Page<Node> page = nodes.children(caller, parent.get(), cursor, 1000);
      page.items().stream().filter(each -> each.type().equals(type)).forEach(found::add);
      cursor = page.cursor();
      more = cursor.isPresent();
    }
    return found;
  }
}
