package org.chancery.packaging;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts;
import org.apache.pdfbox.pdmodel.interactive.action.PDActionJavaScript;
import org.apache.pdfbox.text.PDFTextStripper;
import org.chancery.core.repository.Checkpoint;
import org.chancery.core.transfer.Packager.Fate;
import org.chancery.core.transfer.Packager.PdfA;
import org.chancery.core.transfer.Packager.Sender;
import org.chancery.core.transfer.Packager.Shipment;
import org.chancery.core.transfer.Packager.Written;
import org.chancery.core.transfer.PackedFile;
import org.chancery.core.transfer.PackedFile.Kind;
import org.chancery.core.transfer.TransferFault;
import org.chancery.ocr.page.PageText;
import org.chancery.ocr.page.Word;
import org.chancery.ocr.pdf.ImagePdf;
import org.chancery.ocr.pdf.PreservedPdf;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Real packages, looked into by processes of their own. */
class ArchivePackagerTest {
  private static final String FONT = "/org/apache/pdfbox/resources/ttf/LiberationSans-Regular.ttf";
  private static final Instant BEGUN = Instant.parse("2026-11-23T04:05:06Z");

  @TempDir Path place;
  private ArchivePackager packager;

  @BeforeEach
  void make() {
    packager =
        new ArchivePackager(
            place.resolve("transfers"),
            Sender.usual(),
            ArchiveClasses.ofThisProcess(),
            Checkpoint.NONE);
  }

  @Test
  void whatReadingAndPreservingMakeIsPdfA() throws Exception {
    List<Path> files = List.of(scanned(), kept(), drawn(), Files.writeString(pdf("x"), "no pdf"));
    List<PdfA> found = packager.pdfA(files, () -> true);
    assertThat(found.subList(0, 3)).containsOnly(new PdfA("2b", ""));
    assertThat(found.get(3).flavour()).isEmpty();
    assertThat(found.get(3).why()).isNotEmpty();
    assertThat(text(files.get(0))).contains("Roof");
    assertThat(text(files.get(1))).contains("The roof leaks");
    assertThat(text(files.get(2))).contains("The roof leaks");
  }

  /** The searchable PDF of a scan. */
  private Path scanned() throws IOException {
    Path png = place.resolve("scan.png");
    ImageIO.write(new BufferedImage(300, 400, BufferedImage.TYPE_BYTE_GRAY), "png", png.toFile());
    Word word = new Word("Roof", 10, 10, 60, 12, 20, 12, 95, 0, 0);
    PageText page =
        new PageText(
            216, 288, 0, PageText.RECOGNISED, new double[] {1, 0, 0, 1, 0, 0}, List.of(word));
    Path target = pdf("scanned");
    new ImagePdf(png, "image/png").write(target, 1, i -> page);
    return target;
  }

  /** A document with all its fonts, and with a script, which goes. */
  private Path kept() throws Exception {
    Path source = pdf("source");
    try (PDDocument document = new PDDocument();
        InputStream font = PDDocument.class.getResourceAsStream(FONT)) {
      write(document, PDType0Font.load(document, font));
      document.getDocumentCatalog().setOpenAction(new PDActionJavaScript("app.beep();"));
      document.save(source.toFile());
    }
    Path target = pdf("kept");
    assertThat(PreservedPdf.write(source, false, target, () -> {})).isEqualTo(1);
    return target;
  }

  /** A document that lacks a font. */
  private Path drawn() throws Exception {
    Path source = pdf("fontless");
    try (PDDocument document = new PDDocument()) {
      write(document, new PDType1Font(Standard14Fonts.FontName.HELVETICA));
      document.save(source.toFile());
    }
    Path target = pdf("drawn");
    assertThat(PreservedPdf.write(source, false, target, () -> {})).isEqualTo(1);
    return target;
  }

  private static void write(PDDocument document, PDFont font) throws IOException {
    PDPage page = new PDPage();
    document.addPage(page);
    try (PDPageContentStream stream = new PDPageContentStream(document, page)) {
      stream.beginText();
      stream.setFont(font, 12);
      stream.newLineAtOffset(72, 700);
      stream.showText("The roof leaks and nobody answers our letters about it.");
      stream.endText();
    }
  }

  private Path pdf(String name) {
    return place.resolve(name + ".pdf");
  }

