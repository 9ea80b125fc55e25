package org.chancery.core.stakeholders;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.chancery.core.repository.Node;
import org.chancery.core.vocabulary.Stk;

/**
 * An interaction, or an event somebody attended: what counts as contact (requirements S4, S5).
 *
 * @param day when
 * @param component which component it was, if that is known
 * @param by who of it, an account or a name
 * @param issues codes of what was touched
 * @param open whether a follow-up was promised and is not done
 */
record Contact(
    LocalDate day,
    Optional<String> component,
    Optional<String> by,
    List<String> issues,
    boolean open) {

  /** Of a node of type {@code stk:interaction}. */
  static Contact ofInteraction(Node node) {
    return new Contact(
        node.date(Stk.INTERACTION_DATE).orElseThrow(),
        node.text(Stk.COMPONENT),
        node.text(Stk.EMPLOYEE).or(() -> node.text(Stk.OWNER_USER)),
        node.list(Stk.ISSUES),
        node.text(Stk.FOLLOW_UP).isPresent()
            && !Boolean.TRUE.equals(node.properties().get(Stk.FOLLOW_UP_DONE)));
  }

  /** Of a node of type {@code stk:event}. */
  static Contact ofEvent(Node node) {
    return new Contact(
        LocalDate.ofInstant(node.instant(Stk.EVENT_START).orElseThrow(), ZoneOffset.UTC),
        node.text(Stk.OWNER_COMPONENT),
        node.text(Stk.OWNER_USER),
        node.list(Stk.ISSUES),
        false);
  }

  /** Whether an event's day has come, so that attending it counts. */
  static boolean counted(Node event) {
    return Boolean.TRUE.equals(event.properties().get(Stk.COUNTED));
  }
}
