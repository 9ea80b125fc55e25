package org.chancery.alfresco.repository;

import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.alfresco.service.cmr.dictionary.ClassDefinition;
import org.alfresco.service.cmr.dictionary.DictionaryService;
import org.alfresco.service.cmr.repository.NodeRef;
import org.alfresco.service.cmr.repository.StoreRef;
import org.chancery.alfresco.names.ModelNames;
import org.chancery.core.repository.NodeId;
import org.chancery.model.ContentModel;
import org.chancery.model.QName;

/** Names of types, aspects, properties and nodes, from the platform's to ours and back. */
final class PlatformNames {

  /** What has no nearer kin is no node of ours: accounts, groups, the platform's own containers. */
  private static final QName ANYTHING = QName.of("sys:base");

  private final ContentModel model;
  private final DictionaryService dictionary;
  private final ModelNames names;

  PlatformNames(ContentModel model, DictionaryService dictionary) {
    this.model = model;
    this.dictionary = dictionary;
    this.names = new ModelNames(model);
  }

  static NodeRef ref(NodeId id) {
    return new NodeRef(StoreRef.STORE_REF_WORKSPACE_SPACESSTORE, id.value());
  }

  /** Empty for a node whose identity is no canonical UUID. */
  static Optional<NodeId> id(NodeRef ref) {
    return id(ref.getId());
  }

  static Optional<NodeId> id(String uuid) {
    try {
      return Optional.of(NodeId.of(uuid));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  org.alfresco.service.namespace.QName toPlatform(QName name) {
    return names.toPlatform(name);
  }

  /** Empty for what Chancery's models do not define. */
  Optional<QName> fromPlatform(org.alfresco.service.namespace.QName name) {
    return names.fromPlatform(name);
  }

  /** The nearest type of ours; empty for what Chancery does not deal with. */
  Optional<QName> type(org.alfresco.service.namespace.QName type) {
    org.alfresco.service.namespace.QName at = type;
    while (at != null) {
      Optional<QName> known = fromPlatform(at).filter(name -> model.find(name).isPresent());
      if (known.isPresent()) {
        return known.filter(name -> !name.equals(ANYTHING));
      }
      ClassDefinition definition = dictionary.getType(at);
      at = definition == null ? null : definition.getParentName();
    }
    return Optional.empty();
  }

  /** Those of the aspects that our models define. */
  Set<QName> aspects(Set<org.alfresco.service.namespace.QName> aspects) {
    return aspects.stream()
        .flatMap(aspect -> fromPlatform(aspect).stream())
        .filter(aspect -> model.find(aspect).isPresent())
        .collect(Collectors.toSet());
  }
}
