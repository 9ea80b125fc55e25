package org.chancery.core.intake;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.chancery.core.intake.LetterSuggestions.Dated;
import org.chancery.core.intake.LetterSuggestions.Said;
import org.chancery.core.intake.LetterSuggestions.Sender;

/**
 * What an e-mail suggests: who wrote it, when and about what from its header, the rest from its
 * text.
 */
final class MailSuggestions {
  private static final Pattern ADDRESS = Pattern.compile("[^\\s<>@]{1,64}@[^\\s<>@]{1,255}");
  private static final Pattern MARKS =
      Pattern.compile(
          "(?i)^(?:\\s*(?:re|fwd?|aw|wg|external)\\s*(?:\\[\\d+])?:|\\s*\\[external])+");
  private static final int LONGEST = 250;

  private final Mail mail;
  private final LetterSuggestions text;

  /**
   * Of a mail.
   *
   * @param page its first page of text, which begins with lines of the header and an empty line
   */
  MailSuggestions(Mail mail, String page) {
    this.mail = mail;
    int body = page.indexOf("\n\n");
    this.text = LetterSuggestions.of(body < 0 ? "" : page.substring(body + 2));
  }

  LetterSuggestions suggestions() {
    return new LetterSuggestions(date(), sender(), addressee(), subject()).or(text);
  }

  private Optional<Dated> date() {
    return mail.sent()
        .map(OffsetDateTime::toLocalDate)
        .map(day -> new Dated(day, "The e-mail was sent on that day"));
  }

  private Optional<Sender> sender() {
    return mail.from().map(from -> sender(from.substring(0, Math.min(from.length(), 1000))));
  }

  private static Sender sender(String from) {
    Matcher address = ADDRESS.matcher(from);
    Optional<String> email = address.find() ? Optional.of(address.group()) : Optional.empty();
    String name = name(from);
    Optional<PersonName> person = PersonName.of(turned(name));
    boolean organized = person.isEmpty() && !name.isEmpty();
    return new Sender(
        person.flatMap(PersonName::prefix),
        person.flatMap(PersonName::first),
        person.flatMap(PersonName::middle),
        person.flatMap(PersonName::last),
        person.flatMap(PersonName::suffix),
        organized ? Optional.of(name) : Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        email,
        "The e-mail's From line");
  }

  private static String name(String from) {
    int bracket = from.indexOf('<');
    String name = bracket < 0 ? from : from.substring(0, bracket);
    String plain = name.replaceAll("\\([^()]*\\)|\\[[^\\[\\]]*]|[\"'<>]", " ").strip();
    return ADDRESS.matcher(plain).find() ? "" : plain;
  }

  /** "Last, First" as directories have it. */
  private static String turned(String name) {
    int comma = name.indexOf(',');
    return comma < 0 ? name : name.substring(comma + 1).strip() + " " + name.substring(0, comma);
  }

  private Optional<Said> addressee() {
    List<String> to = mail.to();
    return text.addressee().isPresent() || to.isEmpty()
        ? text.addressee()
        : Optional.of(to.get(0))
            .map(first -> name(first).isEmpty() ? first : name(first))
            .map(first -> new Said(cut(first), "The e-mail's To line"));
  }

  private Optional<Said> subject() {
    return mail.subject()
        .map(subject -> subject.substring(0, Math.min(subject.length(), 2000)))
        .map(subject -> MARKS.matcher(subject).replaceFirst("").strip())
        .filter(subject -> !subject.isEmpty())
        .map(subject -> new Said(cut(subject), "The e-mail's Subject line"));
  }

  private static String cut(String text) {
    return text.length() > LONGEST ? text.substring(0, LONGEST - 1) + "…" : text;
  }
}
