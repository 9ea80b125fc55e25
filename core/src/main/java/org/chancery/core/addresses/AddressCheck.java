package org.chancery.core.addresses;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Checks addresses (requirement C6): the form the Postal Service prefers (Publication 28), whether
 * state and ZIP code agree, and what lies at a ZIP code. Suggests only; nothing is changed here.
 */
public final class AddressCheck {
  private static final Pattern ZIP = Pattern.compile("(\\d{5})(?:[- ]?(\\d{4}))?");

  private final ZipCodes zipCodes = new ZipCodes();
  private final Optional<OfficialAddresses> official;

  /**
   * With the shipped data.
   *
   * @param official a service to be asked as well
   */
  public AddressCheck(Optional<OfficialAddresses> official) {
    this.official = official;
  }

  /**
   * Another value for a field.
   *
   * @param field {@code street}, {@code city}, {@code state} or {@code zip}
   * @param value what it could be
   * @param reason why
   */
  public record Suggestion(String field, String value, String reason) {}

  /**
   * What is known of an address.
   *
   * @param suggestions at most one for a field; none for what is well
   * @param county where the ZIP code lies
   * @param femaRegion 1 to 10, by the state
   * @param notes what is not known or does not fit, for people
   * @param source where this comes from
   */
  @JsonInclude(JsonInclude.Include.NON_ABSENT)
  public record Result(
      List<Suggestion> suggestions,
      Optional<String> county,
      Optional<Integer> femaRegion,
      List<String> notes,
      String source) {}

  /** Looks at an address. */
  public Result check(Address address) {
    Map<String, Suggestion> found = new LinkedHashMap<>();
    List<String> notes = new ArrayList<>();
    if (!address.street().isEmpty()) {
      suggest(
          found,
          "street",
          address.street(),
          DeliveryLine.of(address.street()),
          "As the post writes it");
    }
    Optional<String> state = States.letters(address.state());
    Optional<String> zip = zip(address, notes);
    List<ZipCodes.Place> places = zip.map(zipCodes::of).orElse(List.of());
    if (zip.isPresent() && places.isEmpty()) {
      notes.add("ZIP code " + zip.get() + " is not in the data.");
    }
    state(found, address, state, places, notes);
    city(found, address, places);
    zipForm(found, address, zip, state);
    String source = ZipCodes.SOURCE;
    if (official.isPresent()) {
      source += official(address, found, notes);
    }
    Optional<String> where = places.stream().map(ZipCodes.Place::state).findFirst().or(() -> state);
    return new Result(
        List.copyOf(found.values()),
        places.stream().map(ZipCodes.Place::county).filter(name -> !name.isEmpty()).findFirst(),
        where.map(States::femaRegion).filter(r -> r.isPresent()).map(r -> r.getAsInt()),
        List.copyOf(notes),
        source);
  }

  private static Optional<String> zip(Address address, List<String> notes) {
    if (address.zip().isEmpty()) {
      return Optional.empty();
    }
    Matcher digits = ZIP.matcher(address.zip());
    if (!digits.matches()) {
      notes.add("A ZIP code has five digits, or nine.");
      return Optional.empty();
    }
    return Optional.of(digits.group(1));
  }

  private static void state(
      Map<String, Suggestion> found,
      Address address,
      Optional<String> state,
      List<ZipCodes.Place> places,
      List<String> notes) {
    boolean agrees =
        places.isEmpty()
            || state.filter(s -> places.stream().anyMatch(p -> p.state().equals(s))).isPresent();
    if (!agrees) {
      ZipCodes.Place place = places.get(0);
      suggest(
          found,
          "state",
          address.state(),
          place.state(),
          "ZIP code " + place.zip() + " is in " + place.city() + ", " + place.state());
    } else if (state.isPresent()) {
      suggest(found, "state", address.state(), state.get(), "Two letters, as the post writes it");
    } else if (!address.state().isEmpty()) {
      notes.add("'" + address.state() + "' is no state or territory.");
    }
  }

  private static void city(
      Map<String, Suggestion> found, Address address, List<ZipCodes.Place> places) {
    String given = ZipCodes.plain(address.city());
    boolean fits =
        places.isEmpty() || places.stream().anyMatch(p -> ZipCodes.plain(p.city()).equals(given));
    if (!fits) {
      ZipCodes.Place place = places.get(0);
      suggest(
          found,
          "city",
          address.city(),
          place.city().toUpperCase(Locale.ROOT),
          "The place of ZIP code " + place.zip());
    } else if (!given.isEmpty()) {
      suggest(
          found,
          "city",
          address.city(),
          address.city().toUpperCase(Locale.ROOT).replaceAll("[.,]", ""),
          "As the post writes it");
    }
  }

  private void zipForm(
      Map<String, Suggestion> found,
      Address address,
      Optional<String> zip,
      Optional<String> state) {
    if (zip.isPresent()) {
      String digits = address.zip().replaceAll("\\D", "");
      String form =
          digits.length() == 9 ? digits.substring(0, 5) + "-" + digits.substring(5) : digits;
      suggest(found, "zip", address.zip(), form, "As the post writes it");
      return;
    }
    List<ZipCodes.Place> places =
        address.city().isEmpty()
            ? List.of()
            : state.map(letters -> zipCodes.of(address.city(), letters)).orElse(List.of());
    if (places.size() == 1) {
      suggest(
          found,
          "zip",
          address.zip(),
          places.get(0).zip(),
          "The only ZIP code of " + places.get(0).city() + ", " + places.get(0).state());
    }
  }

  /** What the service says goes before what the shipped data say. */
  private String official(Address address, Map<String, Suggestion> found, List<String> notes) {
    try {
      official.get().check(address).forEach(each -> found.put(each.field(), each));
      return "; " + official.get().name();
    } catch (IllegalStateException e) {
      notes.add(official.get().name() + " could not be asked now.");
      return "";
    }
  }

  private static void suggest(
      Map<String, Suggestion> found, String field, String given, String value, String reason) {
    if (!given.equals(value)) {
      found.put(field, new Suggestion(field, value, reason));
    }
  }
}
