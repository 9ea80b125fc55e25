package org.chancery.ocr;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;
import org.apache.pdfbox.pdmodel.graphics.state.RenderingMode;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Page by page a PDF's own text is used or its image is recognised; the copy can be searched. */
class PdfPagesTest {
  @TempDir static Path directory;
  private static ReadingPool pool;
  private static BufferedImage paper;

  @BeforeAll
  static void start() throws IOException {
    pool = new ReadingPool(Pools.settings(2));
    paper = Paper.image(Paper.LETTER, 200);
  }

  @AfterAll
  static void stop() {
    pool.close();
  }

  private static Path results() throws IOException {
    return Files.createTempDirectory(directory, "results");
  }

  /** Builds one page and says how many pages had to be recognised. */
  private interface PageBuilder {
    void build(PDDocument document, PDFont font) throws IOException;
  }

  private static Outcome.Read read(String name, PageBuilder builder) throws IOException {
    Path file = directory.resolve(name);
    try (PDDocument document = new PDDocument()) {
      builder.build(document, Paper.font(document));
      document.save(file.toFile());
    }
    return Pools.read(pool, file, results());
  }

  private static String searchable(Outcome.Read read) throws IOException {
    try (PDDocument document = Loader.loadPDF(read.searchablePdf().orElseThrow().toFile())) {
      return new PDFTextStripper().getText(document);
    }
  }

  @Test
  void threeHundredBornDigitalPagesAreReadWithoutRecognition() throws IOException {
    List<String> texts = new ArrayList<>();
    for (int i = 1; i <= 300; i++) {
      texts.add("This is page number " + i + ".\n" + Paper.LETTER);
    }
    Path file = directory.resolve("long.pdf");
    Paper.writePdf(file, texts);
    List<Integer> told = Collections.synchronizedList(new ArrayList<>());
    Outcome outcome = pool.read(file, "long.pdf", results(), (done, of) -> told.add(done));
    assertThat(outcome).isInstanceOf(Outcome.Read.class);
    Outcome.Read read = (Outcome.Read) outcome;
    assertThat(read.recognisedPages()).isZero();
    assertThat(read.pages()).hasSize(300);
    assertThat(read.pages().get(299)).startsWith("This is page number 300.");
    assertThat(read.confidence()).isEqualTo(100);
    assertThat(told).endsWith(300);
  }

  @Test
  void onlyTheScannedPageOfAMixedDocumentIsRecognised() throws IOException {
    Outcome.Read read =
        read(
            "mixed.pdf",
            (document, font) -> {
              Paper.addTextPage(document, font, "A page typed on a computer");
              Paper.addScan(document, paper, true);
              document.addPage(new PDPage());
            });
    assertThat(read.recognisedPages()).isEqualTo(1);
    assertThat(read.pages().get(0)).isEqualTo("A page typed on a computer");
    assertThat(WordMatch.of(Paper.LETTER, read.pages().get(1)).recall()).isGreaterThan(0.97);
    assertThat(read.pages().get(2)).isEmpty();
    assertThat(WordMatch.of(Paper.LETTER, searchable(read)).recall()).isGreaterThan(0.97);
  }

  @Test
  void aStampOverAScanDoesNotPassForThePagesText() throws IOException {
    Outcome.Read read =
        read(
            "stamped.pdf",
            (document, font) -> {
              PDPage page = Paper.addScan(document, paper, true);
              append(document, page, font, "RECEIVED 03/07/2011", RenderingMode.FILL);
            });
    assertThat(read.recognisedPages()).isEqualTo(1);
    assertThat(Pools.text(read)).contains("RECEIVED", "Dear Madam Secretary");
  }

  @Test
  void invisibleRubbishOfAnOlderRecognitionIsNotBelieved() throws IOException {
    String rubbish = "xQ7~ 1|l}{ vvW§ ;;_~ kJq4x ##z ".repeat(3) + "\n";
    Outcome.Read read =
        read(
            "rubbish.pdf",
            (document, font) -> {
              PDPage page = Paper.addScan(document, paper, true);
              append(document, page, font, rubbish.repeat(20), RenderingMode.NEITHER);
            });
    assertThat(read.recognisedPages()).isEqualTo(1);
    assertThat(Pools.text(read)).contains("Dear Madam Secretary");
  }

  @Test
  void ourOwnSearchablePdfIsNotRecognisedAgain() throws IOException {
    Outcome.Read first = read("scan.pdf", (document, font) -> Paper.addScan(document, paper, true));
    Outcome.Read again = Pools.read(pool, first.searchablePdf().orElseThrow(), results());
    assertThat(first.recognisedPages()).isEqualTo(1);
    assertThat(again.recognisedPages()).isZero();
    assertThat(WordMatch.of(Paper.LETTER, Pools.text(again)).recall()).isGreaterThan(0.97);
  }

