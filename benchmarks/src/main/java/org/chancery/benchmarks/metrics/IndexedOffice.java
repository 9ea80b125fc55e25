package org.chancery.benchmarks.metrics;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.chancery.benchmarks.office.Office;
import org.chancery.core.access.Authorities;
import org.chancery.core.access.Role;
import org.chancery.core.repository.NodeId;
import org.chancery.core.search.IndexEntry;
import org.chancery.core.search.SearchIndex;
import org.chancery.core.vocabulary.Cor;
import org.chancery.model.QName;

/** The office's case files and taskings in an index, without a store below it. */
final class IndexedOffice {
  private static final int BATCH = 1_000;

  private final Office office;
  private final Random ids;

  IndexedOffice(long seed, LocalDate today) {
    office = new Office(seed, today, Office.COMPONENTS);
    ids = new Random(seed + 1);
  }

  /** Fills the index. */
  void fill(SearchIndex index, int files) {
    List<IndexEntry> batch = new ArrayList<>();
    for (int number = 0; number < files; number++) {
      add(batch, office.next(number));
      if (batch.size() >= BATCH) {
        index.apply(batch, List.of());
        batch.clear();
      }
    }
    index.apply(batch, List.of());
    index.commit("filled");
    index.refresh();
  }

  private void add(List<IndexEntry> batch, Office.CaseFile file) {
    NodeId id = id();
    Set<String> readers =
        Set.of(Authorities.component(file.component()), Authorities.role(Role.EXECUTIVE_SECRETARY));
    batch.add(
        entry(
            id,
            Cor.CASE_FILE,
            "File " + file.number(),
            List.of(),
            readers,
            file.values(),
            file.received()));
    for (Office.Tasking tasking : file.taskings()) {
      Map<QName, Object> values = new LinkedHashMap<>(tasking.values());
      values.put(Cor.TASK_FILE, id.value());
      batch.add(entry(id(), Cor.TASKING, "Tasking", List.of(id), readers, values, tasking.given()));
    }
  }

  private static IndexEntry entry(
      NodeId id,
      QName type,
      String title,
      List<NodeId> above,
      Set<String> readers,
      Map<QName, Object> values,
      LocalDate day) {
    return new IndexEntry(
        id,
        List.of(type, QName.of("cm:folder"), QName.of("cm:cmobject")),
        Set.of(),
        title,
        "Case folders/" + day.getYear() + "/" + title,
        above,
        readers,
        values,
        List.of(),
        Office.moment(day),
        Office.moment(day));
  }

  private NodeId id() {
    return NodeId.of(new UUID(ids.nextLong(), ids.nextLong()).toString());
  }
}
