package org.chancery.ocr.letter;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/**
 * One part of a Word document (body, header, footer, notes) whose merge fields are filled. Word
 * splits a field over as many runs as it likes, so fields are followed piece by piece through the
 * runs, whatever holds them: paragraphs, table cells, text boxes.
 */
final class MergedPart {
  private final Document document;
  private final Map<String, String> values;
  private final Consumer<Unfilled> unfilled;
  private int filled;

  /**
   * A part.
   *
   * @param values by field name in lower case
   * @param unfilled told of every field without a value
   */
  MergedPart(Document document, Map<String, String> values, Consumer<Unfilled> unfilled) {
    this.document = document;
    this.values = values;
    this.unfilled = unfilled;
  }

  /**
   * Fills the fields.
   *
   * @return how many got their value
   */
  int fill() {
    WordXml.all(document, "fldSimple").forEach(this::fillSimple);
    for (Element paragraph : WordXml.all(document, "p")) {
      fillComplex(piecesOf(paragraph));
    }
    return filled;
  }

  private void fillSimple(Element simple) {
    Optional<FieldCode> code = FieldCode.of(WordXml.attribute(simple, "instr"));
    if (code.isEmpty()) {
      return;
    }
    Element look =
        WordXml.all(simple, "r").stream().findFirst().orElseGet(() -> element(simple, "r"));
    simple.getParentNode().replaceChild(run(look, code.get()), simple);
  }

  /** A field from its begin mark on. */
  private static final class Field {
    private final List<Element> pieces = new ArrayList<>();
    private final StringBuilder code = new StringBuilder();
    private Element look;
    private boolean result;
  }

  /** What stands in the runs of a paragraph, those of paragraphs within it left out. */
  private static List<Element> piecesOf(Element paragraph) {
    List<Element> pieces = new ArrayList<>();
    collect(paragraph, pieces);
    return pieces;
  }

  private static void collect(Element parent, List<Element> pieces) {
    for (Element child : WordXml.children(parent)) {
      if (WordXml.is(child, "r")) {
        WordXml.children(child).stream()
            .filter(piece -> !WordXml.is(piece, "rPr"))
            .forEach(pieces::add);
      } else if (!WordXml.is(child, "p") && !WordXml.is(child, "pPr")) {
        collect(child, pieces);
      }
    }
  }

  private void fillComplex(List<Element> pieces) {
    Deque<Field> open = new ArrayDeque<>();
    for (Element piece : pieces) {
      String mark = WordXml.is(piece, "fldChar") ? WordXml.attribute(piece, "fldCharType") : "";
      if (mark.equals("begin")) {
        open.push(new Field());
      }
      open.forEach(field -> field.pieces.add(piece));
      Field inner = open.peek();
      if (inner == null) {
        continue;
      }
      if (mark.equals("separate")) {
        inner.result = true;
      } else if (mark.equals("end")) {
        open.pop();
        end(inner, open.peek());
      } else if (inner.result && inner.look == null && WordXml.is(piece, "t")) {
        inner.look = (Element) piece.getParentNode();
      } else if (!inner.result && WordXml.is(piece, "instrText")) {
        inner.code.append(piece.getTextContent());
      }
    }
  }

  private void end(Field field, Field around) {
    Optional<FieldCode> code = FieldCode.of(field.code.toString());
    if (code.isEmpty()) {
      return;
    }
    if (around != null) {
      // Whether it would show at all is for the field around it to say.
      unfilled.accept(new Unfilled(code.get().name(), Unfilled.NESTED));
      return;
    }
    Element first = (Element) field.pieces.get(0).getParentNode();
    Element run = run(field.look == null ? first : field.look, code.get());
    first.getParentNode().insertBefore(run, first);
    for (Element piece : field.pieces) {
      Node holder = piece.getParentNode();
      holder.removeChild(piece);
      boolean empty = WordXml.children(holder).stream().allMatch(e -> WordXml.is(e, "rPr"));
      if (empty && holder.getParentNode() != null) {
        holder.getParentNode().removeChild(holder);
      }
    }
  }

  /** A run that looks like the given one and says the value, or the field's name, marked. */
  private Element run(Element look, FieldCode code) {
    Element run = element(look, "r");
    WordXml.children(look).stream()
        .filter(child -> WordXml.is(child, "rPr"))
        .findFirst()
        .ifPresent(properties -> run.appendChild(properties.cloneNode(true)));
    String value = values.get(code.name().toLowerCase(Locale.ROOT));
    if (value == null || value.isBlank()) {
      unfilled.accept(new Unfilled(code.name(), value == null ? Unfilled.UNKNOWN : Unfilled.EMPTY));
      mark(run);
      say(run, Placeholders.of(code.name()));
    } else {
      filled++;
      say(run, code.written(value));
    }
    return run;
  }

  private static Element element(Element like, String name) {
    String prefix = like.getPrefix();
    return like.getOwnerDocument()
        .createElementNS(
            like.getNamespaceURI(),
            prefix == null || prefix.isEmpty() ? name : prefix + ":" + name);
  }

  private static void mark(Element run) {
    Element properties =
        WordXml.children(run).stream()
            .findFirst()
            .orElseGet(() -> (Element) run.appendChild(element(run, "rPr")));
    WordXml.children(properties).stream()
        .filter(child -> WordXml.is(child, "highlight"))
        .forEach(properties::removeChild);
    Element highlight = element(run, "highlight");
    highlight.setAttributeNS(run.getNamespaceURI(), attributeName(run, "val"), "yellow");
    properties.insertBefore(highlight, afterHighlight(properties));
  }

  /** The schema wants the properties of a run in a fixed order; these follow the highlight. */
  private static Node afterHighlight(Element properties) {
    List<String> later =
        List.of(
            "u",
            "effect",
            "bdr",
            "shd",
            "fitText",
            "vertAlign",
            "rtl",
            "cs",
            "em",
            "lang",
            "eastAsianLayout",
            "specVanish",
            "oMath");
    return WordXml.children(properties).stream()
        .filter(child -> later.contains(child.getLocalName()))
        .findFirst()
        .orElse(null);
  }

  private static String attributeName(Element like, String name) {
    String prefix = like.getPrefix();
    return prefix == null || prefix.isEmpty() ? name : prefix + ":" + name;
  }

  private static void say(Element run, String text) {
    String[] lines = text.split("\\R", -1);
    for (int i = 0; i < lines.length; i++) {
      if (i > 0) {
        run.appendChild(element(run, "br"));
      }
      Element t = element(run, "t");
      t.setAttributeNS("http://www.w3.org/XML/1998/namespace", "xml:space", "preserve");
      // XML has no way to say most control characters.
      t.setTextContent(lines[i].replaceAll("[\\p{Cntrl}\\p{Cs}\\uFFFE\\uFFFF]", " "));
      run.appendChild(t);
    }
  }
}