  private static String text(Path pdf) throws IOException {
    try (PDDocument document = Loader.loadPDF(pdf.toFile())) {
      return new PDFTextStripper().getText(document);
    }
  }

  @Test
  void aPackageIsWrittenCheckedAndFoundAgain() throws Exception {
    List<PackedFile> files = files();
    Written written = packager.write(shipment(BEGUN), files, (count, bytes) -> {});
    assertThat(written).isInstanceOf(Written.Complete.class);
    assertThat(packager.check("d-2026-000001", files, () -> true)).isEmpty();
    // The process fell before it could say that the package was whole.
    assertThat(packager.write(shipment(BEGUN), files, (count, bytes) -> {})).isEqualTo(written);
    // Another package of that name is not taken for it.
    assertThat(packager.write(shipment(BEGUN.plusSeconds(1)), files, (count, bytes) -> {}))
        .isInstanceOf(Written.Stopped.class);

    Path letter = original("letter.txt");
    byte[] bytes = Files.readAllBytes(letter);
    bytes[0] ^= 1;
    Files.write(letter, bytes);
    Files.writeString(letter.resolveSibling("extra.txt"), "extra");
    List<TransferFault> faults = packager.check("d-2026-000001", files, () -> true);
    assertThat(faults)
        .anySatisfy(
            fault -> {
              assertThat(fault.code()).isEqualTo("checksum");
              assertThat(fault.node()).contains("one");
            })
        .anySatisfy(fault -> assertThat(fault.code()).isEqualTo("file-unlisted"));

    packager.discard("d-2026-000001");
    assertThat(place.resolve("transfers")).isEmptyDirectory();
  }

  @Test
  void whatCanBecomeOfAFileIsTold() {
    assertThat(packager.fate(Kind.EMAIL, "m.eml", "message/rfc822", "")).isEqualTo(new Fate.Goes());
    assertThat(packager.fate(Kind.TEXT, "a.pdf", "application/pdf", ""))
        .isEqualTo(new Fate.NeedsCopy("pdf-a"));
    assertThat(packager.fate(Kind.TEXT, "a.pdf", "application/pdf", "2b"))
        .isEqualTo(new Fate.Goes());
    assertThat(packager.fate(Kind.OTHER, "x.zzz", "", "")).isInstanceOf(Fate.Refused.class);
    assertThat(packager.stands("copy.pdf")).isTrue();
    assertThat(packager.stands("copy.zzz")).isFalse();
  }

  private Path original(String name) throws IOException {
    try (Stream<Path> all = Files.walk(place.resolve("transfers"))) {
      return all.filter(file -> file.endsWith(name)).findFirst().orElseThrow();
    }
  }

  private static Shipment shipment(Instant begun) {
    return new Shipment(
        "d-2026-000001",
        "Correspondence, permanent",
        "Letters, and what was answered.",
        LocalDate.of(2012, 1, 1),
        LocalDate.of(2014, 1, 1),
        "DAA-0563-2013-0001-0001",
        "",
        begun);
  }

  private List<PackedFile> files() throws Exception {
    List<PackedFile> files = new ArrayList<>();
    files.add(file("one", Optional.empty(), "letter.txt", "text/plain", bytes("Dear Sir"), ""));
    files.add(file("two", Optional.empty(), "odd.zzz", "", bytes("odd"), ""));
    files.add(
        file(
            "two-copy",
            Optional.of("two"),
            "odd.pdf",
            "application/pdf",
            Files.readAllBytes(scanned()),
            "2b"));
    return files;
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static PackedFile file(
      String id, Optional<String> of, String name, String type, byte[] bytes, String pdfA)
      throws Exception {
    String sha256 = HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    return new PackedFile(
        id,
        of,
        List.of("Doe, Jane", "2012-000001"),
        name,
        bytes.length,
        sha256,
        Instant.parse("2012-05-05T12:00:00Z"),
        () -> new ByteArrayInputStream(bytes),
        name.endsWith(".txt") ? Kind.TEXT : Kind.OTHER,
        type,
        pdfA,
        new PackedFile.Description(
            "R-2026-" + id,
            "",
            "A letter",
            "Doe, Jane",
            LocalDate.of(2012, 5, 5),
            "",
            "",
            "",
            Optional.empty(),
            0),
        List::of);
  }
}
