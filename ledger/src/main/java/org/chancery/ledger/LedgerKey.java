package org.chancery.ledger;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The ledger's secret: 256 random bits in a file beside the witness, readable by its owner only and
 * never in the database. From it come three keys, one for the code of each entry, one for the
 * signature of each witnessed head and one for the codes on letters (HMAC-SHA-256, RFC 2104).
 * Whoever holds the database but not this file can neither write an entry nor a head that verifies.
 */
public final class LedgerKey {

  /** The file's name within the witness's directory. */
  public static final String FILE = "ledger.key";

  private final SecretKeySpec entries;
  private final SecretKeySpec heads;
  private final SecretKeySpec letters;
  private final String fingerprint;

  private LedgerKey(byte[] secret) {
    entries = derived(secret, "chancery ledger entry 1");
    heads = derived(secret, "chancery ledger head 1");
    letters = derived(secret, "chancery letter code 1");
    fingerprint = HexFormat.of().formatHex(derived(secret, "chancery ledger key 1").getEncoded());
  }

  /**
   * Reads the key.
   *
   * @throws LedgerException when it is not there, not readable or no key
   */
  public static LedgerKey open(Path directory) {
    Path file = directory.resolve(FILE);
    try {
      byte[] secret = HexFormat.of().parseHex(Files.readString(file).strip());
      if (secret.length != 32) {
        throw new LedgerException("The ledger's key in " + file + " is not 256 bits long");
      }
      return new LedgerKey(secret);
    } catch (IOException | IllegalArgumentException e) {
      throw new LedgerException("The ledger's key in " + file + " cannot be read", e);
    }
  }

  /** Reads the key, or makes a new one where there is none, durably, before it is first used. */
  public static LedgerKey openOrCreate(Path directory) {
    Path file = directory.resolve(FILE);
    if (Files.exists(file)) {
      return open(directory);
    }
    byte[] secret = new byte[32];
    new SecureRandom().nextBytes(secret);
    byte[] text = (HexFormat.of().formatHex(secret) + "\n").getBytes(StandardCharsets.US_ASCII);
    var ownerOnly =
        PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
    try {
      Files.createDirectories(directory);
      // Written whole under another name first: a crash must not leave half a key behind.
      Path draft = Files.createTempFile(directory, "ledger", ".key.new", ownerOnly);
      try (FileChannel channel = FileChannel.open(draft, StandardOpenOption.WRITE)) {
        channel.write(ByteBuffer.wrap(text));
        channel.force(true);
      }
      try {
        Files.createLink(file, draft);
      } catch (FileAlreadyExistsException e) {
        // Another process was first; its key is the one.
        return open(directory);
      } finally {
        Files.delete(draft);
      }
      Durable.directory(directory);
      return new LedgerKey(secret);
    } catch (IOException e) {
      throw new LedgerException("The ledger's key in " + file + " cannot be made", e);
    }
  }

  /** Tells keys apart without giving one away. */
  public String fingerprint() {
    return fingerprint;
  }

  /** Computes the codes of entries. */
  Mac entryCode() {
    return mac(entries);
  }

  /** Computes the signatures of heads. */
  Mac headSignature() {
    return mac(heads);
  }

  /** Computes the seals of letters' codes. */
  Mac letterSeal() {
    return mac(letters);
  }

  private static SecretKeySpec derived(byte[] secret, String purpose) {
    Mac mac = mac(new SecretKeySpec(secret, "HmacSHA256"));
    return new SecretKeySpec(
        mac.doFinal(purpose.getBytes(StandardCharsets.US_ASCII)), "HmacSHA256");
  }

  private static Mac mac(SecretKeySpec key) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(key);
      return mac;
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Every Java platform has HmacSHA256", e);
    }
  }
}
