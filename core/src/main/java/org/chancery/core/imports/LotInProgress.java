package org.chancery.core.imports;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.chancery.core.repository.NodeId;

/** What the transaction in progress has made of a lot of rows so far. */
final class LotInProgress {
  /** What became of each row, by its number. */
  final Map<Integer, Entry> entries = new TreeMap<>();

  /** Who was noted as attending events. */
  final List<Entry> came = new ArrayList<>();

  /** Organizations that were entered, by their plain names. */
  final Map<String, NodeId> organizations = new LinkedHashMap<>();

  /** Whom rows of this lot are now, by number. */
  final Map<Integer, NodeId> people = new HashMap<>();

  /** Rows, of any lot, that were entered with earlier ones. */
  final Set<Integer> folded = new HashSet<>();

  List<Entry> all() {
    List<Entry> all = new ArrayList<>(entries.values());
    all.addAll(came);
    return all;
  }
}
