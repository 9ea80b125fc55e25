package org.chancery.ocr;

import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;

/** How the reading of one document ended. */
public sealed interface Outcome {
  /**
   * It was read.
   *
   * @param mediaType by content, not by name
   * @param pages text by page in reading order; those of attachments follow, each attachment's
   *     first page under a line "Attachment: name"
   * @param confidence mean confidence, 0 to 100, of what was recognised; 100 when nothing had to be
   * @param recognisedPages how many pages had to be recognised
   * @param searchablePdf file in the result directory; empty for documents without page images
   * @param layout file in the result directory: {@code {unit:"pt",pages:[{width,height,rotation,
   *     source:"recognised|text-layer",words:[{t,x,y,w,h,c}]}]}}, measured in points from the upper
   *     left corner of the page as shown in the searchable PDF; empty where that is
   * @param thumbnail PNG of the first page, at most 480 pixels wide, in the result directory
   * @param warnings for the clerk, such as a low resolution
   * @param codes texts of the QR codes found on its own pages that were paper, not on attachments',
   *     each once; at most 20
   * @param mail what its header says and what is attached to it; empty for what is no mail
   */
  record Read(
      String mediaType,
      List<String> pages,
      double confidence,
      int recognisedPages,
      Optional<Path> searchablePdf,
      Optional<Path> layout,
      Optional<Path> thumbnail,
      List<String> warnings,
      List<String> codes,
      Optional<Mail> mail)
      implements Outcome {}

  /**
   * A mail's own data (RFC 5322).
   *
   * @param id the message's own identifier
   * @param from who wrote it, as {@code Name <address>}
   * @param to each to whom it went
   * @param cc each who got a copy
   * @param bcc each who got a copy unseen, where the mail still knows
   * @param sent when, with the sender's own offset from UTC
   * @param subject its subject
   * @param lines the whole header as it came
   * @param attachments what is attached, in reading order, with what is attached to mails within
   */
  record Mail(
      Optional<String> id,
      Optional<String> from,
      List<String> to,
      List<String> cc,
      List<String> bcc,
      Optional<OffsetDateTime> sent,
      Optional<String> subject,
      String lines,
      List<Attached> attachments) {

    /** Copies the lists. */
    public Mail {
      to = List.copyOf(to);
      cc = List.copyOf(cc);
      bcc = List.copyOf(bcc);
      attachments = List.copyOf(attachments);
    }
  }

  /**
   * A file attached to a mail.
   *
   * @param name as the mail gives it; of one within an attached mail, after that one's name and a
   *     slash
   * @param file the bytes, in the result directory
   * @param mediaType by content, not by name
   * @param page on which of {@link Read#pages} it begins, from 1
   * @param pages how many of them are its own, with those of what is attached to it
   * @param note why it was not read; empty when it was
   */
  record Attached(
      String name, Path file, String mediaType, int page, int pages, Optional<String> note) {}

  /**
   * It cannot be read.
   *
   * @param mediaType by content, as far as it could be told
   * @param reason {@code encrypted}, {@code damaged}, {@code too-large}, {@code empty}, {@code
   *     unsupported} or {@code worker-died}
   * @param explanation what it means and what can be done
   */
  record Refused(String mediaType, String reason, String explanation) implements Outcome {}
}
