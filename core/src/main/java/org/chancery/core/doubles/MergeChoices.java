package org.chancery.core.doubles;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.chancery.core.repository.Invalid;
import org.chancery.core.repository.Node;
import org.chancery.core.stakeholders.Fields;
import org.chancery.core.vocabulary.Stk;
import org.chancery.model.QName;

/**
 * Which of two entries a field is taken from. What makes up an address goes together, under {@code
 * place}. Where nothing is chosen, what the entry that stays has counts, what it lacks is taken
 * from the other one, and lists are put together.
 *
 * @param byField what was chosen, by field as people know it
 */
public record MergeChoices(Map<String, Choice> byField) {
  /** Name of the choice for all of an address. */
  public static final String PLACE = "place";

  private static final Set<QName> OF_PLACE =
      Set.of(
          Stk.WORK_STREET,
          Stk.STREET,
          Stk.CITY,
          Stk.STATE,
          Stk.ZIP,
          Stk.COUNTY,
          Stk.FEMA_REGION,
          Stk.COUNTRY);

  /** What is possible. */
  public enum Choice {
    /** As the entry has it that stays. */
    INTO,
    /** As the entry has it that goes. */
    FROM,
    /** The values of both; for lists alone. */
    BOTH
  }

  /** Copies. */
  public MergeChoices {
    byField = Map.copyOf(byField);
  }

  /** The values that the entry that stays is to have, {@code null} for none: only what changes. */
  Map<QName, Object> values(Fields fields, Node into, Node from) {
    check(fields);
    Choice place = byField.getOrDefault(PLACE, placed(into) ? Choice.INTO : Choice.FROM);
    Map<QName, Object> values = new LinkedHashMap<>();
    fields
        .properties()
        .forEach(
            (field, property) -> {
              Object was = into.properties().get(property);
              Object other = from.properties().get(property);
              Object is =
                  OF_PLACE.contains(property)
                      ? of(place, was, other)
                      : of(choice(fields, field, property, was), was, other);
              if (!Objects.equals(was, is)) {
                values.put(property, is);
              }
            });
    return values;
  }

  private Choice choice(Fields fields, String field, QName property, Object was) {
    Choice usual = fields.isList(property) ? Choice.BOTH : was == null ? Choice.FROM : Choice.INTO;
    return byField.getOrDefault(field, usual);
  }

  private static Object of(Choice choice, Object into, Object from) {
    return switch (choice) {
      case INTO -> into;
      case FROM -> from;
      case BOTH -> both(into, from);
    };
  }

  /** The values of two lists, each once, in their order; {@code null} when there is none. */
  static List<Object> both(Object one, Object other) {
    Set<Object> all = new LinkedHashSet<>();
    for (Object each : new Object[] {one, other}) {
      if (each instanceof List<?> list) {
        all.addAll(list);
      }
    }
    return all.isEmpty() ? null : new ArrayList<>(all);
  }

  private static boolean placed(Node node) {
    return OF_PLACE.stream().anyMatch(each -> node.properties().get(each) != null);
  }

  private void check(Fields fields) {
    Map<String, String> problems = new LinkedHashMap<>();
    byField.forEach(
        (field, choice) -> {
          QName property = fields.properties().get(field);
          if (!field.equals(PLACE) && (property == null || OF_PLACE.contains(property))) {
            problems.put(field, "is not something to choose");
          } else if (choice == Choice.BOTH && (property == null || !fields.isList(property))) {
            problems.put(field, "has one value: choose which");
          }
        });
    if (!problems.isEmpty()) {
      throw new Invalid(problems);
    }
  }
}
