package org.chancery.core.response;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;
import org.chancery.core.repository.NodeId;

/**
 * The code on a letter's paper: which version of which document of which case file it is, sealed,
 * so that nobody can make one or change one. Written in the letters and digits that QR codes hold
 * densely (RFC 4648 base32).
 */
final class LetterCode {
  private static final String MARK = "CHY1";
  private static final String ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
  private static final byte[] PURPOSE = "letter 1\n".getBytes(StandardCharsets.US_ASCII);
  private static final int IDS = 32;
  private static final int SEAL = 16;
  private static final int LONGEST_VERSION = 20;

  private final Seal seal;

  LetterCode(Seal seal) {
    this.seal = seal;
  }

  /** What a paper is. */
  record Paper(NodeId caseFile, NodeId document, String version) {}

  /** The code's text. */
  String of(Paper paper) {
    byte[] version = paper.version().getBytes(StandardCharsets.US_ASCII);
    ByteBuffer ids = ByteBuffer.allocate(IDS);
    put(ids, paper.caseFile());
    put(ids, paper.document());
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    all.writeBytes(ids.array());
    all.writeBytes(version);
    all.writeBytes(sealed(all.toByteArray()));
    return MARK + base32(all.toByteArray());
  }

  /** Whether it says that it is one of ours; whether that is true, {@link #read} says. */
  static boolean claims(String text) {
    return text.startsWith(MARK);
  }

  /** What paper a code is of; empty when it was not made here. */
  Optional<Paper> read(String text) {
    if (!claims(text)) {
      return Optional.empty();
    }
    byte[] all = bytes(text.substring(MARK.length()));
    int versionEnd = all.length - SEAL;
    if (versionEnd <= IDS || versionEnd > IDS + LONGEST_VERSION) {
      return Optional.empty();
    }
    byte[] said = Arrays.copyOf(all, versionEnd);
    byte[] given = Arrays.copyOfRange(all, versionEnd, all.length);
    if (!MessageDigest.isEqual(sealed(said), given)) {
      return Optional.empty();
    }
    ByteBuffer ids = ByteBuffer.wrap(said);
    NodeId caseFile = get(ids);
    NodeId document = get(ids);
    String version = new String(said, IDS, versionEnd - IDS, StandardCharsets.US_ASCII);
    return Optional.of(new Paper(caseFile, document, version));
  }

  private byte[] sealed(byte[] said) {
    ByteArrayOutputStream text = new ByteArrayOutputStream();
    text.writeBytes(PURPOSE);
    text.writeBytes(said);
    return Arrays.copyOf(seal.of(text.toByteArray()), SEAL);
  }

  private static void put(ByteBuffer out, NodeId id) {
    UUID uuid = UUID.fromString(id.value());
    out.putLong(uuid.getMostSignificantBits()).putLong(uuid.getLeastSignificantBits());
  }

  private static NodeId get(ByteBuffer in) {
    return NodeId.of(new UUID(in.getLong(), in.getLong()).toString());
  }

  private static String base32(byte[] bytes) {
    StringBuilder text = new StringBuilder();
    int bits = 0;
    int held = 0;
    for (byte each : bytes) {
      held = (held << 8) | (each & 0xFF);
      bits += 8;
      while (bits >= 5) {
        bits -= 5;
        text.append(ALPHABET.charAt((held >> bits) & 31));
      }
      held &= (1 << bits) - 1;
    }
    if (bits > 0) {
      text.append(ALPHABET.charAt((held << (5 - bits)) & 31));
    }
    return text.toString();
  }

  /** The bytes of a text; none when it is no base32. */
  private static byte[] bytes(String text) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    int bits = 0;
    int held = 0;
    for (int i = 0; i < text.length(); i++) {
      int value = ALPHABET.indexOf(text.charAt(i));
      if (value < 0) {
        return new byte[0];
      }
      held = (held << 5) | value;
      bits += 5;
      if (bits >= 8) {
        bits -= 8;
        bytes.write((held >> bits) & 0xFF);
      }
      held &= (1 << bits) - 1;
    }
    return bytes.toByteArray();
  }
}
