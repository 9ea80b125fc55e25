package org.chancery.model;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * One parsed model file and the prefixes it may use. A file may give an imported namespace a prefix
 * of its own; names always come out with the prefix of the model that defines the namespace.
 */
final class ModelFile {
  private final Element root;
  private final Map<String, String> canonicalByLocal = new HashMap<>();
  private final Set<String> defined = new HashSet<>();

  /**
   * @param root passed by {@link ModelGrammar}
   * @param namespaces URI by prefix of all models read so far; what this one defines is added
   */
  ModelFile(Element root, Map<String, String> namespaces) {
    this.root = root;
    Set<String> uris = new HashSet<>();
    for (Element element : root.entries("imports")) {
      String uri = element.attributes().get("uri");
      String canonical =
          namespaces.entrySet().stream()
              .filter(known -> known.getValue().equals(uri))
              .map(Map.Entry::getKey)
              .findFirst()
              .orElseThrow(
                  () ->
                      element.fault(
                          "import of "
                              + uri
                              + ", which no model read before defines: correct it, or read the model"
                              + " that defines it first"));
      declare(element, canonical, uris);
    }
    for (Element element : root.entries("namespaces")) {
      String prefix = element.attributes().get("prefix");
      String uri = element.attributes().get("uri");
      if (namespaces.containsValue(uri) && uris.add(uri)) {
        throw element.fault("namespace " + uri + " is defined by another model: import it instead");
      }
      if (namespaces.containsKey(prefix)) {
        throw element.fault(
            "prefix '" + prefix + "' stands for another namespace already: choose another");
      }
      declare(element, prefix, uris);
      namespaces.put(prefix, uri);
      defined.add(prefix);
    }
    QName name = name(root, root.attributes().get("name"));
    if (!defined.contains(name.prefix())) {
      throw root.fault(
          "the model's name '"
              + name
              + "' is not in a namespace it defines: use one of "
              + defined);
    }
  }

  private void declare(Element element, String canonical, Set<String> uris) {
    String prefix = element.attributes().get("prefix");
    String uri = element.attributes().get("uri");
    if (canonicalByLocal.putIfAbsent(prefix, canonical) != null) {
      throw element.fault("prefix '" + prefix + "' is declared twice: keep one");
    }
    if (!uris.add(uri)) {
      throw element.fault("namespace " + uri + " is declared twice: keep one");
    }
  }

  Element root() {
    return root;
  }

  String modelName() {
    return root.attributes().get("name");
  }

  /** The name that the text stands for in this file. */
  QName name(Element at, String text) {
    if (!text.equals(text.strip())) {
      throw at.fault("white space around '" + text.strip() + "': remove it");
    }
    QName name;
    try {
      name = QName.of(text);
    } catch (IllegalArgumentException e) {
      throw at.fault("'" + text + "' is not a name: write prefix:name");
    }
    String canonical = canonicalByLocal.get(name.prefix());
    if (canonical == null) {
      throw at.fault(
          "prefix '"
              + name.prefix()
              + "' of '"
              + name
              + "' is not declared: add an <import> or a <namespace>");
    }
    return new QName(canonical, name.localName());
  }

  /** The name of something this file defines; it must lie in a namespace of its own. */
  QName ownName(Element element) {
    QName name = name(element, element.attributes().get("name"));
    if (!defined.contains(name.prefix())) {
      throw element.fault(
          "'"
              + name
              + "' lies in a namespace that this model only imports: use a prefix of "
              + defined);
    }
    return name;
  }
}
