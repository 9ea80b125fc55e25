package org.chancery.archive.bag;

import static org.assertj.core.api.Assertions.assertThat;
import static org.chancery.archive.bag.TestBag.sha256;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class BagCheckTest {
  @TempDir Path folder;

  /** Makes a bag wrong, or odd, in one way. */
  interface Making {
    Path in(Path folder) throws IOException;
  }

  private static Arguments of(String what, FaultCode expected, Making making) {
    return Arguments.of(what, expected, making);
  }

  static Stream<Arguments> goodBags() {
    return Stream.of(
        of("the smallest bag of all", null, f -> TestBag.of(f).withoutTagManifest().write()),
        of("two algorithms", null, f -> TestBag.of(f).algorithms("SHA-256", "SHA-512").write()),
        of("MD5 alone", null, f -> TestBag.of(f).algorithms("MD5").write()),
        of("SHA-3", null, f -> TestBag.of(f).algorithms("SHA3-256").write()),
        of(
            "checksums in capitals",
            null,
            f ->
                TestBag.of(f)
                    .payload("data/new", "new")
                    .tag(
                        "manifest-sha256.txt",
                        sha256("a letter").toUpperCase(Locale.ROOT)
                            + " \t data/letter.txt\r\n"
                            + sha256("an answer")
                            + " data/more/answer.txt\r"
                            + sha256("new")
                            + "\tdata/new")
                    .write()),
        of(
            "a percent sign and line breaks in a name, encoded",
            null,
            f -> {
              TestBag bag = TestBag.of(f);
              bag.line(sha256("odd") + "  data/100%25%0a%0D");
              Path base = bag.write();
              Files.writeString(base.resolve("data/100%\n\r"), "odd");
              return base;
            }),
        of("tag files in UTF-16", null, f -> TestBag.of(f).encoding("UTF-16").write()),
        of("tag files in ISO-8859-1", null, f -> TestBag.of(f).encoding("ISO-8859-1").write()),
        of(
            "a tag folder that no manifest lists",
            null,
            f -> {
              Path base = TestBag.of(f).write();
              Files.createDirectories(base.resolve("notes"));
              Files.writeString(base.resolve("notes/anything"), "at all");
              return base;
            }),
        of(
            "bag-info.txt with a right sum and a folded value",
            null,
            f ->
                TestBag.of(f)
                    .tag("bag-info.txt", "Payload-Oxum: 17.2\nNote: a\n\tb\nnote: c\n")
                    .write()),
        of(
            "fetch.txt whose files are there",
            null,
            f ->
                TestBag.of(f)
                    .tag("fetch.txt", "https://example.org/l 8 data/letter.txt\n")
                    .write()),
        of(
            "a bag within the bag",
            null,
            f ->
                TestBag.of(f)
                    .payload("data/inner/bagit.txt", "nonsense")
                    .payload("data/inner/manifest-md5.txt", "nonsense")
                    .write()),
        of("an early version, by its own rules", null, f -> TestBag.of(f, "0.93").write()));
  }

  static Stream<Arguments> badBags() {
    String letter = sha256("a letter");
    return Stream.of(
        of("bagit.txt is missing", FaultCode.BAGIT_MISSING, f -> without(f, "bagit.txt")),
        of("three lines", FaultCode.BAGIT_DECLARATION, f -> declared(f, two() + "More: 1\n")),
        of("one line", FaultCode.BAGIT_DECLARATION, f -> declared(f, "BagIt-Version: 1.0\n")),
        of(
            "space before the colon",
            FaultCode.BAGIT_DECLARATION,
            f -> declared(f, two().replace("Version:", "Version :"))),
        of(
            "a version without its first number",
            FaultCode.BAGIT_DECLARATION,
            f -> declared(f, two().replace("1.0", ".97"))),
        of(
            "a version of the future",
            FaultCode.BAGIT_VERSION,
            f -> declared(f, two().replace("1.0", "2.0"))),
        of(
            "an encoding that nobody knows",
            FaultCode.TAG_ENCODING_UNKNOWN,
            f -> declared(f, two().replace("UTF-8", "UTF-99"))),
        of(
            "a byte-order mark in bagit.txt",
            FaultCode.BYTE_ORDER_MARK,
            f -> declared(f, "\ufeff" + two())),
        of(
            "a byte-order mark in a manifest in UTF-8",
            FaultCode.BYTE_ORDER_MARK,
            f -> TestBag.of(f).tag("tagmanifest-sha256.txt", "\ufeff").write()),
        of("no folder data", FaultCode.PAYLOAD_FOLDER_MISSING, f -> emptied(f)),
        of(
            "no payload manifest",
            FaultCode.MANIFEST_MISSING,
            f -> without(f, "manifest-sha256.txt")),
        of(
            "an algorithm that nobody knows",
            FaultCode.MANIFEST_ALGORITHM,
            f -> TestBag.of(f).tag("manifest-rot13.txt", "").write()),
        of(
            "two manifests of one algorithm",
            FaultCode.MANIFEST_ALGORITHM,
            f -> TestBag.of(f).tag("manifest-SHA-256.txt", "").write()),
        of(
            "a line without a checksum",
            FaultCode.MANIFEST_LINE,
            f -> TestBag.of(f).line("data/letter.txt").write()),
        of("an empty line", FaultCode.MANIFEST_LINE, f -> TestBag.of(f).line("").write()),
        of(
            "a checksum too short",
            FaultCode.MANIFEST_LINE,
            f -> TestBag.of(f).line("abcd  data/letter.txt").write()),
        of(
            "a percent sign that is not encoded",
            FaultCode.MANIFEST_LINE,
            f -> TestBag.of(f).line(letter + "  data/100%").write()),
        of(
            "a code for what need not be encoded",
            FaultCode.MANIFEST_LINE,
            f -> TestBag.of(f).line(letter + "  data/%7Eme").write()),
        of("a path upwards", FaultCode.MANIFEST_PATH, f -> listed(f, "../../etc/passwd")),
        of("a path upwards from data", FaultCode.MANIFEST_PATH, f -> listed(f, "data/../../x")),
        of("an absolute path", FaultCode.MANIFEST_PATH, f -> listed(f, "/etc/passwd")),
        of("a path to a home", FaultCode.MANIFEST_PATH, f -> listed(f, "~root/x")),
        of("a drive of Windows", FaultCode.MANIFEST_PATH, f -> listed(f, "C:\\Windows\\x")),
        of("a share of Windows", FaultCode.MANIFEST_PATH, f -> listed(f, "\\\\server\\x")),
        of("upwards for Windows", FaultCode.MANIFEST_PATH, f -> listed(f, "data/..\\..\\x")),
        of("a tag file among the payload", FaultCode.MANIFEST_PATH, f -> listed(f, "bagit.txt")),
        of(
            "the payload among tag files",
            FaultCode.MANIFEST_PATH,
            f ->
                TestBag.of(f)
                    .tag("tagmanifest-sha256.txt", letter + "  data/letter.txt\n")
                    .write()),
        of(
            "listed twice, alike",
            FaultCode.MANIFEST_DUPLICATE,
            f -> TestBag.of(f).line(letter + "  data/letter.txt").write()),
        of(
            "listed twice, not alike",
            FaultCode.MANIFEST_DUPLICATE,
            f -> TestBag.of(f).line(sha256("x") + "  data/letter.txt").write()),
        of(
            "an asterisk before the path",
            FaultCode.MANIFEST_PATH,
            f -> TestBag.of(f).line(letter + " *data/letter.txt").write()),
        of(
            "a tag manifest that leaves out a manifest",
            FaultCode.TAG_MANIFEST_SCOPE,
            f -> TestBag.of(f).tag("tagmanifest-md5.txt", "").write()),
        of("a listed file is missing", FaultCode.FILE_MISSING, f -> without(f, "data/letter.txt")),
        of(
            "a listed tag file is missing",
            FaultCode.FILE_MISSING,
            f -> {
              TestBag.of(f).tag("notes.txt", "x").write();
              return without(f, "notes.txt", false);
            }),
        of(
            "a file in no manifest",
            FaultCode.FILE_UNLISTED,
            f -> {
              Path base = TestBag.of(f).write();
              Files.writeString(base.resolve("data/extra"), "x");
              return base;
            }),
        of(
            "a file in one manifest of two",
            FaultCode.FILE_UNLISTED,
            f ->
                TestBag.of(f)
                    .tag(
                        "manifest-md5.txt",
                        TestBag.hash("MD5", "a letter".getBytes(StandardCharsets.UTF_8))
                            + "  data/letter.txt\n")
                    .write()),
        of(
            "a byte of the payload is another",
            FaultCode.CHECKSUM,
            f -> {
              Path base = TestBag.of(f).write();
              Files.writeString(base.resolve("data/letter.txt"), "b letter");
              return base;
            }),
        of(
            "a byte of a tag file is another",
            FaultCode.CHECKSUM,
            f -> {
              Path base = TestBag.of(f).tag("notes.txt", "x").write();
              Files.writeString(base.resolve("notes.txt"), "y");
              return base;
            }),
        of(
            "another sum",
            FaultCode.PAYLOAD_OXUM,
            f -> TestBag.of(f).tag("bag-info.txt", "Payload-Oxum: 18.2\n").write()),
        of(
            "two sums",
            FaultCode.PAYLOAD_OXUM,
            f ->
                TestBag.of(f)
                    .tag("bag-info.txt", "Payload-Oxum: 17.2\npayload-oxum: 17.2\n")
                    .write()),
        of(
            "bag-info.txt without a label",
            FaultCode.BAG_INFO_LINE,
            f -> TestBag.of(f).tag("bag-info.txt", "no label at all\n").write()),
        of(
            "bag-info.txt that begins in the middle",
            FaultCode.BAG_INFO_LINE,
            f -> TestBag.of(f).tag("bag-info.txt", "  folded\n").write()),
        of(
            "fetch.txt names what no manifest lists",
            FaultCode.FETCH,
            f -> TestBag.of(f).tag("fetch.txt", "https://example.org/ - data/none\n").write()),
        of(
            "fetch.txt leads out",
            FaultCode.MANIFEST_PATH,
            f -> TestBag.of(f).tag("fetch.txt", "https://example.org/ - /tmp/x\n").write()),
        of(
            "fetch.txt names a tag file",
            FaultCode.MANIFEST_PATH,
            f -> TestBag.of(f).tag("fetch.txt", "https://example.org/ - bagit.txt\n").write()),
        of(
            "fetch.txt without a length",
            FaultCode.FETCH,
            f -> TestBag.of(f).tag("fetch.txt", "https://example.org/ data/letter.txt\n").write()),
        of(
            "what fetch.txt would fetch is not there",
            FaultCode.FILE_MISSING,
            f -> {
              TestBag.of(f).tag("fetch.txt", "https://example.org/ 8 data/letter.txt\n").write();
              return without(f, "data/letter.txt", false);
            }),
        of(
            "a manifest that is not in its encoding",
            FaultCode.TAG_ENCODING,
            f -> {
              Path base = TestBag.of(f).withoutTagManifest().write();
              Files.write(base.resolve("manifest-sha256.txt"), new byte[] {(byte) 0xc3, 0x28});
              return base;
            }),
        of(
            "a line without end",
            FaultCode.TOO_LARGE,
            f -> TestBag.of(f).line("a".repeat(40_000)).write()),
        of(
            "a link",
            FaultCode.SYMBOLIC_LINK,
            f -> {
              Path base = TestBag.of(f).write();
              Files.createSymbolicLink(base.resolve("data/link"), Path.of("/etc/passwd"));
              return base;
            }),
        of(
            "a link for a folder",
            FaultCode.SYMBOLIC_LINK,
            f -> {
              Path base = TestBag.of(f).write();
              Files.createSymbolicLink(base.resolve("data/link"), Path.of("/etc"));
              return base;
            }),
        of(
            "a link for the payload",
            FaultCode.PAYLOAD_FOLDER_MISSING,
            f -> {
              Path base = TestBag.of(f).write();
              Files.move(base.resolve("data"), base.resolve("elsewhere"));
              Files.createSymbolicLink(base.resolve("data"), base.resolve("elsewhere"));
              return base;
            }));
  }

  static Stream<Arguments> oddBags() {
    String letter = sha256("a letter");
    return Stream.of(
        of(
            "an asterisk, before 1.0",
            FaultCode.ASTERISK,
            f -> {
              Path base = TestBag.of(f, "0.97").withoutTagManifest().write();
              return rewritten(base, "  data/letter.txt", " *data/letter.txt");
            }),
        of(
            "a dot and a slash",
            FaultCode.DOT_SLASH,
            f -> {
              Path base = TestBag.of(f).withoutTagManifest().write();
              return rewritten(base, "  data/letter.txt", "  ./data/letter.txt");
            }),
        of(
            "listed twice alike, before 1.0",
            FaultCode.LISTED_TWICE,
            f -> TestBag.of(f, "0.97").line(letter + "  data/letter.txt").write()),
        of(
            "names that differ in case",
            FaultCode.NAMES_ALIKE,
            f -> TestBag.of(f).payload("data/LETTER.txt", "x").write()),
        of(
            "a name that a less exact system has lost, before 1.0",
            FaultCode.NAMES_ALIKE,
            f -> TestBag.of(f, "0.97").line(letter + "  data/Letter.txt").write()),
        of(
            "a file that a system makes",
            FaultCode.SYSTEM_FILE,
            f -> TestBag.of(f).payload("data/Thumbs.db", "x").write()),
        of(
            "a file that a system has removed, before 1.0",
            FaultCode.SYSTEM_FILE,
            f ->
                TestBag.of(f, "0.97")
                    .line(sha256("") + "  data/.DS_Store")
                    .tag("bag-info.txt", "Payload-Oxum: 17.3\n")
                    .write()));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("goodBags")
  void aGoodBagHasNoFault(String what, FaultCode none, Making making) throws IOException {
    assertThat(check(making.in(folder))).isEmpty();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("badBags")
  void aBadBagHasItsFault(String what, FaultCode expected, Making making) throws IOException {
    assertThat(check(making.in(folder)).stream().filter(f -> !f.isWarning()))
        .extracting(Fault::code)
        .contains(expected);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("oddBags")
  void anOddBagIsValidWithARemark(String what, FaultCode expected, Making making)
      throws IOException {
    List<Fault> found = check(making.in(folder));
    assertThat(found).allMatch(Fault::isWarning);
    assertThat(found).extracting(Fault::code).contains(expected);
  }

  @ParameterizedTest
  @ValueSource(strings = {"0.93", "0.94", "0.95", "0.96", "0.97"})
  void whatBecameAnErrorLaterIsNoneInAnEarlyBag(String version) throws IOException {
    Path base =
        TestBag.of(folder, version)
            .payload("data/100%", "x")
            .tag("bag-info.txt", "Label  :value\n\n")
            .write();
    assertThat(check(base)).isEmpty();
  }

  @Test
  void aManifestLargerThanItsLimitIsNotRead() throws IOException {
    Path base = TestBag.of(folder).withoutTagManifest().write();
    try (RandomAccessFile file =
        new RandomAccessFile(base.resolve("manifest-sha512.txt").toFile(), "rw")) {
      file.setLength((64L << 20) + 1);
    }
    assertThat(check(base)).extracting(Fault::code).contains(FaultCode.TOO_LARGE);
  }

  @Test
  void aRowNeverCarriesControlCharactersOfAName() {
    Fault fault = new Fault(FaultCode.HIDDEN, "data/a\u001b[2J\tb\n\u202ec", "It is hidden.");
    assertThat(fault.row())
        .isEqualTo(
            "hidden\tdata/a\\u001b[2J\\u0009b\\u000a\\u202ec\tIt is hidden.\t"
                + FaultCode.HIDDEN.remedy());
  }

  @Test
  void whatIsFoundIsHandedOut() throws IOException {
    BagContents contents = BagCheck.check(TestBag.of(folder).write(), fault -> {});
    assertThat(contents.files()).containsEntry("data/letter.txt", 8L).hasSize(5);
    assertThat(contents.sha256()).containsEntry("data/letter.txt", sha256("a letter"));
    assertThat(contents.tagFiles()).containsExactly("bagit.txt", "manifest-sha256.txt");
  }

  private static List<Fault> check(Path base) throws IOException {
    List<Fault> faults = new ArrayList<>();
    BagCheck.check(base, faults::add);
    return faults;
  }

  private static String two() {
    return "BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n";
  }

  private static Path declared(Path folder, String text) throws IOException {
    return TestBag.of(folder).tag("bagit.txt", text).write();
  }

  private static Path listed(Path folder, String path) throws IOException {
    return TestBag.of(folder).line(sha256("x") + "  " + path).write();
  }

  private static Path emptied(Path folder) throws IOException {
    Path base = TestBag.of(folder).write();
    Files.move(base.resolve("data"), base.resolve("elsewhere"));
    return base;
  }

  private static Path without(Path folder, String path) throws IOException {
    return without(folder, path, true);
  }

  private static Path without(Path folder, String path, boolean write) throws IOException {
    if (write) {
      TestBag.of(folder).write();
    }
    Files.delete(folder.resolve(path));
    return folder;
  }

  private static Path rewritten(Path base, String from, String to) throws IOException {
    Path manifest = base.resolve("manifest-sha256.txt");
    Files.writeString(manifest, Files.readString(manifest).replace(from, to));
    return base;
  }
}
