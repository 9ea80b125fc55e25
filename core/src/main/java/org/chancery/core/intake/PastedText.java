package org.chancery.core.intake;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.chancery.core.repository.Invalid;
import org.chancery.model.QName;

/**
 * Text that someone pasted, such as from a web form or a chat.
 *
 * @param text the text; a form feed begins a page
 * @param subject what about, in one line
 * @param from who wrote it
 * @param email the writer's address
 * @param date the day it was written
 */
public record PastedText(
    String text,
    Optional<String> subject,
    Optional<String> from,
    Optional<String> email,
    Optional<LocalDate> date)
    implements Typed.Form {
  private static final int LONGEST = 500_000;
  private static final String REASON = "As entered with the text";

  /**
   * Takes white space away from the ends.
   *
   * @throws Invalid by the form's field when one is missing, too long, or says what cannot be
   */
  public PastedText {
    text = FormText.lines(text);
    subject = FormText.filled(subject);
    from = FormText.filled(from);
    email = FormText.filled(email);
    Map<String, String> problems = new LinkedHashMap<>();
    FormText.require(problems, "text", text, LONGEST);
    FormText.limit(problems, "subject", subject);
    FormText.limit(problems, "from", from);
    FormText.limit(problems, "email", email);
    if (date.filter(day -> day.getYear() < 1900 || day.getYear() > 2200).isPresent()) {
      problems.put("date", "cannot be then");
    }
    if (!problems.isEmpty()) {
      throw new Invalid(problems);
    }
  }

  @Override
  public String name() {
    return FormText.cut(subject.orElseGet(() -> FormText.firstLine(text)), 80) + ".txt";
  }

  @Override
  public String channel() {
    return Arrival.PASTE;
  }

  /** What was entered beside the text stands above it: the document says of itself what it is. */
  @Override
  public String text() {
    StringBuilder whole = new StringBuilder();
    String writer =
        email.isPresent()
            ? from.map(name -> name + " ").orElse("") + "<" + email.get() + ">"
            : from.orElse("");
    if (!writer.isEmpty()) {
      whole.append("From: ").append(writer).append('\n');
    }
    date.ifPresent(day -> whole.append("Date: ").append(day).append('\n'));
    subject.ifPresent(line -> whole.append("Subject: ").append(line).append('\n'));
    if (!whole.isEmpty()) {
      whole.append('\n');
    }
    return whole.append(text).append('\n').toString();
  }

  @Override
  public LetterSuggestions suggestions() {
    boolean written = from.isPresent() || email.isPresent();
    Optional<LetterSuggestions.Sender> sender =
        written
            ? Optional.of(
                FormText.sender(from.orElse(""), Optional.empty(), Optional.empty(), email, REASON))
            : Optional.empty();
    return new LetterSuggestions(
            date.map(day -> new LetterSuggestions.Dated(day, REASON)),
            sender,
            Optional.empty(),
            subject.map(line -> new LetterSuggestions.Said(line, REASON)))
        .or(LetterSuggestions.of(text));
  }

  @Override
  public Set<QName> aspects() {
    return Set.of();
  }

  @Override
  public Map<QName, Object> properties() {
    return Map.of();
  }
}
