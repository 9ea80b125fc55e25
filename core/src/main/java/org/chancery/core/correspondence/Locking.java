package org.chancery.core.correspondence;

import java.time.Clock;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.chancery.core.access.AccessLists;
import org.chancery.core.access.Actor;
import org.chancery.core.audit.Action;
import org.chancery.core.audit.AuditTrail;
import org.chancery.core.repository.AccessList;
import org.chancery.core.repository.Caller;
import org.chancery.core.repository.Change;
import org.chancery.core.repository.Denied;
import org.chancery.core.repository.Grant;
import org.chancery.core.repository.Invalid;
import org.chancery.core.repository.Node;
import org.chancery.core.repository.NodeId;
import org.chancery.core.repository.Nodes;
import org.chancery.core.repository.NotFound;
import org.chancery.core.repository.Permission;
import org.chancery.core.repository.Permissions;
import org.chancery.core.repository.Versions;
import org.chancery.core.vocabulary.Cor;
import org.chancery.model.QName;

/**
 * Locks and unlocks a folder, file, part or single item (requirement P3). The reason of the lock in
 * force stands on the node; every reason is kept with a version of it, since the ledger holds no
 * free text.
 */
public final class Locking {
  private final Nodes nodes;
  private final Permissions permissions;
  private final Versions versions;
  private final CaseFiles caseFiles;
  private final AuditTrail audit;
  private final Clock clock;

  /** On these ports. */
  public Locking(
      Nodes nodes,
      Permissions permissions,
      Versions versions,
      CaseFiles caseFiles,
      AuditTrail audit,
      Clock clock) {
    this.nodes = nodes;
    this.permissions = permissions;
    this.versions = versions;
    this.caseFiles = caseFiles;
    this.audit = audit;
    this.clock = clock;
  }

  /**
   * Replaces who may do what, within the transaction in progress. Whoever locks keeps the key
   * unless the list names another coordinator. A case file, a case folder or an intake folder that
   * is unlocked goes back to those whom requirement P15 names, beside the list's: it never inherits
   * from the folder around it, which is everyone's.
   *
   * @throws NotFound when it is not there for the actor
   * @throws Denied when the actor may not change its permissions
   * @throws Invalid without a reason
   */
  public void change(Actor actor, NodeId id, AccessList wanted, String reason) {
    Node node = nodes.get(actor.caller(), id);
    if (!permissions.allowed(actor.caller(), id, Permission.CHANGE_PERMISSIONS)) {
      throw new Denied("You may not change who sees this item.");
    }
    if (reason == null || reason.isBlank() || reason.length() > 2000) {
      throw new Invalid(Map.of("reason", "must have between 1 and 2000 characters"));
    }
    boolean lock = !wanted.inherits();
    Caller elevated = actor.caller().elevated();
    permissions.set(elevated, id, lock ? withKey(wanted, actor.caller()) : unlocked(node, wanted));
    nodes.update(elevated, id, Optional.empty(), lock ? lock(actor, reason) : unlock(node));
    versions.keep(elevated, id, false, (lock ? "Locked: " : "Unlocked: ") + reason.strip());
    caseFiles.accessChanged(node);
    audit.record(
        actor.did(Action.CHANGE_PERMISSIONS, id, Map.of("change", lock ? "lock" : "unlock")));
  }

  private Change lock(Actor actor, String reason) {
    return new Change(
        Map.of(
            Cor.LOCK_MODE, "hidden",
            Cor.LOCK_REASON, reason.strip(),
            Cor.LOCKED_BY, actor.caller().user(),
            Cor.LOCKED_AT, clock.instant()),
        Set.of(),
        Set.of(Cor.LOCKED));
  }

  private static Change unlock(Node node) {
    Set<QName> away = node.aspects().contains(Cor.LOCKED) ? Set.of(Cor.LOCKED) : Set.of();
    return new Change(Map.of(), Set.of(), Set.of(), away);
  }

  private static AccessList unlocked(Node node, AccessList wanted) {
    Optional<AccessList> usual = usual(node);
    if (usual.isEmpty()) {
      return wanted;
    }
    Set<Grant> grants = new HashSet<>(wanted.grants());
    grants.addAll(usual.get().grants());
    return new AccessList(false, grants);
  }

  /** Of what lies in a folder that everyone may read and would, inheriting, be everyone's. */
  private static Optional<AccessList> usual(Node node) {
    if (node.type().equals(Cor.CASE_FILE)) {
      return Optional.of(AccessLists.ofCaseFile(node.list(Cor.COMPONENT)));
    }
    if (node.type().equals(Cor.CASE_FOLDER)) {
      return Optional.of(AccessLists.ofCaseFolder(List.of(), List.of()));
    }
    if (node.type().equals(Cor.INTAKE_FOLDER)) {
      return Optional.of(AccessLists.ofIntakeFolder(node.text(Cor.INTAKE_COMPONENT)));
    }
    return Optional.empty();
  }

  private static AccessList withKey(AccessList wanted, Caller locker) {
    boolean kept =
        wanted.grants().stream().anyMatch(grant -> grant.role() == Grant.Role.COORDINATOR);
    if (kept) {
      return wanted;
    }
    Set<Grant> grants = new HashSet<>(wanted.grants());
    grants.add(new Grant(locker.user(), Grant.Role.COORDINATOR));
    return new AccessList(false, grants);
  }
}
