package org.chancery.core.erasure;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.UUID;
import org.chancery.core.repository.NodeId;

/**
 * A keyed hash of something that an erased person was known by. The key is the host's, outside of
 * its database: nobody finds out from marks alone what they are of, not even by trying.
 *
 * @param id the node, which follows from the hash: so it is found without a search
 * @param kind of what it is: {@code email}, {@code phone} or {@code name}
 * @param value the hash, hexadecimal
 */
record Mark(NodeId id, String kind, String value) {

  /** The host's keyed hash. */
  @FunctionalInterface
  interface Key {
    /** 32 bytes, the same for the same text, which nobody makes without the host's secret. */
    byte[] of(byte[] text);
  }

  static Mark of(String kind, byte[] hash) {
    ByteBuffer whole = ByteBuffer.wrap(Arrays.copyOf(hash, 16));
    long high = whole.getLong() & ~0xF000L | 0x8000L;
    long low = whole.getLong() & 0x3FFFFFFFFFFFFFFFL | 0x8000000000000000L;
    return new Mark(
        NodeId.of(new UUID(high, low).toString()), kind, HexFormat.of().formatHex(hash));
  }
}
