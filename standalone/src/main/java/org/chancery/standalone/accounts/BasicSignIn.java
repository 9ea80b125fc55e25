package org.chancery.standalone.accounts;

import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.chancery.core.access.Account;
import org.chancery.core.access.Session;

/**
 * HTTP Basic (RFC 7617), for accounts of programs only. A program signs in with every request, and
 * a password's comparison is slow by design; so a right password is remembered for a minute, as a
 * keyed hash together with the stored encoding. A changed password, a disabled or a locked account
 * count at once.
 */
public final class BasicSignIn {
  private static final Duration REMEMBERED = Duration.ofMinutes(1);
  private static final int MOST_REMEMBERED = 1000;
  private static final int KEY_BYTES = 32;
  private static final String SCHEME = "Basic ";

  private final PasswordCheck passwords;
  private final Clock clock;
  private final SecretKeySpec key;
  private final Map<String, Instant> right = new ConcurrentHashMap<>();

  BasicSignIn(PasswordCheck passwords, Clock clock) {
    this.passwords = passwords;
    this.clock = clock;
    byte[] bytes = new byte[KEY_BYTES];
    new SecureRandom().nextBytes(bytes);
    this.key = new SecretKeySpec(bytes, "HmacSHA256");
  }

  /**
   * Who the header says it is, when the password is right and the account a program's.
   *
   * @param authorization the header {@code Authorization}
   * @param affirmed whether the program says that its responsibilities were affirmed
   * @param source the address the request came from
   */
  public Optional<Session> signIn(String authorization, boolean affirmed, String source) {
    return credentials(authorization)
        .flatMap(given -> account(given, source))
        .map(account -> new Session("", account, Session.Means.BASIC, affirmed, "", 0));
  }

  private record Credentials(String user, String password) {}

  private static Optional<Credentials> credentials(String authorization) {
    if (!authorization.regionMatches(true, 0, SCHEME, 0, SCHEME.length())) {
      return Optional.empty();
    }
    try {
      String text =
          new String(
              Base64.getDecoder().decode(authorization.substring(SCHEME.length()).strip()),
              StandardCharsets.UTF_8);
      int colon = text.indexOf(':');
      return colon < 0 || text.chars().anyMatch(Character::isISOControl)
          ? Optional.empty()
          : Optional.of(new Credentials(text.substring(0, colon), text.substring(colon + 1)));
    } catch (IllegalArgumentException e) {
      return Optional.empty(); // not Base64: no credentials
    }
  }

  private Optional<Account> account(Credentials given, String source) {
    Optional<StoredAccount> usable =
        passwords.usable(given.user()).filter(stored -> stored.account().program());
    if (usable.isPresent()) {
      Instant until = right.get(mark(given, usable.get()));
      if (until != null && clock.instant().isBefore(until)) {
        return usable.map(StoredAccount::account);
      }
    }
    Optional<Account> account =
        passwords.check(given.user(), given.password(), Session.Means.BASIC, source);
    if (account.isPresent()) {
      usable.ifPresent(stored -> remember(mark(given, stored)));
    }
    return account;
  }

  private void remember(String mark) {
    Instant now = clock.instant();
    right.values().removeIf(until -> !now.isBefore(until));
    if (right.size() < MOST_REMEMBERED) {
      right.put(mark, now.plus(REMEMBERED));
    }
  }

  private String mark(Credentials given, StoredAccount stored) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(key);
      String text = given.user() + '\0' + given.password() + '\0' + stored.password();
      return HexFormat.of().formatHex(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException | InvalidKeyException e) {
      throw new IllegalStateException("Every Java has HmacSHA256", e);
    }
  }
}
