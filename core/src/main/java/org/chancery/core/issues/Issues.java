package org.chancery.core.issues;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.chancery.core.access.Actor;
import org.chancery.core.audit.Action;
import org.chancery.core.audit.AuditTrail;
import org.chancery.core.repository.Caller;
import org.chancery.core.repository.Change;
import org.chancery.core.repository.Invalid;
import org.chancery.core.repository.NewNode;
import org.chancery.core.repository.Node;
import org.chancery.core.repository.NodeId;
import org.chancery.core.repository.NodeName;
import org.chancery.core.repository.Nodes;
import org.chancery.core.repository.NotFound;
import org.chancery.core.vocabulary.Cm;
import org.chancery.core.vocabulary.Stk;
import org.chancery.model.QName;

/** Keeps priorities and issues, and what is said on them (requirement S6). */
public final class Issues {
  private static final Caller SYSTEM = Caller.ofSystem();
  private static final int LONGEST_TITLE = 100;
  private static final int MOST_POINTS = 50;

  private final Nodes nodes;
  private final NodeId folder;
  private final IssueCatalogue catalogue;
  private final AuditTrail audit;
  private final Clock clock;

  /** On these; priorities lie in the folder. */
  public Issues(
      Nodes nodes, NodeId folder, IssueCatalogue catalogue, AuditTrail audit, Clock clock) {
    this.nodes = nodes;
    this.folder = folder;
    this.catalogue = catalogue;
    this.audit = audit;
    this.clock = clock;
  }

  /** The issues there are. */
  public IssueCatalogue catalogue() {
    return catalogue;
  }

  /**
   * Adds a priority, within the transaction in progress.
   *
   * @throws Invalid without a title
   * @throws org.chancery.core.repository.NameTaken when there is one of that title
   */
  public NodeId addPriority(Actor actor, String title, Optional<Integer> order) {
    requireTitle(title);
    NodeId id = NodeId.random();
    nodes.create(
        actor.caller().elevated(),
        new NewNode(
            id,
            folder,
            Stk.PRIORITY,
            NodeName.of(title).value(),
            Set.of(),
            Map.of(Cm.TITLE, title.strip(), Stk.PRIORITY_ORDER, order.orElse(100))));
    audit.record(actor.did(Action.ISSUE_CHANGE, id, Map.of("change", "priority added")));
    return id;
  }

  /**
   * Renames a priority or moves it among the others, within the transaction in progress.
   *
   * @param revision what the actor saw
   */
  public void changePriority(
      Actor actor, NodeId id, long revision, String title, Optional<Integer> order) {
    requireTitle(title);
    Node before = priority(actor.caller(), id);
    Map<QName, Object> values = new LinkedHashMap<>();
    values.put(Cm.TITLE, title.strip());
    order.ifPresent(place -> values.put(Stk.PRIORITY_ORDER, place));
    Caller elevated = actor.caller().elevated();
    nodes.update(elevated, id, Optional.of(revision), Change.of(values));
    rename(elevated, before, folder, title);
    audit.record(actor.did(Action.ISSUE_CHANGE, id, Map.of("change", "priority")));
  }

  private void rename(Caller elevated, Node node, NodeId parent, String title) {
    String name = NodeName.of(title).value();
    if (!name.equals(node.name()) || !node.parent().equals(Optional.of(parent))) {
      nodes.move(elevated, node.id(), parent, name);
    }
  }

  private Node priority(Caller caller, NodeId id) {
    return nodes
        .find(caller, id)
        .filter(node -> node.type().equals(Stk.PRIORITY))
        .orElseThrow(() -> new NotFound(id));
  }

  private static void requireTitle(String title) {
    if (title == null || title.isBlank() || title.length() > LONGEST_TITLE) {
      throw new Invalid(
          Map.of("title", "must have between 1 and " + LONGEST_TITLE + " characters"));
    }
  }

