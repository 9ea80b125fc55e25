package org.chancery.alfresco.search;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.alfresco.model.ContentModel;
import org.alfresco.service.cmr.dictionary.ClassDefinition;
import org.alfresco.service.cmr.dictionary.DictionaryService;
import org.chancery.alfresco.names.ModelNames;
import org.chancery.core.vocabulary.Cm;
import org.chancery.model.QName;

/** What a node's type is in our content model. */
final class TypeNames {

  private static final QName OBJECT = QName.of("cm:cmobject");
  private static final Set<String> OURS = Set.of("cor", "stk", "rec");

  private final DictionaryService dictionary;
  private final ModelNames names;
  private final org.chancery.model.ContentModel model;

  TypeNames(DictionaryService dictionary, ModelNames names, org.chancery.model.ContentModel model) {
    this.dictionary = dictionary;
    this.names = names;
    this.model = model;
  }

  /**
   * The nearest type of ours and the types it extends; empty when nodes of the type are nothing to
   * be found.
   */
  List<QName> lineage(org.alfresco.service.namespace.QName type) {
    org.alfresco.service.namespace.QName at = type;
    while (at != null && !at.equals(ContentModel.TYPE_SYSTEM_FOLDER)) {
      List<QName> known = names.fromPlatform(at).map(model::lineage).orElse(List.of());
      if (!known.isEmpty()) {
        return sought(known) ? known : List.of();
      }
      ClassDefinition definition = dictionary.getType(at);
      at = definition == null ? null : definition.getParentName();
    }
    return List.of();
  }

  /** The type or aspect, when our models define it. */
  Optional<QName> known(org.alfresco.service.namespace.QName name) {
    return names.fromPlatform(name).filter(ours -> model.find(ours).isPresent());
  }

  private static boolean sought(List<QName> lineage) {
    return lineage.contains(Cm.CONTENT)
        || lineage.contains(Cm.FOLDER)
        || lineage.contains(OBJECT) && OURS.contains(lineage.get(0).prefix());
  }
}
