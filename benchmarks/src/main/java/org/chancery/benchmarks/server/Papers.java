package org.chancery.benchmarks.server;

import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts;

/** Draws files as they arrive: the same random source draws the same ones. */
public final class Papers {
  private static final int DPI = 200;
  private static final int LINE = 60;
  private static final String[] SYLLABLES = {
    "ba", "de", "fo", "gu", "ka", "le", "mo", "nu", "pa", "re", "so", "tu", "vo"
  };
  private static final List<String> BODY =
      List.of(
          "Dear Madam Secretary:",
          "I am writing about the delay in the adjudication of my",
          "application. The form was filed in March, and since then I",
          "have received no decision and no notice of interview.",
          "I would appreciate a written reply at your convenience.");

  private final Random random;

  /**
   * @param random where the letters come from
   */
  public Papers(Random random) {
    this.random = random;
  }

  /**
   * A file.
   *
   * @param name holds a word that stands in no other name
   * @param word a word that stands in no other text; empty when the file cannot be read
   * @param nameWord that of the name
   */
  public record Paper(String name, String nameWord, String word, byte[] bytes) {}

  /**
   * A file of a mixed day's mail: of twenty, nine are plain text, six born-digital PDF, three small
   * faxes, one is encrypted and one empty.
   */
  public Paper draw(int number) throws IOException {
    String word = word();
    String nameWord = word();
    String name = String.format(Locale.ROOT, "%05d %s", number, nameWord);
    List<String> lines =
        List.of(
            BODY.get(0),
            BODY.get(1),
            BODY.get(2),
            BODY.get(3),
            BODY.get(4),
            "Our reference is the word " + word + " in all letters.");
    int kind = number % 20;
    if (kind < 9) {
      byte[] text = String.join("\n", lines).getBytes(StandardCharsets.UTF_8);
      return new Paper(name + ".txt", nameWord, word, text);
    } else if (kind < 15) {
      return new Paper(name + ".pdf", nameWord, word, pdf(lines, false));
    } else if (kind < 18) {
      return new Paper(name + ".tif", nameWord, word, fax(lines));
    } else if (kind == 18) {
      return new Paper(name + ".pdf", nameWord, "", pdf(lines, true));
    }
    return new Paper(name + ".txt", nameWord, "", new byte[0]);
  }

  private String word() {
    StringBuilder word = new StringBuilder("z");
    for (int i = 0; i < 6; i++) {
      word.append(SYLLABLES[random.nextInt(SYLLABLES.length)]);
    }
    return word.toString();
  }

  private static byte[] pdf(List<String> lines, boolean encrypted) throws IOException {
    try (PDDocument document = new PDDocument()) {
      PDPage page = new PDPage(PDRectangle.LETTER);
      document.addPage(page);
      try (PDPageContentStream canvas = new PDPageContentStream(document, page)) {
        canvas.beginText();
        canvas.setFont(new PDType1Font(Standard14Fonts.FontName.TIMES_ROMAN), 12);
        canvas.newLineAtOffset(72, 720);
        for (String line : lines) {
          canvas.showText(line);
          canvas.newLineAtOffset(0, -15);
        }
        canvas.endText();
      }
      if (encrypted) {
        document.protect(
            new StandardProtectionPolicy("owner-secret", "user-secret", new AccessPermission()));
      }
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      document.save(bytes);
      return bytes.toByteArray();
    }
  }

  /** Half a page, Group 4. */
  private static byte[] fax(List<String> lines) throws IOException {
    ImageWriter writer = ImageIO.getImageWritersByFormatName("tiff").next();
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (var out = ImageIO.createImageOutputStream(bytes)) {
      writer.setOutput(out);
      ImageWriteParam form = writer.getDefaultWriteParam();
      form.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
      form.setCompressionType("CCITT T.6");
      writer.write(null, new IIOImage(image(lines), null, null), form);
    } finally {
      writer.dispose();
    }
    return bytes.toByteArray();
  }

  private static BufferedImage image(List<String> lines) {
    BufferedImage image = new BufferedImage(85 * DPI / 10, 5 * DPI, BufferedImage.TYPE_BYTE_BINARY);
    Graphics2D canvas = image.createGraphics();
    canvas.setColor(Color.WHITE);
    canvas.fillRect(0, 0, image.getWidth(), image.getHeight());
    canvas.setColor(Color.BLACK);
    canvas.setFont(new Font(Font.SERIF, Font.PLAIN, 12 * DPI / 72));
    int y = DPI;
    for (String line : lines) {
      canvas.drawString(line, DPI / 2, y);
      y += LINE;
    }
    canvas.dispose();
    return image;
  }
}
