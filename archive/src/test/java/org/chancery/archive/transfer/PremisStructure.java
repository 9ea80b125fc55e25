package org.chancery.archive.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.SAXException;

/**
 * The part of the PREMIS 3 schema that packages use, as what may stand in each element, in which
 * order: {@code ?} for once or not at all, {@code +} for at least once, {@code *} for any number.
 */
final class PremisStructure {
  private static final String NAMESPACE = "http://www.loc.gov/premis/v3";
  private static final Map<String, String> CONTENT =
      Map.ofEntries(
          Map.entry("premis", "object+ event* agent* rights*"),
          Map.entry(
              "object:file",
              "objectIdentifier+ preservationLevel* significantProperties* objectCharacteristics+"
                  + " originalName? storage* signatureInformation* relationship*"
                  + " linkingEventIdentifier* linkingRightsStatementIdentifier*"),
          Map.entry(
              "object:intellectualEntity",
              "objectIdentifier+ preservationLevel* significantProperties* originalName?"
                  + " relationship* linkingEventIdentifier* linkingRightsStatementIdentifier*"),
          Map.entry("objectIdentifier", "objectIdentifierType objectIdentifierValue"),
          Map.entry(
              "objectCharacteristics",
              "compositionLevel? fixity* size? format+ creatingApplication* inhibitors*"),
          Map.entry("fixity", "messageDigestAlgorithm messageDigest messageDigestOriginator?"),
          Map.entry("format", "formatDesignation formatRegistry? formatNote*"),
          Map.entry("formatDesignation", "formatName formatVersion?"),
          Map.entry("formatRegistry", "formatRegistryName formatRegistryKey formatRegistryRole?"),
          Map.entry(
              "relationship",
              "relationshipType relationshipSubType relatedObjectIdentifier+"
                  + " relatedEventIdentifier*"),
          Map.entry(
              "relatedObjectIdentifier",
              "relatedObjectIdentifierType relatedObjectIdentifierValue relatedObjectSequence?"),
          Map.entry(
              "event",
              "eventIdentifier eventType eventDateTime eventDetailInformation*"
                  + " eventOutcomeInformation* linkingAgentIdentifier* linkingObjectIdentifier*"),
          Map.entry("eventIdentifier", "eventIdentifierType eventIdentifierValue"),
          Map.entry("eventDetailInformation", "eventDetail? eventDetailExtension*"),
          Map.entry("eventOutcomeInformation", "eventOutcome eventOutcomeDetail*"),
          Map.entry(
              "linkingAgentIdentifier",
              "linkingAgentIdentifierType linkingAgentIdentifierValue linkingAgentRole*"),
          Map.entry(
              "linkingObjectIdentifier",
              "linkingObjectIdentifierType linkingObjectIdentifierValue linkingObjectRole*"),
          Map.entry("agent", "agentIdentifier+ agentName* agentType? agentVersion? agentNote*"),
          Map.entry("agentIdentifier", "agentIdentifierType agentIdentifierValue"));

  private PremisStructure() {}

  static void check(Path file) throws IOException {
    try {
      DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultInstance();
      factory.setNamespaceAware(true);
      Element root = factory.newDocumentBuilder().parse(file.toFile()).getDocumentElement();
      assertThat(root.getLocalName()).isEqualTo("premis");
      assertThat(root.getAttribute("version")).isEqualTo("3.0");
      check(root);
    } catch (ParserConfigurationException | SAXException e) {
      throw new IOException(e);
    }
  }

  private static void check(Element element) {
    assertThat(element.getNamespaceURI()).isEqualTo(NAMESPACE);
    List<Element> children = new ArrayList<>();
    for (Node n = element.getFirstChild(); n != null; n = n.getNextSibling()) {
      if (n instanceof Element child) {
        children.add(child);
      }
    }
    String type = element.getAttributeNS("http://www.w3.org/2001/XMLSchema-instance", "type");
    String name =
        element.getLocalName() + (type.isEmpty() ? "" : type.replaceFirst("premis:", ":"));
    if (!CONTENT.containsKey(name)) {
      assertThat(children).as(name).isEmpty();
      assertThat(element.getTextContent()).as(name).isNotEmpty();
      return;
    }
    StringBuilder model = new StringBuilder();
    for (String word : CONTENT.get(name).split(" ")) {
      String one = word.replaceAll("[?*+]$", "");
      model.append("(?:").append(one).append(' ').append(')').append(word.substring(one.length()));
    }
    StringBuilder found = new StringBuilder();
    children.forEach(child -> found.append(child.getLocalName()).append(' '));
    assertThat(found.toString()).as(name).matches(Pattern.compile(model.toString()));
    children.forEach(PremisStructure::check);
  }
}
