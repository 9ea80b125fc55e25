package org.chancery.core.stakeholders;

import java.util.Optional;
import org.chancery.core.repository.Node;
import org.chancery.core.repository.NodeId;
import org.chancery.core.vocabulary.Stk;
import org.chancery.core.vocabulary.Title;

/**
 * A person as everyone may know them (requirement S14): nothing private.
 *
 * @param id the node
 * @param name whole, as shown
 * @param firstName given name
 * @param lastName family name
 * @param officePhone at work
 * @param zip of the work address
 */
public record Person(
    NodeId id,
    String name,
    Optional<String> firstName,
    String lastName,
    Optional<String> officePhone,
    Optional<String> zip) {

  /** Reads a node of type {@code stk:person}. */
  public static Person of(Node node) {
    return new Person(
        node.id(),
        Title.of(node),
        node.text(Stk.FIRST_NAME),
        node.text(Stk.LAST_NAME).orElse(""),
        node.text(Stk.OFFICE_PHONE),
        node.text(Stk.ZIP));
  }
}
