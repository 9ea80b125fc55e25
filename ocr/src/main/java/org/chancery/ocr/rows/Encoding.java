package org.chancery.ocr.rows;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * How a text was written: by its mark, by zeros where other alphabets have none, as UTF-8 when all
 * of it is, as Windows-1252 otherwise.
 *
 * @param charset the encoding
 * @param mark how many bytes the mark has
 */
record Encoding(Charset charset, int mark) {
  private static final int SAMPLE = 4096;
  private static final Charset WINDOWS = Charset.forName("windows-1252");

  static Encoding of(Path file) throws IOException {
    byte[] head;
    try (InputStream in = Files.newInputStream(file)) {
      head = in.readNBytes(SAMPLE);
    }
    if (starts(head, 0xEF, 0xBB, 0xBF)) {
      return new Encoding(StandardCharsets.UTF_8, 3);
    }
    if (starts(head, 0xFF, 0xFE)) {
      return new Encoding(StandardCharsets.UTF_16LE, 2);
    }
    if (starts(head, 0xFE, 0xFF)) {
      return new Encoding(StandardCharsets.UTF_16BE, 2);
    }
    int even = zeros(head, 0);
    int odd = zeros(head, 1);
    if (head.length > 8 && odd > head.length / 5 && even < odd / 4) {
      return new Encoding(StandardCharsets.UTF_16LE, 0);
    }
    if (head.length > 8 && even > head.length / 5 && odd < even / 4) {
      return new Encoding(StandardCharsets.UTF_16BE, 0);
    }
    return new Encoding(isUtf8(file) ? StandardCharsets.UTF_8 : WINDOWS, 0);
  }

  /** The text, without its mark. */
  Reader open(Path file) throws IOException {
    InputStream in = Files.newInputStream(file);
    in.skipNBytes(mark);
    return new InputStreamReader(in, charset);
  }

  private static boolean starts(byte[] head, int... with) {
    for (int i = 0; i < with.length; i++) {
      if (i >= head.length || (head[i] & 0xFF) != with[i]) {
        return false;
      }
    }
    return true;
  }

  private static int zeros(byte[] head, int from) {
    int zeros = 0;
    for (int i = from; i < head.length; i += 2) {
      zeros += head[i] == 0 ? 1 : 0;
    }
    return zeros;
  }

  private static boolean isUtf8(Path file) throws IOException {
    CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
    ByteBuffer bytes = ByteBuffer.allocate(1 << 16);
    CharBuffer chars = CharBuffer.allocate(1 << 16);
    try (InputStream in = Files.newInputStream(file)) {
      int count;
      do {
        count = in.read(bytes.array(), bytes.position(), bytes.remaining());
        bytes.limit(bytes.position() + Math.max(0, count)).position(0);
        CoderResult result = decoder.decode(bytes, chars.clear(), count < 0);
        if (result.isError()) {
          return false;
        }
        bytes.compact();
      } while (count >= 0);
    }
    return true;
  }
}
