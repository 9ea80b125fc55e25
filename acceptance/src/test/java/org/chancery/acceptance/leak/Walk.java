package org.chancery.acceptance.leak;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.chancery.acceptance.authorisation.Rule;
import org.chancery.acceptance.host.Answer;
import org.chancery.acceptance.host.Client;

/** Asks every GET route there is, about everything, and searches for every word. */
final class Walk {
  private static final List<String> RENDITIONS = List.of("pdf", "text", "thumbnail", "layout");

  private final List<String> templates;
  private final Collection<String> ids;
  private final Collection<String> words;

  /**
   * @param ids of everything to ask about
   * @param words to search for
   */
  Walk(Collection<String> ids, Collection<String> words) {
    this.templates =
        Rule.all().stream()
            .filter(rule -> rule.method().equals("GET"))
            .map(rule -> rule.template().substring(1))
            .toList();
    this.ids = ids;
    this.words = words;
  }

  /** Every address that is asked. */
  List<String> addresses() {
    List<String> all = new ArrayList<>();
    for (String template : templates) {
      if (template.contains("{id}")) {
        ids.forEach(id -> all.addAll(variants(template.replace("{id}", id))));
      } else {
        all.addAll(variants(template));
      }
    }
    for (String word : words) {
      String prefix = word.substring(0, word.length() - 1);
      all.add("search?q=" + word);
      all.add("search?q=" + prefix + "*&facet=type:cor:document");
      all.add("search?q=" + prefix + "~");
      all.add("search?facet=issue:" + word);
      all.add("authorities?q=" + word);
      all.add("metrics/volume?issue=" + word);
    }
    all.add("intake?state=ready&state=filed&state=received&state=quarantined&limit=200");
    all.add("search?limit=200&sort=-modified");
    all.add("audit?limit=500");
    return all;
  }

  private static List<String> variants(String template) {
    List<String> variants = new ArrayList<>();
    String path = template.replaceAll("\\{\\w+\\}", "none");
    variants.add(path);
    if (path.endsWith("/content")) {
      RENDITIONS.forEach(each -> variants.add(path + "?rendition=" + each));
      variants.add(path + "?version=1.0");
    }
    if (path.endsWith("/compare")) {
      variants.add(path + "?from=1.0&to=1.1");
    }
    return variants;
  }

  /**
   * Asks as the client.
   *
   * @return which of what was looked for stands in an answer that was not asked about it, as {@code
   *     what: address}
   */
  Set<String> found(Client client, Collection<String> lookedFor) {
    Set<String> found = new TreeSet<>();
    for (String address : addresses()) {
      Answer answer = client.get(address);
      String text = (answer.text() + answer.response().headers().map()).toLowerCase(Locale.ROOT);
      for (String each : lookedFor) {
        if (text.contains(each) && !address.contains(each)) {
          found.add(each + ": " + address);
        }
        boolean told =
            address.contains(each)
                && address.startsWith("search?")
                && answer.status() == 200
                && (answer.json().path("total").asInt() > 0
                    || text.replace(address, "").contains(each));
        if (told) {
          found.add(each + ": " + address);
        }
      }
    }
    return found;
  }
}
