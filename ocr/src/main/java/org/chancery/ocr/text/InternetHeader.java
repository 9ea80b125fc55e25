package org.chancery.ocr.text;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.apache.james.mime4j.codec.DecodeMonitor;
import org.apache.james.mime4j.codec.DecoderUtil;
import org.apache.james.mime4j.dom.address.Mailbox;
import org.apache.james.mime4j.field.address.LenientAddressParser;

/** The header of a message as it went over the wire (RFC 5322, RFC 2047), read leniently. */
final class InternetHeader {
  private static final int LONGEST = 128 * 1024;
  private static final int MOST_ADDRESSES = 2000;

  private final String lines;
  private final List<Field> fields = new ArrayList<>();

  private record Field(String name, String value) {}

  /** Takes the lines apart; a line that begins with white space goes on with the one before. */
  InternetHeader(String header) {
    lines = header.replace("\r\n", "\n").replace('\r', '\n').stripTrailing();
    for (String line : lines.split("\n")) {
      if ((line.startsWith(" ") || line.startsWith("\t")) && !fields.isEmpty()) {
        Field last = fields.remove(fields.size() - 1);
        fields.add(new Field(last.name(), last.value() + " " + line.strip()));
      } else {
        int colon = line.indexOf(':');
        if (colon > 0 && line.substring(0, colon).strip().indexOf(' ') < 0) {
          fields.add(
              new Field(
                  line.substring(0, colon).strip().toLowerCase(Locale.ROOT),
                  line.substring(colon + 1).strip()));
        }
      }
    }
  }

  /** The header of a message file: all before its first empty line. */
  static InternetHeader of(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      byte[] bytes = in.readNBytes(LONGEST);
      return new InternetHeader(text(bytes, end(bytes)));
    }
  }

  private static int end(byte[] bytes) {
    for (int i = 0; i < bytes.length; i++) {
      boolean lineEnds = bytes[i] == '\n';
      boolean nextIsEmpty =
          i + 1 < bytes.length && bytes[i + 1] == '\n'
              || i + 2 < bytes.length && bytes[i + 1] == '\r' && bytes[i + 2] == '\n';
      if (lineEnds && nextIsEmpty) {
        return i;
      }
    }
    return bytes.length;
  }

  /** Newer mail may hold UTF-8 (RFC 6532); what is not that is taken byte by byte. */
  private static String text(byte[] bytes, int length) {
    try {
      return StandardCharsets.UTF_8
          .newDecoder()
          .decode(ByteBuffer.wrap(bytes, 0, length))
          .toString();
    } catch (CharacterCodingException e) {
      return new String(bytes, 0, length, StandardCharsets.ISO_8859_1);
    }
  }

  MailHeader read() {
    return new MailHeader(
        first("message-id").orElse(null),
        first("from").or(() -> first("sender")).map(InternetHeader::decoded).orElse(null),
        addresses("to"),
        addresses("cc"),
        addresses("bcc"),
        first("date").flatMap(InternetHeader::moment).map(OffsetDateTime::toString).orElse(null),
        first("subject").map(InternetHeader::decoded).orElse(null),
        lines);
  }

  private Optional<String> first(String name) {
    return fields.stream()
        .filter(field -> field.name().equals(name))
        .map(Field::value)
        .filter(value -> !value.isBlank())
        .findFirst();
  }

  private List<String> addresses(String name) {
    List<String> found = new ArrayList<>();
    for (Field field : fields) {
      if (field.name().equals(name) && !field.value().isBlank()) {
        found.addAll(addressesIn(field.value()));
      }
    }
    return found.size() > MOST_ADDRESSES ? found.subList(0, MOST_ADDRESSES) : found;
  }

  private static List<String> addressesIn(String value) {
    List<String> found = new ArrayList<>();
    try {
      for (Mailbox mailbox : LenientAddressParser.DEFAULT.parseAddressList(value).flatten()) {
        String name = mailbox.getName();
        String address = mailbox.getAddress();
        found.add(
            name == null || name.isBlank()
                ? address
                : decoded(name).strip() + " <" + address + ">");
      }
    } catch (RuntimeException e) {
      // The parser throws at the strangest of headers; the line as it stands still says it.
      found.clear();
    }
    found.removeIf(each -> each == null || each.isBlank());
    return found.isEmpty() ? List.of(decoded(value)) : found;
  }

  static String decoded(String value) {
    try {
      return DecoderUtil.decodeEncodedWords(value, DecodeMonitor.SILENT).strip();
    } catch (RuntimeException e) {
      return value;
    }
  }

  static Optional<OffsetDateTime> moment(String value) {
    // Comments such as (EST), and a weekday that some programs translate, are left aside.
    String plain =
        value
            .replaceAll("\\([^()]*\\)", " ")
            .replaceFirst("^\\s*[^,\\d]{1,20},", "")
            .replaceAll("\\s+", " ")
            .replaceFirst("(?i) (?:UT|UTC|Z)$", " GMT")
            .strip();
    try {
      return Optional.of(OffsetDateTime.parse(plain, DateTimeFormatter.RFC_1123_DATE_TIME));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }
}
