package org.chancery.ocr.text;

import java.io.IOException;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Calendar;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.poi.hsmf.MAPIMessage;
import org.apache.poi.hsmf.datatypes.MAPIProperty;
import org.apache.poi.hsmf.datatypes.PropertyValue;
import org.apache.poi.hsmf.datatypes.RecipientChunks;
import org.apache.poi.hsmf.datatypes.StringChunk;
import org.apache.poi.hsmf.exceptions.ChunkNotFoundException;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;

/**
 * The header of an Outlook message: that which it came with from the Internet where it is kept,
 * completed from the message's own properties; those alone for a message that never left its
 * server.
 */
final class OutlookHeader {
  /** PidTagSenderSmtpAddress and PidTagSentRepresentingSmtpAddress ([MS-OXPROPS]). */
  private static final int SENDER_SMTP_ADDRESS = 0x5D01;

  private static final int SENT_REPRESENTING_SMTP_ADDRESS = 0x5D02;
  private static final int COPY = 2;
  private static final int BLIND_COPY = 3;

  private final MAPIMessage message;

  private OutlookHeader(MAPIMessage message) {
    this.message = message;
  }

  static MailHeader of(Path file) throws IOException {
    try (POIFSFileSystem files = new POIFSFileSystem(file.toFile(), true);
        MAPIMessage message = new MAPIMessage(files)) {
      message.setReturnNullOnMissingChunk(true);
      message.guess7BitEncoding();
      return new OutlookHeader(message).read();
    } catch (ChunkNotFoundException e) {
      throw new IOException("A property is missing that need not be there", e);
    }
  }

  private MailHeader read() throws ChunkNotFoundException {
    String[] transported = message.getHeaders();
    Optional<MailHeader> wire =
        transported == null || transported.length == 0
            ? Optional.empty()
            : Optional.of(new InternetHeader(String.join("\n", transported)).read());
    String id = text(MAPIProperty.INTERNET_MESSAGE_ID).orElse(null);
    String from = from().orElse(null);
    String sent = sent();
    String subject = message.getSubject();
    List<String> to = new ArrayList<>();
    List<String> cc = new ArrayList<>();
    List<String> bcc = new ArrayList<>();
    for (RecipientChunks recipient : message.getRecipientDetailsChunks()) {
      List<String> kind =
          switch (kindOf(recipient)) {
            case COPY -> cc;
            case BLIND_COPY -> bcc;
            default -> to;
          };
      named(recipient.getRecipientName(), recipient.getRecipientEmailAddress())
          .ifPresent(kind::add);
    }
    if (to.isEmpty()) {
      Optional.ofNullable(message.getDisplayTo()).filter(all -> !all.isBlank()).ifPresent(to::add);
    }
    if (cc.isEmpty()) {
      Optional.ofNullable(message.getDisplayCC()).filter(all -> !all.isBlank()).ifPresent(cc::add);
    }
    return new MailHeader(
        wire.map(MailHeader::id).orElse(id),
        wire.map(MailHeader::from).orElse(from),
        wire.map(MailHeader::to).filter(all -> !all.isEmpty()).orElse(to),
        wire.map(MailHeader::cc).filter(all -> !all.isEmpty()).orElse(cc),
        bcc,
        wire.map(MailHeader::sent).orElse(sent),
        wire.map(MailHeader::subject).orElse(subject == null || subject.isBlank() ? null : subject),
        wire.map(MailHeader::lines).orElseGet(() -> lines(id, from, to, cc, bcc, sent, subject)));
  }

  private static int kindOf(RecipientChunks recipient) {
    Map<MAPIProperty, List<PropertyValue>> properties = recipient.getProperties();
    List<PropertyValue> kinds = properties.getOrDefault(MAPIProperty.RECIPIENT_TYPE, List.of());
    return kinds.stream()
        .map(PropertyValue::getValue)
        .filter(Integer.class::isInstance)
        .map(Integer.class::cast)
        .findFirst()
        .orElse(0);
  }

  private Optional<String> from() throws ChunkNotFoundException {
    Optional<String> name =
        text(MAPIProperty.SENT_REPRESENTING_NAME)
            .or(() -> text(MAPIProperty.SENDER_NAME))
            .or(() -> Optional.ofNullable(displayFrom()));
    // Within one organization the sender's plain address may be that of a directory.
    Optional<String> address =
        text(SENT_REPRESENTING_SMTP_ADDRESS)
            .or(() -> text(SENDER_SMTP_ADDRESS))
            .or(() -> text(MAPIProperty.SENT_REPRESENTING_EMAIL_ADDRESS))
            .or(() -> text(MAPIProperty.SENDER_EMAIL_ADDRESS))
            .filter(text -> text.contains("@"));
    return named(name.orElse(null), address.orElse(null));
  }

  private String displayFrom() {
    try {
      return message.getDisplayFrom();
    } catch (ChunkNotFoundException e) {
      return null;
    }
  }

  private static Optional<String> named(String name, String address) {
    String plain = name == null ? "" : name.strip();
    String at = address == null || !address.contains("@") ? "" : address.strip();
    if (plain.isEmpty() || plain.equals(at)) {
      return Optional.of(at.isEmpty() ? plain : at).filter(text -> !text.isEmpty());
    }
    return Optional.of(at.isEmpty() ? plain : plain + " <" + at + ">");
  }

  private Optional<String> text(MAPIProperty property) {
    return text(property.id);
  }

  private Optional<String> text(int property) {
    return message.getMainChunks().getAll().values().stream()
        .flatMap(List::stream)
        .filter(chunk -> chunk.getChunkId() == property)
        .filter(StringChunk.class::isInstance)
        .map(chunk -> ((StringChunk) chunk).getValue())
        .filter(value -> value != null && !value.isBlank())
        .findFirst();
  }

  private String sent() throws ChunkNotFoundException {
    Calendar date = message.getMessageDate();
    return date == null
        ? null
        : OffsetDateTime.ofInstant(date.toInstant(), ZoneOffset.UTC).withNano(0).toString();
  }

  private static String lines(
      String id,
      String from,
      List<String> to,
      List<String> cc,
      List<String> bcc,
      String sent,
      String subject) {
    List<String> lines = new ArrayList<>();
    line(lines, "Message-ID", id);
    line(lines, "Date", sent);
    line(lines, "From", from);
    line(lines, "To", String.join(", ", to));
    line(lines, "Cc", String.join(", ", cc));
    line(lines, "Bcc", String.join(", ", bcc));
    line(lines, "Subject", subject);
    return String.join("\n", lines);
  }

  static void line(List<String> lines, String label, String value) {
    if (value != null && !value.isBlank()) {
      lines.add(label + ": " + value);
    }
  }
}
