package org.chancery.core.imports;

import java.util.HashMap;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import org.chancery.core.repository.NodeId;

/** What became of rows, for those who read on from row to row: a part is read once. */
final class Outcomes {
  private final Journal journal;
  private final NavigableMap<Integer, NodeId> parts;
  private NodeId read;
  private Map<Integer, Entry> entries = Map.of();

  Outcomes(Journal journal, NodeId work) {
    this.journal = journal;
    this.parts = journal.byFirstRow(work);
  }

  /** Empty for a row that has not been carried out, or was taken back. */
  Optional<Entry> of(int row) {
    Map.Entry<Integer, NodeId> part = parts.floorEntry(row);
    if (part == null) {
      return Optional.empty();
    }
    if (!part.getValue().equals(read)) {
      entries = new HashMap<>();
      journal.entries(part.getValue()).stream()
          .filter(each -> each.result() != RowResult.MET)
          .forEach(each -> entries.put(each.row(), each));
      read = part.getValue();
    }
    return Optional.ofNullable(entries.get(row));
  }
}
