package org.chancery.model;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * An element of a model file, with where it stands.
 *
 * @param file the file's name, for messages
 * @param line the line its start tag ends on, from 1
 * @param name local name
 * @param attributes by local name
 * @param text its own text, white space and all
 * @param children in document order
 */
record Element(
    String file,
    int line,
    String name,
    Map<String, String> attributes,
    String text,
    List<Element> children) {

  Optional<String> attribute(String attribute) {
    return Optional.ofNullable(attributes.get(attribute));
  }

  Stream<Element> all(String child) {
    return children.stream().filter(element -> element.name.equals(child));
  }

  Optional<Element> first(String child) {
    return all(child).findFirst();
  }

  /** The entries of a container such as {@code <properties>}; none when it is not there. */
  List<Element> entries(String container) {
    return first(container).map(Element::children).orElse(List.of());
  }

  Optional<String> childText(String child) {
    return first(child).map(Element::text);
  }

  /** What a person reads: on one line, without the file's indentation. */
  Optional<String> prose(String child) {
    return childText(child).map(text -> text.strip().replaceAll("\\s+", " "));
  }

  boolean flag(String child, boolean otherwise) {
    return childText(child)
        .map(String::strip)
        .map(text -> text.equals("true") || text.equals("1"))
        .orElse(otherwise);
  }

  ModelException fault(String problem) {
    return new ModelException(file, line, problem);
  }
}
