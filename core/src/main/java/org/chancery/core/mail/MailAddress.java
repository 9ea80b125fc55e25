package org.chancery.core.mail;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * An address that mail can be sent to: a dot-atom at a domain name (RFC 5321 § 4.1.2), in ASCII.
 * Quoted local parts, address literals and comments, which are allowed in theory and are typing
 * errors in practice, are none.
 *
 * @param value as written, without a name and without angle brackets
 */
public record MailAddress(String value) {
  private static final int LONGEST = 254;
  private static final int LONGEST_LOCAL = 64;
  private static final String ATOM = "[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+";
  private static final String LABEL = "[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?";
  private static final Pattern LOCAL = Pattern.compile(ATOM + "(?:\\." + ATOM + ")*");
  private static final Pattern DOMAIN = Pattern.compile("(?:" + LABEL + "\\.)+" + LABEL);
  private static final Pattern NUMBERS = Pattern.compile("[0-9.]+");

  /**
   * Checks it.
   *
   * @throws IllegalArgumentException when it is none, saying why
   */
  public MailAddress {
    problem(value)
        .ifPresent(
            problem -> {
              throw new IllegalArgumentException(problem);
            });
  }

  /** The address in a text that may have white space around it; empty when it is none. */
  public static Optional<MailAddress> of(String text) {
    String stripped = text.strip();
    return problem(stripped).isEmpty() ? Optional.of(new MailAddress(stripped)) : Optional.empty();
  }

  /** What keeps a text from being an address, in words that go on after the field's name. */
  public static Optional<String> problem(String text) {
    int at = text.lastIndexOf('@');
    if (text.isBlank()) {
      return Optional.of("is missing");
    }
    if (at <= 0 || at == text.length() - 1) {
      return Optional.of("must be one mail address, such as name@example.gov");
    }
    if (text.length() > LONGEST || at > LONGEST_LOCAL) {
      return Optional.of("is too long for a mail address");
    }
    String domain = text.substring(at + 1);
    if (!LOCAL.matcher(text.substring(0, at)).matches()) {
      return Optional.of("has something before the @ that no mail address has there");
    }
    if (!DOMAIN.matcher(domain).matches() || NUMBERS.matcher(domain).matches()) {
      return Optional.of("has no domain name after the @, such as example.gov");
    }
    return Optional.empty();
  }

  @Override
  public String toString() {
    return value;
  }
}
