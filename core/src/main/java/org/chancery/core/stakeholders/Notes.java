package org.chancery.core.stakeholders;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.chancery.core.access.Actor;
import org.chancery.core.audit.Action;
import org.chancery.core.audit.AuditTrail;
import org.chancery.core.repository.Invalid;
import org.chancery.core.repository.NewNode;
import org.chancery.core.repository.Node;
import org.chancery.core.repository.NodeId;
import org.chancery.core.repository.Nodes;
import org.chancery.core.screening.Confirmation;
import org.chancery.core.screening.Screening;
import org.chancery.core.vocabulary.Stk;
import org.chancery.model.QName;

/** Notes on a stakeholder, which any user adds and none unscreened (requirements S2, S3). */
public final class Notes {
  private static final int LONGEST = 20_000;

  private final Nodes nodes;
  private final Screening screening;
  private final AuditTrail audit;

  Notes(Nodes nodes, Screening screening, AuditTrail audit) {
    this.nodes = nodes;
    this.screening = screening;
    this.audit = audit;
  }

  /**
   * Adds one, within the transaction in progress.
   *
   * @throws Invalid for an empty text, or one that is too long
   * @throws org.chancery.core.screening.WordsFlagged when something is flagged and not confirmed
   */
  public Node add(Actor actor, Node stakeholder, String text, List<Confirmation> confirmations) {
    if (text == null || text.isBlank() || text.length() > LONGEST) {
      throw new Invalid(Map.of("text", "must have between 1 and " + LONGEST + " characters"));
    }
    Map<QName, Object> flags = screening.require(actor, text.strip(), confirmations);
    Map<QName, Object> values = new LinkedHashMap<>(flags);
    values.put(Stk.NOTE_TEXT, text.strip());
    NodeId id = NodeId.random();
    Node note =
        nodes.create(
            actor.caller().elevated(),
            new NewNode(
                id,
                stakeholder.id(),
                Stk.NOTE,
                Drawers.name("Note", id),
                flags.isEmpty() ? Set.of() : Set.of(Stk.FLAGGED),
                values));
    audit.record(
        actor.did(
            Action.STAKEHOLDER_NOTE,
            stakeholder.id(),
            flags.isEmpty() ? Map.of() : Map.of("flags", String.valueOf(flags.get(Stk.FLAGS)))));
    return note;
  }
}
