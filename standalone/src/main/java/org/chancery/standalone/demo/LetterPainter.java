package org.chancery.standalone.demo;

import java.awt.Color;
import java.awt.Font;
import java.awt.FontFormatException;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.font.FontRenderContext;
import java.awt.font.LineBreakMeasurer;
import java.awt.font.TextAttribute;
import java.awt.font.TextLayout;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.text.AttributedString;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import org.apache.pdfbox.pdmodel.font.PDType1Font;

/**
 * Draws letters as an office scanner would deliver them: 300 dpi, a little askew, a little dusty.
 */
final class LetterPainter {
  /** Dots per inch of the pages. */
  static final int DPI = 300;

  private static final int WIDTH = 2550;
  private static final int HEIGHT = 3300;
  private static final int MARGIN = 300;
  private static final int TEXT_WIDTH = WIDTH - 2 * MARGIN;
  private static final float BODY = 46f;
  private static final float LINE = 64f;
  private static final float PARAGRAPH = 40f;
  private static final double MOST_TURN = Math.toRadians(0.8);
  private static final int SPECKS = 120;
  private static final DateTimeFormatter DATE =
      DateTimeFormatter.ofPattern("MMMM d, yyyy", Locale.ENGLISH);

  private final Font plain;
  private final Font bold;

  LetterPainter() {
    // The one typeface that is there on every machine, since it comes with the PDF library.
    try (InputStream in =
        PDType1Font.class.getResourceAsStream(
            "/org/apache/pdfbox/resources/ttf/LiberationSans-Regular.ttf")) {
      plain = Font.createFont(Font.TRUETYPE_FONT, in).deriveFont(BODY);
      bold = plain.deriveFont(Font.BOLD, BODY + 10);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (FontFormatException e) {
      throw new IllegalStateException("The typeface cannot be used", e);
    }
  }

  /** The pages of a letter, black and white, the same for the same seed. */
  List<BufferedImage> paint(Office office, Office.Letter letter, LocalDate today, long seed) {
    Random random = new Random(seed);
    List<BufferedImage> pages = new ArrayList<>();
    for (int number = 0; number < letter.pages().size(); number++) {
      BufferedImage grey = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_BYTE_GRAY);
      Graphics2D pen = pen(grey);
      pen.rotate((random.nextDouble() * 2 - 1) * MOST_TURN, WIDTH / 2.0, HEIGHT / 2.0);
      new Page(pen, office, letter, today).draw(number);
      pen.dispose();
      dust(grey, random);
      pages.add(blackAndWhite(grey));
    }
    return pages;
  }

  private static Graphics2D pen(BufferedImage image) {
    Graphics2D pen = image.createGraphics();
    pen.setColor(Color.WHITE);
    pen.fillRect(0, 0, WIDTH, HEIGHT);
    pen.setColor(new Color(30, 30, 30));
    pen.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    pen.setRenderingHint(
        RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
    pen.setRenderingHint(
        RenderingHints.KEY_FRACTIONALMETRICS, RenderingHints.VALUE_FRACTIONALMETRICS_ON);
    return pen;
  }

  private static void dust(BufferedImage image, Random random) {
    for (int i = 0; i < SPECKS; i++) {
      int x = random.nextInt(WIDTH - 3);
      int y = random.nextInt(HEIGHT - 3);
      int size = 1 + random.nextInt(3);
      for (int dx = 0; dx < size; dx++) {
        image.setRGB(x + dx, y, 0xFF606060);
      }
    }
  }

  private static BufferedImage blackAndWhite(BufferedImage grey) {
    BufferedImage page = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_BYTE_BINARY);
    Graphics2D pen = page.createGraphics();
    pen.drawImage(grey, 0, 0, null);
    pen.dispose();
    return page;
  }

  /** One page under the pen. */
  private final class Page {
    private final Graphics2D pen;
    private final Office office;
    private final Office.Letter letter;
    private final Office.Person writer;
    private final LocalDate date;
    private float y = MARGIN;

    Page(Graphics2D pen, Office office, Office.Letter letter, LocalDate today) {
      this.pen = pen;
      this.office = office;
      this.letter = letter;
      this.writer = office.person(letter.from());
      this.date = today.minusDays(letter.daysAgo());
    }

    void draw(int number) {
      if (number == 0) {
        head();
      } else {
        line(letter.subject() + " (page " + (number + 1) + ")");
        y += LINE;
      }
      for (String paragraph : letter.pages().get(number)) {
        paragraph(paragraph);
      }
      if (number == letter.pages().size() - 1) {
        close();
      }
    }

    private void head() {
      Optional<Office.Organization> organization =
          Optional.ofNullable(writer.organization()).flatMap(office::organization);
      pen.setFont(bold);
      line(organization.map(Office.Organization::name).orElse(writer.name()));
      pen.setFont(plain);
      if (organization.isPresent()) {
        line(writer.formalName());
      }
      Office.Address address = office.address(writer);
      line(address.street());
      line(address.place());
      line("Telephone " + writer.phone());
      y += LINE;
      line(DATE.format(date));
      y += LINE;
      letter.to().lines().forEach(this::line);
      y += LINE;
      line("Subject: " + letter.subject());
      y += LINE;
      line(letter.salutation());
      y += PARAGRAPH;
    }

    private void close() {
      y += 3 * LINE;
      line(writer.formalName());
      if (writer.position() != null) {
        line(writer.position());
      }
    }

    private void line(String text) {
      y += LINE;
      pen.drawString(text, MARGIN, y);
    }

    private void paragraph(String text) {
      AttributedString attributed = new AttributedString(text);
      attributed.addAttribute(TextAttribute.FONT, plain);
      LineBreakMeasurer lines =
          new LineBreakMeasurer(attributed.getIterator(), new FontRenderContext(null, true, true));
      while (lines.getPosition() < text.length()) {
        TextLayout layout = lines.nextLayout(TEXT_WIDTH);
        y += LINE;
        layout.draw(pen, MARGIN, y);
      }
      y += PARAGRAPH;
    }
  }
}
