package org.chancery.standalone.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.LinkedHashMap;
import java.util.Map;
import org.chancery.core.repository.ContentInfo;
import org.chancery.model.ContentModel;
import org.chancery.model.PropertyDefinition;
import org.chancery.model.QName;
import org.chancery.model.ValueCodec;

/** Property values as the database's JSON, and back. */
final class PropertyJson {

  private static final TypeReference<Map<String, Object>> VALUES = new TypeReference<>() {};
  private static final TypeReference<Map<String, ContentInfo>> CONTENTS = new TypeReference<>() {};

  private final ObjectMapper json = new ObjectMapper();
  private final ContentModel model;

  PropertyJson(ContentModel model) {
    this.model = model;
  }

  String write(Map<QName, Object> properties) {
    Map<String, Object> values = new LinkedHashMap<>();
    properties.forEach(
        (name, value) ->
            values.put(name.toString(), ValueCodec.encode(definition(name.toString()), value)));
    try {
      return json.writeValueAsString(values);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  Map<QName, Object> read(String text) {
    Map<QName, Object> properties = new LinkedHashMap<>();
    parse(text, VALUES)
        .forEach(
            (name, value) ->
                properties.put(QName.of(name), ValueCodec.decode(definition(name), value)));
    return properties;
  }

  /** Contents by property; {@code text} may be null for none. */
  Map<QName, ContentInfo> readContents(String text) {
    Map<QName, ContentInfo> contents = new LinkedHashMap<>();
    if (text != null) {
      parse(text, CONTENTS).forEach((name, info) -> contents.put(QName.of(name), info));
    }
    return contents;
  }

  private <T> T parse(String text, TypeReference<T> type) {
    try {
      return json.readValue(text, type);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("The database holds unreadable values", e);
    }
  }

  private PropertyDefinition definition(String name) {
    return model
        .property(QName.of(name))
        .orElseThrow(
            () -> new IllegalStateException("The content model has no property " + name + " now"));
  }
}
