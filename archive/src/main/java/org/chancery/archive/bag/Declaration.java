package org.chancery.archive.bag;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * bagit.txt: exactly two lines, in UTF-8, without a byte-order mark (RFC 8493, 2.1.1).
 *
 * @param version of the bag
 * @param encoding of the other tag files
 */
record Declaration(BagVersion version, Charset encoding) {
  static final String NAME = "bagit.txt";

  /** What is assumed so that a bag with a bad declaration still gets its other faults told. */
  static final Declaration USUAL = new Declaration(BagVersion.FINAL, StandardCharsets.UTF_8);

  private static final int LIMIT = 4096;
  private static final Pattern VERSION = Pattern.compile("BagIt-Version: (\\d+\\.\\d+)");
  private static final Pattern ENCODING = Pattern.compile("Tag-File-Character-Encoding: (\\S+)");

  static Declaration read(Path file, Consumer<Fault> faults) throws IOException {
    byte[] bytes = TagText.head(file, LIMIT);
    if (bytes.length >= 3
        && (bytes[0] & 0xff) == 0xef
        && (bytes[1] & 0xff) == 0xbb
        && (bytes[2] & 0xff) == 0xbf) {
      faults.accept(
          new Fault(FaultCode.BYTE_ORDER_MARK, NAME, "The file begins with a byte-order mark."));
      return USUAL;
    }
    String text;
    try {
      text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException e) {
      faults.accept(new Fault(FaultCode.TAG_ENCODING, NAME, "The file is not UTF-8."));
      return USUAL;
    }
    List<String> lines = List.of(text.split("\r\n|\r|\n", -1));
    if (!lines.isEmpty() && lines.get(lines.size() - 1).isEmpty()) {
      lines = lines.subList(0, lines.size() - 1);
    }
    if (lines.size() != 2 || bytes.length == LIMIT) {
      faults.accept(wrong("It does not consist of exactly two lines."));
      return USUAL;
    }
    Optional<BagVersion> version = version(lines.get(0), faults);
    Optional<Charset> encoding = encoding(lines.get(1), faults);
    return version.isPresent() && encoding.isPresent()
        ? new Declaration(version.get(), encoding.get())
        : new Declaration(version.orElse(USUAL.version()), encoding.orElse(USUAL.encoding()));
  }

  private static Optional<BagVersion> version(String line, Consumer<Fault> faults) {
    Matcher matcher = VERSION.matcher(line);
    if (!matcher.matches()) {
      faults.accept(wrong("The first line does not give the version as BagIt-Version: M.N."));
      return Optional.empty();
    }
    Optional<BagVersion> version = BagVersion.of(matcher.group(1));
    if (version.isEmpty()) {
      faults.accept(
          new Fault(
              FaultCode.BAGIT_VERSION, NAME, "Version " + matcher.group(1) + " is not known."));
    }
    return version;
  }

  private static Optional<Charset> encoding(String line, Consumer<Fault> faults) {
    Matcher matcher = ENCODING.matcher(line);
    if (!matcher.matches()) {
      faults.accept(wrong("The second line does not give Tag-File-Character-Encoding."));
      return Optional.empty();
    }
    try {
      return Optional.of(Charset.forName(matcher.group(1)));
    } catch (IllegalArgumentException e) {
      faults.accept(
          new Fault(
              FaultCode.TAG_ENCODING_UNKNOWN,
              NAME,
              "The encoding " + matcher.group(1) + " is not known."));
      return Optional.empty();
    }
  }

  private static Fault wrong(String what) {
    return new Fault(FaultCode.BAGIT_DECLARATION, NAME, what);
  }
}
