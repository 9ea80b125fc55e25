package org.chancery.core.stakeholders;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.chancery.core.addresses.Address;
import org.chancery.core.addresses.AddressCheck;
import org.chancery.core.vocabulary.Stk;
import org.chancery.model.QName;

/**
 * County and FEMA region follow from ZIP code and state where they are not given (requirement S7).
 */
public final class Region {
  private final AddressCheck addresses;

  /** By the shipped data. */
  public Region(AddressCheck addresses) {
    this.addresses = addresses;
  }

  /**
   * What was filled in, with what follows from it.
   *
   * @param before what the stakeholder has already; nothing for a new one
   * @param given what is to be; {@code null} for what is to be empty
   */
  public Map<QName, Object> completed(Map<QName, Object> before, Map<QName, Object> given) {
    if (same(before, given, Stk.ZIP) && same(before, given, Stk.STATE)) {
      return given;
    }
    Map<QName, Object> after = new LinkedHashMap<>(before);
    after.putAll(given);
    AddressCheck.Result found =
        addresses.check(new Address("", "", text(after, Stk.STATE), text(after, Stk.ZIP)));
    Map<QName, Object> values = new LinkedHashMap<>(given);
    follow(values, before, Stk.COUNTY, found.county());
    follow(values, before, Stk.FEMA_REGION, found.femaRegion().map(String::valueOf));
    return values;
  }

  /** A value that was given stays; what is there from before the move goes. */
  private static void follow(
      Map<QName, Object> values, Map<QName, Object> before, QName field, Optional<String> found) {
    boolean given = values.get(field) != null && !values.get(field).equals(before.get(field));
    if (!given) {
      values.put(field, found.orElse(null));
    }
  }

  private static boolean same(Map<QName, Object> before, Map<QName, Object> given, QName field) {
    return !given.containsKey(field) || Objects.equals(before.get(field), given.get(field));
  }

  private static String text(Map<QName, Object> values, QName field) {
    return (String) values.get(field);
  }
}
