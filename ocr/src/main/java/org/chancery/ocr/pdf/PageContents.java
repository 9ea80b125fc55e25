package org.chancery.ocr.pdf;

import java.awt.geom.AffineTransform;
import java.io.IOException;
import java.io.Writer;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.apache.pdfbox.contentstream.operator.Operator;
import org.apache.pdfbox.contentstream.operator.OperatorName;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.graphics.PDXObject;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;
import org.apache.pdfbox.pdmodel.graphics.state.RenderingMode;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;
import org.apache.pdfbox.util.Matrix;
import org.chancery.ocr.page.Word;

/** Walks once through one page's content stream and notes its text, its images and its drawing. */
final class PageContents extends PDFTextStripper {
  private static final Set<String> PAINTING =
      Set.of(
          OperatorName.FILL_NON_ZERO,
          OperatorName.LEGACY_FILL_NON_ZERO,
          OperatorName.FILL_EVEN_ODD,
          OperatorName.FILL_NON_ZERO_AND_STROKE,
          OperatorName.FILL_EVEN_ODD_AND_STROKE,
          OperatorName.CLOSE_FILL_NON_ZERO_AND_STROKE,
          OperatorName.CLOSE_FILL_EVEN_ODD_AND_STROKE,
          OperatorName.STROKE_PATH,
          OperatorName.CLOSE_AND_STROKE,
          OperatorName.SHADING_FILL);

  /** An image where it is drawn: the matrix maps the unit square to user space. */
  record Placed(PDImageXObject image, AffineTransform matrix) {
    double area() {
      return Math.abs(matrix.getDeterminant());
    }
  }

  private final List<Placed> images = new ArrayList<>();
  private final List<Word> words = new ArrayList<>();
  private int inlineImages;
  private int painted;
  private int visibleGlyphs;
  private int invisibleGlyphs;
  private int line;
  private int paragraph;

  private PageContents() {}

  static PageContents of(PDDocument document, int index) throws IOException {
    PageContents contents = new PageContents();
    contents.setStartPage(index + 1);
    contents.setEndPage(index + 1);
    contents.writeText(document, Writer.nullWriter());
    return contents;
  }

  @Override
  protected void processOperator(Operator operator, List<COSBase> operands) throws IOException {
    String name = operator.getName();
    if (PAINTING.contains(name)) {
      painted++;
    } else if (name.equals(OperatorName.BEGIN_INLINE_IMAGE)) {
      inlineImages++;
    } else if (name.equals(OperatorName.DRAW_OBJECT)
        && operands.size() == 1
        && operands.get(0) instanceof COSName object) {
      note(getResources() == null ? null : getResources().getXObject(object));
    }
    super.processOperator(operator, operands);
  }

  private void note(PDXObject object) {
    if (object instanceof PDImageXObject image) {
      Matrix matrix = getGraphicsState().getCurrentTransformationMatrix();
      images.add(new Placed(image, matrix.createAffineTransform()));
    }
  }

  @Override
  protected void processTextPosition(TextPosition text) {
    if (!text.getUnicode().isBlank()) {
      if (getGraphicsState().getTextState().getRenderingMode() == RenderingMode.NEITHER) {
        invisibleGlyphs++;
      } else {
        visibleGlyphs++;
      }
    }
    super.processTextPosition(text);
  }

  @Override
  protected void writeString(String text, List<TextPosition> positions) {
    List<TextPosition> word = new ArrayList<>();
    for (TextPosition position : positions) {
      if (position.getUnicode().isBlank()) {
        endWord(word);
      } else {
        word.add(position);
      }
    }
    endWord(word);
  }

  private void endWord(List<TextPosition> glyphs) {
    if (glyphs.isEmpty()) {
      return;
    }
    StringBuilder text = new StringBuilder();
    double left = Double.MAX_VALUE;
    double right = 0;
    double height = 0;
    double baseline = glyphs.get(0).getY();
    for (TextPosition glyph : glyphs) {
      text.append(glyph.getUnicode());
      left = Math.min(left, glyph.getX());
      right = Math.max(right, glyph.getX() + glyph.getWidth());
      height = Math.max(height, glyph.getHeight());
    }
    words.add(
        new Word(
            withoutLigatures(text.toString()),
            left,
            baseline - height,
            right - left,
            height,
            baseline,
            height,
            100,
            line,
            paragraph));
    glyphs.clear();
  }

  /** Who searches for "office" does not type the letter that joins two f and an i. */
  private static String withoutLigatures(String text) {
    return text.chars().anyMatch(c -> c >= 0xFB00 && c <= 0xFB06)
        ? Normalizer.normalize(text, Normalizer.Form.NFKC)
        : text;
  }

  @Override
  protected void writeLineSeparator() {
    line++;
  }

  @Override
  protected void writeParagraphSeparator() {
    line++;
    paragraph++;
  }

  @Override
  protected void writeParagraphStart() {
    // Text is taken from words, so nothing is written.
  }

  @Override
  protected void writeParagraphEnd() {
    line++;
    paragraph++;
  }

  List<Placed> images() {
    return images;
  }

  List<Word> words() {
    return List.copyOf(words);
  }

  boolean hasInlineImages() {
    return inlineImages > 0;
  }

  boolean hasDrawing() {
    return painted > 0;
  }

  int visibleGlyphs() {
    return visibleGlyphs;
  }

  int invisibleGlyphs() {
    return invisibleGlyphs;
  }
}
