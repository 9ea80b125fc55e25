package org.chancery.core.http;

import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.chancery.core.access.Accounts;
import org.chancery.core.access.Authorities;
import org.chancery.core.correspondence.Lock;
import org.chancery.core.correspondence.LockMode;
import org.chancery.core.correspondence.Locking;
import org.chancery.core.repository.AccessList;
import org.chancery.core.repository.Caller;
import org.chancery.core.repository.Grant;
import org.chancery.core.repository.Invalid;
import org.chancery.core.repository.Node;
import org.chancery.core.repository.NodeId;
import org.chancery.core.repository.Nodes;
import org.chancery.core.repository.Permission;
import org.chancery.core.repository.Permissions;
import org.chancery.core.vocabulary.Cor;

/** Who may do what, explained and changed. */
final class PermissionRoutes {
  private final Nodes nodes;
  private final Permissions permissions;
  private final Locking locking;
  private final Accounts accounts;

  PermissionRoutes(Nodes nodes, Permissions permissions, Locking locking, Accounts accounts) {
    this.nodes = nodes;
    this.permissions = permissions;
    this.locking = locking;
    this.accounts = accounts;
  }

  /** Who may do what, as openapi.yaml says. */
  record Body(
      boolean inherits,
      List<LabelledGrant> grants,
      List<LabelledGrant> effective,
      Optional<String> reason,
      Optional<String> mode,
      Optional<Instant> until,
      Optional<Named> lockedBy,
      Optional<Instant> lockedAt) {}

  /** An account or group with its label. */
  record Named(String name, String label) {}

  /** A grant with its authority's label. */
  record LabelledGrant(String authority, Grant.Role role, String label) {}

  /** Body of {@link #put}. */
  record Wanted(
      Boolean inherits,
      List<WantedGrant> grants,
      String reason,
      Optional<String> mode,
      Optional<Instant> until) {}

  /** A grant to be made. */
  record WantedGrant(String authority, Grant.Role role) {}

  Response get(Exchange exchange) {
    return shown(exchange.caller(), exchange.id());
  }

  Response put(Exchange exchange) {
    Wanted wanted = exchange.json(Wanted.class);
    if (wanted.inherits() == null || wanted.grants() == null) {
      throw new Invalid(Map.of(wanted.inherits() == null ? "inherits" : "grants", "is missing"));
    }
    Set<Grant> grants = new HashSet<>();
    for (WantedGrant grant : wanted.grants()) {
      grants.add(grant(grant));
    }
    NodeId id = exchange.id();
    Caller caller = exchange.caller();
    Set<String> unknown = unknown(caller, id, grants);
    if (wanted.inherits()) {
      refuse(wanted.mode(), "mode");
      refuse(wanted.until(), "until");
      locking.unlock(exchange.actor(), id, grants, wanted.reason());
    } else {
      locking.lock(
          exchange.actor(),
          id,
          new Lock(mode(wanted.mode()), grants, wanted.reason(), wanted.until()));
    }
    if (!unknown.isEmpty()) {
      // After all other refusals, and taken back with the transaction.
      throw new Invalid(Map.of("grants", "there is no '" + unknown.iterator().next() + "'"));
    }
    // Whoever locks themselves out is still told what they did.
    return shown(caller.elevated(), id);
  }

  /**
   * Who is named now and was not, and is nobody: a lock that a slip of the pen makes is not kept.
   */
  private Set<String> unknown(Caller caller, NodeId id, Set<Grant> grants) {
    Set<String> names = new TreeSet<>();
    grants.forEach(grant -> names.add(grant.authority()));
    nodes
        .find(caller, id)
        .ifPresent(
            node ->
                permissions
                    .effective(caller.elevated(), id)
                    .forEach(grant -> names.remove(grant.authority())));
    names.removeIf(name -> Authorities.known(accounts, name));
    return names;
  }

  private static void refuse(Optional<?> given, String field) {
    if (given.isPresent()) {
      throw new Invalid(Map.of(field, "is only for a lock"));
    }
  }

  private static LockMode mode(Optional<String> code) {
    return code.map(
            each ->
                LockMode.of(each)
                    .orElseThrow(
                        () -> new Invalid(Map.of("mode", "must be hidden, greyed or read-only"))))
        .orElse(LockMode.HIDDEN);
  }

  private static Grant grant(WantedGrant grant) {
    boolean named = grant != null && grant.authority() != null && !grant.authority().isBlank();
    if (!named || grant.role() == null) {
      throw new Invalid(Map.of("grants", "must each have an authority and a role"));
    }
    return new Grant(grant.authority().strip(), grant.role());
  }

  private Response shown(Caller caller, NodeId id) {
    Node node = nodes.get(caller, id);
    AccessList set = permissions.get(caller, id);
    Optional<Lock.InForce> lock = Lock.InForce.of(node);
    // The list of a case folder follows from its files: a name on it tells of a file.
    boolean all =
        !node.type().equals(Cor.CASE_FOLDER)
            || permissions.allowed(caller, id, Permission.CHANGE_PERMISSIONS);
    return Response.json(
        200,
        new Body(
            set.inherits(),
            labelled(all ? set.grants() : own(caller, set.grants())),
            labelled(
                all
                    ? permissions.effective(caller, id)
                    : own(caller, permissions.effective(caller, id))),
            lock.map(Lock.InForce::reason),
            lock.map(each -> each.mode().code()),
            lock.flatMap(Lock.InForce::until),
            lock.map(each -> new Named(each.by(), accounts.label(each.by()))),
            lock.map(Lock.InForce::at)));
  }

  /** The grants that the caller acts with. */
  private static List<Grant> own(Caller caller, Collection<Grant> grants) {
    return grants.stream().filter(each -> caller.authorities().contains(each.authority())).toList();
  }

  private List<LabelledGrant> labelled(Collection<Grant> grants) {
    return grants.stream()
        .map(
            grant ->
                new LabelledGrant(
                    grant.authority(), grant.role(), accounts.label(grant.authority())))
        .sorted(Comparator.comparing(LabelledGrant::label).thenComparing(LabelledGrant::authority))
        .toList();
  }

  /** Users and groups. */
  record AuthorityList(List<Accounts.Authority> items) {}

  Response authorities(Exchange exchange) {
    return Response.json(
        200,
        new AuthorityList(
            accounts.search(exchange.parameter("q").orElse(""), exchange.limit(50, 200))));
  }
}
