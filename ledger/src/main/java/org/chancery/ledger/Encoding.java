package org.chancery.ledger;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.UUID;
import javax.crypto.Mac;

/**
 * The canonical encoding of a row: every column as its length in four bytes and then its bytes, an
 * absent one as the length -1. Two different rows never have the same encoding, since each length
 * says where its column ends: no text can be moved from one column into its neighbour.
 *
 * <p>One buffer, used again for each row; not for several threads.
 */
final class Encoding {
  private byte[] buffer = new byte[512];
  private int length;

  Encoding clear() {
    length = 0;
    return this;
  }

  Encoding text(String value) {
    return value == null ? absent() : bytes(value.getBytes(StandardCharsets.UTF_8));
  }

  Encoding number(long value) {
    room(12);
    put(8);
    put(value);
    return this;
  }

  Encoding uuid(UUID value) {
    if (value == null) {
      return absent();
    }
    room(20);
    put(16);
    put(value.getMostSignificantBits());
    put(value.getLeastSignificantBits());
    return this;
  }

  Encoding bytes(byte[] value) {
    if (value == null) {
      return absent();
    }
    room(4 + value.length);
    put(value.length);
    System.arraycopy(value, 0, buffer, length, value.length);
    length += value.length;
    return this;
  }

  void into(MessageDigest digest) {
    digest.update(buffer, 0, length);
  }

  void into(Mac mac) {
    mac.update(buffer, 0, length);
  }

  byte[] toBytes() {
    return Arrays.copyOf(buffer, length);
  }

  private Encoding absent() {
    room(4);
    put(-1);
    return this;
  }

  private void put(long value) {
    put((int) (value >>> 32));
    put((int) value);
  }

  private void put(int value) {
    buffer[length++] = (byte) (value >>> 24);
    buffer[length++] = (byte) (value >>> 16);
    buffer[length++] = (byte) (value >>> 8);
    buffer[length++] = (byte) value;
  }

  private void room(int more) {
    if (buffer.length - length < more) {
      buffer = Arrays.copyOf(buffer, Math.max(2 * buffer.length, length + more));
    }
  }
}
