package org.chancery.core.repository;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** The hash that contents go by: SHA-256 (FIPS 180-4), written in lower-case hexadecimal. */
public final class Sha256 {
  private Sha256() {}

  /** A fresh computation. */
  public static MessageDigest computation() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java has SHA-256", e);
    }
  }

  /** The hash of these bytes, 64 digits. */
  public static String of(byte[] bytes) {
    return HexFormat.of().formatHex(computation().digest(bytes));
  }
}
