package org.chancery.ocr;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Random;
import java.util.zip.DeflaterOutputStream;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.apache.pdfbox.pdmodel.graphics.color.PDDeviceGray;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;
import org.apache.pdfbox.pdmodel.interactive.digitalsignature.PDSignature;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever arrives ends in a visible state, with a reason, and leaves the original as it was. */
class RefusalTest {
  @TempDir static Path directory;
  private static ReadingPool pool;

  @BeforeAll
  static void start() {
    pool = new ReadingPool(Pools.settings(1));
  }

  @AfterAll
  static void stop() {
    pool.close();
  }

  private static Path results() throws IOException {
    return Files.createTempDirectory(directory, "results");
  }

  private static String reason(Path file) throws IOException {
    byte[] before = Files.readAllBytes(file);
    String reason = Pools.refused(pool, file, results()).reason();
    assertThat(Files.readAllBytes(file)).isEqualTo(before);
    return reason;
  }

  @Test
  void anEmptyFileIsRefused() throws IOException {
    assertThat(reason(Files.createFile(directory.resolve("nothing.pdf")))).isEqualTo("empty");
  }

  @Test
  void aPdfThatNeedsAPasswordIsRefused() throws IOException {
    Path file = directory.resolve("locked.pdf");
    protect(file, "secret");
    assertThat(reason(file)).isEqualTo("encrypted");
  }

  @Test
  void aPdfThatIsOnlyRestrictedIsReadWithAWarning() throws IOException {
    Path file = directory.resolve("restricted.pdf");
    protect(file, "");
    Outcome.Read read = Pools.read(pool, file, results());
    assertThat(Pools.text(read)).contains("Dear Madam Secretary");
    assertThat(read.warnings()).anyMatch(w -> w.contains("restricted"));
  }

  private static void protect(Path file, String password) throws IOException {
    try (PDDocument document = new PDDocument()) {
      Paper.addTextPage(document, Paper.font(document), Paper.LETTER);
      StandardProtectionPolicy policy =
          new StandardProtectionPolicy("owner", password, new AccessPermission());
      policy.setEncryptionKeyLength(128);
      document.protect(policy);
      document.save(file.toFile());
    }
  }

  @Test
  void aSignedPdfIsReadWithAWarning() throws IOException {
    Path file = directory.resolve("signed.pdf");
    Path unsigned = directory.resolve("unsigned.pdf");
    Paper.writePdf(unsigned, List.of(Paper.LETTER));
    try (PDDocument document = org.apache.pdfbox.Loader.loadPDF(unsigned.toFile());
        var out = Files.newOutputStream(file)) {
      PDSignature signature = new PDSignature();
      signature.setFilter(PDSignature.FILTER_ADOBE_PPKLITE);
      signature.setSubFilter(PDSignature.SUBFILTER_ADBE_PKCS7_DETACHED);
      document.addSignature(signature, content -> new byte[] {1, 2, 3});
      document.saveIncremental(out);
    }
    byte[] before = Files.readAllBytes(file);
    Outcome.Read read = Pools.read(pool, file, results());
    assertThat(Pools.text(read)).contains("Dear Madam Secretary");
    assertThat(read.warnings()).anyMatch(w -> w.contains("signature"));
    assertThat(Files.readAllBytes(file)).isEqualTo(before);
  }

  @Test
  void aPdfThatIsCutOffOrGarbageIsRefusedAsDamaged() throws IOException {
    Path file = directory.resolve("garbage.pdf");
    byte[] noise = new byte[4000];
    new Random(3).nextBytes(noise);
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    bytes.write("%PDF-1.7\n".getBytes(StandardCharsets.US_ASCII));
    bytes.write(noise);
    Files.write(file, bytes.toByteArray());
    assertThat(reason(file)).isEqualTo("damaged");
  }

  @Test
  void aTiffThatIsCutOffIsRefusedAsDamaged() throws IOException {
    Path whole =
        Images.tiff(
            directory.resolve("whole.tif"), "LZW", 200, List.of(Paper.image(Paper.LETTER, 100)));
    byte[] bytes = Files.readAllBytes(whole);
    Path file = directory.resolve("cut.tif");
    Files.write(file, java.util.Arrays.copyOf(bytes, 200));
    assertThat(reason(file)).isEqualTo("damaged");
  }

  @Test
  void aDocxThatIsCutOffIsRefusedAsDamaged() throws IOException {
    byte[] bytes = Files.readAllBytes(Office.docx(directory.resolve("whole.docx"), "Some text"));
    Path file = directory.resolve("cut.docx");
    Files.write(file, java.util.Arrays.copyOf(bytes, bytes.length / 2));
    assertThat(reason(file)).isIn("damaged", "unsupported");
  }

