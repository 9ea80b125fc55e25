package org.chancery.archive.transfer;

import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Files, events and agents in PREMIS 3, in the order that its schema asks for: all objects, then
 * all events, then all agents. The package itself is the first object, its making the first event.
 */
final class Premis implements Closeable {
  private static final String NAMESPACE = "http://www.loc.gov/premis/v3";
  private static final PreservationEvent.Agent CHANCERY =
      new PreservationEvent.Agent("chancery", "Chancery", "software");

  private final PackageXml xml;
  private final TransferRequest request;

  /** Few: the people and programs of one office. */
  private final Map<String, PreservationEvent.Agent> agents = new TreeMap<>();

  Premis(OutputStream out, TransferRequest request) throws IOException {
    this.request = request;
    xml = new PackageXml(out);
    xml.root("premis:premis", Map.of("premis", NAMESPACE, "xsi", PackageXml.XSI))
        .attribute("version", "3.0")
        .line()
        .start("premis:object")
        .attribute("xsi:type", "premis:intellectualEntity");
    identifier("objectIdentifier", "transfer", request.id());
    xml.element("premis:originalName", request.seriesTitle()).end().line();
  }

  /** An object, from its row in the metadata table. */
  void object(List<String> row) throws IOException {
    xml.start("premis:object").attribute("xsi:type", "premis:file");
    identifier("objectIdentifier", "path", MetadataColumn.FILE_PATH.of(row));
    identifier("objectIdentifier", "record", MetadataColumn.RECORD_ID.of(row));
    xml.start("premis:objectCharacteristics")
        .element("premis:compositionLevel", "0")
        .start("premis:fixity")
        .element("premis:messageDigestAlgorithm", MetadataColumn.ALGORITHM.of(row))
        .element("premis:messageDigest", MetadataColumn.CHECKSUM.of(row))
        .end()
        .element("premis:size", MetadataColumn.SIZE.of(row))
        .start("premis:format")
        .start("premis:formatDesignation")
        .element("premis:formatName", orUnknown(MetadataColumn.FILE_FORMAT.of(row)))
        .end();
    if (!MetadataColumn.PRONOM.of(row).isEmpty()) {
      xml.start("premis:formatRegistry")
          .element("premis:formatRegistryName", "PRONOM")
          .element("premis:formatRegistryKey", MetadataColumn.PRONOM.of(row))
          .end();
    }
    xml.end().end().element("premis:originalName", MetadataColumn.ORIGINAL_NAME.of(row));
    if (MetadataColumn.COPY_OF.of(row).isEmpty()) {
      relation("structural", "is part of", "transfer", request.id());
    } else {
      relation("derivation", "has source", "path", MetadataColumn.COPY_OF.of(row));
    }
    xml.end().line();
  }

  /** After the last object: the making of the package. */
  void packaged() throws IOException {
    event(
        "transfer",
        request.id(),
        new PreservationEvent(
            request.id() + "-packaged",
            "information package creation",
            request.preparedAt(),
            "",
            "success",
            CHANCERY));
  }

  /** An event of the file at that path; events come after all objects. */
  void event(String path, PreservationEvent event) throws IOException {
    event("path", path, event);
  }

  private void event(String objectType, String object, PreservationEvent event) throws IOException {
    agents.put(event.agent().id(), event.agent());
    xml.start("premis:event");
    identifier("eventIdentifier", "local", event.id());
    xml.element("premis:eventType", event.type())
        .element("premis:eventDateTime", event.at().toString());
    if (!event.detail().isEmpty()) {
      xml.start("premis:eventDetailInformation")
          .element("premis:eventDetail", event.detail())
          .end();
    }
    if (!event.outcome().isEmpty()) {
      xml.start("premis:eventOutcomeInformation")
          .element("premis:eventOutcome", event.outcome())
          .end();
    }
    identifier("linkingAgentIdentifier", "local", event.agent().id());
    identifier("linkingObjectIdentifier", objectType, object);
    xml.end().line();
  }

  private void relation(String type, String subType, String objectType, String object)
      throws IOException {
    xml.start("premis:relationship")
        .element("premis:relationshipType", type)
        .element("premis:relationshipSubType", subType);
    identifier("relatedObjectIdentifier", objectType, object);
    xml.end();
  }

  private void identifier(String name, String type, String value) throws IOException {
    xml.start("premis:" + name)
        .element("premis:" + name + "Type", type)
        .element("premis:" + name + "Value", value)
        .end();
  }

  private static String orUnknown(String format) {
    return format.isEmpty() ? "unknown" : format;
  }

  @Override
  public void close() throws IOException {
    for (PreservationEvent.Agent agent : agents.values()) {
      xml.start("premis:agent");
      identifier("agentIdentifier", "local", agent.id());
      xml.element("premis:agentName", agent.name())
          .element("premis:agentType", agent.type())
          .end()
          .line();
    }
    xml.close();
  }
}
