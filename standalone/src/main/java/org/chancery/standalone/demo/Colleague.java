package org.chancery.standalone.demo;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.chancery.core.Chancery;
import org.chancery.core.access.Accounts;
import org.chancery.core.access.Actor;
import org.chancery.core.access.Authorities;
import org.chancery.core.access.Component;
import org.chancery.core.access.TaskAccess;
import org.chancery.core.correspondence.CaseFiles;
import org.chancery.core.correspondence.Lock;
import org.chancery.core.correspondence.LockMode;
import org.chancery.core.repository.ContentInfo;
import org.chancery.core.repository.Contents;
import org.chancery.core.repository.Grant;
import org.chancery.core.repository.NewNode;
import org.chancery.core.repository.Node;
import org.chancery.core.repository.NodeId;
import org.chancery.core.repository.Nodes;
import org.chancery.core.repository.Transactions;
import org.chancery.core.response.Dispatches.NewDispatch;
import org.chancery.core.response.Drafts.NewDraft;
import org.chancery.core.routing.NewRoute;
import org.chancery.core.routing.NewTasking;
import org.chancery.core.routing.Tasking;
import org.chancery.core.routing.TaskingAction;
import org.chancery.core.vocabulary.Cor;

/**
 * Does what a person of the office did to a case file, through the services that the person's
 * clicks would call. A step that cannot be done ends the filling: the story is then wrong.
 */
final class Colleague {
  private final Chancery chancery;
  private final Accounts accounts;
  private final Nodes nodes;
  private final Contents contents;
  private final Transactions transactions;

  Colleague(
      Chancery chancery,
      Accounts accounts,
      Nodes nodes,
      Contents contents,
      Transactions transactions) {
    this.chancery = chancery;
    this.accounts = accounts;
    this.nodes = nodes;
    this.contents = contents;
    this.transactions = transactions;
  }

  /** The account as one who is signed in. */
  Actor actor(String user) {
    return Actor.of(accounts.find(user).orElseThrow(), "system");
  }

  /**
   * Does one step of a file's story.
   *
   * @param today the day on which it is done
   */
  void act(Office.Step step, NodeId file, LocalDate today) {
    Actor actor = actor(step.who());
    switch (step.does()) {
      case "route" -> write(() -> route(actor, file, step, today));
      case "claim" -> write(() -> claim(actor, waiting(actor, file, step, TaskingAction.CLAIM)));
      case "complete" -> write(() -> complete(actor, file, step));
      case "extend" -> write(() -> extend(actor, file, step, today));
      case "task" -> write(() -> task(actor, file, step, today));
      case "message" ->
          write(
              () ->
                  chancery
                      .routing()
                      .messages()
                      .send(actor, file, authorities(step.with("to")), step.with("text")));
      case "note" -> write(() -> note(actor, file, step.with("text")));
      case "draft" -> write(() -> draft(actor, file, step));
      case "answer" -> answer(actor, file, step);
      case "dispatch" -> write(() -> dispatch(actor, file, step));
      case "lock" -> write(() -> lock(actor, file, step, today));
      default -> throw new IllegalArgumentException("Nobody does '" + step.does() + "'");
    }
  }

  private <T> void write(Supplier<T> doing) {
    transactions.write(doing::get);
  }

  private Object route(Actor actor, NodeId file, Office.Step step, LocalDate today) {
    return chancery
        .routing()
        .routes()
        .start(
            actor,
            file,
            new NewRoute(
                step.with("template"),
                step.find("lead").map(Authorities::component),
                step.find("reviewer"),
                Optional.empty(),
                step.find("commenters").map(this::authorities).orElse(List.of()),
                step.find("commentsIn").map(days -> after(today, days)),
                Optional.empty(),
                step.find("text")));
  }

  /** Codes of components stand for their groups. */
  private List<String> authorities(String names) {
    Set<String> codes =
        accounts.components().stream().map(Component::code).collect(Collectors.toSet());
    return Arrays.stream(names.split(" "))
        .map(name -> codes.contains(name) ? Authorities.component(name) : name)
        .toList();
  }

  private LocalDate after(LocalDate day, String businessDays) {
    return chancery.routing().calendar().after(day, Long.parseLong(businessDays));
  }

