package org.chancery.core.imports;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.chancery.core.repository.Caller;
import org.chancery.core.repository.Node;
import org.chancery.core.repository.NodeId;
import org.chancery.core.repository.Nodes;
import org.chancery.core.vocabulary.Stk;
import org.chancery.model.QName;

/**
 * What people say already to whom rows are to be added, read for a lot at once: a list that is
 * imported again adds nothing to most.
 */
final class Already {
  private final Map<NodeId, Node> people;
  private final Map<NodeId, Node> contacts = new HashMap<>();

  Already(Nodes nodes, Caller caller, Collection<NodeId> ids) {
    people =
        nodes.findAll(caller, List.copyOf(ids)).stream()
            .filter(node -> node.type().equals(Stk.PERSON))
            .collect(Collectors.toMap(Node::id, Function.identity()));
    if (!people.isEmpty()) {
      nodes
          .childrenOfAll(caller, List.copyOf(people.keySet()), Stk.PRIVATE_CONTACT)
          .forEach(node -> contacts.merge(node.parent().orElseThrow(), node, (one, two) -> null));
    }
  }

  /** Whether nothing of the row is to be added; false where only a closer look can tell. */
  boolean says(NodeId id, ImportedPerson row) {
    Node node = people.get(id);
    if (node == null
        || !Additions.of(node.properties(), EnteredPerson.values(row), EnteredPerson.ADDED_TO)
            .isEmpty()) {
      return false;
    }
    Map<QName, Object> personal = EnteredPerson.privateValues(row);
    Optional<Node> contact = Optional.ofNullable(contacts.get(id));
    boolean reached =
        personal.isEmpty()
            || contact.isPresent()
                && Additions.of(contact.get().properties(), personal, personal.keySet()).isEmpty();
    Set<String> belongs =
        node.<String>list(Stk.ORGANIZATIONS).stream()
            .map(OrganizationNames::plain)
            .collect(Collectors.toSet());
    return reached
        && row.organization()
            .map(OrganizationNames::plain)
            .filter(n -> !belongs.contains(n))
            .isEmpty();
  }
}
