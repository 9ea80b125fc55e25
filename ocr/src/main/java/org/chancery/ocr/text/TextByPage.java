package org.chancery.ocr.text;

import java.util.ArrayList;
import java.util.List;
import org.apache.tika.exception.WriteLimitReachedException;
import org.apache.tika.sax.BodyContentHandler;
import org.apache.tika.sax.ContentHandlerDecorator;
import org.apache.tika.sax.ToTextContentHandler;
import org.xml.sax.SAXException;

/** Collects a document's text and parts it at form feeds and at slides. */
final class TextByPage extends ContentHandlerDecorator {
  private static final String SLIDE = "slide-content";

  private final ToTextContentHandler text;
  private final int most;
  private int characters;

  TextByPage(int most) {
    this(most, new ToTextContentHandler());
  }

  private TextByPage(int most, ToTextContentHandler text) {
    super(new BodyContentHandler(text));
    this.text = text;
    this.most = most;
  }

  @Override
  public void startElement(String uri, String local, String name, org.xml.sax.Attributes attributes)
      throws SAXException {
    String kind = attributes.getValue("class");
    if (SLIDE.equals(kind)) {
      super.characters(new char[] {'\f'}, 0, 1);
    }
    super.startElement(uri, local, name, attributes);
  }

  @Override
  public void characters(char[] ch, int start, int length) throws SAXException {
    characters += length;
    if (characters > most) {
      throw new WriteLimitReachedException(most);
    }
    super.characters(ch, start, length);
  }

  List<String> pages() {
    return parted(text.toString());
  }

  /** Parts text at form feeds, and takes away empty pages and needless white space. */
  static List<String> parted(String text) {
    List<String> pages = new ArrayList<>();
    for (String page : text.split("\f")) {
      String tidy = page.replaceAll("[ \\t]+\\n", "\n").replaceAll("\\n{3,}", "\n\n").strip();
      if (!tidy.isEmpty()) {
        pages.add(tidy);
      }
    }
    return pages.isEmpty() ? List.of("") : List.copyOf(pages);
  }
}
