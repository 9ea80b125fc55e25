package org.chancery.alfresco.records;

import java.util.function.BooleanSupplier;
import org.alfresco.repo.policy.JavaBehaviour;
import org.alfresco.repo.policy.PolicyComponent;
import org.alfresco.service.cmr.repository.NodeRef;
import org.alfresco.service.namespace.QName;
import org.chancery.alfresco.repository.Governed;
import org.chancery.core.audit.Action;

/**
 * Keeps what is under a hold of ours, or lies in a closed case file or among our records, from
 * being made a record of Governance Services. They move it into their file plan with all policies
 * switched off, so that none of ours hears of that; what they note down on it afterwards is heard.
 * What they may take they can give back: see {@link Governed#noteOwner}. The method is public
 * because the platform calls it by name.
 */
public final class TakenOver {
  private final PolicyComponent policies;
  private final Governed governed;
  private final HoldVeto holds;
  private final ClosedCases closed;
  private final RecordsAlone alone;
  private final BooleanSupplier ours;

  TakenOver(
      PolicyComponent policies,
      Governed governed,
      HoldVeto holds,
      ClosedCases closed,
      RecordsAlone alone,
      BooleanSupplier ours) {
    this.policies = policies;
    this.governed = governed;
    this.holds = holds;
    this.closed = closed;
    this.alone = alone;
    this.ours = ours;
  }

  /**
   * Binds it to every aspect there is: theirs is unknown to the dictionary where they are not
   * installed, and may be not known yet where they are.
   */
  void bind() {
    policies.bindClassBehaviour(
        Names.policy("onAddAspect"), this, new JavaBehaviour(this, "onAddAspect"));
  }

  /** Fires when it lies in their file plan already; all of that rolls back then. */
  public void onAddAspect(NodeRef node, QName aspect) {
    if (aspect.equals(Governed.TAKEN) && !ours.getAsBoolean()) {
      governed.takenFrom(node).ifPresent(from -> look(node, from));
    }
  }

  private void look(NodeRef node, NodeRef from) {
    holds.refuseTaking(node, from);
    closed.refuse(Action.MOVE, from);
    alone.refuse(Action.MOVE, from);
    governed.noteOwner(node);
  }
}
