package org.chancery.ocr.letter;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.transform.OutputKeys;
import javax.xml.transform.Transformer;
import javax.xml.transform.TransformerException;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stream.StreamResult;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.SAXException;

/** WordprocessingML read and written, without document types or anything from outside the text. */
final class WordXml {
  private static final Set<String> NAMESPACES =
      Set.of(
          "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
          "http://purl.oclc.org/ooxml/wordprocessingml/main");

  private WordXml() {}

  static Document parse(byte[] xml) throws IOException {
    try {
      DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
      factory.setNamespaceAware(true);
      factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
      factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
      factory.setExpandEntityReferences(false);
      return factory.newDocumentBuilder().parse(new ByteArrayInputStream(xml));
    } catch (ParserConfigurationException e) {
      throw new IllegalStateException("The parser of the JDK knows these features", e);
    } catch (SAXException e) {
      throw new IOException("not well-formed", e);
    }
  }

  static byte[] bytes(Document document) throws IOException {
    try {
      document.setXmlStandalone(true);
      TransformerFactory factory = TransformerFactory.newInstance();
      factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
      Transformer transformer = factory.newTransformer();
      transformer.setOutputProperty(OutputKeys.ENCODING, "UTF-8");
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      transformer.transform(new DOMSource(document), new StreamResult(out));
      return out.toByteArray();
    } catch (TransformerException e) {
      throw new IOException("cannot be written", e);
    }
  }

  /** Whether it is the element of WordprocessingML of that name. */
  static boolean is(Node node, String name) {
    return node instanceof Element
        && name.equals(node.getLocalName())
        && NAMESPACES.contains(node.getNamespaceURI());
  }

  /** An attribute of WordprocessingML; empty when it is not there. */
  static String attribute(Element element, String name) {
    return element.getAttributeNS(element.getNamespaceURI(), name);
  }

  static List<Element> children(Node parent) {
    List<Element> elements = new ArrayList<>();
    for (Node child = parent.getFirstChild(); child != null; child = child.getNextSibling()) {
      if (child instanceof Element element) {
        elements.add(element);
      }
    }
    return elements;
  }

  /** Every element of that name at or below, in the order of the text. */
  static List<Element> all(Node top, String name) {
    List<Element> found = new ArrayList<>();
    collect(top, name, found);
    return found;
  }

  private static void collect(Node node, String name, List<Element> found) {
    if (is(node, name)) {
      found.add((Element) node);
    }
    for (Element child : children(node)) {
      collect(child, name, found);
    }
  }
}
