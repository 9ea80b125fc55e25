package org.chancery.core.http;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.chancery.core.access.Accounts;
import org.chancery.core.correspondence.Lock;
import org.chancery.core.lockdown.CaseAccess;
import org.chancery.core.repository.Caller;
import org.chancery.core.repository.Grant;
import org.chancery.core.repository.NodeId;

/** Who can see a case file, and why. */
final class AccessRoutes {
  /** So many of a group are named; of the rest it is told that there are more. */
  private static final int NAMED = 30;

  private final CaseAccess access;
  private final Accounts accounts;

  AccessRoutes(CaseAccess access, Accounts accounts) {
    this.access = access;
    this.accounts = accounts;
  }

  /** The report, as openapi.yaml says. */
  record Body(List<ScopeBody> scopes, List<EntryBody> entries) {}

  /** Something that a lock can be put on. */
  record ScopeBody(
      NodeId id,
      String part,
      String title,
      boolean inherits,
      boolean mayLock,
      Optional<LockBody> lock) {}

  /** The lock on it. */
  record LockBody(
      String mode, String reason, PermissionRoutes.Named by, Instant at, Optional<Instant> until) {}

  /** Someone who may see it. */
  record EntryBody(
      NodeId scope,
      String part,
      String authority,
      String label,
      String kind,
      List<PermissionRoutes.Named> who,
      boolean more,
      Grant.Role may,
      String rule,
      String why) {}

  Response ofCaseFile(Exchange exchange) {
    CaseAccess.Report report = access.of(exchange.caller(), exchange.id());
    Map<NodeId, String> parts = new HashMap<>();
    report.scopes().forEach(scope -> parts.put(scope.id(), scope.part()));
    Map<String, List<Accounts.Authority>> members = new HashMap<>();
    List<EntryBody> entries = new ArrayList<>();
    for (CaseAccess.Entry entry : report.entries()) {
      List<Accounts.Authority> who =
          members.computeIfAbsent(entry.authority(), group -> accounts.members(group, NAMED + 1));
      entries.add(shown(entry, parts.get(entry.scope()), who));
    }
    return Response.json(200, new Body(report.scopes().stream().map(this::shown).toList(), entries))
        .with("Cache-Control", "no-store");
  }

  private ScopeBody shown(CaseAccess.Scope scope) {
    return new ScopeBody(
        scope.id(),
        scope.part(),
        scope.title(),
        scope.inherits(),
        scope.mayLock(),
        scope.lock().map(this::shown));
  }

  private LockBody shown(Lock.InForce lock) {
    return new LockBody(
        lock.mode().code(), lock.reason(), named(lock.by()), lock.at(), lock.until());
  }

  private PermissionRoutes.Named named(String authority) {
    return new PermissionRoutes.Named(authority, accounts.label(authority));
  }

  private EntryBody shown(CaseAccess.Entry entry, String part, List<Accounts.Authority> who) {
    String authority = entry.authority();
    String kind =
        authority.equals(Caller.EVERYONE)
            ? "everyone"
            : authority.startsWith("GROUP_") ? "group" : "person";
    return new EntryBody(
        entry.scope(),
        part,
        authority,
        accounts.label(authority),
        kind,
        who.stream()
            .limit(NAMED)
            .map(each -> new PermissionRoutes.Named(each.name(), each.label()))
            .toList(),
        who.size() > NAMED,
        entry.may(),
        entry.why().kind().name().toLowerCase(Locale.ROOT).replace('_', '-'),
        entry.why().text());
  }
}