  @Test
  void textDrawnAsShapesIsRecognised() throws IOException {
    Outcome.Read read =
        read(
            "shapes.pdf",
            (document, font) -> {
              PDPage page = new PDPage();
              document.addPage(page);
              try (PDPageContentStream content = new PDPageContentStream(document, page)) {
                // A capital H and a capital I, as a plotter would draw them.
                for (float x : new float[] {100, 160, 220}) {
                  content.addRect(x, 600, 12, 80);
                }
                content.addRect(100, 635, 70, 12);
                content.fill();
              }
            });
    assertThat(read.recognisedPages()).isEqualTo(1);
  }

  private static void append(
      PDDocument document, PDPage page, PDFont font, String text, RenderingMode mode)
      throws IOException {
    try (PDPageContentStream content =
        new PDPageContentStream(
            document, page, PDPageContentStream.AppendMode.APPEND, true, true)) {
      content.setRenderingMode(mode);
      Paper.write(content, font, text, 760);
    }
  }

  @Test
  void imagesKeepTheirBytesInTheSearchablePdf() throws IOException {
    Path file = directory.resolve("kept.pdf");
    try (PDDocument document = new PDDocument()) {
      Paper.addScan(document, Paper.turned(paper, 1), true);
      document.save(file.toFile());
    }
    Outcome.Read read = Pools.read(pool, file, results());
    assertThat(imageBytes(read.searchablePdf().orElseThrow())).isEqualTo(imageBytes(file));

    Path jpeg = Images.jpeg(directory.resolve("kept.jpg"), paper);
    Outcome.Read ofJpeg = Pools.read(pool, jpeg, results());
    assertThat(imageBytes(ofJpeg.searchablePdf().orElseThrow()))
        .isEqualTo(Files.readAllBytes(jpeg));
  }

  private static byte[] imageBytes(Path pdf) throws IOException {
    try (PDDocument document = Loader.loadPDF(pdf.toFile())) {
      var resources = document.getPage(0).getResources();
      COSName name = resources.getXObjectNames().iterator().next();
      PDImageXObject image = (PDImageXObject) resources.getXObject(name);
      try (InputStream raw = image.getCOSObject().createRawInputStream()) {
        return raw.readAllBytes();
      }
    }
  }

  @Test
  void tiffsOfEveryUsualCompressionAreReadPageByPage() throws IOException {
    BufferedImage small = Paper.image("Words on a page", 200);
    for (String compression : List.of("CCITT T.4", "CCITT T.6", "LZW", "JPEG")) {
      BufferedImage page = compression.startsWith("CCITT") ? Paper.bilevel(small) : small;
      Path file =
          Images.tiff(
              directory.resolve(compression + ".tif"), compression, 200, List.of(page, page));
      Outcome.Read read = Pools.read(pool, file, results());
      assertThat(read.pages())
          .as(compression)
          .containsExactly("Words on a page", "Words on a page");
      assertThat(searchable(read))
          .as(compression)
          .containsPattern("(?s)Words on a page.*Words on a page");
      try (PDDocument document = Loader.loadPDF(read.searchablePdf().orElseThrow().toFile())) {
        assertThat(document.getPage(0).getMediaBox().getWidth()).isBetween(611f, 613f);
      }
    }
  }

  @Test
  void boxesLieWhereTheCopyShowsTheWords() throws IOException {
    Path file =
        Images.png(directory.resolve("boxes.png"), Paper.turned(Paper.image(Paper.LETTER, 300), 2));
    Outcome.Read read = Pools.read(pool, file, results());
    JsonNode page =
        new ObjectMapper().readTree(read.layout().orElseThrow().toFile()).get("pages").get(0);
    assertThat(page.get("rotation").asInt()).isEqualTo(180);
    assertThat(page.get("source").asText()).isEqualTo("recognised");
    JsonNode word = null;
    for (JsonNode each : page.get("words")) {
      word = each.get("t").asText().equals("Sincerely,") ? each : word;
    }
    assertThat(word).isNotNull();
    // One inch from the left; the baseline of the 16th line, 72 + 15 * 16 below the upper edge.
    assertThat(word.get("x").asDouble()).isBetween(70.0, 75.0);
    assertThat(word.get("y").asDouble() + word.get("h").asDouble()).isBetween(311.0, 317.5);
    assertThat(word.get("c").asDouble()).isGreaterThan(80);
  }

  @Test
  void theThumbnailShowsTheFirstPageUpright() throws IOException {
    Outcome.Read scan =
        Pools.read(pool, Images.png(directory.resolve("t.png"), Paper.turned(paper, 1)), results());
    BufferedImage thumbnail = ImageIO.read(scan.thumbnail().orElseThrow().toFile());
    assertThat(thumbnail.getWidth()).isLessThanOrEqualTo(480);
    assertThat(thumbnail.getHeight()).isGreaterThan(thumbnail.getWidth());
    Outcome.Read digital =
        read("t.pdf", (document, font) -> Paper.addTextPage(document, font, Paper.LETTER));
    assertThat(ImageIO.read(digital.thumbnail().orElseThrow().toFile()).getWidth()).isEqualTo(480);
  }
}
