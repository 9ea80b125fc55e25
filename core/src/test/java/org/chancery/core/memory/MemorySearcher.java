package org.chancery.core.memory;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.chancery.core.repository.Caller;
import org.chancery.core.repository.ContentInfo;
import org.chancery.core.repository.Node;
import org.chancery.core.search.SearchProgress;
import org.chancery.core.search.SearchQuery;
import org.chancery.core.search.SearchResult;
import org.chancery.core.search.Searcher;
import org.chancery.core.search.Tally;
import org.chancery.core.vocabulary.Cor;
import org.chancery.core.vocabulary.Stk;
import org.chancery.core.vocabulary.Title;
import org.chancery.model.ContentModel;
import org.chancery.model.QName;

/** Looks at every node: words joined by AND, or by OR where the text says so. */
public final class MemorySearcher implements Searcher {
  private static final Map<String, QName> FIELDS =
      Map.of(
          "intakeState", Cor.INTAKE_STATE,
          "status", Cor.STATUS,
          "source", Cor.SOURCE,
          "taskState", Cor.TASK_STATE,
          "assignedBy", Cor.ASSIGNED_BY,
          "assignee", Cor.ASSIGNEE);
  private static final Pattern DUE = Pattern.compile("taskDue:\\[(\\S+) TO (\\S+)\\]");
  private static final Pattern UNREAD = Pattern.compile("\\* NOT readBy:\"([^\"]*)\"");

  private final MemoryHost host;
  private final MemoryNodes nodes;
  private final MemoryPermissions permissions;
  private final ContentModel model;

  MemorySearcher(
      MemoryHost host, MemoryNodes nodes, MemoryPermissions permissions, ContentModel model) {
    this.host = host;
    this.nodes = nodes;
    this.permissions = permissions;
    this.model = model;
  }

  @Override
  public SearchResult search(SearchQuery query, Caller caller, SearchProgress progress) {
    progress.understood();
    SearchResult result = host.within(() -> answer(query, caller));
    if (!result.hits().isEmpty()) {
      progress.found(result.hits().stream().map(SearchResult.Hit::id).toList());
    }
    return result;
  }

  @Override
  public Tally.Result tally(Tally tally, Caller caller) {
    return host.within(
        () ->
            new MemoryTally(
                    tally,
                    node ->
                        nodes.ancestors(Caller.ofSystem(), node.id()).stream()
                            .filter(each -> permissions.readable(caller, each))
                            .toList())
                .of(
                    host.state.nodes.values().stream()
                        .filter(node -> model.isA(node.type(), tally.type()))
                        .filter(node -> permissions.readable(caller, node))
                        .toList()));
  }

  @Override
  public Tally.Listed listed(Tally tally, String by, int from, int limit, Caller caller) {
    return host.within(
        () -> {
          List<Node> counted =
              host.state.nodes.values().stream()
                  .filter(node -> model.isA(node.type(), tally.type()))
                  .filter(node -> permissions.readable(caller, node))
                  .filter(
                      node ->
                          !new MemoryTally(
                                  tally,
                                  each ->
                                      nodes.ancestors(Caller.ofSystem(), each.id()).stream()
                                          .filter(one -> permissions.readable(caller, one))
                                          .toList())
                              .of(List.of(node))
                              .rows()
                              .isEmpty())
                  .sorted(
                      Comparator.comparing(
                          node -> MemoryTally.date(by, node).orElse(LocalDate.MAX)))
                  .toList();
          return new Tally.Listed(
              counted.stream().skip(from).limit(limit).map(Node::id).toList(), counted.size());
        });
  }

