package org.chancery.standalone.mail;

import jakarta.activation.DataHandler;
import jakarta.activation.DataSource;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Part;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Date;
import org.chancery.core.mail.Letter;

/** A letter as a message of the mail library, under the letter's own Message-ID. */
final class LetterMail extends MimeMessage {
  private final String messageId;

  LetterMail(Session session, InternetAddress from, Letter letter) throws MessagingException {
    super(session);
    this.messageId = letter.messageId();
    setFrom(from);
    setRecipient(Message.RecipientType.TO, new InternetAddress(letter.to().value(), true));
    setSubject(letter.subject(), StandardCharsets.UTF_8.name());
    setSentDate(new Date());
    MimeMultipart parts = new MimeMultipart("mixed");
    MimeBodyPart text = new MimeBodyPart();
    text.setText(letter.text(), StandardCharsets.UTF_8.name());
    parts.addBodyPart(text);
    for (Letter.Enclosure enclosure : letter.enclosures()) {
      MimeBodyPart part = new MimeBodyPart();
      part.setDataHandler(new DataHandler(new Enclosed(enclosure)));
      part.setFileName(enclosure.name());
      part.setDisposition(Part.ATTACHMENT);
      part.setHeader("Content-Transfer-Encoding", "base64");
      parts.addBodyPart(part);
    }
    setContent(parts);
  }

  /** The library would choose one of its own. */
  @Override
  protected void updateMessageID() throws MessagingException {
    setHeader("Message-ID", messageId);
  }

  private record Enclosed(Letter.Enclosure enclosure) implements DataSource {
    @Override
    public InputStream getInputStream() {
      return enclosure.bytes().get();
    }

    @Override
    public OutputStream getOutputStream() {
      throw new UnsupportedOperationException("A letter's enclosure is only read");
    }

    @Override
    public String getContentType() {
      return enclosure.mediaType();
    }

    @Override
    public String getName() {
      return enclosure.name();
    }
  }
}
