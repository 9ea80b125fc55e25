package org.chancery.core.http;

import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.chancery.core.doubles.Doubles;
import org.chancery.core.doubles.MergeChoices;
import org.chancery.core.doubles.Merges;
import org.chancery.core.doubles.Worklist;
import org.chancery.core.repository.Caller;
import org.chancery.core.repository.Invalid;
import org.chancery.core.repository.Node;
import org.chancery.core.repository.NodeId;
import org.chancery.core.repository.Nodes;
import org.chancery.core.repository.NotFound;
import org.chancery.core.stakeholders.Owners;
import org.chancery.core.vocabulary.Stk;
import org.chancery.core.vocabulary.Title;
import org.chancery.model.QName;

/** Entries of the same person or organization: merged, and parted again. */
final class DoubleRoutes {
  private static final int PAGE = 25;
  private static final int MOST = 100;

  private final Merges merges;
  private final Worklist worklist;
  private final Nodes nodes;
  private final StakeholderJson json;

  DoubleRoutes(Doubles doubles, Nodes nodes, StakeholderJson json) {
    this.merges = doubles.merges();
    this.worklist = doubles.worklist();
    this.nodes = nodes;
    this.json = json;
  }

  /** What is to be merged, as openapi.yaml says. */
  record Body(NodeId from, Optional<Map<String, String>> choices, String reason) {
    MergeChoices read() {
      Map<String, MergeChoices.Choice> read = new LinkedHashMap<>();
      choices
          .orElse(Map.of())
          .forEach(
              (field, choice) -> {
                try {
                  read.put(
                      field,
                      MergeChoices.Choice.valueOf(String.valueOf(choice).toUpperCase(Locale.ROOT)));
                } catch (IllegalArgumentException e) {
                  throw new Invalid(Map.of(field, "must be into, from or both"));
                }
              });
      return new MergeChoices(read);
    }
  }

  /** What is one now. */
  record Done(NodeId id, NodeId merge) {}

  Response mergePeople(Exchange exchange) {
    return merge(exchange, "person", Stk.PERSON);
  }

  Response mergeOrganizations(Exchange exchange) {
    return merge(exchange, "organization", Stk.ORGANIZATION);
  }

  private Response merge(Exchange exchange, String segment, QName type) {
    NodeId into = entry(exchange, segment, type).id();
    Body body = exchange.json(Body.class);
    merges.merge(exchange.actor(), body.from(), into, body.read(), body.reason());
    return Response.json(200, new Done(into, body.from()));
  }

  private Node entry(Exchange exchange, String segment, QName type) {
    NodeId id = Exchange.idOf(exchange.segment(segment));
    exchange.about(id);
    return nodes
        .find(exchange.caller(), id)
        .filter(node -> node.type().equals(type))
        .orElseThrow(() -> new NotFound(id));
  }

  /** The worklist, as openapi.yaml says. */
  record PairList(
      List<PairBody> items,
      Optional<String> cursor,
      Optional<Instant> searchedAt,
      boolean searching) {}

  /** Two entries that may be one. */
  record PairBody(
      EntryBody one,
      EntryBody other,
      double score,
      boolean sure,
      List<String> why,
      boolean personal,
      boolean apart) {}

  /** One of them. */
  record EntryBody(
      NodeId id,
      String kind,
      String name,
      Optional<String> position,
      Optional<String> organization,
      Optional<String> city,
      Optional<String> state,
      StakeholderJson.Owner owner,
      Optional<LocalDate> lastContact,
      boolean mine) {
    static EntryBody of(Node node, Caller caller, StakeholderJson.Of labels) {
      return new EntryBody(
          node.id(),
          node.type().localName(),
          Title.of(node),
          node.text(Stk.POSITION),
          node.<String>list(Stk.ORGANIZATIONS).stream().findFirst(),
          node.text(Stk.CITY),
          node.text(Stk.STATE),
          labels.owner(node),
          node.date(Stk.LAST_CONTACT),
          Owners.answers(caller, node));
    }
  }

  Response list(Exchange exchange) {
    QName type =
        exchange.parameter("kind").filter("organization"::equals).isPresent()
            ? Stk.ORGANIZATION
            : Stk.PERSON;
    Worklist.Listed listed =
        worklist.list(
            exchange.caller(), type, TimelineRoutes.offset(exchange), exchange.limit(PAGE, MOST));
    StakeholderJson.Of labels = json.ofOneAnswer();
    return Response.json(
        200,
        new PairList(
            listed.items().stream().map(each -> body(exchange.caller(), each, labels)).toList(),
            listed.next().map(String::valueOf),
            listed.at(),
            listed.searching()));
  }

  private PairBody body(Caller caller, Worklist.Shown each, StakeholderJson.Of labels) {
    return new PairBody(
        EntryBody.of(each.one(), caller, labels),
        EntryBody.of(each.other(), caller, labels),
        each.pair().score(),
        each.pair().sure(),
        each.pair().why(),
        !each.pair().needed().isEmpty(),
        worklist.areApart(each.one(), each.other()));
  }

  Response pair(Exchange exchange) {
    NodeId one = Exchange.idOf(exchange.segment("one"));
    NodeId other = Exchange.idOf(exchange.segment("other"));
    exchange.about(one);
    return Response.json(
        200,
        body(exchange.caller(), worklist.of(exchange.caller(), one, other), json.ofOneAnswer()));
  }

  Response look(Exchange exchange) {
    worklist.ask();
    return Response.empty(204);
  }

  /** Two that are not the same. */
  record Apart(NodeId one, NodeId other, Optional<Boolean> different) {}

  Response tellApart(Exchange exchange) {
    Apart body = exchange.json(Apart.class);
    worklist.tellApart(exchange.actor(), body.one(), body.other(), body.different().orElse(true));
    return Response.empty(204);
  }

  /** What is two again. */
  record Parted(NodeId id, NodeId from) {}

  Response undo(Exchange exchange) {
    NodeId id = Exchange.idOf(exchange.segment("merge"));
    exchange.about(id);
    return Response.json(200, new Parted(id, merges.undo(exchange.actor(), id)));
  }

  /** Where what was merged away is found now. */
  record Left(NodeId id, String kind, String name) {}

  Response left(Exchange exchange) {
    NodeId id = Exchange.idOf(exchange.segment("merge"));
    exchange.about(id);
    Node left = merges.left(exchange.caller(), id).orElseThrow(() -> new NotFound(id));
    return Response.json(200, new Left(left.id(), left.type().localName(), Title.of(left)));
  }

  /** What was merged into an entry. */
  record MergedList(List<MergedBody> items) {}

  /** One of them. */
  record MergedBody(
      NodeId id, String name, People.Who by, Instant at, String reason, boolean undoable) {}

  Response ofPerson(Exchange exchange) {
    return list(exchange, entry(exchange, "person", Stk.PERSON));
  }

  Response ofOrganization(Exchange exchange) {
    return list(exchange, entry(exchange, "organization", Stk.ORGANIZATION));
  }

  private Response list(Exchange exchange, Node entry) {
    Caller caller = exchange.caller();
    StakeholderJson.Of labels = json.ofOneAnswer();
    return Response.json(
        200,
        new MergedList(
            merges.into(entry.id()).stream()
                .map(
                    each ->
                        new MergedBody(
                            each.id(),
                            each.name(),
                            labels.who(each.by()),
                            each.at(),
                            each.reason(),
                            each.last() && merges.mayUndo(caller, each, entry)))
                .toList()));
  }
}
