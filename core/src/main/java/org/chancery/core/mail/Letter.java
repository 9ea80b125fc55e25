package org.chancery.core.mail;

import java.io.InputStream;
import java.util.List;
import java.util.function.Supplier;

/**
 * A mail to somebody outside.
 *
 * @param messageId with its angle brackets (RFC 5322 § 3.6.4); stays the same however often the
 *     letter is handed over
 * @param to the recipient
 * @param subject one line
 * @param text plain, lines ended by {@code \n}
 * @param enclosures in order
 */
public record Letter(
    String messageId, MailAddress to, String subject, String text, List<Enclosure> enclosures) {

  /** Copies the list. */
  public Letter {
    enclosures = List.copyOf(enclosures);
  }

  /**
   * A file that goes with it.
   *
   * @param name file name
   * @param mediaType of the bytes
   * @param size bytes
   * @param bytes opens them; whoever calls it closes the stream
   */
  public record Enclosure(String name, String mediaType, long size, Supplier<InputStream> bytes) {}
}
