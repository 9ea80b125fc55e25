package org.chancery.core.correspondence;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
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
  private static final Duration LONGEST = Duration.ofDays(36_525);

  private final Nodes nodes;
  private final Permissions permissions;
  private final Versions versions;
  private final CaseFiles caseFiles;
  private final LockEnds ends;
  private final AuditTrail audit;
  private final Clock clock;
  private final UsualAccess usual;

  /**
   * On these ports.
   *
   * @param access what an unlocked case file goes back to
   * @param ends where it is noted when a lock ends by itself
   */
  public Locking(
      Nodes nodes,
      Permissions permissions,
      Versions versions,
      CaseFiles caseFiles,
      FileAccess access,
      LockEnds ends,
      AuditTrail audit,
      Clock clock) {
    this.nodes = nodes;
    this.permissions = permissions;
    this.versions = versions;
    this.caseFiles = caseFiles;
    this.ends = ends;
    this.audit = audit;
    this.clock = clock;
    this.usual = new UsualAccess(permissions, access);
  }

  /**
   * Replaces who may do what, within the transaction in progress: a list that does not inherit is a
   * lock of {@link LockMode#HIDDEN} that stays until somebody ends it.
   *
   * @throws org.chancery.core.repository.NotFound when it is not there for the actor
   * @throws Denied when the actor may not change its permissions
   * @throws Invalid without a reason
   */
  public void change(Actor actor, NodeId id, AccessList wanted, String reason) {
    if (wanted.inherits()) {
      unlock(actor, id, wanted.grants(), reason);
    } else {
      lock(actor, id, new Lock(LockMode.HIDDEN, wanted.grants(), reason, Optional.empty()));
    }
  }

  /**
   * Locks, or changes the lock, within the transaction in progress. Whoever locks keeps the key
   * unless the lock names another coordinator.
   *
   * @throws org.chancery.core.repository.NotFound when it is not there for the actor
   * @throws Denied when the actor may not change its permissions
   * @throws Invalid without a reason, with an end that has passed, or greyed on what is no
   *     protected value
   */
  public void lock(Actor actor, NodeId id, Lock lock) {
    Node node = permitted(actor, id, lock.reason());
    Instant now = clock.instant();
    if (lock.until().filter(until -> !until.isAfter(now)).isPresent()) {
      throw new Invalid(Map.of("until", "must lie in the future"));
    }
    if (lock.until().filter(until -> until.isAfter(now.plus(LONGEST))).isPresent()) {
      throw new Invalid(Map.of("until", "must lie within a hundred years; without it, for good"));
    }
    if (lock.mode() == LockMode.GREYED && !node.type().equals(Cor.PROTECTED_VALUE)) {
      throw new Invalid(Map.of("mode", "only protected values can be greyed"));
    }
    Map<QName, Object> values = new HashMap<>();
    values.put(Cor.LOCK_MODE, lock.mode().code());
    values.put(Cor.LOCK_REASON, lock.reason().strip());
    values.put(Cor.LOCKED_BY, actor.caller().user());
    values.put(Cor.LOCKED_AT, now);
    lock.until().ifPresent(until -> values.put(Cor.LOCK_UNTIL, until));
    List<String> before = usual.keptOf(node);
    if (!before.isEmpty()) {
      values.put(Cor.LOCK_BEFORE, before);
    }
    Set<QName> away = lock.until().isPresent() ? Set.of() : Set.of(Cor.LOCK_UNTIL);
    set(
        actor,
        node,
        new AccessList(false, withKey(granted(node, lock), actor.caller())),
        new Change(values, away, Set.of(Cor.LOCKED)),
        "Locked: " + lock.reason().strip());
    lock.until().ifPresent(until -> ends.note(id, until));
    Map<String, String> details = new HashMap<>();
    details.put("change", "lock");
    details.put("mode", lock.mode().code());
    lock.until().ifPresent(until -> details.put("until", until.toString()));
    audit.record(actor.did(Action.CHANGE_PERMISSIONS, id, details));
  }

  private Set<Grant> granted(Node node, Lock lock) {
    Set<Grant> grants = new HashSet<>(lock.grants());
    if (lock.mode() == LockMode.READ_ONLY) {
      Set<String> named = new HashSet<>();
      lock.grants().forEach(grant -> named.add(grant.authority()));
      usual.readers(node).stream()
          .filter(reader -> !named.contains(reader))
          .forEach(reader -> grants.add(new Grant(reader, Grant.Role.READER)));
    }
    return grants;
  }

  /**
   * Ends a lock, or names someone on what is not locked, within the transaction in progress. What
   * is unlocked goes back to those whom requirement P15 names, or to what was set before the lock,
   * beside the grants; a case file, a case folder and an intake folder never inherit from the
   * folder around them, which is everyone's.
   *
   * @throws org.chancery.core.repository.NotFound when it is not there for the actor
   * @throws Denied when the actor may not change its permissions
   * @throws Invalid without a reason
   */
  public void unlock(Actor actor, NodeId id, Set<Grant> grants, String reason) {
    Node node = permitted(actor, id, reason);
    open(actor, node, grants, reason.strip(), Map.of("change", "unlock"));
  }

  /**
   * Ends a lock whose time is over, within the transaction in progress; nothing happens when it has
   * been changed or ended since.
   *
   * @param until the end that was noted
   */
  public void end(NodeId id, Instant until) {
    Actor system = Actor.ofSystem();
    nodes
        .find(system.caller(), id)
        .filter(node -> node.instant(Cor.LOCK_UNTIL).filter(until::equals).isPresent())
        .filter(node -> node.aspects().contains(Cor.LOCKED))
        .ifPresent(
            node ->
                open(
                    system,
                    node,
                    Set.of(),
                    "its time was over",
                    Map.of("change", "unlock", "by", "time")));
  }

  private void open(
      Actor actor, Node node, Set<Grant> grants, String reason, Map<String, String> details) {
    AccessList list =
        usual
            .of(node)
            .map(
                before -> {
                  Set<Grant> all = new HashSet<>(grants);
                  all.addAll(before.grants());
                  return new AccessList(before.inherits(), all);
                })
            .orElseGet(() -> new AccessList(true, grants));
    Set<QName> away = node.aspects().contains(Cor.LOCKED) ? Set.of(Cor.LOCKED) : Set.of();
    set(actor, node, list, new Change(Map.of(), Set.of(), Set.of(), away), "Unlocked: " + reason);
    audit.record(actor.did(Action.CHANGE_PERMISSIONS, node.id(), details));
  }

  private Node permitted(Actor actor, NodeId id, String reason) {
    Node node = nodes.get(actor.caller(), id);
    if (!permissions.allowed(actor.caller(), id, Permission.CHANGE_PERMISSIONS)) {
      throw new Denied("You may not change who sees this item.");
    }
    if (reason == null || reason.isBlank() || reason.length() > 2000) {
      throw new Invalid(Map.of("reason", "must have between 1 and 2000 characters"));
    }
    return node;
  }

  private void set(Actor actor, Node node, AccessList list, Change change, String comment) {
    Caller elevated = actor.caller().elevated();
    permissions.set(elevated, node.id(), list);
    nodes.update(elevated, node.id(), Optional.empty(), change);
    versions.keep(elevated, node.id(), false, comment);
    caseFiles.accessChanged(node);
    if (node.type().equals(Cor.PROTECTED_VALUE)) {
      node.parent().ifPresent(parent -> tellWithheld(elevated, parent));
    }
  }

  /** A correspondent says which of its protected values are greyed. */
  private void tellWithheld(Caller elevated, NodeId correspondent) {
    List<String> greyed =
        nodes.children(elevated, correspondent, Optional.empty(), 100).items().stream()
            .filter(
                value ->
                    Lock.InForce.of(value)
                        .filter(lock -> lock.mode() == LockMode.GREYED)
                        .isPresent())
            .flatMap(value -> value.text(Cor.KIND).stream())
            .sorted()
            .toList();
    Node person = nodes.get(elevated, correspondent);
    if (person.type().equals(Cor.CORRESPONDENT)
        && !greyed.equals(person.<String>list(Cor.WITHHELD))) {
      nodes.update(
          elevated,
          correspondent,
          Optional.empty(),
          greyed.isEmpty()
              ? new Change(Map.of(), Set.of(Cor.WITHHELD), Set.of())
              : new Change(Map.of(Cor.WITHHELD, greyed), Set.of(), Set.of()));
    }
  }

  private static Set<Grant> withKey(Set<Grant> grants, Caller locker) {
    boolean kept = grants.stream().anyMatch(grant -> grant.role() == Grant.Role.COORDINATOR);
    if (kept) {
      return grants;
    }
    Set<Grant> all = new HashSet<>(grants);
    all.removeIf(grant -> grant.authority().equals(locker.user()));
    all.add(new Grant(locker.user(), Grant.Role.COORDINATOR));
    return all;
  }
}