  /**
   * Adds an issue, within the transaction in progress.
   *
   * @param code short and stable; nothing else has it
   * @throws Invalid when the code is taken or of another form
   */
  public Issue add(
      Actor actor,
      NodeId priority,
      String code,
      String title,
      boolean active,
      List<String> talkingPoints) {
    requireTitle(title);
    requirePoints(talkingPoints);
    // Held, so that of two issues of one code added at once the second is refused.
    Caller elevated = actor.caller().elevated();
    priority(actor.caller(), priority);
    nodes.hold(elevated, folder);
    if (code == null || !code.matches("[a-z0-9][a-z0-9-]{0,63}")) {
      throw new Invalid(Map.of("code", "must be of small letters, digits and dashes, at most 64"));
    }
    if (catalogue.find(code).isPresent()) {
      throw new Invalid(Map.of("code", "is another issue's"));
    }
    Map<QName, Object> values = new LinkedHashMap<>();
    values.put(Cm.TITLE, title.strip());
    values.put(Stk.ISSUE_CODE, code);
    values.put(Stk.ISSUE_STATUS, active ? Issue.ACTIVE : Issue.INACTIVE);
    values.put(Stk.TALKING_POINTS, talkingPoints.isEmpty() ? null : talkingPoints);
    values.put(Stk.OWNER_USER, actor.caller().user());
    values.put(Stk.OWNER_COMPONENT, actor.component().orElse(null));
    values.values().removeIf(Objects::isNull);
    NodeId id = NodeId.random();
    Node made =
        nodes.create(
            elevated,
            new NewNode(id, priority, Stk.ISSUE, NodeName.of(title).value(), Set.of(), values));
    audit.record(actor.did(Action.ISSUE_CHANGE, id, Map.of("change", "added")));
    return Issue.of(made);
  }

  private static void requirePoints(List<String> points) {
    if (points.size() > MOST_POINTS || points.stream().anyMatch(String::isBlank)) {
      throw new Invalid(Map.of("talkingPoints", "must be at most " + MOST_POINTS + " texts"));
    }
  }

  /**
   * The issue of that code.
   *
   * @throws NotFound when there is none
   */
  public Issue get(String code) {
    return catalogue.find(code).orElseThrow(() -> new NotFound(code));
  }

  /**
   * Changes an issue, within the transaction in progress: only what is given.
   *
   * @param revision what the actor saw
   */
  public void change(
      Actor actor,
      String code,
      long revision,
      Optional<NodeId> priority,
      Optional<String> title,
      Optional<Boolean> active,
      Optional<List<String>> talkingPoints) {
    Issue issue = get(code);
    title.ifPresent(Issues::requireTitle);
    talkingPoints.ifPresent(Issues::requirePoints);
    Caller elevated = actor.caller().elevated();
    Map<QName, Object> values = new LinkedHashMap<>();
    title.ifPresent(text -> values.put(Cm.TITLE, text.strip()));
    active.ifPresent(yes -> values.put(Stk.ISSUE_STATUS, yes ? Issue.ACTIVE : Issue.INACTIVE));
    talkingPoints.ifPresent(
        points -> values.put(Stk.TALKING_POINTS, points.isEmpty() ? null : points));
    Node before = nodes.get(actor.caller(), issue.id());
    nodes.update(elevated, issue.id(), Optional.of(revision), Change.of(values));
    NodeId to = priority.map(id -> priority(actor.caller(), id).id()).orElse(issue.priority());
    rename(elevated, before, to, title.orElse(issue.title()));
    audit.record(actor.did(Action.ISSUE_CHANGE, issue.id(), Map.of("change", "changed")));
  }

  /**
   * Adds what is new on an issue, within the transaction in progress.
   *
   * @param on the day; today when empty
   */
  public Node update(Actor actor, String code, Optional<LocalDate> on, String title, String text) {
    Issue issue = get(code);
    requireTitle(title);
    if (text == null || text.isBlank() || text.length() > 20_000) {
      throw new Invalid(Map.of("text", "must have between 1 and 20000 characters"));
    }
    NodeId id = NodeId.random();
    Node made =
        nodes.create(
            actor.caller().elevated(),
            new NewNode(
                id,
                issue.id(),
                Stk.POLICY_UPDATE,
                "Update " + id.value().substring(0, 8),
                Set.of(),
                Map.of(
                    Cm.TITLE,
                    title.strip(),
                    Stk.UPDATE_DATE,
                    on.orElse(LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC)),
                    Stk.UPDATE_TEXT,
                    text.strip())));
    audit.record(actor.did(Action.ISSUE_CHANGE, issue.id(), Map.of("change", "update added")));
    return made;
  }

  /** What is new on it, the latest first. */
  public List<Node> updates(NodeId issue) {
    return nodes.childrenOfAll(SYSTEM, List.of(issue), Stk.POLICY_UPDATE).stream()
        .sorted(
            Comparator.comparing((Node node) -> node.date(Stk.UPDATE_DATE).orElseThrow())
                .thenComparing(Node::createdAt)
                .reversed())
        .toList();
  }
}
