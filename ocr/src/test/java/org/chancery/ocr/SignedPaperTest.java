package org.chancery.ocr;

import static org.assertj.core.api.Assertions.assertThat;
import static org.chancery.ocr.WordFile.paragraph;
import static org.chancery.ocr.WordFile.run;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts;
import org.apache.pdfbox.pdmodel.graphics.image.JPEGFactory;
import org.apache.pdfbox.pdmodel.graphics.state.RenderingMode;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A letter that was printed with a code is known when its paper is scanned (requirement C12). */
class SignedPaperTest {
  private static final String CODE = "CHY1" + "A2B3C4D5E6F7".repeat(7);

  @TempDir static Path directory;
  private static ReadingPool pool;
  private static Path letter;

  @BeforeAll
  static void print() throws Exception {
    pool = new ReadingPool(ReadingSettings.standard(directory.resolve("cache")).withWorkers(1));
    StringBuilder body = new StringBuilder();
    for (int i = 0; i < 12; i++) {
      body.append(paragraph(run("Thank you for writing to us about the flood of last spring.")));
    }
    Path word = new WordFile(body.toString()).write(directory.resolve("letter.docx"));
    letter = directory.resolve("letter.pdf");
    pool.print(word, "letter.docx", CODE, "2026-000123 · L-2026-000001 · 1.0", letter);
  }

  @AfterAll
  static void stop() {
    pool.close();
  }

  private static BufferedImage paper(int resolution) throws IOException {
    try (PDDocument document = Loader.loadPDF(letter.toFile())) {
      return new PDFRenderer(document).renderImageWithDPI(0, resolution, ImageType.GRAY);
    }
  }

  /** Laid on the glass at an angle, on a bed as large as needed. */
  private static BufferedImage turned(BufferedImage paper, double degrees) {
    AffineTransform turn = AffineTransform.getRotateInstance(Math.toRadians(degrees));
    var bounds =
        turn.createTransformedShape(
                new java.awt.Rectangle(0, 0, paper.getWidth(), paper.getHeight()))
            .getBounds();
    BufferedImage scan =
        new BufferedImage(bounds.width, bounds.height, BufferedImage.TYPE_BYTE_GRAY);
    Graphics2D graphics = scan.createGraphics();
    graphics.setColor(Color.WHITE);
    graphics.fillRect(0, 0, scan.getWidth(), scan.getHeight());
    graphics.setRenderingHint(
        RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
    graphics.translate(-bounds.x, -bounds.y);
    graphics.drawImage(paper, turn, null);
    graphics.dispose();
    return scan;
  }

  /** Grainy, with specks, and a stamp over a corner of the code. */
  private static BufferedImage worn(BufferedImage scan, double grain, long seed) {
    Random random = new Random(seed);
    var raster = scan.getRaster();
    for (int y = 0; y < scan.getHeight(); y++) {
      for (int x = 0; x < scan.getWidth(); x++) {
        double value = 20 + raster.getSample(x, y, 0) * 0.85 + random.nextGaussian() * grain;
        if (random.nextInt(1000) < 2) {
          value = random.nextBoolean() ? 0 : 255;
        }
        raster.setSample(x, y, 0, (int) Math.max(0, Math.min(255, value)));
      }
    }
    return scan;
  }

  @ParameterizedTest
  @CsvSource({
    "200, 0, 10",
    "200, 90, 12",
    "200, 180, 25",
    "200, 2.5, 15",
    "300, 0, 20",
    "300, 270, 30",
    "300, -4, 25",
    "240, 1, 30",
    "600, 0.5, 15",
    "150, 0, 8"
  })
  void theCodeIsFoundOnPaperThatWasScanned(int resolution, double degrees, double grain)
      throws IOException {
    BufferedImage scan = worn(turned(paper(resolution), degrees), grain, resolution);
    Path file = directory.resolve("scan-" + resolution + "-" + degrees + ".png");
    ImageIO.write(scan, "png", file.toFile());
    Outcome.Read read = Pools.read(pool, file, directory.resolve(file.getFileName() + ".out"));
    assertThat(read.codes()).containsExactly(CODE);
  }

  /** On each of these the code is missed when it is looked for at one or two sizes only. */
  @ParameterizedTest
  @ValueSource(longs = {8, 14, 15, 20})
  void theCodeIsFoundWhereverTheGrainFalls(long seed) throws IOException {
    Path file = directory.resolve("grain-" + seed + ".png");
    ImageIO.write(worn(turned(paper(200), 180), 12, seed), "png", file.toFile());
    Outcome.Read read = Pools.read(pool, file, directory.resolve(file.getFileName() + ".out"));
    assertThat(read.codes()).containsExactly(CODE);
  }

  @Test
  void aScannersOwnTextLayerDoesNotHideTheCode() throws IOException {
    Path file = directory.resolve("layered.pdf");
    try (PDDocument document = new PDDocument()) {
      PDPage page = new PDPage(PDRectangle.LETTER);
      document.addPage(page);
      try (PDPageContentStream content = new PDPageContentStream(document, page)) {
        content.drawImage(
            JPEGFactory.createFromImage(document, worn(paper(200), 10, 1), 0.75f), 0, 0, 612, 792);
        content.beginText();
        content.setRenderingMode(RenderingMode.NEITHER);
        content.setFont(new PDType1Font(Standard14Fonts.FontName.HELVETICA), 10);
        content.setLeading(12);
        content.newLineAtOffset(72, 700);
        for (int i = 0; i < 20; i++) {
          content.showText("Thank you for writing to us about the flood of last spring.");
          content.newLine();
        }
        content.endText();
      }
      document.save(file.toFile());
    }
    Outcome.Read read = Pools.read(pool, file, directory.resolve("layered.out"));
    assertThat(read.recognisedPages()).as("its own text is taken").isZero();
    assertThat(read.codes()).containsExactly(CODE);
  }

  @Test
  void theLetterItselfIsNoPaper() {
    Outcome.Read read = Pools.read(pool, letter, directory.resolve("letter.out"));
    assertThat(read.codes()).as("what was never on paper was never signed").isEmpty();
    assertThat(String.join("", read.pages())).contains("Thank you for writing");
  }

  @Test
  void aPageWithoutACodeHasNone() throws IOException {
    BufferedImage scan = paper(200).getSubimage(0, 0, 1600, 1900);
    Path file = directory.resolve("none.png");
    ImageIO.write(scan, "png", file.toFile());
    assertThat(Pools.read(pool, file, directory.resolve("none.out")).codes()).isEqualTo(List.of());
  }
}
