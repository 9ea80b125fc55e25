package org.alfresco.repo.policy;

import org.alfresco.service.namespace.QName;

/** Binds behaviours to policies. */
public interface PolicyComponent {
  BehaviourDefinition<ClassBehaviourBinding> bindClassBehaviour(
      QName name, QName name2, Behaviour behaviour);

  BehaviourDefinition<ServiceBehaviourBinding> bindClassBehaviour(
      QName name, Object service, Behaviour behaviour);

  BehaviourDefinition<ClassFeatureBehaviourBinding> bindAssociationBehaviour(
      QName name, QName name2, Behaviour behaviour);
}
