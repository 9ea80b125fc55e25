package org.chancery.core.addresses;

/**
 * A postal address as someone wrote it; what is missing is empty.
 *
 * @param street the delivery line
 * @param city place
 * @param state two letters, or its name
 * @param zip five digits, or nine
 */
public record Address(String street, String city, String state, String zip) {

  /** Takes white space away; nothing is null. */
  public Address {
    street = tidy(street);
    city = tidy(city);
    state = tidy(state);
    zip = tidy(zip);
  }

  private static String tidy(String text) {
    return text == null ? "" : text.replaceAll("\\s+", " ").strip();
  }
}
