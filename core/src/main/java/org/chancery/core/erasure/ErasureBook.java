package org.chancery.core.erasure;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.chancery.core.access.Authorities;
import org.chancery.core.access.Role;
import org.chancery.core.repository.Caller;
import org.chancery.core.repository.Change;
import org.chancery.core.repository.NewNode;
import org.chancery.core.repository.Node;
import org.chancery.core.repository.NodeId;
import org.chancery.core.repository.Nodes;
import org.chancery.core.repository.NotFound;
import org.chancery.core.stakeholders.Drawers;
import org.chancery.core.vocabulary.Stk;
import org.chancery.model.QName;

/** Keeps the erasures, where nobody but the system looks. */
final class ErasureBook {
  private static final Caller SYSTEM = Caller.ofSystem();
  private static final String FOLDER = "Erased";
  private static final String DRAWER = "Erasures";

  private final Nodes nodes;
  private final Drawers drawers;

  ErasureBook(Nodes nodes, Drawers drawers) {
    this.nodes = nodes;
    this.drawers = drawers;
  }

  /** Whether the caller sees every erasure, with all that stays: whom it is told to in full. */
  static boolean seesAll(Caller caller) {
    return caller.system()
        || caller.authorities().contains(Authorities.ADMINISTRATORS)
        || caller.authorities().contains(Authorities.role(Role.PRIVACY_OFFICER));
  }

  private static boolean sees(Caller caller, Erasure erasure) {
    return seesAll(caller)
        || erasure.by().equals(caller.user())
        || erasure
            .component()
            .filter(
                code ->
                    caller
                        .authorities()
                        .contains(Authorities.roleIn(code, Role.COMPONENT_REPRESENTATIVE)))
            .isPresent();
  }

  void create(Caller elevated, NodeId id, Map<QName, Object> values) {
    NodeId drawer = drawers.drawer(elevated, FOLDER, DRAWER);
    nodes.create(
        elevated,
        new NewNode(id, drawer, Stk.ERASURE, Drawers.name("Erasure", id), Set.of(), values));
  }

  Optional<Erasure> find(NodeId id) {
    return nodes.find(SYSTEM, id).filter(node -> node.type().equals(Stk.ERASURE)).map(Erasure::of);
  }

  Erasure get(Caller caller, NodeId id) {
    return find(id).filter(erasure -> sees(caller, erasure)).orElseThrow(() -> new NotFound(id));
  }

  List<Erasure> all(Caller caller) {
    return nodes.childrenOfAll(SYSTEM, List.of(Drawers.idOf(FOLDER, DRAWER)), Stk.ERASURE).stream()
        .map(Erasure::of)
        .filter(erasure -> sees(caller, erasure))
        .sorted(Comparator.comparing(Erasure::at).reversed())
        .toList();
  }

  Erasure hold(NodeId id) {
    return Erasure.of(nodes.hold(SYSTEM, id));
  }

  Node change(NodeId id, Map<QName, Object> values) {
    return nodes.update(SYSTEM, id, Optional.empty(), Change.of(values));
  }
}
