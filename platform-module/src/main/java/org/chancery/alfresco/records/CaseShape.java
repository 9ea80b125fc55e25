package org.chancery.alfresco.records;

import java.io.Serializable;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import org.alfresco.model.ContentModel;
import org.alfresco.repo.policy.JavaBehaviour;
import org.alfresco.repo.policy.PolicyComponent;
import org.alfresco.service.cmr.repository.ChildAssociationRef;
import org.alfresco.service.cmr.repository.ContentData;
import org.alfresco.service.cmr.repository.NodeRef;
import org.alfresco.service.cmr.repository.NodeService;
import org.alfresco.service.namespace.QName;
import org.chancery.core.audit.Action;
import org.chancery.core.correspondence.Place;
import org.chancery.core.repository.NodeId;

/**
 * Keeps the tree in its shape whatever the client, as our own routes do: the parts of a case file
 * and the well-known folders stay as they are, cases stay where they are, what was received is
 * never changed and leaves intake by being filed. The methods are public because the platform calls
 * them by name.
 */
public final class CaseShape {
  private static final Set<QName> PARTS =
      Set.of(
          Names.correspondence("peoplePart"),
          Names.correspondence("routingPart"),
          Names.correspondence("documentsPart"),
          Names.correspondence("intakeFolder"));
  private static final Set<QName> CASES =
      Set.of(Names.correspondence("caseFolder"), Names.correspondence("caseFile"));
  private static final QName CASE_FILE = Names.correspondence("caseFile");
  private static final QName RECEIVED = Names.correspondence("received");

  private static final String CODE = "not-allowed";
  private static final String HOLDS_TOGETHER =
      "This folder holds the tree together; it stays as it is.";

  private final PolicyComponent policies;
  private final NodeService nodes;
  private final Attempts attempts;
  private final BooleanSupplier ours;

  /**
   * On the platform's services.
   *
   * @param policies bean {@code policyComponent}
   * @param nodes the platform's inner nodes, which ask nobody's leave
   * @param attempts where refusals are noted
   * @param ours whether a change through our own ports is at work on this thread
   */
  public CaseShape(
      PolicyComponent policies, NodeService nodes, Attempts attempts, BooleanSupplier ours) {
    this.policies = policies;
    this.nodes = nodes;
    this.attempts = attempts;
    this.ours = ours;
  }

  /** Binds everything; from now on it holds. */
  public void bind() {
    for (String policy :
        new String[] {"beforeDeleteNode", "beforeMoveNode", "onUpdateProperties"}) {
      policies.bindClassBehaviour(
          Names.policy(policy), ContentModel.TYPE_FOLDER, new JavaBehaviour(this, policy));
    }
    policies.bindClassBehaviour(
        Names.policy("beforeMoveNode"), RECEIVED, new JavaBehaviour(this, "beforeMoveNode"));
    policies.bindClassBehaviour(
        Names.policy("onUpdateProperties"),
        RECEIVED,
        new JavaBehaviour(this, "onUpdateProperties"));
  }

  /** A part goes with its case file alone; a well-known folder never. */
  public void beforeDeleteNode(NodeRef node) {
    if (ours.getAsBoolean() || !holdsTogether(node)) {
      return;
    }
    if (!Names.pending(nodes.getPrimaryParent(node).getParentRef())) {
      throw attempts.refused(Action.DELETE, node, CODE, HOLDS_TOGETHER);
    }
  }

  /** Neither another name nor another place. */
  public void beforeMoveNode(ChildAssociationRef from, NodeRef to) {
    NodeRef node = from.getChildRef();
    if (ours.getAsBoolean()) {
      return;
    }
    if (holdsTogether(node)) {
      throw attempts.refused(Action.MOVE, node, CODE, HOLDS_TOGETHER);
    }
    boolean leaves = !from.getParentRef().equals(to);
    if (leaves && CASES.contains(nodes.getType(node))) {
      throw attempts.refused(
          Action.MOVE, node, CODE, "Case folders and case files stay where they are.");
    }
    if (leaves
        && nodes.hasAspect(node, RECEIVED)
        && !realm(from.getParentRef()).equals(realm(to))) {
      throw attempts.refused(
          Action.MOVE,
          node,
          "wrong-state",
          "What was received leaves intake by being filed, and a case file by being taken back.");
    }
  }

  /** Fires after the change, which then rolls back. */
  public void onUpdateProperties(
      NodeRef node, Map<QName, Serializable> before, Map<QName, Serializable> after) {
    if (ours.getAsBoolean() || before.isEmpty()) {
      return;
    }
    boolean renamed =
        !Objects.equals(before.get(ContentModel.PROP_NAME), after.get(ContentModel.PROP_NAME));
    if (renamed && holdsTogether(node)) {
      throw attempts.refused(Action.MOVE, node, CODE, HOLDS_TOGETHER);
    }
    if (nodes.hasAspect(node, RECEIVED) && !url(before).equals(url(after))) {
      throw attempts.refused(
          Action.UPDATE,
          node,
          "wrong-state",
          "What was received is never changed. Add the new version as a document of its own.");
    }
  }

  private static String url(Map<QName, Serializable> properties) {
    return properties.get(ContentModel.PROP_CONTENT) instanceof ContentData content
        ? String.valueOf(content.getContentUrl())
        : "";
  }

  private boolean holdsTogether(NodeRef node) {
    if (!nodes.exists(node)) {
      return false;
    }
    if (PARTS.contains(nodes.getType(node))) {
      return true;
    }
    Optional<NodeId> id = Attempts.id(node);
    String name = String.valueOf(nodes.getProperty(node, ContentModel.PROP_NAME));
    return id.isPresent()
        && Arrays.stream(Place.values())
            .anyMatch(place -> place.id().equals(id.get()) || place.below(name).equals(id.get()));
  }

  /** Where received items may be: in intake, or in a case file; everything else is elsewhere. */
  private String realm(NodeRef folder) {
    NodeRef at = folder;
    while (at != null) {
      if (nodes.getType(at).equals(CASE_FILE)) {
        return "case";
      }
      if (at.getId().equals(Place.INTAKE.id().value())) {
        return "intake";
      }
      at = nodes.getPrimaryParent(at).getParentRef();
    }
    return "elsewhere";
  }
}
