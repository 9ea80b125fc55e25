package org.chancery.core.reach;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.chancery.core.search.Tally;
import org.chancery.core.vocabulary.Stk;
import org.chancery.model.QName;

/**
 * What stakeholders are looked for by (requirement S7); what is empty does not matter, of several
 * values any does, all that is given must hold.
 *
 * @param text words, or a phone number or e-mail address
 * @param name beginnings of words of the name, as one types
 * @param kinds of them; people and organizations when empty
 * @param issues codes of issues they engage on
 * @param states letters
 * @param regions FEMA regions
 * @param counties words of the county's name
 * @param cities words of the city's name
 * @param zips beginnings
 * @param components codes of components that know them
 * @param organizations words of the names of organizations people belong to, or organizations have
 * @param interests words of interests
 * @param overlaps codes of issues on which several components were in contact with them, or {@link
 *     #ANY}
 * @param contactFrom the latest contact was on that day or later
 * @param contactTo the latest contact was on that day or earlier
 * @param never whether nobody was ever in contact
 */
public record Criteria(
    String text,
    String name,
    Set<Kind> kinds,
    Set<String> issues,
    Set<String> states,
    Set<String> regions,
    Set<String> counties,
    Set<String> cities,
    Set<String> zips,
    Set<String> components,
    Set<String> organizations,
    Set<String> interests,
    Set<String> overlaps,
    Optional<LocalDate> contactFrom,
    Optional<LocalDate> contactTo,
    boolean never) {

  static final String LAST_CONTACT = "stk:lastContact";

  /** What can be found. */
  public enum Kind {
    /** People. */
    PERSON(Stk.PERSON),
    /** Organizations. */
    ORGANIZATION(Stk.ORGANIZATION);

    private final QName type;

    Kind(QName type) {
      this.type = type;
    }

    /** Its type in the model. */
    public QName type() {
      return type;
    }
  }

  /** As an overlap, whatever issue it is on. */
  public static final String ANY = "any";

  List<QName> types() {
    return kinds.isEmpty()
        ? List.of(Stk.PERSON, Stk.ORGANIZATION)
        : kinds.stream().map(Kind::type).sorted().toList();
  }

  /** What is equal to a value as a whole. */
  Map<String, List<String>> filters() {
    Map<String, List<String>> filters = new LinkedHashMap<>();
    filter(filters, "stk:issues", issues);
    filter(filters, "stk:state", states);
    filter(filters, "stk:femaRegion", regions);
    filter(filters, "stk:knownBy", components);
    if (!overlaps.contains(ANY)) {
      filter(filters, "stk:overlaps", overlaps);
    }
    return filters;
  }

  private static void filter(Map<String, List<String>> filters, String field, Set<String> values) {
    if (!values.isEmpty()) {
      filters.put(field, values.stream().sorted().toList());
    }
  }

  List<Tally.Condition> conditions() {
    List<Tally.Condition> all = new ArrayList<>();
    says(all, counties, Set.of("stk:county"));
    says(all, cities, Set.of("stk:city"));
    says(all, organizations, Set.of("stk:organizations", "stk:organizationName"));
    says(all, interests, Set.of("stk:interests"));
    if (!zips.isEmpty()) {
      all.add(new Tally.StartsWith("stk:zip", zips));
    }
    if (overlaps.contains(ANY)) {
      all.add(new Tally.StartsWith("stk:overlaps", Set.of("")));
    }
    if (contactFrom.isPresent() || contactTo.isPresent()) {
      all.add(new Tally.Between(LAST_CONTACT, contactFrom, contactTo));
    }
    if (never) {
      all.add(new Tally.Lacks(LAST_CONTACT));
    }
    return all;
  }

  /**
   * Those with whom several components were in contact on one of the issues.
   *
   * @param issue its code; any when empty
   * @param component one of those components, or the owner's; any when empty
   */
  public static Criteria overlapping(Optional<String> issue, Optional<String> component) {
    return new Criteria(
        "",
        "",
        Set.of(),
        Set.of(),
        Set.of(),
        Set.of(),
        Set.of(),
        Set.of(),
        Set.of(),
        component.map(Set::of).orElse(Set.of()),
        Set.of(),
        Set.of(),
        Set.of(issue.orElse(ANY)),
        Optional.empty(),
        Optional.empty(),
        false);
  }

  private static void says(List<Tally.Condition> all, Set<String> texts, Set<String> properties) {
    if (!texts.isEmpty()) {
      all.add(new Tally.Says(properties, texts));
    }
  }
}
