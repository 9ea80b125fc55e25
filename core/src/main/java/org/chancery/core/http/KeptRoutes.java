package org.chancery.core.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.chancery.core.access.Accounts;
import org.chancery.core.reach.Kept;
import org.chancery.core.repository.Caller;
import org.chancery.core.repository.Invalid;
import org.chancery.core.repository.Node;
import org.chancery.core.repository.NodeId;
import org.chancery.core.vocabulary.Stk;

/** Searches and lists that somebody keeps, for themselves or with components. */
final class KeptRoutes {
  private static final int MOST_AT_ONCE = 500;

  private final Kept searches;
  private final Kept lists;
  private final Accounts accounts;
  private final StakeholderJson json;

  KeptRoutes(Kept searches, Kept lists, Accounts accounts, StakeholderJson json) {
    this.accounts = accounts;
    this.searches = searches;
    this.lists = lists;
    this.json = json;
  }

  /** A search, as openapi.yaml says. */
  record SearchBody(
      NodeId id,
      long revision,
      String name,
      String query,
      List<StakeholderJson.ComponentName> shared,
      People.Who owner,
      boolean mine) {}

  /** A list, as openapi.yaml says. */
  @JsonInclude(JsonInclude.Include.NON_ABSENT)
  record ListBody(
      NodeId id,
      long revision,
      String name,
      String description,
      List<StakeholderJson.ComponentName> shared,
      People.Who owner,
      boolean mine,
      Optional<List<FoundJson.Body>> entries) {}

  /** Several of them, and the components they can be shared with. */
  record All<T>(List<T> items, List<StakeholderJson.ComponentName> components) {}

  /** Body of a search. */
  record NewSearch(String name, String query, Optional<Set<String>> shared) {
    Kept.Wanted read() {
      if (query == null) {
        throw new Invalid(Map.of("query", "is missing"));
      }
      return new Kept.Wanted(name, query, shared.orElse(Set.of()));
    }
  }

  /** Body of a list. */
  record NewList(String name, Optional<String> description, Optional<Set<String>> shared) {
    Kept.Wanted read() {
      return new Kept.Wanted(name, description.orElse(""), shared.orElse(Set.of()));
    }
  }

  Response searches(Exchange exchange) {
    StakeholderJson.Of labels = json.ofOneAnswer();
    List<Node> all = SearchRoutes.answered(() -> searches.all(exchange.caller()));
    return Response.json(
        200,
        new All<>(
            all.stream().map(each -> search(exchange.caller(), each, labels)).toList(),
            components()));
  }

  Response createSearch(Exchange exchange) {
    return saved(
        exchange, 201, searches.create(exchange.actor(), exchange.json(NewSearch.class).read()));
  }

  Response changeSearch(Exchange exchange) {
    return saved(
        exchange,
        200,
        searches.change(
            exchange.actor(),
            id(exchange, "search"),
            exchange.ifMatch(),
            exchange.json(NewSearch.class).read()));
  }

  Response deleteSearch(Exchange exchange) {
    searches.delete(exchange.actor(), id(exchange, "search"));
    return Response.empty(204);
  }

  private Response saved(Exchange exchange, int status, Node node) {
    exchange.about(node.id());
    return Response.json(status, search(exchange.caller(), node, json.ofOneAnswer()))
        .withRevision(node.revision());
  }

  private static SearchBody search(Caller caller, Node node, StakeholderJson.Of labels) {
    return new SearchBody(
        node.id(),
        node.revision(),
        Kept.name(node),
        node.text(Stk.KEPT_TEXT).orElse(""),
        shared(node, labels),
        labels.who(node.text(Stk.OWNER_USER).orElse(node.createdBy())),
        Kept.mine(caller, node));
  }

  private static List<StakeholderJson.ComponentName> shared(Node node, StakeholderJson.Of labels) {
    return node.<String>list(Stk.SHARED_WITH).stream().map(labels::component).toList();
  }

  Response lists(Exchange exchange) {
    StakeholderJson.Of labels = json.ofOneAnswer();
    List<Node> all = SearchRoutes.answered(() -> lists.all(exchange.caller()));
    return Response.json(
        200,
        new All<>(
            all.stream()
                .map(each -> list(exchange.caller(), each, Optional.empty(), labels))
                .toList(),
            components()));
  }

  private List<StakeholderJson.ComponentName> components() {
    return accounts.components().stream()
        .map(each -> new StakeholderJson.ComponentName(each.code(), each.name()))
        .toList();
  }

  Response list(Exchange exchange) {
    return shown(exchange, 200, lists.get(exchange.caller(), id(exchange, "list")));
  }

  Response createList(Exchange exchange) {
    return shown(
        exchange, 201, lists.create(exchange.actor(), exchange.json(NewList.class).read()));
  }

  Response changeList(Exchange exchange) {
    return shown(
        exchange,
        200,
        lists.change(
            exchange.actor(),
            id(exchange, "list"),
            exchange.ifMatch(),
            exchange.json(NewList.class).read()));
  }

  Response deleteList(Exchange exchange) {
    lists.delete(exchange.actor(), id(exchange, "list"));
    return Response.empty(204);
  }

  /** Body of {@link #enter}. */
  record Entries(Optional<List<NodeId>> add, Optional<List<NodeId>> remove) {}

  Response enter(Exchange exchange) {
    NodeId id = id(exchange, "list");
    Entries wanted = exchange.json(Entries.class);
    List<NodeId> add = wanted.add().orElse(List.of());
    List<NodeId> remove = wanted.remove().orElse(List.of());
    if (add.size() + remove.size() > MOST_AT_ONCE) {
      throw new Invalid(Map.of("add", "may have at most " + MOST_AT_ONCE + " entries at once"));
    }
    lists.enter(exchange.actor(), id, add, remove);
    return shown(exchange, 200, lists.get(exchange.caller(), id));
  }

  private static NodeId id(Exchange exchange, String segment) {
    NodeId id = Exchange.idOf(exchange.segment(segment));
    exchange.about(id);
    return id;
  }

  private Response shown(Exchange exchange, int status, Node node) {
    exchange.about(node.id());
    StakeholderJson.Of labels = json.ofOneAnswer();
    List<FoundJson.Body> entries =
        lists.entries(exchange.caller(), node.id()).stream()
            .map(each -> FoundJson.of(each, labels))
            .toList();
    return Response.json(status, list(exchange.caller(), node, Optional.of(entries), labels))
        .withRevision(node.revision());
  }

  private static ListBody list(
      Caller caller, Node node, Optional<List<FoundJson.Body>> entries, StakeholderJson.Of labels) {
    return new ListBody(
        node.id(),
        node.revision(),
        Kept.name(node),
        node.text(Stk.KEPT_TEXT).orElse(""),
        shared(node, labels),
        labels.who(node.text(Stk.OWNER_USER).orElse(node.createdBy())),
        Kept.mine(caller, node),
        entries);
  }
}
