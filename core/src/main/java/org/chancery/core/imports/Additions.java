package org.chancery.core.imports;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.chancery.core.matching.EmailAddress;
import org.chancery.core.matching.PhoneNumber;
import org.chancery.core.vocabulary.Stk;
import org.chancery.model.QName;

/**
 * What of a row an entry lacks. What the entry says already stays, whatever the row says.
 *
 * @param values to be written
 * @param filled fields that were empty, by property
 * @param added to fields of several values, by property
 */
record Additions(
    Map<QName, Object> values, Map<String, String> filled, Map<String, List<String>> added) {
  static final Additions NONE = new Additions(Map.of(), Map.of(), Map.of());

  /**
   * To what is there.
   *
   * @param there by property
   * @param lists which of the fields take several values and are added to
   */
  static Additions of(Map<QName, Object> there, Map<QName, Object> wanted, Set<QName> lists) {
    Map<QName, Object> values = new LinkedHashMap<>();
    Map<String, String> filled = new LinkedHashMap<>();
    Map<String, List<String>> added = new LinkedHashMap<>();
    wanted.forEach(
        (property, value) -> {
          if (value instanceof Collection<?> list) {
            if (lists.contains(property)) {
              add(there, property, list, values, added);
            }
          } else if (!there.containsKey(property)) {
            values.put(property, value);
            filled.put(property.toString(), value.toString());
          } else if (property.equals(Stk.OFFICE_PHONE)
              && lists.contains(Stk.OTHER_OFFICE_PHONES)
              && !same(there.get(property).toString(), value.toString())) {
            add(there, Stk.OTHER_OFFICE_PHONES, List.of(value), values, added);
          }
        });
    return new Additions(values, filled, added);
  }

  private static void add(
      Map<QName, Object> before,
      QName property,
      Collection<?> list,
      Map<QName, Object> values,
      Map<String, List<String>> added) {
    List<String> there = new ArrayList<>();
    if (values.getOrDefault(property, before.get(property)) instanceof Collection<?> known) {
      known.forEach(each -> there.add(each.toString()));
    }
    List<String> more =
        list.stream()
            .map(Object::toString)
            .filter(each -> there.stream().noneMatch(other -> same(other, each)))
            .toList();
    if (!more.isEmpty()) {
      there.addAll(more);
      values.put(property, there);
      List<String> all = new ArrayList<>(added.getOrDefault(property.toString(), List.of()));
      all.addAll(more);
      added.put(property.toString(), all);
    }
  }

  private static boolean same(String one, String other) {
    if (one.equalsIgnoreCase(other)) {
      return true;
    }
    if (one.indexOf('@') > 0) {
      return EmailAddress.of(one).isPresent()
          && EmailAddress.of(one).equals(EmailAddress.of(other));
    }
    return PhoneNumber.of(one).isPresent()
        && PhoneNumber.of(one)
            .map(PhoneNumber::number)
            .equals(PhoneNumber.of(other).map(PhoneNumber::number));
  }

  boolean isEmpty() {
    return values.isEmpty();
  }
}
