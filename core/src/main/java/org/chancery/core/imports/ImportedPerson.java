package org.chancery.core.imports;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * A person as a row describes them, in the forms in which they would be entered.
 *
 * @param prefix such as Dr.
 * @param first given name
 * @param middle further names
 * @param last family name
 * @param suffix such as Jr.
 * @param organization where they work
 * @param title as what
 * @param emails addresses
 * @param phones numbers
 * @param street at work
 * @param city at work
 * @param state two letters
 * @param zip five digits, or nine with a hyphen
 * @param country where it is named
 * @param url page on the web
 * @param interests in general
 * @param lastContact as the file has it; contact itself is what interactions say
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record ImportedPerson(
    Optional<String> prefix,
    Optional<String> first,
    Optional<String> middle,
    Optional<String> last,
    Optional<String> suffix,
    Optional<String> organization,
    Optional<String> title,
    List<String> emails,
    List<Phone> phones,
    Optional<String> street,
    Optional<String> city,
    Optional<String> state,
    Optional<String> zip,
    Optional<String> country,
    Optional<String> url,
    List<String> interests,
    Optional<LocalDate> lastContact) {

  /** Copies the lists; one that is missing is empty. */
  public ImportedPerson {
    emails = emails == null ? List.of() : List.copyOf(emails);
    phones = phones == null ? List.of() : List.copyOf(phones);
    interests = interests == null ? List.of() : List.copyOf(interests);
  }

  /**
   * A number.
   *
   * @param kind {@code work}, {@code mobile}, {@code home}, {@code fax} or {@code other}
   * @param number as it is shown, such as 202-555-0143 or +44 20 7946 0123
   * @param extension digits; empty for none
   */
  @JsonInclude(JsonInclude.Include.NON_EMPTY)
  public record Phone(String kind, String number, Optional<String> extension) {

    /** With its extension. */
    public String shown() {
      return number + extension.map(each -> " x" + each).orElse("");
    }
  }

  /** What they are called. */
  public String name() {
    return String.join(
            " ", List.of(prefix.orElse(""), first.orElse(""), last.orElse(""), suffix.orElse("")))
        .replaceAll("\\s+", " ")
        .strip();
  }
}