  private SearchResult answer(SearchQuery query, Caller caller) {
    List<Node> found = new ArrayList<>();
    for (Node node : host.state.nodes.values()) {
      if (permissions.readable(caller, node) && matches(query, node)) {
        found.add(node);
      }
    }
    if (query.sort().equals("-modified")) {
      found.sort(Comparator.comparing(Node::modifiedAt).reversed());
    }
    if (query.sort().equals("due")) {
      found.sort(Comparator.comparing(node -> node.date(Cor.TASK_DUE).orElse(LocalDate.MAX)));
    }
    if (query.sort().equals("name")) {
      found.sort(Comparator.comparing(Node::name));
    }
    if (query.sort().equals("-contact")) {
      found.sort(
          Comparator.comparing(
              (Node node) -> node.date(Stk.LAST_CONTACT).orElse(LocalDate.MIN),
              Comparator.reverseOrder()));
    }
    Map<String, List<SearchResult.Count>> facets = new LinkedHashMap<>();
    for (String field : query.facets()) {
      if (FIELDS.containsKey(field) || field.equals("type") || field.indexOf(':') > 0) {
        facets.put(
            field,
            found.stream()
                .flatMap(node -> values(field, node).stream())
                .collect(Collectors.groupingBy(value -> value, Collectors.counting()))
                .entrySet()
                .stream()
                .map(each -> new SearchResult.Count(each.getKey(), each.getValue()))
                .toList());
      }
    }
    int from = query.cursor().map(Integer::parseInt).orElse(0);
    int to = Math.min(found.size(), from + query.limit());
    List<SearchResult.Hit> hits =
        found.subList(from, to).stream()
            .map(
                node ->
                    new SearchResult.Hit(
                        node.id(),
                        node.type(),
                        Title.of(node),
                        // As an index does, which knows every name above.
                        nodes.ancestors(Caller.ofSystem(), node.id()).stream()
                            .map(Node::name)
                            .collect(Collectors.joining("/")),
                        "",
                        0))
            .toList();
    return new SearchResult(
        found.size(),
        hits,
        facets,
        to < found.size() ? Optional.of(String.valueOf(to)) : Optional.empty(),
        false);
  }

  private boolean matches(SearchQuery query, Node node) {
    boolean type =
        query.types().isEmpty()
            || query.types().stream().anyMatch(each -> model.isA(node.type(), each));
    boolean filters =
        query.filters().entrySet().stream()
            .allMatch(
                each -> values(each.getKey(), node).stream().anyMatch(each.getValue()::contains));
    boolean within =
        query.within().isEmpty()
            || nodes.ancestors(Caller.ofSystem(), node.id()).stream()
                .anyMatch(above -> above.id().equals(query.within().get()));
    return type
        && within
        && filters
        && MemoryTally.all(query.conditions(), node)
        && (query.also().contains(node.id()) || text(query.text(), node));
  }

  private static List<String> values(String field, Node node) {
    return switch (field) {
      case "doer" -> node.text(Cor.CLAIMED_BY).or(() -> node.text(Cor.ASSIGNEE)).stream().toList();
      case "messageFor" -> node.list(Cor.MESSAGE_FOR);
      case "type" -> List.of(node.type().toString());
      case "component" -> node.list(Cor.COMPONENT);
      default ->
          MemoryTally.texts(node, field.indexOf(':') > 0 ? QName.of(field) : FIELDS.get(field));
    };
  }

  private boolean text(String text, Node node) {
    Matcher due = DUE.matcher(text);
    if (due.matches()) {
      LocalDate day = node.date(Cor.TASK_DUE).orElseThrow();
      return (due.group(1).equals("*") || !day.isBefore(LocalDate.parse(due.group(1))))
          && (due.group(2).equals("*") || !day.isAfter(LocalDate.parse(due.group(2))));
    }
    Matcher unread = UNREAD.matcher(text);
    return unread.matches()
        ? !node.<String>list(Cor.READ_BY).contains(unread.group(1))
        : words(text, node);
  }

  private boolean words(String text, Node node) {
    if (text.isBlank()) {
      return true;
    }
    String all = haystack(node);
    boolean or = text.contains(" OR ");
    Stream<String> words =
        Stream.of(text.replace(" OR ", " ").replace("title:", "").split("[^\\p{L}\\p{N}]+"))
            .filter(word -> !word.isEmpty())
            .map(word -> word.toLowerCase(Locale.ROOT));
    return or ? words.anyMatch(all::contains) : words.allMatch(all::contains);
  }

  private String haystack(Node node) {
    ContentInfo text = node.contents().get(Cor.TEXT);
    String read =
        text == null
            ? ""
            : new String(((MemoryContents) host.contents()).blob(text), StandardCharsets.UTF_8);
    return (node.name() + " " + node.properties().values() + " " + read).toLowerCase(Locale.ROOT);
  }
}
