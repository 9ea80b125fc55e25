package org.chancery.core.access;

import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Right passwords of programs, remembered for a minute as keyed hashes: a program signs in with
 * every request, and comparing is slow by design. That an account was disabled is not noticed here:
 * ask for accounts with every request.
 */
public final class RememberedPasswords {
  private static final Duration REMEMBERED = Duration.ofMinutes(1);
  private static final int MOST_REMEMBERED = 1000;
  private static final int KEY_BYTES = 32;

  private record Right(String user, Instant until) {}

  private final Clock clock;
  private final SecretKeySpec key;
  private final Map<String, Right> right = new ConcurrentHashMap<>();

  /** Under a key of its own, which ends with the process. */
  public RememberedPasswords(Clock clock) {
    this.clock = clock;
    byte[] bytes = new byte[KEY_BYTES];
    new SecureRandom().nextBytes(bytes);
    this.key = new SecretKeySpec(bytes, "HmacSHA256");
  }

  /**
   * Whose credentials they are, when they were found right within the last minute.
   *
   * @param stored what the password was compared with; once that is another, the password is not
   *     remembered. Empty where the host does not know it: a changed password then counts after
   *     that minute
   */
  public Optional<String> userOf(BasicCredentials given, String stored) {
    return Optional.ofNullable(right.get(mark(given, stored)))
        .filter(known -> clock.instant().isBefore(known.until()))
        .map(Right::user);
  }

  /**
   * Remembers credentials that have been found right.
   *
   * @param stored what the password was compared with, as for {@link #userOf}
   * @param user the account's name
   */
  public void remember(BasicCredentials given, String stored, String user) {
    Instant now = clock.instant();
    right.values().removeIf(known -> !now.isBefore(known.until()));
    if (right.size() < MOST_REMEMBERED) {
      right.put(mark(given, stored), new Right(user, now.plus(REMEMBERED)));
    }
  }

  private String mark(BasicCredentials given, String stored) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(key);
      String text = given.user() + '\0' + given.password() + '\0' + stored;
      return HexFormat.of().formatHex(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException | InvalidKeyException e) {
      throw new IllegalStateException("Every Java has HmacSHA256", e);
    }
  }
}
