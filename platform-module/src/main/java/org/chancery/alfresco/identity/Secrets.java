package org.chancery.alfresco.identity;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Base64;
import org.chancery.core.repository.Sha256;

/** What sessions are known by. */
final class Secrets {
  private static final int BYTES = 32;
  private static final SecureRandom RANDOM = new SecureRandom();

  private Secrets() {}

  /** A new secret, which nobody guesses. */
  static String make() {
    byte[] bytes = new byte[BYTES];
    RANDOM.nextBytes(bytes);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  /** What is stored in the secret's place. */
  static byte[] hash(String secret) {
    return sha256("session\0" + secret);
  }

  /**
   * What shows that a request comes from our own page. It follows from the secret, which no foreign
   * page can read, and does not betray it.
   */
  static String forgeryToken(String secret) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(sha256("forgery\0" + secret));
  }

  private static byte[] sha256(String text) {
    return Sha256.computation().digest(text.getBytes(StandardCharsets.UTF_8));
  }
}
