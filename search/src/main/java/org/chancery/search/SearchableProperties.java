package org.chancery.search;

import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.zip.CRC32;
import org.chancery.model.ConstraintDefinition;
import org.chancery.model.DataType;
import org.chancery.model.PropertyDefinition;
import org.chancery.model.QName;

/** The properties of the content model that can be searched, and how. */
final class SearchableProperties {

  /** The ways a property is held. */
  enum Kind {
    /** Its words. */
    WORDS,
    /** Each value as a whole. */
    WHOLE,
    /** A date or a moment. */
    TIME,
    /** A number. */
    NUMBER
  }

  private final Map<QName, PropertyDefinition> byName = new TreeMap<>();
  private final Map<String, List<QName>> byLocalName = new HashMap<>();

  SearchableProperties(Collection<PropertyDefinition> properties) {
    properties.stream()
        .filter(property -> property.index().indexed() && property.type() != DataType.CONTENT)
        .sorted(Comparator.comparing(PropertyDefinition::name))
        .forEach(property -> byName.putIfAbsent(property.name(), property));
    byName
        .keySet()
        .forEach(
            name ->
                byLocalName.merge(
                    name.localName().toLowerCase(Locale.ROOT),
                    List.of(name),
                    SearchableProperties::both));
  }

  private static List<QName> both(List<QName> some, List<QName> others) {
    return java.util.stream.Stream.concat(some.stream(), others.stream()).toList();
  }

  /** How the property is held; empty when it is not searched. */
  Optional<Kind> kind(QName name) {
    return Optional.ofNullable(byName.get(name)).map(SearchableProperties::kind);
  }

  private static Kind kind(PropertyDefinition property) {
    return switch (property.type()) {
      case TEXT, MLTEXT -> property.index().tokenised() ? Kind.WORDS : Kind.WHOLE;
      case INT, LONG, FLOAT, DOUBLE -> Kind.NUMBER;
      case DATE, DATETIME -> Kind.TIME;
      case BOOLEAN, NODEREF, CONTENT -> Kind.WHOLE;
    };
  }

  /** The name as a date or moment of one value, which is held in a column, too. */
  Optional<QName> column(QName name) {
    PropertyDefinition property = byName.get(name);
    return property != null && kind(property) == Kind.TIME && !property.multiple()
        ? Optional.of(name)
        : Optional.empty();
  }

  /** Whether a word searched without a field is looked for in this property. */
  boolean free(QName name) {
    PropertyDefinition property = byName.get(name);
    return property != null
        && (property.type() == DataType.TEXT || property.type() == DataType.MLTEXT)
        && property.constraints().stream().noneMatch(ConstraintDefinition.OneOf.class::isInstance);
  }

  /** The properties a field of the query names: by local name or prefixed name, without case. */
  List<QName> named(String name) {
    String wanted = name.toLowerCase(Locale.ROOT);
    if (wanted.indexOf(':') < 0) {
      return byLocalName.getOrDefault(wanted, List.of());
    }
    return byName.keySet().stream()
        .filter(each -> each.toString().toLowerCase(Locale.ROOT).equals(wanted))
        .toList();
  }

  /** Changes when the index would hold other things for the same nodes. */
  String fingerprint() {
    CRC32 crc = new CRC32();
    byName.forEach(
        (name, property) ->
            crc.update(
                (name + " " + kind(property) + " " + free(name) + "\n")
                    .getBytes(StandardCharsets.UTF_8)));
    return Long.toHexString(crc.getValue());
  }
}
