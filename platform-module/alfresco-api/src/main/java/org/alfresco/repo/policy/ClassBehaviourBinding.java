package org.alfresco.repo.policy;

/** The class a behaviour is bound to. */
public class ClassBehaviourBinding implements BehaviourBinding {
  ClassBehaviourBinding() {}
}
