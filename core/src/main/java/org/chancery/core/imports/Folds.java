package org.chancery.core.imports;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Rows that describe somebody of an earlier row of the same file. They are entered with the first
 * one: to add to each entry afterwards costs many times as much.
 */
final class Folds {
  private static final String ROW = "row:";

  private final Map<Integer, List<PlannedRow>> into = new HashMap<>();
  private final Map<Integer, Integer> first = new HashMap<>();

  /** Takes the next row, in the order of the plan. */
  void add(PlannedRow row, Decision decision) {
    if (row.person().isEmpty() || row.fate() == Fate.REJECTED || decision.isSkip()) {
      return;
    }
    if (!decision.isMerge()) {
      first.put(row.number(), row.number());
      return;
    }
    Optional<Integer> root = row(decision).map(first::get);
    if (root.isPresent()) {
      first.put(row.number(), root.get());
      into.computeIfAbsent(root.get(), any -> new ArrayList<>()).add(row);
    }
  }

  /** The row that somebody is to be put together with; empty when it is with who is known. */
  static Optional<Integer> row(Decision decision) {
    return decision
        .with()
        .filter(key -> key.startsWith(ROW))
        .map(key -> Integer.parseInt(key.substring(ROW.length())));
  }

  /** Those to be entered with a row. */
  List<PlannedRow> into(int row) {
    return into.getOrDefault(row, List.of());
  }
}