  @Test
  void unknownBinaryIsRefusedAsUnsupported() throws IOException {
    byte[] noise = new byte[4000];
    new Random(5).nextBytes(noise);
    assertThat(reason(Files.write(directory.resolve("what.bin"), noise))).isEqualTo("unsupported");
  }

  @Test
  void aWrongLabelGivesAWarningAndTheContentDecides() throws IOException {
    Path png = Images.png(directory.resolve("page.png"), Paper.image("Hello from paper", 200));
    Path file = directory.resolve("letter.pdf");
    Files.copy(png, file, StandardCopyOption.REPLACE_EXISTING);
    Outcome.Read read = Pools.read(pool, file, results());
    assertThat(read.mediaType()).isEqualTo("image/png");
    assertThat(Pools.text(read)).isEqualTo("Hello from paper");
    assertThat(read.warnings()).anyMatch(w -> w.contains("application/pdf"));
  }

  @Test
  void aBombIsRefusedByItsPixelCount() throws IOException {
    Path file = directory.resolve("bomb.png");
    Files.write(file, pngHeader(60_000, 60_000));
    assertThat(reason(file)).isEqualTo("too-large");
  }

  @Test
  void aBombInsideAPdfIsRefusedByItsPixelCount() throws IOException {
    Path file = directory.resolve("bomb.pdf");
    try (PDDocument document = new PDDocument()) {
      PDPage page = new PDPage();
      document.addPage(page);
      PDImageXObject image =
          new PDImageXObject(
              document,
              new java.io.ByteArrayInputStream(new byte[10]),
              COSName.FLATE_DECODE,
              60_000,
              60_000,
              8,
              PDDeviceGray.INSTANCE);
      try (PDPageContentStream content = new PDPageContentStream(document, page)) {
        content.drawImage(image, 0, 0, 612, 792);
      }
      document.save(file.toFile());
    }
    assertThat(reason(file)).isEqualTo("too-large");
  }

  private static byte[] pngHeader(int width, int height) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    DataOutputStream out = new DataOutputStream(bytes);
    out.writeLong(0x89504E470D0A1A0AL);
    ByteArrayOutputStream header = new ByteArrayOutputStream();
    DataOutputStream fields = new DataOutputStream(header);
    fields.writeInt(width);
    fields.writeInt(height);
    fields.write(new byte[] {8, 2, 0, 0, 0});
    FinePage.chunk(out, "IHDR", header.toByteArray());
    ByteArrayOutputStream data = new ByteArrayOutputStream();
    try (DeflaterOutputStream deflater = new DeflaterOutputStream(data)) {
      deflater.write(new byte[100_000]);
    }
    FinePage.chunk(out, "IDAT", data.toByteArray());
    FinePage.chunk(out, "IEND", new byte[0]);
    return bytes.toByteArray();
  }

  @Test
  void aPageScannedAt2400DpiIsRead() throws IOException {
    // 1-bit rows are made as they are written: the whole page never exists here.
    Path file = directory.resolve("fine.png");
    FinePage.write(file, Paper.bilevel(Paper.image("Fine scan", 300)), 8, 2400);
    Outcome.Read read = Pools.read(pool, file, results());
    assertThat(Pools.text(read)).isEqualTo("Fine scan");
  }

  @Test
  void lowResolutionGivesAWarning() throws IOException {
    Path file =
        Images.tiff(
            directory.resolve("coarse.tif"),
            "CCITT T.6",
            150,
            List.of(Paper.bilevel(Paper.image(Paper.LETTER, 150))));
    assertThat(Pools.read(pool, file, results()).warnings())
        .anyMatch(w -> w.contains("150 dots per inch"));
  }

  @Test
  void aStreamThatIsNoPdfObjectDoesNotStopTheWorker() throws IOException {
    Path file = directory.resolve("odd.pdf");
    try (PDDocument document = new PDDocument()) {
      PDPage page = Paper.addTextPage(document, Paper.font(document), "Before the oddity");
      COSStream stream = document.getDocument().createCOSStream();
      try (var out = stream.createOutputStream()) {
        out.write("q BT /Nope 12 Tf (x) Tj Q Q Q /Gone Do".getBytes(StandardCharsets.US_ASCII));
      }
      page.getCOSObject().setItem(COSName.CONTENTS, stream);
      document.save(file.toFile());
    }
    assertThat(pool.read(file, "odd.pdf", results(), (d, of) -> {})).isNotNull();
  }
}
