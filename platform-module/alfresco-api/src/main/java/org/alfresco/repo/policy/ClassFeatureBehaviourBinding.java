package org.alfresco.repo.policy;

/** A behaviour bound to a feature of a class, such as an association. */
public class ClassFeatureBehaviourBinding extends ClassBehaviourBinding {

  ClassFeatureBehaviourBinding() {
    throw new UnsupportedOperationException();
  }
}
