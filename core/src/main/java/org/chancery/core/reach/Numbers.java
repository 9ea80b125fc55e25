package org.chancery.core.reach;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.chancery.core.repository.Caller;
import org.chancery.core.repository.Node;
import org.chancery.core.repository.NodeId;
import org.chancery.core.repository.Nodes;
import org.chancery.core.search.SearchQuery;
import org.chancery.core.search.SearchResult;
import org.chancery.core.search.Searcher;
import org.chancery.core.vocabulary.Stk;
import org.chancery.model.QName;

/**
 * Whose a phone number or an e-mail address is, however it is written. Private ones are looked for
 * as the caller, so that nobody finds somebody by a number that they may not see (requirement P5).
 */
final class Numbers {
  private static final int LOOK_AT = 200;
  private static final int FEWEST_DIGITS = 7;
  private static final int LAST_DIGITS = 4;
  private static final List<QName> PHONES =
      List.of(
          Stk.OFFICE_PHONE,
          Stk.OTHER_OFFICE_PHONES,
          Stk.OFFICE_FAX,
          Stk.PHONE,
          Stk.MOBILE_PHONE,
          Stk.PERSONAL_PHONE);

  private final Searcher searcher;
  private final Nodes nodes;

  Numbers(Searcher searcher, Nodes nodes) {
    this.searcher = searcher;
    this.nodes = nodes;
  }

  /** Those who have it; none when the text is neither. */
  Set<NodeId> holders(String text, Caller caller) {
    String asked = text.strip();
    if (asked.matches("[^@\\s]+@[^@\\s]+")) {
      String email = asked.toLowerCase(Locale.ROOT);
      return holders(asked, Stk.EMAIL::equals, each -> each.equals(email), caller);
    }
    String digits = digits(asked);
    if (!asked.matches("[-+().\\d\\s/xXeEtT]+") || digits.length() < FEWEST_DIGITS) {
      return Set.of();
    }
    // The last digits stand by themselves in most ways to write a number; else it is written whole.
    Set<NodeId> found = new HashSet<>();
    String last = digits.substring(digits.length() - LAST_DIGITS);
    for (String word : List.of(last, digits)) {
      found.addAll(holders(word, PHONES::contains, each -> digits(each).endsWith(digits), caller));
    }
    return found;
  }

  private interface Matching {
    boolean is(String value);
  }

  private interface Of {
    boolean of(QName property);
  }

  private Set<NodeId> holders(String words, Of properties, Matching matching, Caller caller) {
    SearchQuery query =
        new SearchQuery(
            '"' + words.replace("\"", " ").replace("\\", " ") + '"',
            List.of(Stk.PERSON, Stk.ORGANIZATION, Stk.PRIVATE_CONTACT),
            Optional.empty(),
            Map.of(),
            Optional.empty(),
            Optional.empty(),
            List.of(),
            "relevance",
            Optional.empty(),
            LOOK_AT);
    SearchResult result = searcher.search(query, caller);
    return nodes.findAll(caller, result.hits().stream().map(SearchResult.Hit::id).toList()).stream()
        .filter(node -> values(node, properties).anyMatch(matching::is))
        .flatMap(Numbers::stakeholder)
        .collect(Collectors.toSet());
  }

  private static Stream<String> values(Node node, Of properties) {
    return node.properties().entrySet().stream()
        .filter(each -> properties.of(each.getKey()))
        .flatMap(
            each ->
                each.getValue() instanceof Collection<?> many
                    ? many.stream()
                    : Stream.of(each.getValue()))
        .map(each -> each.toString().strip().toLowerCase(Locale.ROOT));
  }

  private static Stream<NodeId> stakeholder(Node node) {
    return node.type().equals(Stk.PRIVATE_CONTACT) ? node.parent().stream() : Stream.of(node.id());
  }

  /** Without the country code of North America and an extension. */
  private static String digits(String phone) {
    String digits = phone.toLowerCase(Locale.ROOT).replaceAll("(x|ext).*$", "");
    return digits.replaceAll("\\D", "").replaceAll("^1(?=\\d{10}$)", "");
  }
}
