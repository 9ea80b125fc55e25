package org.chancery.core.rights;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.chancery.core.access.Actor;
import org.chancery.core.audit.Action;
import org.chancery.core.audit.AuditTrail;
import org.chancery.core.cards.BusinessCards;
import org.chancery.core.correspondence.Place;
import org.chancery.core.destruction.Destruction;
import org.chancery.core.intake.WorkQueue;
import org.chancery.core.mail.Notices;
import org.chancery.core.repository.Caller;
import org.chancery.core.repository.Change;
import org.chancery.core.repository.Held;
import org.chancery.core.repository.Node;
import org.chancery.core.repository.NodeId;
import org.chancery.core.repository.Nodes;
import org.chancery.core.repository.Transactions;
import org.chancery.core.vocabulary.Cor;
import org.chancery.core.vocabulary.Stk;

/**
 * Removes business cards that nobody enters: a card that waits shows private numbers of somebody
 * whom nobody decided to keep (requirements S15, S16).
 */
final class CardSweep {
  /** How long one waits until whoever handed it in is told. */
  static final int REMINDED_AFTER = 30;

  /** How many days later it is removed. */
  static final int REMOVED_AFTER = 7;

  private static final Caller SYSTEM = Caller.ofSystem();
  private static final NodeId CARDS = Place.STAKEHOLDERS.below(BusinessCards.FOLDER);

  private final Nodes nodes;
  private final Transactions transactions;
  private final Destruction destruction;
  private final WorkQueue queue;
  private final Notices notices;
  private final AuditTrail audit;
  private final Clock clock;

  CardSweep(Rights.Ports ports) {
    nodes = ports.nodes();
    transactions = ports.transactions();
    destruction = ports.destruction();
    queue = ports.queue();
    notices = ports.notices();
    audit = ports.audit();
    clock = ports.clock();
  }

  /** Does what is due today; not within a transaction. */
  void once() {
    LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    List<Node> waiting =
        transactions.read(() -> nodes.childrenOfAll(SYSTEM, List.of(CARDS), Cor.DOCUMENT));
    for (Node card : waiting) {
      if (remind(card, today) || remove(card, today)) {
        transactions.write(() -> look(card.id(), today));
      }
    }
  }

  private static boolean remind(Node card, LocalDate today) {
    LocalDate came = LocalDate.ofInstant(card.createdAt(), ZoneOffset.UTC);
    return card.date(Stk.CARD_REMINDED).isEmpty() && !today.isBefore(came.plusDays(REMINDED_AFTER));
  }

  private static boolean remove(Node card, LocalDate today) {
    return card.date(Stk.CARD_REMINDED)
        .filter(day -> !today.isBefore(day.plusDays(REMOVED_AFTER)))
        .isPresent();
  }

  private void look(NodeId id, LocalDate today) {
    Optional<Node> there =
        nodes.find(SYSTEM, id).filter(node -> node.parent().equals(Optional.of(CARDS)));
    if (there.isEmpty()) {
      return;
    }
    Node card = nodes.hold(SYSTEM, id);
    if (remind(card, today)) {
      nodes.update(SYSTEM, id, Optional.empty(), Change.of(Map.of(Stk.CARD_REMINDED, today)));
      notices.tell(card.createdBy(), Notices.Kind.CARDS, "/stakeholders/cards");
    } else if (remove(card, today)) {
      try {
        destruction.remove(SYSTEM, id);
      } catch (Held e) {
        // Looked at again tomorrow.
        return;
      }
      audit.record(Actor.ofSystem().did(Action.DELETE, id, Map.of("why", "card not entered")));
      queue.add(Removal.QUEUE, "all");
    }
  }
}
