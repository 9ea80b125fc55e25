package org.chancery.alfresco.share;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.alfresco.repo.transaction.RetryingTransactionHelper;
import org.chancery.core.repository.NodeId;
import org.chancery.core.search.SearchResult;
import org.chancery.core.search.SearchUnavailable;
import org.chancery.model.ConstraintDefinition.OneOf;
import org.chancery.model.ContentModel;
import org.chancery.model.QName;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.extensions.webscripts.AbstractWebScript;
import org.springframework.extensions.webscripts.WebScriptRequest;
import org.springframework.extensions.webscripts.WebScriptResponse;

/**
 * Answers Share's search page and its live search; which of the two, it is told when it is made.
 */
public final class SearchScript extends AbstractWebScript {

  private static final Logger LOG = LoggerFactory.getLogger(SearchScript.class);
  private static final ObjectMapper JSON = new ObjectMapper();

  private final boolean live;
  private final ShareSearch search;
  private final ResultItems items;
  private final ContentModel model;
  private final RetryingTransactionHelper transactions;
  private final Affirmation affirmation;

  /**
   * @param live for the box in Share's header: documents only, a few, in brief
   * @param search asks the index
   * @param items shows what was found
   * @param model names listed values
   * @param transactions bean {@code retryingTransactionHelper}
   * @param affirmation nobody is answered before (requirement P6)
   */
  public SearchScript(
      boolean live,
      ShareSearch search,
      ResultItems items,
      ContentModel model,
      RetryingTransactionHelper transactions,
      Affirmation affirmation) {
    this.live = live;
    this.search = search;
    this.items = items;
    this.model = model;
    this.transactions = transactions;
    this.affirmation = affirmation;
  }

  @Override
  public void execute(WebScriptRequest request, WebScriptResponse response) throws IOException {
    response.setContentType("application/json;charset=UTF-8");
    response.setHeader("Cache-Control", "no-store");
    ObjectNode answer;
    if (!affirmation.given(request)) {
      answer = problem(response, 403, "Affirm the three responsibilities first.");
      answer.put("code", "affirmation-required");
      JSON.writeValue(response.getOutputStream(), answer);
      return;
    }
    try {
      ShareRequest asked = new ShareRequest(request);
      answer = live ? live(asked) : page(asked);
    } catch (SearchUnavailable e) {
      LOG.warn("Share's search was not answered: the index is behind", e);
      answer =
          problem(
              response,
              503,
              "Search is catching up with the latest changes; try again in a moment.");
    } catch (IllegalArgumentException e) {
      answer = problem(response, 400, String.valueOf(e.getMessage()));
    }
    JSON.writeValue(response.getOutputStream(), answer);
  }

  private static ObjectNode problem(WebScriptResponse response, int status, String message) {
    response.setStatus(status);
    ObjectNode answer = JSON.createObjectNode();
    answer.putObject("status").put("code", status).put("description", message);
    return answer.put("message", message);
  }

  private ObjectNode live(ShareRequest asked) {
    if (asked.words().isBlank()) {
      throw new IllegalArgumentException("There is nothing to search for");
    }
    Optional<NodeId> within = asked.site().isPresent() ? scope(asked) : Optional.empty();
    if (asked.site().isPresent() && within.isEmpty()) {
      return brief(JSON.createArrayNode(), asked, false);
    }
    ShareSearch.Answer found =
        search.find(Documents.only(asked.query(within)), asked.start(), asked.few());
    ArrayNode shown = shown(found.hits(), items::brief);
    return brief(shown, asked, found.more());
  }

  private static ObjectNode brief(ArrayNode shown, ShareRequest asked, boolean more) {
    ObjectNode answer = JSON.createObjectNode();
    answer.put("totalRecords", shown.size());
    answer.put("startIndex", asked.start());
    answer.put("hasMoreRecords", more);
    answer.set("items", shown);
    return answer;
  }

  private ObjectNode page(ShareRequest asked) {
    Optional<NodeId> within = asked.root().or(() -> scope(asked));
    if (asked.empty() || asked.site().isPresent() && within.isEmpty()) {
      return page(
          asked,
          new SearchResult(0, List.of(), Map.of(), Optional.empty(), false),
          JSON.createArrayNode());
    }
    ShareSearch.Answer found = search.find(asked.query(within), asked.start(), asked.size());
    String[] marks = asked.marks();
    return page(asked, found.whole(), shown(found.hits(), hit -> items.full(hit, marks)));
  }

  private ObjectNode page(ShareRequest asked, SearchResult whole, ArrayNode shown) {
    ObjectNode answer = JSON.createObjectNode();
    answer.put("totalRecords", shown.size());
    answer.put("totalRecordsUpper", -1);
    answer.put("startIndex", asked.start());
    answer.put("numberFound", whole.total());
    ObjectNode facets = answer.putObject("facets");
    for (String name : asked.facets()) {
      ArrayNode counts = facets.putArray(name);
      ShareFacets.field(name).ifPresent(field -> count(field, whole, counts));
    }
    answer.putObject("highlighting");
    answer.set("items", shown);
    ObjectNode spelling = answer.putObject("spellcheck");
    if (whole.approximate()) {
      // Nothing matched as written; Share then says that it shows something else.
      spelling.put("searchRequest", asked.words()).put("searchedFor", "similar words");
    }
    return answer;
  }

  private void count(String field, SearchResult whole, ArrayNode into) {
    int index = 0;
    for (SearchResult.Count count : whole.facets().getOrDefault(field, List.of())) {
      into.addObject()
          .put("label", label(field, count.value()))
          .put("value", count.value())
          .put("hits", count.count())
          .put("index", index++);
    }
  }

  private String label(String field, String value) {
    return model.property(QName.of(ShareFacets.property(field))).stream()
        .flatMap(property -> property.constraints().stream())
        .filter(OneOf.class::isInstance)
        .flatMap(list -> ((OneOf) list).choices().stream())
        .filter(choice -> choice.value().equals(value))
        .map(choice -> choice.label())
        .findFirst()
        .orElse(value);
  }

  private Optional<NodeId> scope(ShareRequest asked) {
    return transactions.doInTransaction(
        () -> items.scope(asked).map(node -> NodeId.of(node.getId())), true);
  }

  private interface View {
    Optional<ObjectNode> of(SearchResult.Hit hit);
  }

  private ArrayNode shown(List<SearchResult.Hit> hits, View view) {
    return transactions.doInTransaction(
        () -> {
          ArrayNode all = JSON.createArrayNode();
          hits.forEach(hit -> view.of(hit).ifPresent(all::add));
          return all;
        },
        true);
  }
}
