package org.chancery.archive.transfer;

import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** Writes XML element by element; empty values are left out, what XML cannot hold is replaced. */
final class PackageXml implements Closeable {
  static final String XSI = "http://www.w3.org/2001/XMLSchema-instance";

  private final XMLStreamWriter out;

  PackageXml(OutputStream stream) throws IOException {
    try {
      out = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(stream, "UTF-8");
      out.writeStartDocument(StandardCharsets.UTF_8.name(), "1.0");
      out.writeCharacters("\n");
    } catch (XMLStreamException e) {
      throw new IOException(e);
    }
  }

  /** The root, which declares the namespaces. */
  PackageXml root(String name, Map<String, String> namespaces) throws IOException {
    try {
      out.writeStartElement(name);
      // In the order of prefixes: the same package must come out with the same bytes.
      for (Map.Entry<String, String> namespace : new TreeMap<>(namespaces).entrySet()) {
        if (namespace.getKey().isEmpty()) {
          out.writeDefaultNamespace(namespace.getValue());
        } else {
          out.writeNamespace(namespace.getKey(), namespace.getValue());
        }
      }
      return this;
    } catch (XMLStreamException e) {
      throw new IOException(e);
    }
  }

  PackageXml start(String name) throws IOException {
    try {
      out.writeStartElement(name);
      return this;
    } catch (XMLStreamException e) {
      throw new IOException(e);
    }
  }

  PackageXml attribute(String name, String value) throws IOException {
    try {
      out.writeAttribute(name, legal(value));
      return this;
    } catch (XMLStreamException e) {
      throw new IOException(e);
    }
  }

  PackageXml end() throws IOException {
    try {
      out.writeEndElement();
      return this;
    } catch (XMLStreamException e) {
      throw new IOException(e);
    }
  }

  /** An element with text; nothing when there is none. */
  PackageXml element(String name, String text) throws IOException {
    if (text.isEmpty()) {
      return this;
    }
    try {
      out.writeStartElement(name);
      out.writeCharacters(legal(text));
      out.writeEndElement();
      return this;
    } catch (XMLStreamException e) {
      throw new IOException(e);
    }
  }

  PackageXml line() throws IOException {
    try {
      out.writeCharacters("\n");
      return this;
    } catch (XMLStreamException e) {
      throw new IOException(e);
    }
  }

  /** Characters outside XML 1.0 become the replacement character. */
  private static String legal(String text) {
    if (text.codePoints().allMatch(PackageXml::isLegal)) {
      return text;
    }
    StringBuilder legal = new StringBuilder(text.length());
    text.codePoints().forEach(c -> legal.appendCodePoint(isLegal(c) ? c : 0xfffd));
    return legal.toString();
  }

  private static boolean isLegal(int c) {
    return c == '\t'
        || c == '\n'
        || c == '\r'
        || (c >= 0x20 && c <= 0xd7ff)
        || (c >= 0xe000 && c <= 0xfffd)
        || c >= 0x10000;
  }

  @Override
  public void close() throws IOException {
    try {
      out.writeEndDocument();
      out.writeCharacters("\n");
      out.close();
    } catch (XMLStreamException e) {
      throw new IOException(e);
    }
  }
}
