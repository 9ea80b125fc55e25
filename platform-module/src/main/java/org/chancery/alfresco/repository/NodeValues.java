package org.chancery.alfresco.repository;

import java.io.Serializable;
import java.util.HashMap;
import java.util.Map;
import org.chancery.model.ContentModel;
import org.chancery.model.QName;

/** All values of a node as the platform takes them. */
final class NodeValues {

  private final ContentModel model;
  private final PlatformNames names;
  private final PropertyValues converter;

  NodeValues(ContentModel model, PlatformNames names, PropertyValues converter) {
    this.model = model;
    this.names = names;
    this.converter = converter;
  }

  Map<org.alfresco.service.namespace.QName, Serializable> toPlatform(Map<QName, Object> values) {
    Map<org.alfresco.service.namespace.QName, Serializable> converted = new HashMap<>();
    values.forEach(
        (name, value) ->
            converted.put(
                names.toPlatform(name),
                converter.toPlatform(model.property(name).orElseThrow(), value)));
    return converted;
  }
}
