package org.chancery.core.http;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.chancery.core.access.Accounts;
import org.chancery.core.repository.Caller;
import org.chancery.core.repository.Node;
import org.chancery.core.repository.NodeId;
import org.chancery.core.repository.Nodes;
import org.chancery.core.repository.Page;
import org.chancery.core.routing.Messages;

/** Messages inside case files (requirement C18). */
final class MessageRoutes {
  private final Messages messages;
  private final Nodes nodes;
  private final Accounts accounts;

  MessageRoutes(Messages messages, Nodes nodes, Accounts accounts) {
    this.messages = messages;
    this.nodes = nodes;
    this.accounts = accounts;
  }

  /** A message, as openapi.yaml says. */
  record Body(
      NodeId id,
      TaskingJson.FileBody caseFile,
      People.Who from,
      List<People.Who> to,
      String text,
      Instant at,
      boolean read) {}

  /** Messages. */
  record BodyList(List<Body> items, Optional<String> cursor) {}

  /** Body of {@link #send}. */
  record Wanted(List<String> to, String text) {}

  Response ofFile(Exchange exchange) {
    Caller caller = exchange.caller();
    return Response.json(
        200, new BodyList(shown(caller, messages.ofFile(caller, exchange.id())), Optional.empty()));
  }

  Response own(Exchange exchange) {
    Caller caller = exchange.caller();
    Page<Messages.Message> page =
        SearchRoutes.answered(
            () ->
                messages.own(
                    caller,
                    exchange.flag("unread"),
                    exchange.parameter("cursor"),
                    exchange.limit(25, 200)));
    return Response.json(200, new BodyList(shown(caller, page.items()), page.cursor()))
        .with("Cache-Control", "no-store");
  }

  Response send(Exchange exchange) {
    Wanted wanted = exchange.json(Wanted.class);
    Messages.Message made =
        messages.send(exchange.actor(), exchange.id(), wanted.to(), wanted.text());
    exchange.about(made.id());
    return Response.json(201, shown(exchange.caller(), List.of(made)).get(0));
  }

  Response read(Exchange exchange) {
    Caller caller = exchange.caller();
    return Response.json(200, shown(caller, List.of(messages.read(caller, exchange.id()))).get(0));
  }

  List<Body> shown(Caller caller, List<Messages.Message> all) {
    People people = new People(accounts);
    Map<NodeId, NodeId> files =
        nodes
            .findAll(caller, all.stream().map(Messages.Message::within).distinct().toList())
            .stream()
            .collect(Collectors.toMap(Node::id, part -> part.parent().orElseThrow()));
    Map<NodeId, Node> known =
        nodes.findAll(caller, files.values().stream().distinct().toList()).stream()
            .collect(Collectors.toMap(Node::id, Function.identity()));
    return all.stream()
        .filter(each -> files.containsKey(each.within()))
        .map(
            each -> {
              NodeId file = files.get(each.within());
              return new Body(
                  each.id(),
                  TaskingJson.FileBody.of(file, Optional.ofNullable(known.get(file))),
                  people.who(each.node().createdBy()),
                  each.to().stream().map(people::who).toList(),
                  each.text(),
                  each.node().createdAt(),
                  each.readBy().contains(caller.user()));
            })
        .toList();
  }
}
