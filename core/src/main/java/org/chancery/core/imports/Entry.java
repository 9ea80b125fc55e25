package org.chancery.core.imports;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What became of a row: enough to take it back.
 *
 * @param row its number
 * @param result what became of it
 * @param why in words, where it is not plain
 * @param node the person or event that was entered, or to whom something was added
 * @param revision of that node afterwards
 * @param below what was made below it, by id, with its revision afterwards
 * @param organizations that were entered for it, by id, with their revisions afterwards
 * @param filled fields that were empty before, and what they are now
 * @param added to fields of several values
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
record Entry(
    int row,
    RowResult result,
    Optional<String> why,
    Optional<String> node,
    long revision,
    Map<String, Long> below,
    Map<String, Long> organizations,
    Map<String, String> filled,
    Map<String, List<String>> added) {

  Entry {
    organizations = organizations == null ? Map.of() : Map.copyOf(organizations);
    below = below == null ? Map.of() : Map.copyOf(below);
    filled = filled == null ? Map.of() : Map.copyOf(filled);
    added = added == null ? Map.of() : Map.copyOf(added);
  }

  static Entry plain(int row, RowResult result, String why) {
    return new Entry(
        row,
        result,
        Optional.ofNullable(why),
        Optional.empty(),
        0,
        Map.of(),
        Map.of(),
        Map.of(),
        Map.of());
  }

  static Entry made(int row, RowResult result, String node, List<String> ids) {
    Map<String, Long> below = new LinkedHashMap<>();
    ids.forEach(id -> below.put(id, 0L));
    return new Entry(
        row, result, Optional.empty(), Optional.of(node), 0, below, Map.of(), Map.of(), Map.of());
  }

  /** The ids of all that it is about. */
  Stream<String> nodes() {
    return Stream.of(node.stream(), below.keySet().stream(), organizations.keySet().stream())
        .flatMap(each -> each);
  }

  /** Whether nothing was entered or added. */
  boolean isEmpty() {
    return below.isEmpty() && filled.isEmpty() && added.isEmpty();
  }

  /** With the revisions that everything has afterwards. */
  Entry at(Map<String, Long> revisions) {
    Map<String, Long> now = of(below.keySet(), revisions);
    long after = node.map(id -> revisions.getOrDefault(id, 0L)).orElse(0L);
    return new Entry(
        row, result, why, node, after, now, of(organizations.keySet(), revisions), filled, added);
  }

  private static Map<String, Long> of(Collection<String> ids, Map<String, Long> revisions) {
    Map<String, Long> now = new LinkedHashMap<>();
    ids.forEach(id -> now.put(id, revisions.getOrDefault(id, 0L)));
    return now;
  }

  Entry with(List<String> newOrganizations) {
    return new Entry(
        row, result, why, node, revision, below, of(newOrganizations, Map.of()), filled, added);
  }
}
