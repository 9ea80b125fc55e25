package org.chancery.model;

import java.io.InputStream;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.xml.stream.Location;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * Parses a model file into {@link Element}s. No document type, no entity of its own and nothing
 * outside the file is ever followed.
 */
final class ModelXml {
  static final String DICTIONARY = "http://www.alfresco.org/model/dictionary/1.0";

  private final String file;
  private final Deque<Open> open = new ArrayDeque<>();
  private Element root;

  private ModelXml(String file) {
    this.file = file;
  }

  private record Open(
      int line,
      String name,
      Map<String, String> attributes,
      StringBuilder text,
      List<Element> children) {}

  /**
   * @throws ModelException when it is not well-formed, has a document type, or an element of
   *     another namespace
   */
  static Element parse(String file, InputStream xml) {
    ModelXml parser = new ModelXml(file);
    try {
      XMLStreamReader reader = factory().createXMLStreamReader(xml);
      try {
        while (reader.hasNext()) {
          parser.accept(reader.next(), reader);
        }
      } finally {
        reader.close();
      }
    } catch (XMLStreamException e) {
      Location at = e.getLocation();
      String detail =
          e.getMessage() == null ? "" : e.getMessage().replaceFirst("(?s).*\\n?Message: ", "");
      throw new ModelException(
          file,
          at == null ? 1 : Math.max(1, at.getLineNumber()),
          "not well-formed XML: " + detail.strip() + " Correct the markup.");
    }
    return parser.root;
  }

  private static XMLInputFactory factory() {
    XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    factory.setProperty(XMLInputFactory.IS_COALESCING, true);
    return factory;
  }

  private void accept(int event, XMLStreamReader reader) {
    switch (event) {
      case XMLStreamConstants.START_ELEMENT -> start(reader);
      case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE -> {
        if (!open.isEmpty()) {
          open.peek().text.append(reader.getText());
        }
      }
      case XMLStreamConstants.END_ELEMENT -> end();
      case XMLStreamConstants.DTD ->
          throw fault(reader, "a model has no document type: remove the DOCTYPE");
      case XMLStreamConstants.ENTITY_REFERENCE ->
          throw fault(reader, "a model uses no entities of its own: write the text itself");
      default -> {
        // Comments and processing instructions say nothing about the model.
      }
    }
  }

  private void start(XMLStreamReader reader) {
    if (!DICTIONARY.equals(reader.getNamespaceURI())) {
      throw fault(
          reader,
          "<"
              + reader.getLocalName()
              + "> is not in the namespace "
              + DICTIONARY
              + ": declare it with xmlns on <model>");
    }
    Map<String, String> attributes = new LinkedHashMap<>();
    for (int i = 0; i < reader.getAttributeCount(); i++) {
      if (reader.getAttributeNamespace(i) == null || reader.getAttributeNamespace(i).isEmpty()) {
        attributes.put(reader.getAttributeLocalName(i), reader.getAttributeValue(i));
      }
    }
    open.push(
        new Open(
            line(reader),
            reader.getLocalName(),
            attributes,
            new StringBuilder(),
            new ArrayList<>()));
  }

  private void end() {
    Open closed = open.pop();
    Element element =
        new Element(
            file,
            closed.line,
            closed.name,
            closed.attributes,
            closed.text.toString(),
            List.copyOf(closed.children));
    if (open.isEmpty()) {
      root = element;
    } else {
      open.peek().children.add(element);
    }
  }

  private ModelException fault(XMLStreamReader reader, String problem) {
    return new ModelException(file, line(reader), problem);
  }

  private static int line(XMLStreamReader reader) {
    return Math.max(1, reader.getLocation().getLineNumber());
  }
}
