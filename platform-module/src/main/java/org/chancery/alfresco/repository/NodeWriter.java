package org.chancery.alfresco.repository;

import java.io.Serializable;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.alfresco.model.ContentModel;
import org.alfresco.repo.policy.BehaviourFilter;
import org.alfresco.service.cmr.repository.ChildAssociationRef;
import org.alfresco.service.cmr.repository.NodeRef;
import org.alfresco.service.cmr.repository.NodeService;
import org.alfresco.service.namespace.QName;
import org.chancery.core.repository.Caller;
import org.chancery.core.repository.Denied;
import org.chancery.core.repository.Held;
import org.chancery.core.repository.Node;
import org.chancery.core.repository.NodeId;
import org.chancery.core.repository.NotFound;
import org.chancery.core.repository.Permission;
import org.chancery.core.repository.Typing;
import org.springframework.dao.ConcurrencyFailureException;

/** The steps every change of a node is made of. */
final class NodeWriter {

  private final NodeService nodes;
  private final BehaviourFilter behaviours;
  private final NodeReader reader;
  private final Tree tree;
  private final Root root;
  private final Governed governed;
  private final Clock clock;

  NodeWriter(
      NodeService nodes,
      BehaviourFilter behaviours,
      NodeReader reader,
      Tree tree,
      Root root,
      Governed governed,
      Clock clock) {
    this.nodes = nodes;
    this.behaviours = behaviours;
    this.reader = reader;
    this.tree = tree;
    this.root = root;
    this.governed = governed;
    this.clock = clock;
  }

  /**
   * The node as the database has it now, held until the transaction ends, when the caller may do
   * that to it.
   */
  Node lock(Caller caller, NodeId id, Permission permission) {
    Optional<Long> changed = tree.lock(id);
    NodeRef ref = PlatformNames.ref(id);
    if (changed.isEmpty() || !nodes.exists(ref)) {
      throw new NotFound(id);
    }
    if (!changed.get().equals(nodes.getNodeStatus(ref).getDbTxnId())) {
      // The platform's cache does not know yet what the one we waited for has committed.
      throw new ConcurrencyFailureException("Item " + id + " has just been changed");
    }
    return reader.require(caller, id, permission);
  }

  /** Refuses to change the root. */
  void refuseRoot(NodeId id) {
    if (root.is(id)) {
      throw new Denied("The root of everything cannot be changed.");
    }
  }

  /**
   * Refuses to change what others hold.
   *
   * @throws Held when they do
   */
  void requireUnheld(NodeRef ref) {
    governed.requireUnheld(ref);
  }

  /**
   * Writes and clears values, and who changed the node when, even if that is all.
   *
   * @param cleared removed unless they are among the values
   * @throws Held when others hold the node
   */
  void put(Caller caller, NodeRef ref, Map<QName, Serializable> values, Collection<QName> cleared) {
    requireUnheld(ref);
    unstamped(
        List.of(ref),
        () -> {
          Map<QName, Serializable> all = new HashMap<>(nodes.getProperties(ref));
          all.keySet().removeAll(cleared);
          all.putAll(values);
          all.put(ContentModel.PROP_MODIFIER, Accounts.toPlatform(caller.user()));
          all.put(ContentModel.PROP_MODIFIED, Date.from(now()));
          nodes.setProperties(ref, all);
          return null;
        });
  }

  /**
   * Runs the work without the platform stamping those nodes: they get their stamps from here, and a
   * folder does not become another revision because something was put into it.
   */
  <T> T unstamped(List<NodeRef> refs, Supplier<T> work) {
    refs.forEach(ref -> behaviours.disableBehaviour(ref, ContentModel.ASPECT_AUDITABLE));
    try {
      return work.get();
    } finally {
      refs.forEach(ref -> behaviours.enableBehaviour(ref, ContentModel.ASPECT_AUDITABLE));
    }
  }

  /** To the precision the platform keeps. */
  Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MILLIS);
  }

  /**
   * The child of that name, compared as all hosts do. The platform compares lower case only; a
   * child whose name needs more than that is found by its association's name, see {@link
   * #association}.
   */
  Optional<NodeRef> child(NodeRef parent, String name) {
    String key = Typing.key(name);
    NodeRef found = nodes.getChildByName(parent, ContentModel.ASSOC_CONTAINS, name);
    if (found == null && !isPlain(name)) {
      found = nodes.getChildByName(parent, ContentModel.ASSOC_CONTAINS, key);
    }
    return found != null ? Optional.of(found) : byAssociation(parent, key);
  }

  private Optional<NodeRef> byAssociation(NodeRef parent, String key) {
    return nodes.getChildAssocs(parent, ContentModel.ASSOC_CONTAINS, associationOf(key)).stream()
        .map(ChildAssociationRef::getChildRef)
        .filter(ref -> Typing.key(name(ref)).equals(key))
        .findFirst();
  }

  private String name(NodeRef ref) {
    return nodes.getProperty(ref, ContentModel.PROP_NAME) instanceof String name ? name : "";
  }

  /** The name of the association to a child of that name. */
  QName association(String name) {
    return associationOf(isPlain(name) ? name : Typing.key(name));
  }

  private static QName associationOf(String name) {
    return QName.createQName(
        ContentModel.PROP_NAME.getNamespaceURI(), QName.createValidLocalName(name));
  }

  /** Keeps others from taking a name that the platform's own index would let them take. */
  void reserve(NodeId parent, String name) {
    if (!isPlain(name)) {
      tree.lockRight("name." + parent + "." + Typing.key(name));
    }
  }

  private static boolean isPlain(String name) {
    return Typing.key(name).equals(name.toLowerCase(Locale.ROOT));
  }
}
