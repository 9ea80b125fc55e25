package org.chancery.share.forms;

import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.chancery.model.ClassDefinition;
import org.chancery.model.ClassDefinition.Kind;
import org.chancery.model.ContentModel;
import org.chancery.model.DataType;
import org.chancery.model.PropertyDefinition;
import org.chancery.model.QName;

/**
 * Chancery's own types and aspects as Share shows them; the platform's basics have Share's own
 * forms.
 */
final class ShownModel {

  private static final Set<String> PREFIXES = Set.of("cor", "stk", "rec");
  private static final String TASKS = "cwf";
  private static final QName CONTENT = QName.of("cm:content");

  /**
   * Written by the system alone, however they are marked: what happened to a file on its way in.
   */
  private static final Set<String> SYSTEM =
      Set.of("cor:received", "cor:read", "cor:locked", "rec:declared");

  /** The keys of the shipped routing templates. */
  private static final List<String> TEMPLATES =
      List.of("citizenLetter", "congressionalInquiry", "draftForComment");

  /** Identities and counts that say nothing to people; the panel says what they mean. */
  private static final Set<QName> KEPT_BY_THE_WAY =
      Set.of(QName.of("rec:heldBy"), QName.of("rec:heldBelow"));

  private final ContentModel model;

  ShownModel(ContentModel model) {
    this.model = model;
  }

  List<ClassDefinition> types() {
    return ofKind(Kind.TYPE);
  }

  List<ClassDefinition> aspects() {
    return ofKind(Kind.ASPECT);
  }

  /** The kinds of task that routing templates speak of. */
  List<ClassDefinition> tasks() {
    return model.classes().stream()
        .filter(each -> each.kind() == Kind.TYPE && each.name().prefix().equals(TASKS))
        .toList();
  }

  /** The keys of the shipped routing templates. */
  List<String> templates() {
    return TEMPLATES;
  }

  /** Whether nodes of the type hold a file. */
  boolean holdsContent(ClassDefinition type) {
    return model.isA(type.name(), CONTENT);
  }

  /**
   * What a form of the type shows beside the name and the title: its own and its aspects'
   * properties.
   */
  List<PropertyDefinition> propertiesOf(ClassDefinition type) {
    return model.propertiesOf(type.name(), Set.of()).stream().filter(shown()).toList();
  }

  /** What an aspect adds to the forms of nodes that carry it. */
  List<PropertyDefinition> propertiesOfAspect(ClassDefinition aspect) {
    return aspect.properties().stream().filter(shown()).toList();
  }

  /**
   * What can be asked for in a search form. Share has no control for yes, no and either: its text
   * field fails on a yes or no, and its box for ticking asks for no where one asks for nothing.
   */
  List<PropertyDefinition> searchable(ClassDefinition type) {
    return propertiesOf(type).stream()
        .filter(property -> property.index().indexed() && property.type() != DataType.BOOLEAN)
        .toList();
  }

  /** Whether a form lets people write it. */
  boolean writable(PropertyDefinition property) {
    return !property.readOnly() && !SYSTEM.contains(property.declaredBy().toString());
  }

  private List<ClassDefinition> ofKind(Kind kind) {
    return model.classes().stream()
        .filter(each -> each.kind() == kind && own(each.name()))
        .toList();
  }

  private static Predicate<PropertyDefinition> shown() {
    return property ->
        own(property.name())
            && !KEPT_BY_THE_WAY.contains(property.name())
            && property.type() != DataType.CONTENT
            && property.type() != DataType.NODEREF;
  }

  private static boolean own(QName name) {
    return PREFIXES.contains(name.prefix());
  }
}
