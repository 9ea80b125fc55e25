package org.chancery.archive.check;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Consumer;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.chancery.archive.bag.BagContents;
import org.chancery.archive.bag.Fault;
import org.chancery.archive.bag.FaultCode;
import org.chancery.archive.transfer.PackageLayout;

/**
 * The XML of a package: well-formed, without a document type (and so without entities of its own),
 * and about exactly the files that are there.
 */
final class XmlCheck {
  private static final int LONGEST = 4096;

  private final Path base;
  private final Set<String> payload;
  private final Consumer<Fault> faults;

  XmlCheck(Path base, Set<String> payload, Consumer<Fault> faults) {
    this.base = base;
    this.payload = payload;
    this.faults = faults;
  }

  /** Finds in an element's start the path that it is about. */
  private interface Subject {
    String of(XMLStreamReader reader) throws XMLStreamException;
  }

  void check(BagContents contents) throws IOException {
    check(contents, PackageLayout.DUBLIN_CORE, "records", XmlCheck::record);
    check(contents, PackageLayout.PREMIS, "premis", new Objects()::path);
  }

  private void check(BagContents contents, String path, String root, Subject subject)
      throws IOException {
    if (!contents.files().containsKey(path)) {
      return;
    }
    Set<String> about = new HashSet<>();
    try (InputStream in = Files.newInputStream(base.resolve(path), LinkOption.NOFOLLOW_LINKS)) {
      if (!read(factory().createXMLStreamReader(in), path, root, subject, about)) {
        return;
      }
    } catch (XMLStreamException e) {
      report(path, "It is not well-formed, near line " + e.getLocation().getLineNumber() + ".");
      return;
    }
    payload.stream()
        .filter(file -> !about.contains(file))
        .forEach(file -> report(path, "It says nothing of " + file + "."));
    about.stream()
        .filter(file -> !payload.contains(file))
        .forEach(file -> report(path, "It tells of " + file + ", which is not there."));
  }

  private boolean read(
      XMLStreamReader reader, String path, String root, Subject subject, Set<String> about)
      throws XMLStreamException {
    boolean first = true;
    while (reader.hasNext()) {
      int event = reader.next();
      if (event == XMLStreamConstants.DTD) {
        report(path, "It brings a document type of its own.");
        return false;
      }
      if (event == XMLStreamConstants.START_ELEMENT) {
        if (first && !reader.getLocalName().equals(root)) {
          report(path, "Its root is " + reader.getLocalName() + ", not " + root + ".");
          return false;
        }
        first = false;
        String file = subject.of(reader);
        if (!file.isEmpty()) {
          about.add(file);
        }
      }
    }
    return true;
  }

  private static XMLInputFactory factory() {
    XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    factory.setProperty(XMLInputFactory.IS_COALESCING, false);
    return factory;
  }

  private static String record(XMLStreamReader reader) {
    String file =
        reader.getLocalName().equals("record") ? reader.getAttributeValue(null, "file") : null;
    return file == null ? "" : file;
  }

  /** An object's identifier is a type, then a value; paths are those of the type path. */
  private static final class Objects {
    private boolean isPath;

    String path(XMLStreamReader reader) throws XMLStreamException {
      String name = reader.getLocalName();
      if (name.equals("objectIdentifierType")) {
        isPath = text(reader).equals("path");
      } else if (name.equals("objectIdentifierValue") && isPath) {
        return text(reader);
      }
      return "";
    }

    private static String text(XMLStreamReader reader) throws XMLStreamException {
      StringBuilder text = new StringBuilder();
      while (reader.next() != XMLStreamConstants.END_ELEMENT) {
        if (reader.isCharacters() && text.length() < LONGEST) {
          text.append(reader.getText());
        } else if (reader.isStartElement()) {
          throw new XMLStreamException("An identifier holds elements.", reader.getLocation());
        }
      }
      return text.toString();
    }
  }

  private void report(String path, String what) {
    faults.accept(new Fault(FaultCode.METADATA_XML, path, what));
  }
}
