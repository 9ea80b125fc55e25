package org.chancery.alfresco.share;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.chancery.core.repository.NodeId;
import org.chancery.core.search.SearchQuery;
import org.chancery.model.QName;
import org.springframework.extensions.webscripts.WebScriptRequest;

/** A search as Share's pages ask it. */
final class ShareRequest {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final List<QName> SHOWN = List.of(QName.of("cm:content"), QName.of("cm:folder"));
  private static final int USUAL = 50;
  private static final int LARGEST = 250;

  private final WebScriptRequest request;

  ShareRequest(WebScriptRequest request) {
    this.request = request;
  }

  /** What was typed, or the tag that was clicked. */
  String words() {
    return parameter("term").or(() -> parameter("t")).or(() -> parameter("tag")).orElse("");
  }

  /**
   * The short name of the site to search in; none for the whole repository, and none for all sites:
   * Chancery's folders lie in no site, and Share's forms ask all sites unless told otherwise.
   */
  Optional<String> site() {
    return everywhere() ? Optional.empty() : parameter("site").or(() -> parameter("s"));
  }

  /** Share then names a site nonetheless: {@code repo}. */
  private boolean everywhere() {
    return parameter("repo").filter("true"::equals).isPresent();
  }

  /** Where Share was told to begin, when it is a node. */
  Optional<NodeId> root() {
    return parameter("rootNode")
        .filter(node -> node.startsWith(ResultItems.STORE))
        .map(node -> NodeId.of(node.substring(ResultItems.STORE.length())));
  }

  int start() {
    return Math.max(0, Math.min(number("startIndex", 0), ShareSearch.FURTHEST));
  }

  int size() {
    int most = number("maxResults", 0);
    int size = most > 0 ? most : number("pageSize", USUAL);
    return Math.max(1, Math.min(size, LARGEST));
  }

  /** How many a live search shows. */
  int few() {
    return Math.max(1, Math.min(number("maxResults", 5), 50));
  }

  /** The names Share asked to have counted, as it wrote them. */
  List<String> facets() {
    return parameter("facetFields").map(names -> List.of(names.split(","))).orElse(List.of());
  }

  /** The sign before and behind a word that was found. */
  String[] marks() {
    return new String[] {
      parameter("highlightPrefix").orElse("\u0002"), parameter("highlightPostfix").orElse("\u0003")
    };
  }

  boolean empty() {
    return words().isBlank() && form().text().isEmpty() && form().type().isEmpty();
  }

  /** The question for the index. */
  SearchQuery query(Optional<NodeId> within) {
    AdvancedForm form = form();
    List<QName> types = new ArrayList<>();
    form.type().map(QName::of).ifPresent(types::add);
    Map<String, List<String>> filters = new LinkedHashMap<>();
    filters(types, filters);
    String text =
        Stream.of(words(), form.text())
            .filter(part -> !part.isBlank())
            .map(part -> form.text().isBlank() ? part : "(" + part + ")")
            .reduce((one, other) -> one + " AND " + other)
            .orElse("");
    return new SearchQuery(
        text,
        types.isEmpty() ? SHOWN : List.copyOf(types),
        within,
        filters,
        Optional.empty(),
        Optional.empty(),
        facets().stream().flatMap(name -> ShareFacets.field(name).stream()).toList(),
        sort(),
        Optional.empty(),
        1);
  }

  /** What was chosen beside the results: a name, a bar, and the values parted by bars. */
  private void filters(List<QName> types, Map<String, List<String>> into) {
    for (String filter : chosen()) {
      String[] parts = filter.split("\\|");
      if (parts.length < 2) {
        continue;
      }
      if (parts[0].equals("TYPE")) {
        types.clear();
        types.add(QName.of(parts[1]));
      }
      ShareFacets.field(parts[0])
          .ifPresent(
              field ->
                  into.computeIfAbsent(field, key -> new ArrayList<>())
                      .addAll(Stream.of(parts).skip(1).map(ShareRequest::unquoted).toList()));
    }
  }

  private List<String> chosen() {
    return parameter("encodedFilters")
        .map(
            filters ->
                Stream.of(filters.split(","))
                    .map(each -> URLDecoder.decode(each, StandardCharsets.UTF_8))
                    .toList())
        .or(() -> parameter("filters").map(filters -> List.of(filters.split(","))))
        .orElse(List.of());
  }

  private static String unquoted(String value) {
    return value.length() > 1 && value.startsWith("\"") && value.endsWith("\"")
        ? value.substring(1, value.length() - 1)
        : value;
  }

  /** Share sorts by any property; we by those that people sort letters by. */
  private String sort() {
    String[] asked = parameter("sort").orElse("").split("\\|");
    String field =
        switch (asked[0]) {
          case "cm:name", "cm:title" -> "title";
          case "cm:modified" -> "modified";
          case "cm:created" -> "date";
          default -> "";
        };
    if (field.isEmpty()) {
      return "relevance";
    }
    return asked.length > 1 && asked[1].equals("false") ? "-" + field : field;
  }

  private AdvancedForm form() {
    Optional<String> query = parameter("query");
    if (query.isEmpty()) {
      return new AdvancedForm(Optional.empty(), "");
    }
    try {
      return AdvancedForm.of(JSON.readTree(query.get()));
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("The form of the search cannot be read", e);
    }
  }

  private Optional<String> parameter(String name) {
    return Optional.ofNullable(request.getParameter(name)).filter(value -> !value.isBlank());
  }

  private int number(String name, int otherwise) {
    try {
      return parameter(name).map(Integer::parseInt).orElse(otherwise);
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException("'" + name + "' must be a number", e);
    }
  }
}
