package org.chancery.alfresco.repository;

import java.util.List;
import java.util.Set;
import org.alfresco.service.cmr.repository.NodeRef;
import org.alfresco.service.cmr.repository.NodeService;
import org.alfresco.service.namespace.QName;
import org.chancery.core.repository.Held;
import org.chancery.core.repository.Node;
import org.chancery.core.repository.NodeId;
import org.chancery.core.repository.WrongState;
import org.chancery.core.vocabulary.Rec;

/**
 * What Alfresco Governance Services manages, where they are installed beside Chancery: that, and
 * what they hold, is theirs alone. Chancery puts none of it under a series, a clock, a hold or a
 * declaration of its own, and removes nothing that it is in. They are known by the names of their
 * aspects.
 */
public final class Governed {
  private static final String URI = "http://www.alfresco.org/model/recordsmanagement/1.0";
  private static final List<String> MANAGED =
      List.of("filePlanComponent", "record", "declaredRecord");
  private static final List<String> KEPT =
      List.of("filePlanComponent", "record", "declaredRecord", "frozen");

  /** These say of a folder what lies in it, and are taken away again with that. */
  private static final Set<org.chancery.model.QName> ABOVE =
      Set.of(Rec.HOLDS_RECORDS, Rec.HOLDS_HELD);

  private final NodeService nodes;
  private final Tree tree;

  Governed(NodeService nodes, Tree tree) {
    this.nodes = nodes;
    this.tree = tree;
  }

  /** Whether they manage the node. */
  public boolean manages(NodeRef node) {
    return MANAGED.stream().anyMatch(name -> nodes.hasAspect(node, QName.createQName(URI, name)));
  }

  /**
   * Refuses to manage what they manage.
   *
   * @param added aspects that the node is to get
   * @throws WrongState when one of them is a mark of Chancery's own records management
   */
  void requireFree(Node node, Set<org.chancery.model.QName> added) {
    boolean ours =
        added.stream()
            .anyMatch(
                aspect -> aspect.prefix().equals(Rec.DECLARED.prefix()) && !ABOVE.contains(aspect));
    if (ours && manages(PlatformNames.ref(node.id()))) {
      throw new WrongState(
          "'"
              + node.name()
              + "' is managed by Governance Services: it is declared, held, retained and disposed of"
              + " there, not in Chancery.");
    }
  }

  /**
   * Refuses to remove what they keep.
   *
   * @throws Held when they manage or hold the node, or something below it
   */
  void requireRemovable(NodeId id, String name) {
    if (tree.known(URI) && tree.markedBelow(id.value(), URI, KEPT)) {
      throw new Held(
          "'"
              + name
              + "' is managed or held by Governance Services, or has something in it that is: it is"
              + " neither deleted nor disposed of here before they let it go.");
    }
  }
}
