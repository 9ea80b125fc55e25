package org.chancery.alfresco.identity;

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
 * every request, and comparing is slow by design. A changed password counts after that minute; a
 * disabled account at once, since accounts are asked for with every request.
 */
final class RememberedPasswords {
  private static final Duration REMEMBERED = Duration.ofMinutes(1);
  private static final int MOST_REMEMBERED = 1000;
  private static final int KEY_BYTES = 32;

  private record Right(String user, Instant until) {}

  private final Clock clock;
  private final SecretKeySpec key;
  private final Map<String, Right> right = new ConcurrentHashMap<>();

  RememberedPasswords(Clock clock) {
    this.clock = clock;
    byte[] bytes = new byte[KEY_BYTES];
    new SecureRandom().nextBytes(bytes);
    this.key = new SecretKeySpec(bytes, "HmacSHA256");
  }

  Optional<String> userOf(BasicCredentials given) {
    return Optional.ofNullable(right.get(mark(given)))
        .filter(known -> clock.instant().isBefore(known.until()))
        .map(Right::user);
  }

  void remember(BasicCredentials given, String user) {
    Instant now = clock.instant();
    right.values().removeIf(known -> !now.isBefore(known.until()));
    if (right.size() < MOST_REMEMBERED) {
      right.put(mark(given), new Right(user, now.plus(REMEMBERED)));
    }
  }

  private String mark(BasicCredentials given) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(key);
      String text = given.user() + '\0' + given.password();
      return HexFormat.of().formatHex(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException | InvalidKeyException e) {
      throw new IllegalStateException("Every Java has HmacSHA256", e);
    }
  }
}
