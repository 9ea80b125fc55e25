package org.chancery.core.routing;

import java.io.ByteArrayInputStream;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * An element of a template, with the line it begins on.
 *
 * @param name as {@code prefix:local}, with the prefixes of {@link #PREFIXES}; of another namespace
 *     as {@code {namespace}local}
 * @param attributes by name, written in the same way; of no namespace without a prefix
 * @param children elements in it
 * @param text all text directly in it
 * @param line from 1
 */
record BpmnElement(
    String name,
    Map<String, String> attributes,
    List<BpmnElement> children,
    StringBuilder text,
    int line) {

  /** The namespaces a template may use. */
  static final Map<String, String> PREFIXES =
      Map.of(
          "http://www.omg.org/spec/BPMN/20100524/MODEL", "bpmn",
          "http://activiti.org/bpmn", "activiti",
          "http://www.omg.org/spec/BPMN/20100524/DI", "bpmndi",
          "http://www.omg.org/spec/DD/20100524/DC", "dc",
          "http://www.omg.org/spec/DD/20100524/DI", "di",
          "http://www.w3.org/2001/XMLSchema-instance", "xsi");

  private static final int DEEPEST = 20;
  private static final int MOST_ELEMENTS = 5000;

  Optional<String> attribute(String attribute) {
    return Optional.ofNullable(attributes.get(attribute));
  }

  String id() {
    return attributes.getOrDefault("id", "");
  }

  /** What to call it in a message: its id, else its line. */
  String label() {
    return id().isBlank() ? "line " + line : id();
  }

  List<BpmnElement> all(String child) {
    return children.stream().filter(each -> each.name.equals(child)).toList();
  }

  Optional<BpmnElement> first(String child) {
    return all(child).stream().findFirst();
  }

  /**
   * Reads a file: no document type, no entity, nothing from outside.
   *
   * @throws TemplateRefused when it is no such XML
   */
  static BpmnElement read(byte[] xml) {
    XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    factory.setProperty(XMLInputFactory.IS_COALESCING, true);
    factory.setXMLResolver(
        (publicId, systemId, base, namespace) -> {
          throw new XMLStreamException("Nothing is read from outside");
        });
    try {
      XMLStreamReader reader = factory.createXMLStreamReader(new ByteArrayInputStream(xml));
      try {
        return read(reader);
      } finally {
        reader.close();
      }
    } catch (XMLStreamException e) {
      int line = e.getLocation() == null ? 1 : Math.max(1, e.getLocation().getLineNumber());
      throw new TemplateRefused(Map.of("line " + line, "is not well-formed XML"));
    }
  }

  private static BpmnElement read(XMLStreamReader reader) throws XMLStreamException {
    Deque<BpmnElement> open = new ArrayDeque<>();
    BpmnElement root = null;
    int count = 0;
    while (reader.hasNext()) {
      int line = reader.getLocation().getLineNumber();
      switch (reader.next()) {
        case XMLStreamConstants.START_ELEMENT -> {
          BpmnElement element = element(reader);
          count++;
          if (open.size() >= DEEPEST || count > MOST_ELEMENTS) {
            throw refused(element.line, "is too much: a template is smaller than this");
          }
          if (open.isEmpty()) {
            root = element;
          } else {
            open.peek().children.add(element);
          }
          open.push(element);
        }
        case XMLStreamConstants.END_ELEMENT -> open.pop();
        case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> {
          if (!open.isEmpty()) {
            open.peek().text.append(reader.getText());
          }
        }
        case XMLStreamConstants.DTD, XMLStreamConstants.ENTITY_REFERENCE ->
            throw refused(line, "has a document type or an entity: remove it");
        case XMLStreamConstants.PROCESSING_INSTRUCTION ->
            throw refused(line, "has a processing instruction: remove it");
        default -> {
          // Comments and white space say nothing to the engine.
        }
      }
    }
    return root;
  }

  private static TemplateRefused refused(int line, String why) {
    return new TemplateRefused(Map.of("line " + line, why));
  }

  private static BpmnElement element(XMLStreamReader reader) {
    Map<String, String> attributes = new LinkedHashMap<>();
    for (int i = 0; i < reader.getAttributeCount(); i++) {
      attributes.put(
          name(reader.getAttributeNamespace(i), reader.getAttributeLocalName(i)),
          reader.getAttributeValue(i));
    }
    return new BpmnElement(
        name(reader.getNamespaceURI(), reader.getLocalName()),
        attributes,
        new ArrayList<>(),
        new StringBuilder(),
        reader.getLocation().getLineNumber());
  }

  private static String name(String namespace, String local) {
    if (namespace == null || namespace.isEmpty()) {
      return local;
    }
    String prefix = PREFIXES.get(namespace);
    return prefix == null ? "{" + namespace + "}" + local : prefix + ":" + local;
  }
}
