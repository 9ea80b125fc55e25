package org.chancery.archive.bag;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * A checksum algorithm, by the name that manifests carry (RFC 8493, 2.4): lower case, letters and
 * digits alone.
 */
record Algorithm(String name) {
  static final Algorithm SHA_256 = new Algorithm("sha256");

  private static final Map<String, String> KNOWN =
      Map.ofEntries(
          Map.entry("md5", "MD5"),
          Map.entry("sha1", "SHA-1"),
          Map.entry("sha224", "SHA-224"),
          Map.entry("sha256", "SHA-256"),
          Map.entry("sha384", "SHA-384"),
          Map.entry("sha512", "SHA-512"),
          Map.entry("sha512224", "SHA-512/224"),
          Map.entry("sha512256", "SHA-512/256"),
          Map.entry("sha3224", "SHA3-224"),
          Map.entry("sha3256", "SHA3-256"),
          Map.entry("sha3384", "SHA3-384"),
          Map.entry("sha3512", "SHA3-512"));

  static Optional<Algorithm> of(String text) {
    String name = text.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "");
    return KNOWN.containsKey(name) ? Optional.of(new Algorithm(name)) : Optional.empty();
  }

  MessageDigest digest() {
    try {
      return MessageDigest.getInstance(KNOWN.get(name));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("This Java lacks " + name + ".", e);
    }
  }

  /** Length of a checksum in hexadecimal digits. */
  int digits() {
    return 2 * digest().getDigestLength();
  }
}
