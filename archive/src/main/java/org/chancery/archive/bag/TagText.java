package org.chancery.archive.bag;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.function.Consumer;

/**
 * The lines of a tag file (RFC 8493, 2.3), ended by LF, CR or both. Read as a stream; a line or a
 * file beyond all measure ends the reading with a fault.
 */
final class TagText {
  /** No path of any operating system comes near. */
  static final int LONGEST_LINE = 32_768;

  private final String name;
  private final Consumer<Fault> faults;

  TagText(String name, Consumer<Fault> faults) {
    this.name = name;
    this.faults = faults;
  }

  /** What takes a line with its number, from 1. */
  interface Lines {
    void accept(int number, String line);
  }

  /** The first bytes of a file, at most so many. */
  static byte[] head(Path file, int limit) throws IOException {
    try (InputStream in = Files.newInputStream(file, LinkOption.NOFOLLOW_LINKS)) {
      return in.readNBytes(limit);
    }
  }

  /** Hands every line on; returns false when a fault ended it early. */
  boolean read(Path file, Charset encoding, Lines lines) throws IOException {
    try (InputStream in = Files.newInputStream(file, LinkOption.NOFOLLOW_LINKS);
        Reader reader =
            new BufferedReader(
                new InputStreamReader(
                    in,
                    encoding
                        .newDecoder()
                        .onMalformedInput(CodingErrorAction.REPORT)
                        .onUnmappableCharacter(CodingErrorAction.REPORT)))) {
      return split(reader, encoding, lines);
    } catch (CharacterCodingException e) {
      faults.accept(new Fault(FaultCode.TAG_ENCODING, name, "The file is not " + encoding + "."));
      return false;
    }
  }

  private boolean split(Reader reader, Charset encoding, Lines lines) throws IOException {
    StringBuilder line = new StringBuilder();
    int number = 1;
    boolean afterReturn = false;
    boolean first = true;
    for (int c = reader.read(); c >= 0; c = reader.read()) {
      if (first && c == '\uFEFF') {
        reportMark(encoding);
      } else if (c == '\n' && afterReturn) {
        afterReturn = false;
      } else if (c == '\n' || c == '\r') {
        lines.accept(number++, line.toString());
        line.setLength(0);
        afterReturn = c == '\r';
      } else if (line.length() >= LONGEST_LINE) {
        faults.accept(
            new Fault(FaultCode.TOO_LARGE, name, "Line " + number + " is too long to be read."));
        return false;
      } else {
        line.append((char) c);
        afterReturn = false;
      }
      first = false;
    }
    if (line.length() > 0) {
      lines.accept(number, line.toString());
    }
    return true;
  }

  /** Allowed only where the encoding needs it to be read; UTF-8 does not. */
  private void reportMark(Charset encoding) {
    if (encoding.equals(StandardCharsets.UTF_8)) {
      faults.accept(
          new Fault(FaultCode.BYTE_ORDER_MARK, name, "The file begins with a byte-order mark."));
    }
  }
}
