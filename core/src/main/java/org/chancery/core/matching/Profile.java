package org.chancery.core.matching;

import java.util.List;
import org.chancery.core.addresses.Address;

/**
 * A person as a row or a record describes them, in any spelling; what is not known is empty.
 *
 * @param id the row's or the person's own
 * @param prefix such as Dr. or Mrs.
 * @param first given name; a whole name, when the last name is empty
 * @param middle names or initials
 * @param last family name; "Last, First" is understood
 * @param suffix such as Jr.
 * @param organizations where the person works or did
 * @param title position
 * @param open phones and e-mail addresses that everybody may know
 * @param personal those that are shared with some only (requirement S14): what is found by them is
 *     marked as such
 * @param address at home or at work
 */
public record Profile(
    String id,
    String prefix,
    String first,
    String middle,
    String last,
    String suffix,
    List<String> organizations,
    String title,
    Reach open,
    Reach personal,
    Address address) {

  /** Copies; nothing is null. */
  public Profile {
    prefix = orEmpty(prefix);
    first = orEmpty(first);
    middle = orEmpty(middle);
    last = orEmpty(last);
    suffix = orEmpty(suffix);
    title = orEmpty(title);
    organizations = List.copyOf(organizations);
  }

  /** A person of whom only the name is known. */
  public static Profile named(String id, String first, String last) {
    return new Profile(
        id,
        "",
        first,
        "",
        last,
        "",
        List.of(),
        "",
        Reach.NONE,
        Reach.NONE,
        new Address("", "", "", ""));
  }

  private static String orEmpty(String text) {
    return text == null ? "" : text;
  }
}
