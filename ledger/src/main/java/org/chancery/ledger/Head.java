package org.chancery.ledger;

import java.time.Instant;
import java.util.HexFormat;

/**
 * The last link of the chain at a moment.
 *
 * @param sequence its number; 0 for an empty ledger
 * @param hash lower-case hexadecimal SHA-256
 * @param at when it was sealed or witnessed, UTC
 */
public record Head(long sequence, String hash, Instant at) {

  static Head of(long sequence, byte[] hash, Instant at) {
    return new Head(sequence, HexFormat.of().formatHex(hash), at);
  }
}
