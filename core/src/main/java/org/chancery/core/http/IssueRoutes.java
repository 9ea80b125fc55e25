package org.chancery.core.http;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.chancery.core.access.Capability;
import org.chancery.core.issues.Issue;
import org.chancery.core.issues.IssueCatalogue;
import org.chancery.core.issues.IssueFigures;
import org.chancery.core.issues.Issues;
import org.chancery.core.repository.Caller;
import org.chancery.core.repository.Invalid;
import org.chancery.core.repository.Node;
import org.chancery.core.repository.NodeId;
import org.chancery.core.repository.Nodes;
import org.chancery.core.vocabulary.Stk;
import org.chancery.core.vocabulary.Title;

/** Priorities and issues, and what is said on them. */
final class IssueRoutes {
  private static final int EVENTS = 10;

  private final Issues issues;
  private final IssueFigures figures;
  private final Nodes nodes;
  private final StakeholderJson json;

  IssueRoutes(Issues issues, IssueFigures figures, Nodes nodes, StakeholderJson json) {
    this.issues = issues;
    this.figures = figures;
    this.nodes = nodes;
    this.json = json;
  }

  /** The priorities. */
  record Tree(List<PriorityBody> items) {}

  /** A priority, as openapi.yaml says. */
  record PriorityBody(
      NodeId id, long revision, String title, int order, List<StakeholderJson.IssueName> issues) {
    static PriorityBody of(IssueCatalogue.Priority each) {
      return new PriorityBody(
          each.id(),
          each.revision(),
          each.title(),
          each.order(),
          StakeholderJson.IssueName.of(each.issues()));
    }
  }

  Response priorities(Exchange exchange) {
    return tree(200);
  }

  private Response tree(int status) {
    return Response.json(
        status, new Tree(issues.catalogue().priorities().stream().map(PriorityBody::of).toList()));
  }

  /** Body of {@link #addPriority}. */
  record NewPriority(String title, Optional<Integer> order) {}

  Response addPriority(Exchange exchange) {
    NewPriority wanted = exchange.json(NewPriority.class);
    exchange.about(issues.addPriority(exchange.actor(), wanted.title(), wanted.order()));
    return tree(201);
  }

  Response changePriority(Exchange exchange) {
    long revision = exchange.ifMatch();
    NewPriority wanted = exchange.json(NewPriority.class);
    NodeId id = Exchange.idOf(exchange.segment("priority"));
    exchange.about(id);
    issues.changePriority(exchange.actor(), id, revision, wanted.title(), wanted.order());
    return tree(200);
  }

  /** Body of {@link #add}. */
  record NewIssue(
      NodeId priority,
      String code,
      String title,
      Optional<Boolean> active,
      Optional<List<String>> talkingPoints) {}

  Response add(Exchange exchange) {
    NewIssue wanted = exchange.json(NewIssue.class);
    if (wanted.priority() == null) {
      throw new Invalid(Map.of("priority", "is missing"));
    }
    Issue added =
        issues.add(
            exchange.actor(),
            wanted.priority(),
            wanted.code(),
            wanted.title(),
            wanted.active().orElse(true),
            wanted.talkingPoints().orElse(List.of()));
    exchange.about(added.id());
    return tree(201);
  }

  /** Body of {@link #change}. */
  record Change(
      Optional<NodeId> priority,
      Optional<String> title,
      Optional<Boolean> active,
      Optional<List<String>> talkingPoints) {}

  Response change(Exchange exchange) {
    long revision = exchange.ifMatch();
    Change wanted = exchange.json(Change.class);
    String code = exchange.segment("issue");
    exchange.about(issues.get(code).id());
    issues.change(
        exchange.actor(),
        code,
        revision,
        wanted.priority(),
        wanted.title(),
        wanted.active(),
        wanted.talkingPoints());
    return tree(200);
  }

  /** What is new on an issue. */
  record Update(NodeId id, LocalDate date, String title, String text, People.Who by) {
    static Update of(Node node, StakeholderJson.Of labels) {
      return new Update(
          node.id(),
          node.date(Stk.UPDATE_DATE).orElseThrow(),
          Title.of(node),
          node.text(Stk.UPDATE_TEXT).orElse(""),
          labels.who(node.createdBy()));
    }
  }

  /** An event on it. */
  record EventName(NodeId id, String name, Instant start) {}

  /** An issue, as openapi.yaml says. */
  record Body(
      NodeId id,
      long revision,
      String code,
      String title,
      boolean active,
      StakeholderJson.Named priority,
      List<String> talkingPoints,
      List<Update> updates,
      List<EventName> events,
      int people,
      int organizations,
      int interactions,
      List<StakeholderJson.Named> documents,
      List<String> allowed) {}

  /** Counts by the index, so it is in no transaction. */
  Response get(Exchange exchange) {
    Caller caller = exchange.caller();
    String code = exchange.segment("issue");
    Issue issue = issues.get(code);
    exchange.about(issue.id());
    StakeholderJson.Of labels = json.ofOneAnswer();
    Body body =
        new Body(
            issue.id(),
            issue.revision(),
            code,
            issue.title(),
            issue.active(),
            StakeholderJson.Named.of(nodes.get(caller, issue.priority())),
            issue.talkingPoints(),
            issues.updates(issue.id()).stream().map(each -> Update.of(each, labels)).toList(),
            figures.events(caller, code, EVENTS).stream()
                .map(
                    each ->
                        new EventName(
                            each.id(), Title.of(each), each.instant(Stk.EVENT_START).orElseThrow()))
                .toList(),
            figures.count(caller, Stk.PERSON, code),
            figures.count(caller, Stk.ORGANIZATION, code),
            figures.count(caller, Stk.INTERACTION, code),
            json.documents(caller, issue.id()),
            exchange.account().capabilities().contains(Capability.KEEP_ISSUES)
                ? List.of("change")
                : List.of());
    return Response.json(200, body).withRevision(issue.revision());
  }

  /** Body of {@link #update}. */
  record NewUpdate(Optional<LocalDate> date, String title, String text) {}

  Response update(Exchange exchange) {
    NewUpdate wanted = exchange.json(NewUpdate.class);
    String code = exchange.segment("issue");
    exchange.about(issues.get(code).id());
    Node made = issues.update(exchange.actor(), code, wanted.date(), wanted.title(), wanted.text());
    return Response.json(201, Update.of(made, json.ofOneAnswer()));
  }
}
