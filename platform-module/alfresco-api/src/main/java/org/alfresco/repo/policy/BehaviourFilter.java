package org.alfresco.repo.policy;

import org.alfresco.service.cmr.repository.NodeRef;
import org.alfresco.service.namespace.QName;

/** Turns behaviours off for a while. */
public interface BehaviourFilter {

  void disableBehaviour();

  void disableBehaviour(QName name);

  void disableBehaviour(QName name, boolean flag);

  void disableBehaviour(NodeRef nodeRef, QName name);

  void disableBehaviour(NodeRef nodeRef);

  void enableBehaviour();

  void enableBehaviour(QName name);

  void enableBehaviour(NodeRef nodeRef, QName name);

  void enableBehaviour(NodeRef nodeRef);

  boolean isEnabled();

  boolean isEnabled(QName name);

  boolean isEnabled(NodeRef nodeRef, QName name);

  boolean isEnabled(NodeRef nodeRef);
}
