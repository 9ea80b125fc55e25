package org.chancery.standalone.demo;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.Period;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import java.util.List;
import java.util.Locale;

/** Writes an e-mail as a mail program saves it: a text, a scan and a table attached (RFC 5322). */
final class MailWriter {
  private static final DateTimeFormatter DATE =
      DateTimeFormatter.ofPattern("EEE, d MMM uuuu HH:mm:ss xx", Locale.ENGLISH);
  private static final Base64.Encoder LINES = Base64.getMimeEncoder(76, new byte[] {'\r', '\n'});

  private MailWriter() {}

  /** Writes the file so that whoever watches its folder never sees half of it. */
  static void write(
      Office office, Office.Mail mail, List<BufferedImage> scan, Instant now, Path file)
      throws IOException {
    Path drawn = file.resolveSibling(".attached-" + mail.letter().file());
    ScanWriter.write(scan, drawn);
    String table = LINES.encodeToString(mail.table().text().getBytes(StandardCharsets.UTF_8));
    String whole =
        """
        From: %s <%s>
        To: Executive Secretariat <correspondence@office.example>
        Subject: %s
        Date: %s
        Message-ID: <%s>
        MIME-Version: 1.0
        Content-Type: multipart/mixed; boundary="=_parts"

        --=_parts
        Content-Type: text/plain; charset=utf-8
        Content-Transfer-Encoding: 8bit

        %s

        --=_parts
        Content-Type: application/pdf; name="%s"
        Content-Disposition: attachment; filename="%s"
        Content-Transfer-Encoding: base64

        %s
        --=_parts
        Content-Type: text/csv; charset=utf-8; name="%s"
        Content-Disposition: attachment; filename="%s"
        Content-Transfer-Encoding: base64

        %s
        --=_parts--
        """
            .formatted(
                office.person(mail.from()).name(),
                mail.email(),
                mail.subject(),
                DATE.format(now.minus(Period.ofDays(mail.daysAgo())).atOffset(ZoneOffset.UTC)),
                mail.file() + "@" + mail.email().replaceAll(".*@", ""),
                mail.text(),
                mail.letter().file(),
                mail.letter().file(),
                LINES.encodeToString(Files.readAllBytes(drawn)),
                mail.table().name(),
                mail.table().name(),
                table);
    Path hidden = file.resolveSibling("." + file.getFileName() + ".part");
    Files.write(hidden, whole.replaceAll("\r?\n", "\r\n").getBytes(StandardCharsets.UTF_8));
    Files.delete(drawn);
    Files.move(hidden, file);
  }
}
