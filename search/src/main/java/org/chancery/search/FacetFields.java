package org.chancery.search;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.chancery.core.search.IndexEntry;
import org.chancery.model.QName;

/** What results are counted and filtered by, and where the values come from. */
final class FacetFields {
  private FacetFields() {}

  private static final String TYPE = "type";
  private static final String YEAR = "year";

  /** Whether a case file was closed, or a tasking completed, by its suspense. */
  private static final String TIMELINESS = "timeliness";

  private static final QName CLOSED = QName.of("cor:dateClosed");
  private static final QName DUE = QName.of("cor:dueDate");
  private static final QName COMPLETED = QName.of("cor:completedAt");
  private static final QName TASK_DUE = QName.of("cor:taskDue");

  /** Of stakeholders and contact with them: a field of the property's own name. */
  private static final List<String> OF_STAKEHOLDERS =
      List.of(
          "stk:city",
          "stk:state",
          "stk:zip",
          "stk:county",
          "stk:femaRegion",
          "stk:country",
          "stk:interests",
          "stk:departmentGroups",
          "stk:ownerUser",
          "stk:ownerComponent",
          "stk:knownBy",
          "stk:issues",
          "stk:organizations",
          "stk:overlaps",
          "stk:states",
          "stk:regions",
          "stk:component",
          "stk:employee",
          "stk:mode",
          "stk:followUpState",
          "stk:flagReview",
          "stk:flags",
          "stk:issueCode",
          "stk:issueStatus",
          "stk:noContactState");

  /** Facet field → the property whose values it counts. */
  private static final Map<String, QName> BY_PROPERTY = new HashMap<>();

  static {
    OF_STAKEHOLDERS.forEach(name -> BY_PROPERTY.put(name, QName.of(name)));
    BY_PROPERTY.putAll(
        Map.ofEntries(
            Map.entry("source", QName.of("cor:source")),
            Map.entry("status", QName.of("cor:status")),
            Map.entry("component", QName.of("cor:component")),
            Map.entry("issue", QName.of("cor:issueCode")),
            Map.entry("intakeState", QName.of("cor:intakeState")),
            Map.entry("channel", QName.of("cor:channel")),
            Map.entry("taskState", QName.of("cor:taskState")),
            Map.entry("step", QName.of("cor:taskStep")),
            Map.entry("taskForm", QName.of("cor:taskForm")),
            Map.entry("assignee", QName.of("cor:assignee")),
            Map.entry("claimedBy", QName.of("cor:claimedBy")),
            Map.entry("assignedBy", QName.of("cor:assignedBy")),
            Map.entry("completedBy", QName.of("cor:completedBy")),
            Map.entry("outcome", QName.of("cor:outcome")),
            Map.entry("routeState", QName.of("cor:routeState")),
            Map.entry("template", QName.of("cor:template")),
            Map.entry("messageFor", QName.of("cor:messageFor"))));
  }

  /** Whose a tasking is to do: the first of these it has. */
  private static final List<QName> DOERS =
      List.of(QName.of("cor:claimedBy"), QName.of("cor:assignee"));

  private static final String DOER = "doer";

  /** The day by which a node is to be dealt with: the first of these it has. */
  private static final List<QName> DEADLINES =
      List.of(QName.of("cor:taskDue"), QName.of("cor:dueDate"));

  /** The day a node speaks of: the first of these it has, else the day it was created. */
  private static final List<QName> DATES =
      List.of(QName.of("cor:letterDate"), QName.of("cor:dateReceived"));

  /** Every facet field there is. */
  static final Set<String> ALL =
      Stream.concat(BY_PROPERTY.keySet().stream(), Stream.of(TYPE, YEAR, TIMELINESS, DOER))
          .collect(Collectors.toUnmodifiableSet());

  /** The facet field of that name, without case. */
  static Optional<String> named(String name) {
    return ALL.stream().filter(name::equalsIgnoreCase).findFirst();
  }

  /** The entry's values by facet field; fields without a value are left out. */
  static Map<String, Collection<String>> valuesOf(IndexEntry entry) {
    Map<String, Collection<String>> values = new LinkedHashMap<>();
    values.put(TYPE, List.of(entry.types().get(0).toString()));
    values.put(YEAR, List.of(String.valueOf(date(entry).atZone(ZoneOffset.UTC).getYear())));
    timeliness(entry.properties()).ifPresent(value -> values.put(TIMELINESS, List.of(value)));
    DOERS.stream()
        .map(entry.properties()::get)
        .filter(Objects::nonNull)
        .findFirst()
        .ifPresent(doer -> values.put(DOER, List.of(doer.toString())));
    BY_PROPERTY.forEach(
        (field, property) -> {
          Object value = entry.properties().get(property);
          if (value instanceof Collection<?> many) {
            values.put(field, many.stream().map(Object::toString).distinct().toList());
          } else if (value != null) {
            values.put(field, List.of(value.toString()));
          }
        });
    return values;
  }

  /** {@code onTime} or {@code late}; days are days in UTC. */
  private static Optional<String> timeliness(Map<QName, Object> properties) {
    Object ended = properties.getOrDefault(CLOSED, properties.get(COMPLETED));
    Object due = properties.getOrDefault(DUE, properties.get(TASK_DUE));
    LocalDate day =
        ended instanceof Instant moment ? LocalDate.ofInstant(moment, ZoneOffset.UTC) : null;
    if (ended instanceof LocalDate whole) {
      day = whole;
    }
    return day != null && due instanceof LocalDate by
        ? Optional.of(day.isAfter(by) ? "late" : "onTime")
        : Optional.empty();
  }

  /** The first moment of the day by which the entry is to be dealt with, when it has one. */
  static Optional<Instant> due(IndexEntry entry) {
    return DEADLINES.stream()
        .map(entry.properties()::get)
        .filter(LocalDate.class::isInstance)
        .findFirst()
        .map(day -> ((LocalDate) day).atStartOfDay(ZoneOffset.UTC).toInstant());
  }

  /** The moment the entry speaks of; a date is its first moment. */
  static Instant date(IndexEntry entry) {
    for (QName property : DATES) {
      if (entry.properties().get(property) instanceof LocalDate day) {
        return day.atStartOfDay(ZoneOffset.UTC).toInstant();
      }
    }
    return entry.createdAt();
  }
}
