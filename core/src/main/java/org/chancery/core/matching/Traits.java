package org.chancery.core.matching;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * A profile in the form in which it is compared.
 *
 * @param id the profile's
 * @param name taken apart
 * @param givens the given names by which the person goes, the first one first; none of them empty
 * @param fullNames what these may be short for
 * @param sounds how the words of the family name sound, and the whole
 * @param phones with those that are personal marked
 * @param emails the same
 * @param organizations those that have a name
 * @param title in one form
 * @param place the address
 * @param who a hash of how the name sounds: to count the people behind a shared number
 */
record Traits(
    String id,
    NameParts name,
    List<String> givens,
    List<String> fullNames,
    List<String> sounds,
    List<Marked<PhoneNumber>> phones,
    List<Marked<EmailAddress>> emails,
    List<OrganizationName> organizations,
    String title,
    StreetLine place,
    long who) {

  /** A value, and whether not everybody may know it. */
  record Marked<T>(T value, boolean personal) {}

  static Traits of(Profile profile, Nicknames nicknames) {
    NameParts name = NameParts.of(profile);
    Set<String> givens = new LinkedHashSet<>();
    if (!name.first().isEmpty()) {
      givens.add(name.first());
    }
    givens.addAll(name.also());
    Set<String> fullNames = new LinkedHashSet<>();
    givens.forEach(given -> fullNames.addAll(nicknames.of(given)));
    givens.forEach(given -> fullNames.addAll(nicknames.meant(given)));
    Set<String> sounds = new LinkedHashSet<>();
    if (!name.family().isEmpty()) {
      sounds.add(Phonetic.of(name.family()));
      name.last().forEach(word -> sounds.add(Phonetic.of(word)));
    }
    List<Marked<PhoneNumber>> phones = new ArrayList<>();
    List<Marked<EmailAddress>> emails = new ArrayList<>();
    read(profile.open(), false, phones, emails);
    read(profile.personal(), true, phones, emails);
    String sound = sounds.isEmpty() ? "" : sounds.iterator().next();
    String given = fullNames.isEmpty() ? "" : fullNames.iterator().next();
    return new Traits(
        profile.id(),
        name,
        List.copyOf(givens),
        List.copyOf(fullNames),
        List.copyOf(sounds),
        List.copyOf(phones),
        List.copyOf(emails),
        profile.organizations().stream()
            .map(OrganizationName::of)
            .filter(each -> !each.isEmpty())
            .toList(),
        OrganizationName.title(profile.title()),
        StreetLine.of(profile.address()),
        Hash.of(sound + " " + given));
  }

  /** The same under another name. */
  Traits named(NameParts other, List<String> full) {
    return new Traits(
        id,
        other,
        List.of(other.first()),
        full,
        sounds,
        phones,
        emails,
        organizations,
        title,
        place,
        who);
  }

  private static void read(
      Reach reach,
      boolean personal,
      List<Marked<PhoneNumber>> phones,
      List<Marked<EmailAddress>> emails) {
    for (String phone : reach.phones()) {
      PhoneNumber.of(phone).ifPresent(number -> phones.add(new Marked<>(number, personal)));
    }
    for (String email : reach.emails()) {
      EmailAddress.of(email).ifPresent(address -> emails.add(new Marked<>(address, personal)));
    }
  }
}
