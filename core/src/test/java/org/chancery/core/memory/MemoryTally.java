package org.chancery.core.memory;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import org.chancery.core.repository.Node;
import org.chancery.core.search.Tally;
import org.chancery.core.vocabulary.Cor;
import org.chancery.model.QName;

/** Counts nodes one by one. */
final class MemoryTally {
  private static final Map<String, QName> FIELDS =
      Map.of(
          "source", Cor.SOURCE,
          "status", Cor.STATUS,
          "component", Cor.COMPONENT,
          "issue", Cor.ISSUE_CODE,
          "assignee", QName.of("cor:assignee"),
          "taskState", QName.of("cor:taskState"),
          "step", QName.of("cor:taskStep"));

  private final Tally tally;
  private final Function<Node, List<Node>> above;

  /**
   * @param above what of the nodes above one the caller may see
   */
  MemoryTally(Tally tally, Function<Node, List<Node>> above) {
    this.tally = tally;
    this.above = above;
  }

  /** Of nodes of the type that the caller may see. */
  Tally.Result of(List<Node> nodes) {
    Map<List<String>, List<Node>> rows =
        new TreeMap<>(Comparator.comparing((List<String> key) -> String.join("\0", key)));
    for (Node node : nodes) {
      Optional<Node> counted = tally.above().isEmpty() ? Optional.of(node) : counting(node);
      if (counted.isPresent() && all(tally.conditions(), node)) {
        for (List<String> key : keys(node, counted.get())) {
          rows.computeIfAbsent(key, any -> new ArrayList<>()).add(node);
        }
      }
    }
    Map<List<String>, Tally.Figures> figures = new LinkedHashMap<>();
    rows.forEach((key, of) -> figures.put(key, figures(of)));
    return new Tally.Result(figures);
  }

  private Optional<Node> counting(Node node) {
    Tally.Above wanted = tally.above().orElseThrow();
    return above.apply(node).stream()
        .filter(each -> each.type().equals(wanted.type()) && all(wanted.conditions(), each))
        .findFirst();
  }

  static boolean all(List<Tally.Condition> conditions, Node node) {
    return conditions.stream().allMatch(condition -> holds(condition, node));
  }

  private static boolean holds(Tally.Condition condition, Node node) {
    if (condition instanceof Tally.AnyOf any) {
      return values(any.field(), node).stream().anyMatch(any.values()::contains);
    } else if (condition instanceof Tally.NoneOf none) {
      return values(none.field(), node).stream().noneMatch(none.values()::contains);
    } else if (condition instanceof Tally.StartsWith starts) {
      return values(starts.field(), node).stream()
          .anyMatch(value -> starts.beginnings().stream().anyMatch(value::startsWith));
    } else if (condition instanceof Tally.Says says) {
      return says.properties().stream()
          .flatMap(property -> texts(node, QName.of(property)).stream())
          .map(text -> text.toLowerCase(Locale.ROOT))
          .anyMatch(
              text ->
                  says.texts().stream()
                      .anyMatch(each -> text.contains(each.toLowerCase(Locale.ROOT))));
    } else if (condition instanceof Tally.Has has) {
      return date(has.date(), node).isPresent();
    } else if (condition instanceof Tally.Lacks lacks) {
      return date(lacks.date(), node).isEmpty();
    }
    Tally.Between between = (Tally.Between) condition;
    return date(between.date(), node)
        .filter(day -> between.first().map(first -> !day.isBefore(first)).orElse(true))
        .filter(day -> between.last().map(last -> !day.isAfter(last)).orElse(true))
        .isPresent();
  }

  private static List<String> values(String field, Node node) {
    if (field.equals("timeliness")) {
      Optional<LocalDate> closed =
          date("cor:dateClosed", node).or(() -> date("cor:completedAt", node));
      Optional<LocalDate> due = date("cor:dueDate", node).or(() -> date("cor:taskDue", node));
      return closed.isEmpty() || due.isEmpty()
          ? List.of()
          : List.of(closed.get().isAfter(due.get()) ? "late" : "onTime");
    }
    return texts(node, field.indexOf(':') > 0 ? QName.of(field) : FIELDS.get(field));
  }

  static List<String> texts(Node node, QName property) {
    Object value = node.properties().get(property);
    if (value instanceof Collection<?> many) {
      return many.stream().map(Object::toString).toList();
    }
    return value == null ? List.of() : List.of(value.toString());
  }

  static Optional<LocalDate> date(String name, Node node) {
    Object value =
        node.properties().get(name.equals(Tally.DAY) ? Cor.DATE_RECEIVED : QName.of(name));
    if (value instanceof Instant moment) {
      return Optional.of(day(moment));
    }
    return value == null && name.equals(Tally.DAY)
        ? Optional.of(day(node.createdAt()))
        : Optional.ofNullable((LocalDate) value);
  }

  private static LocalDate day(Instant moment) {
    return moment.atZone(ZoneOffset.UTC).toLocalDate();
  }

  private List<List<String>> keys(Node node, Node counted) {
    List<List<String>> keys = List.of(List.of());
    for (Tally.Group group : tally.groups()) {
      List<String> values = values(group, node, counted);
      keys =
          keys.stream()
              .flatMap(
                  key ->
                      values.stream()
                          .map(
                              value -> {
                                List<String> longer = new ArrayList<>(key);
                                longer.add(value);
                                return longer;
                              }))
              .toList();
    }
    return keys;
  }

  private static List<String> values(Tally.Group group, Node node, Node counted) {
    if (group instanceof Tally.ByField field) {
      List<String> values = values(field.field(), field.ofAbove() ? counted : node);
      return values.isEmpty() ? List.of("") : values;
    }
    Tally.ByPeriod period = (Tally.ByPeriod) group;
    int length = period.unit() == Tally.Unit.YEAR ? 4 : 7;
    return List.of(
        date(period.date(), node).map(day -> day.toString().substring(0, length)).orElse(""));
  }

  private Tally.Figures figures(List<Node> nodes) {
    List<Long> days =
        nodes.stream()
            .flatMap(node -> tally.days().flatMap(span -> span(span, node)).stream())
            .sorted()
            .toList();
    return days.isEmpty()
        ? new Tally.Figures(nodes.size(), 0, 0, 0, 0)
        : new Tally.Figures(
            nodes.size(),
            days.size(),
            days.stream().mapToLong(each -> each).average().orElseThrow(),
            days.get((days.size() - 1) / 2),
            days.get((int) Math.ceil(days.size() * 0.9) - 1));
  }

  private static Optional<Long> span(Tally.Days span, Node node) {
    Optional<LocalDate> to =
        span.to().isPresent() ? date(span.to().get(), node) : Optional.of(span.otherwise());
    return date(span.from(), node)
        .flatMap(from -> to.map(end -> end.toEpochDay() - from.toEpochDay()));
  }
}
