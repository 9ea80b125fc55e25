package org.chancery.core.schedule;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.chancery.core.repository.Caller;
import org.chancery.core.repository.Change;
import org.chancery.core.repository.NewNode;
import org.chancery.core.repository.Node;
import org.chancery.core.repository.NodeId;
import org.chancery.core.repository.Nodes;
import org.chancery.core.repository.Page;
import org.chancery.core.vocabulary.Cm;
import org.chancery.core.vocabulary.Rec;
import org.chancery.model.QName;

/** The series of the file plan as nodes below it; their ids follow from their codes. */
final class SeriesNodes {
  private static final Caller SYSTEM = Caller.ofSystem();

  private final Nodes nodes;
  private final NodeId plan;

  SeriesNodes(Nodes nodes, NodeId plan) {
    this.nodes = nodes;
    this.plan = plan;
  }

  private NodeId id(String code) {
    String path = "chancery:series:" + plan.value() + "/" + code;
    return NodeId.of(UUID.nameUUIDFromBytes(path.getBytes(StandardCharsets.UTF_8)).toString());
  }

  /**
   * A series as it is now.
   *
   * @param revision grows when the series is changed: what was computed with a smaller one is
   *     outdated
   */
  record Kept(Series series, long revision) {
    private static Kept of(Node node) {
      return new Kept(read(node), node.revision());
    }
  }

  Optional<Kept> find(String code) {
    return nodes.find(SYSTEM, id(code)).map(Kept::of);
  }

  /** All, by code. */
  List<Kept> all() {
    List<Kept> found = new ArrayList<>();
    Optional<String> cursor = Optional.empty();
    do {
      Page<Node> page = nodes.children(SYSTEM, plan, cursor, 1000);
      page.items().stream()
          .filter(node -> node.type().equals(Rec.SERIES))
          .map(Kept::of)
          .forEach(found::add);
      cursor = page.cursor();
    } while (cursor.isPresent());
    return found;
  }

  void add(Caller elevated, Series series) {
    Map<QName, Object> values = values(series);
    values.values().removeIf(value -> value == null);
    nodes.create(
        elevated,
        new NewNode(id(series.code()), plan, Rec.SERIES, series.code(), Set.of(), values));
  }

  void change(Caller elevated, Series series) {
    nodes.update(elevated, id(series.code()), Optional.empty(), Change.of(values(series)));
  }

  void remove(Caller elevated, Series series) {
    nodes.delete(elevated, id(series.code()), Optional.empty());
  }

  private static Map<QName, Object> values(Series series) {
    Map<QName, Object> values = new HashMap<>();
    values.put(Cm.TITLE, series.title());
    values.put(Rec.SERIES_CODE, series.code());
    values.put(Rec.AUTHORITY, series.authority());
    values.put(Rec.AUTHORITY_STATUS, series.standing().code());
    values.put(Rec.SOURCE_CHECKED, series.sourceChecked().orElse(null));
    values.put(Rec.PERMANENCE, series.permanence().code());
    values.put(Rec.CUTOFF_EVENT, series.cutoff().code());
    values.put(Rec.CUTOFF_DATE, series.cutoffDate().orElse(null));
    values.put(Rec.RETENTION_PERIOD, series.period());
    values.put(Rec.RETENTION_UNIT, series.unit().code());
    values.put(Rec.FINAL_ACTION, series.action().code());
    values.put(Rec.WHY, series.why().isEmpty() ? null : series.why());
    return values;
  }

  private static Series read(Node node) {
    return new Series(
        node.text(Rec.SERIES_CODE).orElseThrow(),
        node.text(Cm.TITLE).orElse(node.name()),
        node.text(Rec.AUTHORITY).orElseThrow(),
        coded(Series.Standing.class, node, Rec.AUTHORITY_STATUS),
        node.date(Rec.SOURCE_CHECKED),
        coded(Series.Permanence.class, node, Rec.PERMANENCE),
        coded(Series.CutoffEvent.class, node, Rec.CUTOFF_EVENT),
        node.date(Rec.CUTOFF_DATE),
        (Integer) node.properties().get(Rec.RETENTION_PERIOD),
        coded(Series.Unit.class, node, Rec.RETENTION_UNIT),
        coded(Series.FinalAction.class, node, Rec.FINAL_ACTION),
        node.text(Rec.WHY).orElse(""));
  }

  private static <T extends Enum<T> & Series.Coded> T coded(
      Class<T> type, Node node, QName property) {
    String code = node.text(property).orElseThrow();
    return Series.Coded.find(type, code)
        .orElseThrow(() -> new IllegalStateException(property + " is " + code));
  }
}
