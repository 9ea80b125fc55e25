package org.chancery.core.reach;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.chancery.core.access.AccessLists;
import org.chancery.core.access.Actor;
import org.chancery.core.repository.Caller;
import org.chancery.core.repository.Change;
import org.chancery.core.repository.Invalid;
import org.chancery.core.repository.NewNode;
import org.chancery.core.repository.Node;
import org.chancery.core.repository.NodeId;
import org.chancery.core.repository.Nodes;
import org.chancery.core.repository.NotFound;
import org.chancery.core.repository.Permissions;
import org.chancery.core.stakeholders.Drawers;
import org.chancery.core.vocabulary.Cm;
import org.chancery.core.vocabulary.Stk;
import org.chancery.model.QName;

/**
 * Reports that people have made every week, month or quarter (requirement S9): ordered, changed,
 * stopped by whoever ordered them, who alone sees them and their sheets.
 */
public final class OrderedReports {
  /** The most that one person may order. */
  public static final int MOST = 20;

  private static final Caller SYSTEM = Caller.ofSystem();

  private final Nodes nodes;
  private final Permissions permissions;
  private final NodeId folder;
  private final Clock clock;

  OrderedReports(Nodes nodes, Permissions permissions, NodeId folder, Clock clock) {
    this.nodes = nodes;
    this.permissions = permissions;
    this.folder = folder;
    this.clock = clock;
  }

  /** The caller's own. */
  public List<OrderedReport> all(Caller caller) {
    return everybodys().stream()
        .filter(each -> each.user().equals(caller.user()))
        .sorted(Comparator.comparing(OrderedReport::next))
        .toList();
  }

  List<OrderedReport> everybodys() {
    return nodes.childrenOfAll(SYSTEM, List.of(folder), Stk.ORDERED_REPORT).stream()
        .map(OrderedReport::of)
        .toList();
  }

  Optional<OrderedReport> find(NodeId id) {
    return nodes
        .find(SYSTEM, id)
        .filter(node -> node.type().equals(Stk.ORDERED_REPORT))
        .map(OrderedReport::of);
  }

  /**
   * One of the caller's own.
   *
   * @throws NotFound when the caller ordered none of that id
   */
  public OrderedReport get(Caller caller, NodeId id) {
    return find(id)
        .filter(each -> each.user().equals(caller.user()))
        .orElseThrow(() -> new NotFound(id));
  }

  /** The sheets that were made, the latest first; none of the report that names stakeholders. */
  public List<Node> sheets(NodeId id) {
    return nodes.childrenOfAll(SYSTEM, List.of(id), Cm.CONTENT).stream()
        .sorted(Comparator.comparing(Node::name).reversed())
        .toList();
  }

  /**
   * Orders one, within the transaction in progress; it is made the first time when the period under
   * way is over.
   *
   * @throws Invalid when the actor has ordered too many
   */
  public OrderedReport order(Actor actor, OrderedReport.Wanted wanted) {
    if (all(actor.caller()).size() >= MOST) {
      throw new Invalid(
          Map.of("report", "you have ordered " + MOST + " already: stop one of them"));
    }
    Caller elevated = actor.caller().elevated();
    NodeId id = NodeId.random();
    Map<QName, Object> values = values(wanted);
    values.put(Stk.OWNER_USER, actor.caller().user());
    values.values().removeIf(each -> each == null);
    String name = Drawers.name("Report " + wanted.report(), id);
    nodes.create(elevated, new NewNode(id, folder, Stk.ORDERED_REPORT, name, Set.of(), values));
    permissions.set(elevated, id, AccessLists.ofKeptSearch(actor.caller().user(), Set.of()));
    return find(id).orElseThrow();
  }

  private Map<QName, Object> values(OrderedReport.Wanted wanted) {
    Map<QName, Object> values = new HashMap<>();
    values.put(Stk.REPORT_KIND, wanted.report());
    values.put(Stk.REPORT_EVERY, wanted.every().code());
    values.put(Stk.REPORT_NEXT, wanted.every().next(today()));
    values.put(Stk.KEPT_TEXT, wanted.criteria().isEmpty() ? null : wanted.criteria());
    return values;
  }

  /**
   * Changes one, within the transaction in progress; its sheets stay.
   *
   * @param revision what the actor saw
   * @throws NotFound when the actor ordered none of that id
   */
  public OrderedReport change(Actor actor, NodeId id, long revision, OrderedReport.Wanted wanted) {
    get(actor.caller(), id);
    nodes.update(actor.caller().elevated(), id, Optional.of(revision), Change.of(values(wanted)));
    return find(id).orElseThrow();
  }

  /**
   * Stops one, within the transaction in progress; its sheets go with it.
   *
   * @throws NotFound when the actor ordered none of that id
   */
  public void stop(Actor actor, NodeId id) {
    get(actor.caller(), id);
    remove(actor.caller().elevated(), id);
  }

  void remove(Caller elevated, NodeId id) {
    nodes.delete(elevated, id, Optional.empty());
  }

  LocalDate today() {
    return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
  }
}
