package org.chancery.core.stakeholders;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.chancery.core.access.AccessLists;
import org.chancery.core.repository.Caller;
import org.chancery.core.repository.Change;
import org.chancery.core.repository.Denied;
import org.chancery.core.repository.NewNode;
import org.chancery.core.repository.Node;
import org.chancery.core.repository.NodeId;
import org.chancery.core.repository.Nodes;
import org.chancery.core.repository.Permission;
import org.chancery.core.repository.Permissions;
import org.chancery.core.vocabulary.Cor;
import org.chancery.core.vocabulary.Stk;
import org.chancery.model.QName;

/**
 * What of a person is the owning component's alone: a node of its own, so that the platform's own
 * permissions keep it (requirements S14, P5).
 */
public final class PrivateContacts {
  private static final Caller SYSTEM = Caller.ofSystem();
  static final String NAME = "Private contact";

  private final Nodes nodes;
  private final Permissions permissions;

  PrivateContacts(Nodes nodes, Permissions permissions) {
    this.nodes = nodes;
    this.permissions = permissions;
  }

  /**
   * A person's, as far as the caller may see it: the owning component's, else what another
   * component kept of them before two entries were merged.
   */
  public Optional<Node> of(Caller caller, NodeId person) {
    Optional<Node> main = main(caller, person);
    return main.isPresent() ? main : brought(caller, person).stream().findFirst();
  }

  /** The owning component's, as far as the caller may see it. */
  public Optional<Node> main(Caller caller, NodeId person) {
    return nodes.child(caller, person, NAME);
  }

  /**
   * What other components kept of a person when their entries were merged into this one, each for
   * its own component still; as far as the caller may see it, by name.
   */
  public List<Node> brought(Caller caller, NodeId person) {
    return nodes.childrenOfAll(caller, List.of(person), Stk.PRIVATE_CONTACT).stream()
        .filter(node -> !node.name().equals(NAME))
        .sorted(Comparator.comparing(Node::name))
        .toList();
  }

  private List<Node> all(NodeId person) {
    return Stream.concat(main(SYSTEM, person).stream(), brought(SYSTEM, person).stream()).toList();
  }

  /** Whether there is one, which the caller may not see. */
  public boolean withheld(Caller caller, NodeId person) {
    return of(caller, person).isEmpty() && !all(person).isEmpty();
  }

  /** Whether the caller may see one, and change it, whether there is one or not. */
  public boolean open(Caller caller, Node person) {
    return writable(caller, person.id()).isPresent()
        || main(SYSTEM, person.id()).isEmpty()
            && AccessLists.ofPrivateContact(readers(person, person)).grants().stream()
                .filter(grant -> grant.role().permissions().contains(Permission.WRITE))
                .anyMatch(grant -> caller.authorities().contains(grant.authority()));
  }

  private Optional<Node> writable(Caller caller, NodeId person) {
    return all(person).stream()
        .filter(node -> permissions.allowed(caller, node.id(), Permission.WRITE))
        .findFirst();
  }

  /**
   * Makes one for a person who is entered, within the transaction in progress; none when nothing is
   * given.
   */
  void create(Caller elevated, NodeId person, Optional<String> owner, Map<QName, Object> values) {
    Map<QName, Object> given = new LinkedHashMap<>(values);
    given.values().removeIf(Objects::isNull);
    if (given.isEmpty()) {
      return;
    }
    NodeId id = NodeId.random();
    nodes.create(elevated, new NewNode(id, person, Stk.PRIVATE_CONTACT, NAME, Set.of(), given));
    permissions.set(elevated, id, AccessLists.ofPrivateContact(owner));
  }

  /**
   * Changes it, within the transaction in progress.
   *
   * @throws Denied when it is another component's
   */
  void change(Caller caller, Node person, Map<QName, Object> values) {
    if (values.isEmpty()) {
      return;
    }
    if (!open(caller, person)) {
      throw new Denied(
          "Private numbers and addresses of '"
              + person.name()
              + "' are kept by the component that owns the entry; ask its owner.");
    }
    Optional<Node> there = writable(caller, person.id());
    if (there.isPresent()) {
      nodes.update(caller.elevated(), there.get().id(), Optional.empty(), Change.of(values));
    } else {
      create(caller.elevated(), person.id(), readers(person, person), values);
    }
  }

  /**
   * The component that may see a part of an entry: the one that it was brought by, else the
   * owner's; of somebody restricted none.
   */
  private static Optional<String> readers(Node person, Node part) {
    Node whose = part.aspects().contains(Stk.OWNED) ? part : person;
    return whose.text(Stk.OWNER_COMPONENT).filter(code -> !ContactBlock.restricted(person));
  }

  /**
   * Opens them, and the business cards that show the same, to those who may see them as the person
   * is now, and to nobody else; within the transaction in progress. To be called after a change of
   * the owner or of a restriction.
   */
  public void follow(Caller elevated, NodeId id) {
    Node person = nodes.get(SYSTEM, id);
    Stream<Node> cards =
        nodes.childrenOfAll(SYSTEM, List.of(id), Cor.DOCUMENT).stream()
            .filter(document -> document.aspects().contains(Stk.CARD));
    Stream.concat(all(id).stream(), cards)
        .forEach(
            part ->
                permissions.set(
                    elevated, part.id(), AccessLists.ofPrivateContact(readers(person, part))));
  }
}
