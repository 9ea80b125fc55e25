package org.chancery.core.http;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.chancery.core.access.Account;
import org.chancery.core.access.Accounts;
import org.chancery.core.audit.Action;
import org.chancery.core.audit.AuditEvent.Outcome;
import org.chancery.core.audit.AuditTrail;
import org.chancery.core.audit.AuditTrail.AuditEntry;
import org.chancery.core.intake.Integrity;
import org.chancery.core.repository.NodeId;
import org.chancery.core.repository.Nodes;
import org.chancery.core.repository.Page;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What happened, whether everything is there, and whether everything works. */
final class OversightRoutes {
  private static final Logger LOG = LoggerFactory.getLogger(OversightRoutes.class);

  /** What a node's history shows; who looked at it or was refused is the ledger readers' matter. */
  private static final Set<Action> CHANGES =
      EnumSet.of(
          Action.RECEIVE,
          Action.QUARANTINE,
          Action.READ_PAPER,
          Action.RETRY,
          Action.FILE,
          Action.CREATE,
          Action.UPDATE,
          Action.MOVE,
          Action.CHANGE_PERMISSIONS);

  private final Nodes nodes;
  private final AuditTrail audit;
  private final Accounts accounts;
  private final Integrity integrity;
  private final List<HealthCheck> checks;

  OversightRoutes(
      Nodes nodes,
      AuditTrail audit,
      Accounts accounts,
      Integrity integrity,
      List<HealthCheck> checks) {
    this.nodes = nodes;
    this.audit = audit;
    this.accounts = accounts;
    this.integrity = integrity;
    this.checks = List.copyOf(checks);
  }

  /** A node's history. */
  record History(List<HistoryEntry> items, Optional<String> cursor) {}

  /** One change of a node. */
  record HistoryEntry(Instant at, String user, String displayName, String action) {}

  Response history(Exchange exchange) {
    NodeId id = nodes.get(exchange.caller(), exchange.id()).id();
    AuditTrail.Filter filter =
        new AuditTrail.Filter(
            Optional.empty(),
            CHANGES,
            Optional.of(id),
            Optional.of(Outcome.DONE),
            Optional.empty(),
            Optional.empty());
    Page<HistoryEntry> page =
        entries(exchange, filter, exchange.limit(50, 200))
            .map(
                entry ->
                    new HistoryEntry(
                        entry.at(),
                        entry.event().user(),
                        displayName(entry.event().user()),
                        entry.event().action().name()));
    return Response.json(200, new History(page.items(), page.cursor()));
  }

  private Page<AuditEntry> entries(Exchange exchange, AuditTrail.Filter filter, int limit) {
    return exchange.page(() -> audit.read(filter, exchange.parameter("cursor"), limit));
  }

  private String displayName(String user) {
    return accounts.find(user).map(Account::displayName).orElse(user);
  }

  /** A page of the ledger. */
  record AuditPage(List<EntryBody> items, Optional<String> cursor) {}

  /** A row of the ledger. */
  record EntryBody(
      Optional<Long> sequence,
      Instant at,
      String user,
      Action action,
      Optional<NodeId> object,
      Outcome outcome,
      String source,
      Map<String, String> details) {}

  Response ledger(Exchange exchange) {
    AuditTrail.Filter filter =
        new AuditTrail.Filter(
            exchange.parameter("user"),
            actions(exchange),
            exchange.parameter("object").map(Exchange::idOf),
            exchange.parameter("outcome").map(OversightRoutes::outcome),
            exchange.moment("from"),
            exchange.moment("to"));
    Page<EntryBody> page =
        entries(exchange, filter, exchange.limit(100, 500)).map(OversightRoutes::shown);
    return Response.json(200, new AuditPage(page.items(), page.cursor()))
        .with("Cache-Control", "no-store");
  }

  private static Set<Action> actions(Exchange exchange) {
    Set<Action> actions = EnumSet.noneOf(Action.class);
    for (String name : exchange.parameters("action")) {
      try {
        actions.add(Action.valueOf(name));
      } catch (IllegalArgumentException e) {
        throw Exchange.badParameter("action", "must be an action of the ledger, such as FILE");
      }
    }
    return actions;
  }

  private static Outcome outcome(String name) {
    try {
      return Outcome.valueOf(name);
    } catch (IllegalArgumentException e) {
      throw Exchange.badParameter("outcome", "must be DONE, DENIED or FAILED");
    }
  }

  private static EntryBody shown(AuditEntry entry) {
    return new EntryBody(
        entry.sequence(),
        entry.at(),
        entry.event().user(),
        entry.event().action(),
        entry.event().object(),
        entry.event().outcome(),
        entry.event().source(),
        entry.event().details());
  }

  Response integrity(Exchange exchange) {
    return Response.json(200, integrity.report(exchange.flag("verify")));
  }

  /** How everything does. */
  record Health(String status, List<Check> checks) {}

  /** How one thing does. */
  record Check(String name, String status, Optional<String> detail) {}

  Response health(Exchange exchange) {
    List<Check> states = new ArrayList<>();
    boolean up = true;
    for (HealthCheck check : checks) {
      Optional<String> problem = problem(check);
      up &= problem.isEmpty();
      states.add(new Check(check.name(), problem.isEmpty() ? "up" : "down", problem));
    }
    return Response.json(up ? 200 : 503, new Health(up ? "up" : "down", states))
        .with("Cache-Control", "no-store");
  }

  private static Optional<String> problem(HealthCheck check) {
    try {
      return check.problem();
    } catch (RuntimeException e) {
      LOG.error("The health check of {} failed", check.name(), e);
      return Optional.of("The check failed; see the server's log");
    }
  }
}
