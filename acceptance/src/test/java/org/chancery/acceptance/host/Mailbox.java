package org.chancery.acceptance.host;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.BodyPart;
import jakarta.mail.Header;
import jakarta.mail.MessagingException;
import jakarta.mail.Part;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Enumeration;
import java.util.List;
import java.util.Map;

/** A mail server in this process, to which a host of the tests' own sends all its mail. */
public final class Mailbox implements AutoCloseable {
  private final GreenMail server =
      new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));

  private Mailbox() {
    server.start();
  }

  static Mailbox open() {
    return new Mailbox();
  }

  /** What tells a server to send its mail here. */
  Map<String, String> environment() {
    return Map.of(
        "CHANCERY_MAIL_HOST", "127.0.0.1",
        "CHANCERY_MAIL_PORT", String.valueOf(server.getSmtp().getPort()),
        "CHANCERY_MAIL_STARTTLS", "false",
        "CHANCERY_MAIL_FROM", "chancery@office.example",
        "CHANCERY_MAIL_DOMAIN", "office.example",
        "CHANCERY_MAIL_HOME", "https://chancery.example");
  }

  /**
   * A mail as whoever gets it reads it.
   *
   * @param to every recipient
   * @param text headers and all parts, decoded
   */
  public record Mail(String to, String text) {}

  /** Every mail that has arrived. */
  public List<Mail> mails() {
    return Arrays.stream(server.getReceivedMessages()).map(Mailbox::read).toList();
  }

  private static Mail read(MimeMessage message) {
    try {
      StringBuilder text = new StringBuilder();
      add(text, message);
      return new Mail(Arrays.toString(message.getAllRecipients()), text.toString());
    } catch (MessagingException e) {
      throw new IllegalStateException(e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void add(StringBuilder text, Part part) throws MessagingException, IOException {
    for (Enumeration<Header> all = part.getAllHeaders(); all.hasMoreElements(); ) {
      Header header = all.nextElement();
      text.append(header.getName()).append(": ").append(header.getValue()).append('\n');
    }
    if (part.getFileName() != null) {
      text.append(part.getFileName()).append('\n');
    }
    if (part.getContent() instanceof MimeMultipart parts) {
      for (int i = 0; i < parts.getCount(); i++) {
        BodyPart each = parts.getBodyPart(i);
        add(text, each);
      }
    } else {
      try (InputStream in = part.getInputStream()) {
        text.append(new String(in.readAllBytes(), StandardCharsets.UTF_8)).append('\n');
      }
    }
  }

  @Override
  public void close() {
    server.stop();
  }
}
