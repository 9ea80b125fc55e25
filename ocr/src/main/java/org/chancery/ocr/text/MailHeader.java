package org.chancery.ocr.text;

import java.util.List;

/**
 * What the header of a mail says (RFC 5322), as far as it says it.
 *
 * @param id the message's own identifier; null when it has none
 * @param from who wrote it, as {@code Name <address>}; null when nobody is named
 * @param to each to whom it went
 * @param cc each who got a copy
 * @param bcc each who got a copy unseen, where the mail still knows
 * @param sent when, with the sender's own offset from UTC, as ISO 8601; null when it is not said
 * @param subject its subject; null when it has none
 * @param lines the whole header as it came, every line of it
 */
public record MailHeader(
    String id,
    String from,
    List<String> to,
    List<String> cc,
    List<String> bcc,
    String sent,
    String subject,
    String lines) {

  /** Copies the lists. */
  public MailHeader {
    to = List.copyOf(to);
    cc = List.copyOf(cc);
    bcc = List.copyOf(bcc);
  }
}
