package org.chancery.alfresco.repository;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.alfresco.model.ContentModel;
import org.alfresco.service.cmr.repository.NodeRef;
import org.alfresco.service.cmr.repository.NodeService;
import org.alfresco.service.namespace.QName;
import org.chancery.core.repository.Held;
import org.chancery.core.repository.Node;
import org.chancery.core.repository.NodeId;
import org.chancery.core.repository.OtherKeeper;
import org.chancery.core.repository.WrongState;
import org.chancery.core.vocabulary.Rec;

/**
 * What Alfresco Governance Services manages, where they are installed beside Chancery: that, and
 * what they hold, is theirs alone. Chancery puts none of it under a series, a clock, a hold or a
 * declaration of its own, and removes nothing that it is in, or shown in. They are known by the
 * names of their aspects.
 */
public final class Governed implements OtherKeeper {
  private static final String NAME = "Governance Services";
  private static final String URI = "http://www.alfresco.org/model/recordsmanagement/1.0";
  private static final List<String> MANAGED =
      List.of("filePlanComponent", "record", "declaredRecord");
  private static final List<String> HELD = List.of("frozen");

  /** Where a document lay that they made a record of, as they note it. */
  private static final QName FROM = name("recordOriginatingLocation");

  /** Whose it was, as they note it. */
  private static final QName WHOSE = name("recordOriginatingUserId");

  /** The aspect that they note it with. */
  public static final QName TAKEN = name("recordOriginatingDetails");

  /** These say of a folder what lies in it, and are taken away again with that. */
  private static final Set<org.chancery.model.QName> ABOVE =
      Set.of(Rec.HOLDS_RECORDS, Rec.HOLDS_HELD);

  private final NodeService nodes;
  private final Tree tree;

  Governed(NodeService nodes, Tree tree) {
    this.nodes = nodes;
    this.tree = tree;
  }

  private static QName name(String local) {
    return QName.createQName(URI, local);
  }

  /** Whether they manage the node. */
  public boolean manages(NodeRef node) {
    return has(node, MANAGED);
  }

  /** Where a document lay that they make a record of; empty for others. */
  public Optional<NodeRef> takenFrom(NodeRef node) {
    return nodes.getProperty(node, FROM) instanceof NodeRef folder && nodes.exists(folder)
        ? Optional.of(folder)
        : Optional.empty();
  }

  /**
   * Notes whose a document was that they make a record of, where it was nobody's: they give back a
   * record that is rejected to that person, and to nobody they cannot.
   */
  public void noteOwner(NodeRef node) {
    if (Ownership.NOBODY.equals(nodes.getProperty(node, WHOSE))) {
      nodes.setProperty(node, WHOSE, nodes.getProperty(node, ContentModel.PROP_CREATOR));
    }
  }

  private boolean has(NodeRef node, List<String> aspects) {
    return aspects.stream().anyMatch(local -> nodes.hasAspect(node, name(local)));
  }

  @Override
  public Optional<Kept> of(NodeId id) {
    return tree.known(URI) ? how(id).map(how -> new Kept(NAME, how)) : Optional.empty();
  }

  private Optional<How> how(NodeId id) {
    NodeRef node = PlatformNames.ref(id);
    if (!nodes.exists(node)) {
      return Optional.empty();
    }
    if (manages(node)) {
      return Optional.of(How.MANAGES);
    }
    if (has(node, HELD)) {
      return Optional.of(How.HOLDS);
    }
    if (tree.markedBelow(id.value(), URI, HELD)) {
      return Optional.of(How.HOLDS_WITHIN);
    }
    return tree.markedBelow(id.value(), URI, MANAGED)
        ? Optional.of(How.MANAGES_WITHIN)
        : Optional.empty();
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
      throw new WrongState("'" + node.name() + "': " + new Kept(NAME, How.MANAGES).why());
    }
  }

  /**
   * Refuses to change what they hold, as they would.
   *
   * @throws Held when they hold it
   */
  void requireUnheld(NodeRef node) {
    if (has(node, HELD)) {
      throw new Held(
          "'"
              + nodes.getProperty(node, ContentModel.PROP_NAME)
              + "': "
              + new Kept(NAME, How.HOLDS).why());
    }
  }

  /**
   * Refuses to remove what they keep.
   *
   * @throws Held when they manage or hold the node, or something below it
   */
  void requireRemovable(NodeId id, String name) {
    of(id)
        .ifPresent(
            kept -> {
              throw new Held("'" + name + "' is neither deleted nor disposed of: " + kept.why());
            });
  }
}
