package org.chancery.core.intake;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.IOException;
import java.io.InputStream;
import java.time.LocalDate;
import java.util.Optional;

/**
 * What a letter's text suggests about it, each with its reason, for a person to confirm. Never more
 * than a suggestion: what is not there is left out.
 *
 * @param letterDate the date written on it
 * @param sender who wrote it
 * @param addressee to whom
 * @param subject about what
 */
@JsonInclude(JsonInclude.Include.NON_ABSENT)
@JsonIgnoreProperties(ignoreUnknown = true)
public record LetterSuggestions(
    Optional<Dated> letterDate,
    Optional<Sender> sender,
    Optional<Said> addressee,
    Optional<Said> subject) {
  /** Nothing is suggested. */
  public static final LetterSuggestions NONE =
      new LetterSuggestions(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

  /** A suggested date and why. */
  public record Dated(LocalDate value, String reason) {}

  /** A suggested text and why. */
  public record Said(String value, String reason) {}

  /**
   * A suggested sender.
   *
   * @param prefix such as Dr.
   * @param first given name
   * @param middle name or initial
   * @param last family name
   * @param suffix such as Jr.
   * @param organization whose letterhead it is
   * @param street and number
   * @param city name
   * @param state two letters
   * @param zip five digits, or nine with a hyphen
   * @param phone as written
   * @param email as written
   * @param reason where on the letter this was
   */
  @JsonInclude(JsonInclude.Include.NON_ABSENT)
  public record Sender(
      Optional<String> prefix,
      Optional<String> first,
      Optional<String> middle,
      Optional<String> last,
      Optional<String> suffix,
      Optional<String> organization,
      Optional<String> street,
      Optional<String> city,
      Optional<String> state,
      Optional<String> zip,
      Optional<String> phone,
      Optional<String> email,
      String reason) {

    /**
     * With what the other knows more of the same person; the other's name tells whether it is the
     * same.
     */
    Sender completedBy(Sender other) {
      boolean another =
          last.isPresent()
              && other.last().isPresent()
              && !last.get().equalsIgnoreCase(other.last().get());
      if (another) {
        return this;
      }
      boolean named = last.isPresent();
      boolean placed = street.isPresent() || city.isPresent() || zip.isPresent();
      boolean adds =
          !placed && other.zip().isPresent() || phone.isEmpty() && other.phone().isPresent();
      return new Sender(
          named ? prefix.or(other::prefix) : other.prefix(),
          named ? first.or(other::first) : other.first(),
          named ? middle.or(other::middle) : other.middle(),
          named ? last : other.last(),
          named ? suffix.or(other::suffix) : other.suffix(),
          organization.or(other::organization),
          placed ? street : other.street(),
          placed ? city : other.city(),
          placed ? state : other.state(),
          placed ? zip : other.zip(),
          phone.or(other::phone),
          email.or(other::email),
          adds ? reason + "; " + other.reason() : reason);
    }
  }

  /** Reads what the first page's text suggests. Never fails, whatever the text. */
  static LetterSuggestions of(String firstPage) {
    return new LetterText(firstPage).suggestions();
  }

  /** These, and where they say nothing the others. */
  LetterSuggestions or(LetterSuggestions others) {
    return new LetterSuggestions(
        letterDate.or(others::letterDate),
        sender.isPresent() && others.sender().isPresent()
            ? Optional.of(sender.get().completedBy(others.sender().get()))
            : sender.or(others::sender),
        addressee.or(others::addressee),
        subject.or(others::subject));
  }

  /** As kept with the item. */
  byte[] json() {
    try {
      return StoredJson.MAPPER.writeValueAsBytes(this);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("Suggestions cannot be written", e);
    }
  }

  /** Reads what {@link #json} wrote. */
  static LetterSuggestions read(InputStream json) throws IOException {
    return StoredJson.MAPPER.readValue(json, LetterSuggestions.class);
  }
}
