package org.chancery.core.imports;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.chancery.core.repository.NodeId;
import org.chancery.core.stakeholders.NewAffiliation;
import org.chancery.core.stakeholders.NewPerson;
import org.chancery.core.vocabulary.Stk;
import org.chancery.model.QName;

/**
 * A row's person as they are entered: which value goes where. What of phones is not said to be at
 * work is private, as e-mail addresses are (requirement S14).
 */
final class EnteredPerson {
  /** Fields of several values to which later rows add. */
  static final Set<QName> ADDED_TO = Set.of(Stk.OTHER_OFFICE_PHONES);

  private EnteredPerson() {}

  static Map<QName, Object> values(ImportedPerson person) {
    Map<QName, Object> values = new LinkedHashMap<>();
    put(values, Stk.SALUTATION, person.prefix());
    put(values, Stk.FIRST_NAME, person.first());
    put(values, Stk.MIDDLE_NAME, person.middle());
    put(values, Stk.LAST_NAME, person.last());
    put(values, Stk.SUFFIX, person.suffix());
    put(values, Stk.POSITION, person.title());
    put(values, Stk.WORK_STREET, person.street());
    put(values, Stk.CITY, person.city());
    put(values, Stk.STATE, person.state());
    put(values, Stk.ZIP, person.zip());
    put(values, Stk.COUNTRY, person.country());
    put(values, Stk.URL, person.url());
    List<String> office = phones(person, "work");
    put(values, Stk.OFFICE_PHONE, office.stream().findFirst());
    put(values, Stk.OFFICE_FAX, phones(person, "fax").stream().findFirst());
    if (office.size() > 1) {
      values.put(Stk.OTHER_OFFICE_PHONES, office.subList(1, office.size()));
    }
    if (!person.interests().isEmpty()) {
      values.put(Stk.INTERESTS, person.interests());
    }
    return values;
  }

  static Map<QName, Object> privateValues(ImportedPerson person) {
    Map<QName, Object> values = new LinkedHashMap<>();
    list(values, Stk.MOBILE_PHONE, phones(person, "mobile"));
    List<String> personal = new ArrayList<>(phones(person, "home"));
    personal.addAll(phones(person, "other"));
    list(values, Stk.PERSONAL_PHONE, personal);
    list(values, Stk.EMAIL, person.emails());
    return values;
  }

  /**
   * Somebody of whom one row or several tell.
   *
   * @param rows what an earlier one says counts
   */
  static NewPerson of(List<ImportedPerson> rows, Optional<String> component) {
    Map<QName, Object> values = new LinkedHashMap<>();
    Map<QName, Object> personal = new LinkedHashMap<>();
    for (ImportedPerson row : rows) {
      if (values.isEmpty()) {
        values.putAll(values(row));
        personal.putAll(privateValues(row));
      } else {
        values.putAll(Additions.of(values, values(row), ADDED_TO).values());
        Map<QName, Object> more = privateValues(row);
        personal.putAll(Additions.of(personal, more, more.keySet()).values());
      }
    }
    return new NewPerson(values, personal, List.of(), List.of(), component);
  }

  static NewAffiliation belongs(NodeId organization) {
    return new NewAffiliation(
        Optional.of(organization),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  private static List<String> phones(ImportedPerson person, String kind) {
    return person.phones().stream()
        .filter(each -> each.kind().equals(kind))
        .map(ImportedPerson.Phone::shown)
        .toList();
  }

  private static void put(Map<QName, Object> values, QName property, Optional<String> value) {
    value.ifPresent(each -> values.put(property, each));
  }

  private static void list(Map<QName, Object> values, QName property, List<String> list) {
    if (!list.isEmpty()) {
      values.put(property, list);
    }
  }
}
