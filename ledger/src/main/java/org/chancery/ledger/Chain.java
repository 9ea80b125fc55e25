package org.chancery.ledger;

import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Optional;
import javax.crypto.Mac;
import org.chancery.core.repository.Sha256;

/**
 * Computes the code of an entry and its hash in the chain. For one thread.
 *
 * <p>Code: HMAC over the entry's columns. Hash: SHA-256 over the hash before, every other column of
 * the seal, and every column of the entry.
 */
final class Chain {
  private final Optional<Mac> code;
  private final MessageDigest digest;
  private final Encoding encoding = new Encoding();

  /**
   * A computer.
   *
   * @param key empty to compute hashes only
   */
  Chain(Optional<LedgerKey> key) {
    code = key.map(LedgerKey::entryCode);
    digest = Sha256.computation();
  }

  /** The hash before the first. */
  static byte[] beginning() {
    return new byte[32];
  }

  byte[] code(Entry entry) {
    Mac mac = code.orElseThrow();
    entry.encode(encoding.clear()).into(mac);
    return mac.doFinal();
  }

  boolean checksCodes() {
    return code.isPresent();
  }

  /** Whether the entry was written with the key; taken for granted without one. */
  boolean genuine(Written written) {
    return code.isEmpty() || Arrays.equals(code(written.entry()), written.code());
  }

  byte[] hash(byte[] previous, Link link, Written written) {
    encoding
        .clear()
        .bytes(previous)
        .number(link.sequence())
        .number(link.sealedAt())
        .number(link.followed())
        .number(written.xid())
        .bytes(written.code());
    written.entry().encode(encoding).into(digest);
    return digest.digest();
  }

  /**
   * An entry as it stands in its table.
   *
   * @param xid the writing transaction
   * @param code as stored
   */
  record Written(Entry entry, long xid, byte[] code) {}

  /**
   * What a seal says beside its hash.
   *
   * @param sequence its number, from 1
   * @param sealedAt microseconds since 1970
   * @param followed the transaction below which every entry had been sealed with this one
   */
  record Link(long sequence, long sealedAt, long followed) {}
}
