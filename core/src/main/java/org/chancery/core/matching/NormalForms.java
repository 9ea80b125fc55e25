package org.chancery.core.matching;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * What a person is known by, each in the one form that all its writings come down to: for whoever
 * has to recognise somebody exactly, such as a mark of one who was erased (requirement S11).
 * Likeness is not decided here, but by {@link Matcher}.
 *
 * @param names given and family name, plain, such as "robert smith" for Bob Smith: each reading,
 *     when a short form stands for several names; none, when either part is missing
 * @param phones ten digits for North America; elsewhere + and the digits with the country's;
 *     without extensions
 * @param emails what one mailbox may be written as is one address
 * @param building number, street and ZIP code (or city) of the address; empty when there is no
 *     street
 * @param zip five digits; empty when not known
 */
public record NormalForms(
    Set<String> names, Set<String> phones, Set<String> emails, String building, String zip) {
  private static final Nicknames NICKNAMES = new Nicknames();

  /** Copies. */
  public NormalForms {
    names = Set.copyOf(names);
    phones = Set.copyOf(phones);
    emails = Set.copyOf(emails);
  }

  /** The forms of what is written, open and personal alike. */
  public static NormalForms of(Profile person) {
    Traits traits = Traits.of(person, NICKNAMES);
    Set<String> names = new LinkedHashSet<>();
    NameParts name = traits.name();
    if (name.first().length() > 1 && !name.family().isEmpty()) {
      NICKNAMES.of(name.first()).forEach(full -> names.add(full + " " + name.family()));
    }
    Set<String> phones = new LinkedHashSet<>();
    traits.phones().forEach(phone -> phones.add(phone.value().number()));
    Set<String> emails = new LinkedHashSet<>();
    traits.emails().forEach(email -> emails.add(email.value().toString()));
    return new NormalForms(names, phones, emails, traits.place().building(), traits.place().zip());
  }

  /** Each name together with the ZIP code, sorted; none when either is missing. */
  public List<String> namesWithZip() {
    List<String> both = new ArrayList<>();
    if (!zip.isEmpty()) {
      names.forEach(name -> both.add(name + " " + zip));
    }
    both.sort(null);
    return both;
  }
}
