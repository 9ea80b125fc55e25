package org.chancery.archive.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.chancery.archive.bag.Fault;
import org.chancery.archive.bag.FaultCode;
import org.chancery.archive.transfer.Office;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class PackageCheckTest {
  private static final String NOTE = "data/originals/thumbs_db.txt";
  private static final String COPY = "data/copies/2014/smith_john_sohne/letter_of_3_march.pdf";

  @TempDir Path place;

  private Path base;

  interface Damage {
    void to(Path base) throws IOException;
  }

  @BeforeEach
  void writeAPackage() throws IOException {
    base = place.resolve("p");
    Office.write(new Office().records(), base);
  }

  static Stream<Arguments> damages() {
    return Stream.of(
        of(
            "a flipped byte",
            FaultCode.CHECKSUM,
            NOTE,
            b -> {
              byte[] bytes = Files.readAllBytes(b.resolve(NOTE));
              bytes[0] ^= 1;
              Files.write(b.resolve(NOTE), bytes);
            }),
        of("a missing file", FaultCode.LISTED_NOT_THERE, NOTE, b -> Files.delete(b.resolve(NOTE))),
        of("an extra file", FaultCode.NOT_IN_LIST, "data/originals/x.txt", b -> add(b, "x.txt")),
        of(
            "an extra file without metadata",
            FaultCode.METADATA_MISSING,
            "data/originals/x.txt",
            b -> add(b, "x.txt")),
        of(
            "an ill-named file",
            FaultCode.NAME_NOT_PORTABLE,
            "data/originals/Über us.txt",
            b -> add(b, "Über us.txt")),
        of(
            "two periods",
            FaultCode.NAME_NOT_PORTABLE,
            "data/originals/a.b.txt",
            b -> add(b, "a.b.txt")),
        of(
            "an ill-named folder",
            FaultCode.NAME_NOT_PORTABLE,
            "data/originals/A b/x.txt",
            b -> add(b, "A b/x.txt")),
        of(
            "an empty file",
            FaultCode.ZERO_BYTE,
            NOTE,
            b -> Files.write(b.resolve(NOTE), new byte[0])),
        of("a hidden file", FaultCode.HIDDEN, "data/originals/.x", b -> add(b, ".x")),
        of(
            "a hidden file beside the payload",
            FaultCode.HIDDEN,
            ".DS_Store",
            b -> Files.writeString(b.resolve(".DS_Store"), "x")),
        of("a hidden folder", FaultCode.HIDDEN, "data/originals/.git/x", b -> add(b, ".git/x")),
        of(
            "what a system makes",
            FaultCode.HIDDEN,
            "data/originals/Thumbs.db",
            b -> add(b, "Thumbs.db")),
        of("a backup", FaultCode.BACKUP, "data/originals/x.bak", b -> add(b, "x.bak")),
        of("an editor's backup", FaultCode.BACKUP, "data/originals/x.txt~", b -> add(b, "x.txt~")),
        of(
            "an empty folder",
            FaultCode.EMPTY_FOLDER,
            "data/originals/empty",
            b -> Files.createDirectories(b.resolve("data/originals/empty"))),
        of(
            "a path too long",
            FaultCode.PATH_TOO_LONG,
            "data/originals/" + "a".repeat(200) + "/" + "b".repeat(50),
            b -> add(b, "a".repeat(200) + "/" + "b".repeat(50))),
        of(
            "no list",
            FaultCode.LIST_MISSING,
            "metadata/file_list.csv",
            b -> Files.delete(b.resolve("metadata/file_list.csv"))),
        of(
            "another size in the list",
            FaultCode.LIST_DIFFERS,
            NOTE,
            b -> replace(b, "metadata/file_list.csv", "thumbs_db.txt|6|", "thumbs_db.txt|7|")),
        of(
            "a list with a row too short",
            FaultCode.LIST_ROW,
            "metadata/file_list.csv",
            b -> replace(b, "metadata/file_list.csv", "thumbs_db.txt|6|", "thumbs_db.txt|")),
        of(
            "a list of another layout",
            FaultCode.LIST_ROW,
            "metadata/file_list.csv",
            b -> replace(b, "metadata/file_list.csv", "File Name|", "Name|")),
        of(
            "metadata without a title",
            FaultCode.METADATA_INCOMPLETE,
            NOTE,
            b -> replace(b, "metadata/metadata.csv", "|WF-note-1|WF-note-1|", "|WF-note-1||")),
        of(
            "a day that is none",
            FaultCode.METADATA_INCOMPLETE,
            NOTE,
            b -> replace(b, "metadata/metadata.csv", "2014-02-28", "28 Feb 2014")),
        of(
            "a quote that stays open",
            FaultCode.LIST_ROW,
            "metadata/metadata.csv",
            b -> replace(b, "metadata/metadata.csv", "|WF-note-1|WF-note-1|", "|WF-note-1|\"WF|")),
        of(
            "a format that is refused",
            FaultCode.FORMAT_REFUSED,
            "data/originals/2014/smith_john_sohne_2/re_your_letter.eml",
            b -> replace(b, "metadata/metadata.csv", "Re: your letter.eml", "letter.exe")),
        of(
            "a copy that is not there",
            FaultCode.COPY_MISSING,
            NOTE,
            b -> replace(b, "metadata/metadata.csv", "Thumbs.db.txt", "note.docx")),
        of(
            "XML with a document type",
            FaultCode.METADATA_XML,
            "metadata/premis.xml",
            b ->
                replace(
                    b,
                    "metadata/premis.xml",
                    "<premis:premis",
                    "<!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/passwd\">]><premis:premis")),
        of(
            "XML that is not well-formed",
            FaultCode.METADATA_XML,
            "metadata/dublin_core.xml",
            b -> replace(b, "metadata/dublin_core.xml", "</records>", "")),
        of(
            "XML about other files",
            FaultCode.METADATA_XML,
            "metadata/dublin_core.xml",
            b -> replace(b, "metadata/dublin_core.xml", NOTE, "data/originals/other.txt")),
        of(
            "a request without its authority",
            FaultCode.TRANSFER_REQUEST,
            "metadata/transfer_request.json",
            b -> replace(b, "metadata/transfer_request.json", "DAA-0563-2013-0001-0001", "")),
        of(
            "a copy that is a PDF, not PDF/A",
            FaultCode.NOT_PDF_A,
            COPY,
            b -> {
              try (PDDocument document = new PDDocument()) {
                document.addPage(new PDPage());
                document.save(b.resolve(COPY).toFile());
              }
            }),
        of(
            "a copy that only says that it is PDF/A",
            FaultCode.NOT_PDF_A,
            COPY,
            b -> Files.write(b.resolve(COPY), Office.pdfThatSaysItIsPdfA())),
        of(
            "a copy that is no PDF at all",
            FaultCode.NOT_PDF_A,
            COPY,
            b -> Files.writeString(b.resolve(COPY), "no PDF")));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("damages")
  void eachFaultHasItsRow(String what, FaultCode code, String path, Damage damage)
      throws IOException {
    assertThat(check()).isEmpty();
    damage.to(base);
    assertThat(check())
        .anySatisfy(
            fault -> {
              assertThat(fault.code()).isEqualTo(code);
              assertThat(fault.path()).isEqualTo(path);
            });
  }

  @Test
  void theCommandPrintsARowForEachFault() throws IOException {
    assertThat(run(base.toString())).isZero();
    assertThat(out.toString(StandardCharsets.UTF_8)).isEmpty();
    add(base, "x.txt");
    assertThat(run("--bag-only", base.toString())).isEqualTo(1);
    assertThat(out.toString(StandardCharsets.UTF_8).lines())
        .hasSize(2)
        .allMatch(row -> row.split("\t").length == 4)
        .anyMatch(row -> row.startsWith("file-unlisted\tdata/originals/x.txt\t"));
    assertThat(run(base.toString())).isEqualTo(1);
    assertThat(out.toString(StandardCharsets.UTF_8).lines())
        .anyMatch(row -> row.startsWith("not-in-list\tdata/originals/x.txt\t"));
  }

  @Test
  void wrongUseEndsWithTwo() {
    assertThat(run()).isEqualTo(2);
    assertThat(run("--bag-only")).isEqualTo(2);
    assertThat(run("--other", "x")).isEqualTo(2);
    assertThat(run(place.resolve("none").toString())).isEqualTo(2);
    assertThat(run("a", "b")).isEqualTo(2);
  }

  @Test
  void ofABagAloneNoMoreIsAskedThanTheRfcAsks() throws IOException {
    Path bag = Files.createDirectories(place.resolve("bag"));
    Files.createDirectories(bag.resolve("data/empty folder"));
    Files.writeString(
        bag.resolve("bagit.txt"), "BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n");
    Files.writeString(bag.resolve("manifest-md5.txt"), "");
    assertThat(run("--bag-only", bag.toString())).isZero();
    assertThat(run(bag.toString())).isEqualTo(1);
  }

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();

  private int run(String... arguments) {
    out.reset();
    PrintStream printed = new PrintStream(out, true, StandardCharsets.UTF_8);
    PrintStream errors = new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8);
    return new CheckCommand(printed, errors).run(List.of(arguments));
  }

  private List<Fault> check() throws IOException {
    List<Fault> faults = new ArrayList<>();
    new PackageCheck().check(base, faults::add);
    return faults;
  }

  private static Arguments of(String what, FaultCode code, String path, Damage damage) {
    return Arguments.of(what, code, path, damage);
  }

  private static void add(Path base, String path) throws IOException {
    Path file = base.resolve("data/originals/" + path);
    Files.createDirectories(file.getParent());
    Files.writeString(file, "extra");
  }

  private static void replace(Path base, String path, String from, String to) throws IOException {
    String text = Files.readString(base.resolve(path));
    assertThat(text).contains(from);
    Files.writeString(base.resolve(path), text.replace(from, to));
  }
}
