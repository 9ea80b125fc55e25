package org.chancery.alfresco.names;

import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.chancery.model.ContentModel;
import org.chancery.model.ContentModels;
import org.chancery.model.QName;

/** Names of types, aspects and properties, from the platform's to ours and back. */
public final class ModelNames {
  private static final ModelNames SHIPPED = new ModelNames(ContentModels.shipped());

  private final Map<String, String> uris;
  private final Map<String, String> prefixes;

  /** Of these models. */
  public ModelNames(ContentModel model) {
    uris = Map.copyOf(model.namespaces());
    prefixes =
        uris.entrySet().stream()
            .collect(Collectors.toUnmodifiableMap(Map.Entry::getValue, Map.Entry::getKey));
  }

  /** Of the models that we ship, for what is bound to them by name. */
  public static ModelNames shipped() {
    return SHIPPED;
  }

  /**
   * As the platform writes it.
   *
   * @throws IllegalArgumentException when no model defines the prefix
   */
  public org.alfresco.service.namespace.QName toPlatform(QName name) {
    String uri = uris.get(name.prefix());
    if (uri == null) {
      throw new IllegalArgumentException("No model defines the prefix of " + name);
    }
    return org.alfresco.service.namespace.QName.createQName(uri, name.localName());
  }

  /** As we write it; empty when the models do not define its namespace. */
  public Optional<QName> fromPlatform(org.alfresco.service.namespace.QName name) {
    return Optional.ofNullable(prefixes.get(name.getNamespaceURI()))
        .map(prefix -> new QName(prefix, name.getLocalName()));
  }
}
