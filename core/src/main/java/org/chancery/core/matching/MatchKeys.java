package org.chancery.core.matching;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/**
 * The keys by which likely pairs are found: whoever shares one with somebody is worth a comparison,
 * nobody else is. They are plain texts to be kept in an index; those of personal numbers and
 * addresses apart, where only those find them who may see these. The more keys two people share,
 * the likelier they are one: an index asks for any of them and takes the best.
 */
public final class MatchKeys {
  private static final Nicknames NICKNAMES = new Nicknames();
  private static final int DISTINCTIVE = 5;

  private MatchKeys() {}

  /**
   * Keys of what everybody may know of a person: name, place, organizations, open phones and e-mail
   * addresses. Personal ones are left out.
   */
  public static Set<String> shared(Profile person) {
    Profile open =
        new Profile(
            person.id(),
            person.prefix(),
            person.first(),
            person.middle(),
            person.last(),
            person.suffix(),
            person.organizations(),
            person.title(),
            person.open(),
            Reach.NONE,
            person.address());
    return of(Traits.of(open, NICKNAMES));
  }

  /** Keys of phones and e-mail addresses that are personal: nothing else is in them. */
  public static Set<String> personal(Reach contact) {
    Set<String> keys = new LinkedHashSet<>();
    contact.phones().stream()
        .flatMap(phone -> PhoneNumber.of(phone).stream())
        .forEach(phone -> phone(phone, keys::add));
    contact.emails().stream()
        .flatMap(email -> EmailAddress.of(email).stream())
        .forEach(email -> email(email, keys::add));
    return keys;
  }

  /** All keys, for rows that are looked at together. */
  static Set<String> of(Traits traits) {
    Set<String> keys = new LinkedHashSet<>();
    traits.phones().forEach(phone -> phone(phone.value(), keys::add));
    traits.emails().forEach(email -> email(email.value(), keys::add));
    name(traits, keys::add);
    StreetLine place = traits.place();
    if (place.hasStreet()) {
      keys.add("a:" + place.building());
    }
    for (OrganizationName organization : traits.organizations()) {
      for (String called : called(organization)) {
        traits.sounds().forEach(sound -> keys.add("o:" + called + " " + sound));
        traits.fullNames().forEach(given -> keys.add("x:" + called + " " + given));
      }
    }
    return keys;
  }

  private static void phone(PhoneNumber phone, Consumer<String> keys) {
    keys.accept("p:" + phone.number());
  }

  private static void email(EmailAddress email, Consumer<String> keys) {
    keys.accept("e:" + email);
    if (email.local().length() >= DISTINCTIVE && !email.isRole()) {
      keys.accept("l:" + email.local().replaceAll("[._-]", ""));
    }
  }

  private static void name(Traits traits, Consumer<String> keys) {
    StreetLine place = traits.place();
    Collection<Character> initials = initials(traits);
    names(traits, keys);
    for (String sound : traits.sounds()) {
      if (!place.zip().isEmpty()) {
        keys.accept("z:" + sound + " " + place.zip().substring(0, 3));
      }
      if (!place.state().isEmpty()) {
        initials.forEach(
            initial -> keys.accept("s:" + sound + " " + initial + " " + place.state()));
      }
    }
    if (!place.zip().isEmpty()) {
      for (String given : traits.fullNames()) {
        keys.accept("g:" + given + " " + place.zip());
      }
    }
  }

  /** In the order of the alphabet: whichever part was written in the other's field. */
  private static void names(Traits traits, Consumer<String> keys) {
    Set<String> given = new LinkedHashSet<>();
    traits.fullNames().forEach(each -> said(each, given));
    // A middle name is what many are called by.
    traits.name().middle().forEach(each -> NICKNAMES.of(each).forEach(full -> said(full, given)));
    Set<String> family = new LinkedHashSet<>(traits.sounds());
    traits.name().last().forEach(word -> NICKNAMES.of(word).forEach(full -> said(full, family)));
    for (String one : given) {
      for (String other : family) {
        keys.accept("n:" + (one.compareTo(other) < 0 ? one + " " + other : other + " " + one));
      }
    }
  }

  private static void said(String name, Set<String> sounds) {
    if (name.length() > 1) {
      sounds.add(Phonetic.of(name));
    }
  }

  private static Collection<Character> initials(Traits traits) {
    Set<Character> initials = new LinkedHashSet<>();
    traits.givens().forEach(given -> initials.add(given.charAt(0)));
    traits.fullNames().forEach(given -> initials.add(given.charAt(0)));
    return initials;
  }

  private static List<String> called(OrganizationName organization) {
    List<String> called = new ArrayList<>(organization.acronyms());
    called.add(organization.key());
    return called;
  }
}
