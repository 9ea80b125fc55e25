package org.chancery.core.intake;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.IOException;
import java.io.InputStream;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;

/**
 * What an e-mail's header says (RFC 5322) and what is attached to it, as a reading process found it
 * in the original: all its transmission data (requirement C1).
 *
 * @param id the message's own identifier
 * @param from who wrote it, as {@code Name <address>}
 * @param to each to whom it went
 * @param cc each who got a copy
 * @param bcc each who got a copy unseen, where the mail still knows
 * @param sent when, with the sender's own offset from UTC
 * @param subject its subject
 * @param lines the whole header as it came
 * @param attachments the files attached to it, those of attached mails included, in reading order
 */
@JsonInclude(JsonInclude.Include.NON_ABSENT)
@JsonIgnoreProperties(ignoreUnknown = true)
public record Mail(
    Optional<String> id,
    Optional<String> from,
    List<String> to,
    List<String> cc,
    List<String> bcc,
    Optional<OffsetDateTime> sent,
    Optional<String> subject,
    String lines,
    List<Attached> attachments) {

  /** Copies the lists; what is missing is empty. */
  public Mail {
    to = to == null ? List.of() : List.copyOf(to);
    cc = cc == null ? List.of() : List.copyOf(cc);
    bcc = bcc == null ? List.of() : List.copyOf(bcc);
    lines = lines == null ? "" : lines;
    attachments = attachments == null ? List.of() : List.copyOf(attachments);
  }

  /**
   * An attached file. Its bytes lie among those of all attachments, in this order and without
   * anything between them.
   *
   * @param name as the mail gives it; of one within an attached mail, after that one's name and a
   *     slash
   * @param mediaType by content, not by name
   * @param size bytes
   * @param page on which page of the text it begins, from 1
   * @param pages how many pages of the text are its own
   * @param note why it was not read, a code; empty when it was
   */
  @JsonInclude(JsonInclude.Include.NON_ABSENT)
  @JsonIgnoreProperties(ignoreUnknown = true)
  public record Attached(
      String name, String mediaType, long size, int page, int pages, Optional<String> note) {

    /** The file's own name, without those of the mails that it came in. */
    public String fileName() {
      String own = name.substring(name.lastIndexOf('/') + 1).strip();
      return own.isEmpty() ? "attachment" : own;
    }
  }

  /** Where an attachment's bytes begin among those of all. */
  public long offset(int index) {
    return attachments.subList(0, index).stream().mapToLong(Attached::size).sum();
  }

  /** As kept with the item. */
  byte[] json() {
    try {
      return StoredJson.MAPPER.writeValueAsBytes(this);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("Mail data cannot be written", e);
    }
  }

  /** Reads what was kept with an item. */
  public static Mail read(InputStream json) throws IOException {
    return StoredJson.MAPPER.readValue(json, Mail.class);
  }
}
