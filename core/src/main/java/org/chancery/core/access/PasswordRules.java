package org.chancery.core.access;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.function.IntPredicate;
import java.util.stream.Stream;

/** What a new password must be like (requirement P13). */
public final class PasswordRules {
  /** The shortest password, characters. */
  public static final int SHORTEST = 8;

  /** From this length on it may be of one kind of character: a phrase. */
  public static final int PHRASE = 15;

  /** The longest, bytes: the encoding would pass over what lies beyond. */
  public static final int LONGEST = 72;

  private static final int KINDS = 3;
  private static final int TOLD_NAME = 4;

  private PasswordRules() {}

  /** What is wrong with a password, in words for whoever chose it. */
  public static Optional<String> problem(String user, String password) {
    if (password.codePointCount(0, password.length()) < SHORTEST) {
      return Optional.of("A password needs at least " + SHORTEST + " characters.");
    }
    if (password.getBytes(StandardCharsets.UTF_8).length > LONGEST) {
      return Optional.of("A password may have at most " + LONGEST + " bytes.");
    }
    if (password.length() >= PHRASE) {
      return Optional.empty();
    }
    if (kinds(password) < KINDS) {
      return Optional.of(
          "A password shorter than "
              + PHRASE
              + " characters needs three of these four: small letters, capital letters, digits,"
              + " other characters.");
    }
    boolean named =
        user.length() >= TOLD_NAME
            && password.toLowerCase(Locale.ROOT).contains(user.toLowerCase(Locale.ROOT));
    return named
        ? Optional.of("A password must not contain the account's name.")
        : Optional.empty();
  }

  private static long kinds(String password) {
    Stream<IntPredicate> kinds =
        Stream.of(
            Character::isLowerCase,
            Character::isUpperCase,
            Character::isDigit,
            c -> !Character.isLetterOrDigit(c));
    return kinds.filter(kind -> password.codePoints().anyMatch(kind)).count();
  }
}
