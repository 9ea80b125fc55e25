package org.chancery.core.intake;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.chancery.core.repository.Invalid;
import org.chancery.core.vocabulary.Cor;
import org.chancery.model.QName;

/**
 * A phone call as whoever took it wrote it down.
 *
 * @param caller who called
 * @param organization for which the caller spoke
 * @param phone the caller's number
 * @param email the caller's address
 * @param at when, with the offset from UTC of where it was taken
 * @param calledFor whom the caller asked for
 * @param subject what about, in one line
 * @param summary what was said
 * @param callBack whether the caller waits for a call
 * @param callBackWhen when they can be reached
 * @param takenBy the account that took the call
 */
public record PhoneCall(
    String caller,
    Optional<String> organization,
    Optional<String> phone,
    Optional<String> email,
    OffsetDateTime at,
    Optional<String> calledFor,
    Optional<String> subject,
    String summary,
    boolean callBack,
    Optional<String> callBackWhen,
    String takenBy)
    implements Typed.Form {
  private static final int LONGEST_SUMMARY = 100_000;
  private static final DateTimeFormatter WHEN =
      DateTimeFormatter.ofPattern("EEEE, d MMMM uuuu, HH:mm 'UTC'xxx", Locale.US);

  /**
   * Takes white space away from the ends.
   *
   * @throws Invalid by the form's field when one is missing, too long, or says what cannot be
   */
  public PhoneCall {
    caller = FormText.line(caller);
    organization = FormText.filled(organization);
    phone = FormText.filled(phone);
    email = FormText.filled(email);
    calledFor = FormText.filled(calledFor);
    subject = FormText.filled(subject);
    summary = FormText.lines(summary);
    callBackWhen = FormText.filled(callBackWhen);
    Map<String, String> problems = new LinkedHashMap<>();
    FormText.require(problems, "caller", caller, FormText.LONGEST_LINE);
    FormText.require(problems, "summary", summary, LONGEST_SUMMARY);
    FormText.limit(problems, "organization", organization);
    FormText.limit(problems, "phone", phone);
    FormText.limit(problems, "email", email);
    FormText.limit(problems, "calledFor", calledFor);
    FormText.limit(problems, "subject", subject);
    FormText.limit(problems, "callBackWhen", callBackWhen);
    if (callBack && phone.isEmpty() && email.isEmpty()) {
      problems.put("phone", "is needed to call back");
    }
    if (at.getYear() < 1990 || at.getYear() > 2200) {
      problems.put("calledAt", "cannot be then");
    }
    if (!problems.isEmpty()) {
      throw new Invalid(problems);
    }
  }

  /**
   * The same, which cannot have been taken yet.
   *
   * @throws Invalid when it lies in the future
   */
  public PhoneCall takenBefore(Instant now) {
    if (at.toInstant().isAfter(now.plusSeconds(300))) {
      throw new Invalid(Map.of("calledAt", "lies in the future"));
    }
    return this;
  }

  @Override
  public String name() {
    return "Phone call from " + FormText.cut(caller, 80) + ", " + at.toLocalDate() + ".txt";
  }

  @Override
  public String channel() {
    return Arrival.PHONE;
  }

  @Override
  public String text() {
    StringBuilder text = new StringBuilder("PHONE CALL\n\n");
    line(text, "Caller", Optional.of(caller));
    line(text, "Organization", organization);
    line(text, "Phone", phone);
    line(text, "E-mail", email);
    line(text, "Called", Optional.of(WHEN.format(at)));
    line(text, "Called for", calledFor);
    line(text, "About", subject);
    line(
        text,
        "Call back",
        Optional.of(callBack ? "yes" + callBackWhen.map(when -> ", " + when).orElse("") : "no"));
    line(text, "Taken by", Optional.of(takenBy));
    return text.append("\nSUMMARY\n\n").append(summary).append('\n').toString();
  }

  private static void line(StringBuilder text, String label, Optional<String> value) {
    value.ifPresent(
        said ->
            text.append(label)
                .append(": ")
                .append(" ".repeat(13 - label.length()))
                .append(said)
                .append('\n'));
  }

  @Override
  public LetterSuggestions suggestions() {
    String reason = "As the call was written down";
    LetterSuggestions.Sender sender = FormText.sender(caller, organization, phone, email, reason);
    return new LetterSuggestions(
        Optional.of(new LetterSuggestions.Dated(at.toLocalDate(), reason)),
        Optional.of(sender),
        calledFor.map(name -> new LetterSuggestions.Said(name, reason)),
        Optional.of(
            subject
                .map(said -> new LetterSuggestions.Said(said, reason))
                .orElseGet(
                    () ->
                        new LetterSuggestions.Said(
                            FormText.cut(FormText.firstLine(summary), 120),
                            "The summary begins with it"))));
  }

  @Override
  public Set<QName> aspects() {
    return Set.of(Cor.PHONE_CALL);
  }

  @Override
  public Map<QName, Object> properties() {
    Map<QName, Object> properties = new HashMap<>();
    properties.put(Cor.CALLER_NAME, caller);
    phone.ifPresent(number -> properties.put(Cor.CALLER_PHONE, number));
    properties.put(Cor.CALLED_AT, at.toInstant());
    properties.put(Cor.CALL_TAKEN_BY, FormText.cut(takenBy, 100));
    return properties;
  }
}
