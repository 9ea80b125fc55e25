package org.chancery.ocr.rows;

import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.Reader;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.chancery.ocr.page.UnreadableFile;

/** Address cards: vCard 2.1, 3.0 and 4.0 (RFC 2426, RFC 6350), any number in a file. */
final class Cards {
  private static final int LONGEST = 4_000_000;

  private final RowWriter out;
  private final Encoding encoding;
  private int number;
  private String ahead;

  Cards(RowWriter out, Encoding encoding) {
    this.out = out;
    this.encoding = encoding;
  }

  void read(Path file) throws IOException, UnreadableFile {
    out.file(
        Map.of("format", "vcard", "encoding", encoding.charset().name(), "columns", List.of()));
    // What is not in quoted-printable may be in an encoding of its own; 2.1 leaves it open.
    try (Reader text = encoding.open(file);
        BufferedReader in = new BufferedReader(text)) {
      int record = 0;
      CardPerson card = null;
      int began = 0;
      for (ContentLine line = next(in); line != null; line = next(in)) {
        boolean isCard = line.value().strip().equalsIgnoreCase("VCARD");
        if (line.name().equals("BEGIN") && isCard) {
          if (card != null) {
            out.rejected(record, began, card.called(), "the card does not end");
          }
          record++;
          began = line.number();
          card = new CardPerson();
        } else if (line.name().equals("END") && isCard && card != null) {
          Map<String, Object> person = card.person();
          if (person.containsKey("last") || person.containsKey("name")) {
            out.card(record, began, person);
          } else {
            out.rejected(record, began, card.called(), "no name");
          }
          card = null;
        } else if (card != null) {
          card.take(line);
        }
      }
      if (card != null) {
        out.rejected(record, began, card.called(), "the card does not end");
      }
    }
  }

  /** The next whole line, decoded; null at the end. */
  private ContentLine next(BufferedReader in) throws IOException {
    String first = ahead != null ? ahead : line(in);
    ahead = null;
    while (first != null && first.isBlank()) {
      first = line(in);
    }
    if (first == null) {
      return null;
    }
    int at = number;
    StringBuilder whole = new StringBuilder(first);
    boolean printable =
        first.indexOf(':') > 0
            && first
                .substring(0, first.indexOf(':'))
                .toUpperCase(Locale.ROOT)
                .contains("QUOTED-PRINTABLE");
    if (printable) {
      while (whole.length() > 0 && whole.charAt(whole.length() - 1) == '=') {
        String more = line(in);
        if (more == null) {
          break;
        }
        whole.setLength(whole.length() - 1);
        append(whole, more);
      }
    }
    for (ahead = line(in);
        ahead != null && (ahead.startsWith(" ") || ahead.startsWith("\t"));
        ahead = line(in)) {
      append(whole, ahead.substring(1));
    }
    ContentLine line = ContentLine.of(at, whole.toString());
    return printable
        ? new ContentLine(at, line.group(), line.name(), line.parameters(), decoded(line))
        : line;
  }

  private static void append(StringBuilder whole, String more) {
    // A photo of many megabytes is passed over anyway.
    if (whole.length() < LONGEST) {
      whole.append(more);
    }
  }

  private String line(BufferedReader in) throws IOException {
    String line = in.readLine();
    number++;
    return line;
  }

  private String decoded(ContentLine line) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    String value = line.value();
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      int high = i + 2 < value.length() ? Character.digit(value.charAt(i + 1), 16) : -1;
      int low = i + 2 < value.length() ? Character.digit(value.charAt(i + 2), 16) : -1;
      if (c == '=' && high >= 0 && low >= 0) {
        bytes.write(high * 16 + low);
        i += 2;
      } else {
        bytes.writeBytes(String.valueOf(c).getBytes(charset(line)));
      }
    }
    return bytes.toString(charset(line));
  }

  private Charset charset(ContentLine line) {
    String name = line.parameter("CHARSET");
    if (name.isEmpty()) {
      return encoding.charset().name().startsWith("UTF-16")
          ? StandardCharsets.UTF_8
          : encoding.charset();
    }
    try {
      return Charset.forName(name);
    } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
      return StandardCharsets.UTF_8;
    }
  }
}
