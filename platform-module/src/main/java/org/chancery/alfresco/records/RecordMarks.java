package org.chancery.alfresco.records;

import java.util.Optional;
import org.alfresco.model.ContentModel;
import org.alfresco.repo.security.permissions.AccessDeniedException;
import org.alfresco.service.cmr.repository.ChildAssociationRef;
import org.alfresco.service.cmr.repository.NodeRef;
import org.alfresco.service.cmr.repository.NodeService;
import org.alfresco.service.cmr.repository.StoreRef;
import org.alfresco.service.cmr.security.PermissionService;
import org.alfresco.service.namespace.QName;
import org.alfresco.service.namespace.RegexQNamePattern;
import org.chancery.core.audit.Action;

/** What is a declared record or holds one, as the platform knows it. */
public final class RecordMarks {
  /** As in our own answers. */
  private static final String CODE = "declared-record";

  private static final QName PROTECTED_VALUE = Names.correspondence("protectedValue");

  private static final QName LOCKED = Names.correspondence("locked");

  private final NodeService nodes;
  private final PermissionService permissions;
  private final Attempts attempts;

  /**
   * On the platform's inner services, which ask nobody's leave.
   *
   * @param nodes bean {@code nodeService}
   * @param permissions bean {@code permissionServiceImpl}
   * @param attempts where refusals are noted
   */
  public RecordMarks(NodeService nodes, PermissionService permissions, Attempts attempts) {
    this.nodes = nodes;
    this.permissions = permissions;
    this.attempts = attempts;
  }

  /** Refuses what would change a record. */
  void refuseDeclared(Action action, NodeRef node) {
    if (is(node, Names.DECLARED)) {
      throw refusal(
          action,
          node,
          "This is a declared record ("
              + nodes.getProperty(node, Names.RECORD_ID)
              + "): nobody changes, moves or deletes it, nor adds anything to it. Put a correction"
              + " beside it as a document of its own.");
    }
  }

  /**
   * What somebody sees who looks at the node, when that is protected: the node, when it is a value
   * that is one of its own; else the locked part it lies in.
   */
  Optional<NodeRef> protectedPart(NodeRef node) {
    if (!node.getStoreRef().equals(StoreRef.STORE_REF_WORKSPACE_SPACESSTORE)
        || !nodes.exists(node)) {
      return Optional.empty();
    }
    if (nodes.getType(node).equals(PROTECTED_VALUE)) {
      return Optional.of(node);
    }
    NodeRef at = node;
    while (at != null && !nodes.hasAspect(at, LOCKED)) {
      at = nodes.getPrimaryParent(at).getParentRef();
    }
    return Optional.ofNullable(at);
  }

  /** Refuses what would take a record along. */
  void refuseHolding(Action action, NodeRef folder) {
    if (is(folder, Names.HOLDS_RECORDS)) {
      throw refusal(
          action,
          folder,
          "This folder holds a declared record: it stays where it is and is not deleted.");
    }
  }

  /** Refuses to change who may do what with a record, itself or by a folder it inherits from. */
  void refusePermissions(NodeRef node) {
    if (is(node, Names.DECLARED) || reachesRecord(node)) {
      throw refusal(
          Action.CHANGE_PERMISSIONS,
          node,
          "Who may see a declared record changes only by lock and unlock, with a reason.");
    }
  }

  /** Whether a record below inherits what is set on the folder. Only marked branches are walked. */
  private boolean reachesRecord(NodeRef folder) {
    if (!nodes.exists(folder)) {
      return false;
    }
    for (ChildAssociationRef each :
        nodes.getChildAssocs(folder, ContentModel.ASSOC_CONTAINS, RegexQNamePattern.MATCH_ALL)) {
      NodeRef child = each.getChildRef();
      boolean declared = is(child, Names.DECLARED);
      boolean marked = declared || is(child, Names.HOLDS_RECORDS);
      if (marked
          && permissions.getInheritParentPermissions(child)
          && (declared || reachesRecord(child))) {
        return true;
      }
    }
    return false;
  }

  AccessDeniedException refusal(Action action, NodeRef node, String message) {
    return attempts.refused(action, node, CODE, message);
  }

  private boolean is(NodeRef node, QName mark) {
    return nodes.exists(node) && nodes.hasAspect(node, mark);
  }
}