  /** The tasking, at that step when one is named, with which the actor may do that now. */
  private Tasking waiting(Actor actor, NodeId file, Office.Step step, TaskingAction action) {
    List<Tasking> all = chancery.routing().taskings().ofFile(actor.caller(), file);
    Map<NodeId, Set<TaskingAction>> allowed = chancery.routing().taskings().allowed(actor, all);
    return all.stream()
        .filter(each -> step.find("step").equals(each.step()))
        .filter(each -> allowed.getOrDefault(each.id(), Set.of()).contains(action))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException(step + " finds nothing to be done"));
  }

  private Object claim(Actor actor, Tasking tasking) {
    return chancery.routing().taskings().claim(actor, tasking.id(), tasking.revision());
  }

  private Object complete(Actor actor, NodeId file, Office.Step step) {
    Tasking tasking = waiting(actor, file, step, TaskingAction.COMPLETE);
    return chancery
        .routing()
        .taskings()
        .complete(actor, tasking.id(), tasking.revision(), step.with("outcome"), step.find("text"));
  }

  private Object extend(Actor actor, NodeId file, Office.Step step, LocalDate today) {
    Tasking tasking = waiting(actor, file, step, TaskingAction.EXTEND);
    return chancery
        .routing()
        .taskings()
        .extend(
            actor,
            tasking.id(),
            tasking.revision(),
            after(today, step.with("dueIn")),
            step.with("text"));
  }

  private Object task(Actor actor, NodeId file, Office.Step step, LocalDate today) {
    return chancery
        .routing()
        .taskings()
        .create(
            actor,
            file,
            new NewTasking(
                authorities(step.with("to")).get(0),
                step.with("text"),
                after(today, step.with("dueIn")),
                TaskAccess.of(step.with("access")),
                Optional.empty(),
                Optional.empty(),
                Optional.empty()));
  }

  private Object note(Actor actor, NodeId file, String text) {
    NodeId part = nodes.child(actor.caller(), file, CaseFiles.ROUTING).orElseThrow().id();
    NodeId id = NodeId.random();
    return nodes.create(
        actor.caller(),
        new NewNode(
            id, part, Cor.NOTE, "Note " + id.value(), Set.of(), Map.of(Cor.NOTE_TEXT, text)));
  }

  /** A draft from the template of that name; the reading workers write it once they run. */
  private Object draft(Actor actor, NodeId file, Office.Step step) {
    Node template =
        chancery.responses().templates().list(actor.caller()).stream()
            .filter(each -> each.name().contains(step.with("template")))
            .findFirst()
            .orElseThrow();
    return chancery
        .responses()
        .drafts()
        .begin(
            actor,
            file,
            new NewDraft(
                template.id(),
                step.find("name"),
                Optional.of("Margaret Ellison"),
                Optional.of("Executive Secretary")));
  }

  /** The answer as it went out. */
  private void answer(Actor actor, NodeId file, Office.Step step) {
    ContentInfo stored =
        contents.store(
            new ByteArrayInputStream(step.with("text").getBytes(StandardCharsets.UTF_8)),
            "text/plain");
    write(
        () ->
            chancery
                .intake()
                .documents()
                .create(
                    actor,
                    chancery.caseFiles().documents(actor.caller(), file),
                    step.with("name"),
                    stored));
  }

  private Object dispatch(Actor actor, NodeId file, Office.Step step) {
    NodeId documents = chancery.caseFiles().documents(actor.caller(), file);
    Node sent = nodes.child(actor.caller(), documents, step.with("name")).orElseThrow();
    return chancery
        .responses()
        .dispatches()
        .record(
            actor,
            file,
            new NewDispatch(
                List.of(sent.id()),
                step.with("channel"),
                step.with("to"),
                "Answer to the correspondent",
                "Reply to the correspondent's own letter",
                Optional.empty(),
                Optional.empty(),
                true));
  }

  private Object lock(Actor actor, NodeId file, Office.Step step, LocalDate today) {
    Set<Grant> named =
        authorities(step.with("to")).stream()
            .map(each -> new Grant(each, Grant.Role.EDITOR))
            .collect(Collectors.toSet());
    Instant until = after(today, step.with("dueIn")).atTime(22, 0).toInstant(ZoneOffset.UTC);
    chancery
        .locking()
        .lock(actor, file, new Lock(LockMode.HIDDEN, named, step.with("text"), Optional.of(until)));
    return file;
  }
}
