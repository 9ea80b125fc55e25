package org.chancery.benchmarks.metrics;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.chancery.core.access.Authorities;
import org.chancery.core.access.Role;
import org.chancery.core.repository.NodeId;
import org.chancery.core.search.IndexEntry;
import org.chancery.core.search.SearchIndex;
import org.chancery.model.QName;

/**
 * Made-up case files of four years, each with three taskings: 30 components, 60 issues, eight of
 * ten files closed, three of four with a suspense.
 */
final class Office {
  private static final int BATCH = 1_000;
  private static final int COMPONENTS = 30;
  private static final int ISSUES = 60;
  private static final int DAYS = 4 * 365;
  private static final int TASKINGS = 3;
  private static final List<String> SOURCES =
      List.of("congress", "public", "white-house", "federal-agency", "state-local", "foreign");

  private final Random random;
  private final LocalDate today;

  Office(long seed, LocalDate today) {
    this.random = new Random(seed);
    this.today = today;
  }

  /** Fills the index. */
  void fill(SearchIndex index, int files) {
    List<IndexEntry> batch = new ArrayList<>();
    for (int number = 0; number < files; number++) {
      addFile(batch, number);
      if (batch.size() >= BATCH) {
        index.apply(batch, List.of());
        batch.clear();
      }
    }
    index.apply(batch, List.of());
    index.commit("filled");
    index.refresh();
  }

  private void addFile(List<IndexEntry> batch, int number) {
    NodeId id = id();
    String component = "C" + random.nextInt(COMPONENTS);
    LocalDate received = today.minusDays(random.nextInt(DAYS));
    boolean closed = random.nextInt(10) < 8;
    Map<QName, Object> values = new LinkedHashMap<>();
    values.put(QName.of("cor:subject"), "Subject " + number);
    values.put(QName.of("cor:fileNumber"), "2026-" + number);
    values.put(QName.of("cor:status"), closed ? "closed" : "routed");
    values.put(QName.of("cor:component"), List.of(component));
    values.put(QName.of("cor:issueCode"), "ISSUE-" + random.nextInt(ISSUES));
    values.put(QName.of("cor:source"), SOURCES.get(random.nextInt(SOURCES.size())));
    values.put(QName.of("cor:dateReceived"), received);
    if (random.nextInt(4) > 0) {
      values.put(QName.of("cor:dueDate"), received.plusDays(20));
    }
    if (closed) {
      values.put(QName.of("cor:dateClosed"), received.plusDays(random.nextInt(45)));
    }
    Set<String> readers =
        Set.of(Authorities.component(component), Authorities.role(Role.EXECUTIVE_SECRETARY));
    batch.add(entry(id, "cor:caseFile", "File " + number, List.of(), readers, values, received));
    for (int task = 0; task < TASKINGS; task++) {
      batch.add(tasking(id, component, readers, received.plusDays(task), closed));
    }
  }

  private IndexEntry tasking(
      NodeId file, String component, Set<String> readers, LocalDate day, boolean done) {
    Map<QName, Object> values = new LinkedHashMap<>();
    values.put(QName.of("cor:taskFile"), file.value());
    values.put(QName.of("cor:taskState"), done ? "done" : "open");
    values.put(
        QName.of("cor:assignee"),
        random.nextInt(3) == 0
            ? "user" + random.nextInt(300)
            : Authorities.roleIn(component, Role.values()[random.nextInt(4)]));
    values.put(QName.of("cor:taskDue"), day.plusDays(7));
    values.put(QName.of("cor:assignedAt"), moment(day));
    if (done) {
      values.put(QName.of("cor:completedAt"), moment(day.plusDays(random.nextInt(12))));
    }
    return entry(id(), "cor:tasking", "Tasking", List.of(file), readers, values, day);
  }

  private static IndexEntry entry(
      NodeId id,
      String type,
      String title,
      List<NodeId> above,
      Set<String> readers,
      Map<QName, Object> values,
      LocalDate day) {
    return new IndexEntry(
        id,
        List.of(QName.of(type), QName.of("cm:folder"), QName.of("cm:cmobject")),
        Set.of(),
        title,
        "Case folders/" + day.getYear() + "/" + title,
        above,
        readers,
        values,
        List.of(),
        moment(day),
        moment(day));
  }

  private static Instant moment(LocalDate day) {
    return day.atTime(9, 0).toInstant(ZoneOffset.UTC);
  }

  private NodeId id() {
    return NodeId.of(new UUID(random.nextLong(), random.nextLong()).toString());
  }
}
