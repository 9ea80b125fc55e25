package org.alfresco.service.cmr.repository;

import java.io.Serializable;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.alfresco.service.cmr.dictionary.InvalidAspectException;
import org.alfresco.service.cmr.dictionary.InvalidTypeException;
import org.alfresco.service.namespace.QName;
import org.alfresco.service.namespace.QNamePattern;

/** The nodes of a store: creates, changes, moves, relates and deletes them. */
public interface NodeService {

  boolean exists(StoreRef storeRef);

  boolean exists(NodeRef nodeRef);

  NodeRef.Status getNodeStatus(NodeRef nodeRef);

  NodeRef getNodeRef(Long id);

  ChildAssociationRef createNode(NodeRef nodeRef, QName name, QName name2, QName name3)
      throws InvalidNodeRefException, InvalidTypeException;

  ChildAssociationRef createNode(
      NodeRef nodeRef, QName name, QName name2, QName name3, Map<QName, Serializable> map)
      throws InvalidNodeRefException, InvalidTypeException;

  ChildAssociationRef moveNode(NodeRef nodeRef, NodeRef nodeRef2, QName name, QName name2)
      throws InvalidNodeRefException;

  QName getType(NodeRef nodeRef) throws InvalidNodeRefException;

  void addAspect(NodeRef nodeRef, QName name, Map<QName, Serializable> map)
      throws InvalidNodeRefException, InvalidAspectException;

  void removeAspect(NodeRef nodeRef, QName name)
      throws InvalidNodeRefException, InvalidAspectException;

  boolean hasAspect(NodeRef nodeRef, QName name)
      throws InvalidNodeRefException, InvalidAspectException;

  Set<QName> getAspects(NodeRef nodeRef) throws InvalidNodeRefException;

  void deleteNode(NodeRef nodeRef) throws InvalidNodeRefException;

  Map<QName, Serializable> getProperties(NodeRef nodeRef) throws InvalidNodeRefException;

  Serializable getProperty(NodeRef nodeRef, QName name) throws InvalidNodeRefException;

  void setProperties(NodeRef nodeRef, Map<QName, Serializable> map) throws InvalidNodeRefException;

  void setProperty(NodeRef nodeRef, QName name, Serializable serializable)
      throws InvalidNodeRefException;

  void setType(NodeRef nodeRef, QName name) throws InvalidNodeRefException;

  List<ChildAssociationRef> getChildAssocs(NodeRef nodeRef) throws InvalidNodeRefException;

  List<ChildAssociationRef> getChildAssocs(
      NodeRef nodeRef, QNamePattern pattern, QNamePattern pattern2) throws InvalidNodeRefException;

  List<ChildAssociationRef> getChildAssocs(
      NodeRef nodeRef, QNamePattern pattern, QNamePattern pattern2, int number, boolean flag)
      throws InvalidNodeRefException;

  List<ChildAssociationRef> getChildAssocs(
      NodeRef nodeRef, QNamePattern pattern, QNamePattern pattern2, boolean flag)
      throws InvalidNodeRefException;

  List<ChildAssociationRef> getChildAssocs(NodeRef nodeRef, Set<QName> set);

  NodeRef getChildByName(NodeRef nodeRef, QName name, String text);

  ChildAssociationRef getPrimaryParent(NodeRef nodeRef) throws InvalidNodeRefException;

  AssociationRef createAssociation(NodeRef nodeRef, NodeRef nodeRef2, QName name)
      throws InvalidNodeRefException, AssociationExistsException;

  void removeAssociation(NodeRef nodeRef, NodeRef nodeRef2, QName name)
      throws InvalidNodeRefException;

  List<AssociationRef> getTargetAssocs(NodeRef nodeRef, QNamePattern pattern)
      throws InvalidNodeRefException;

  List<AssociationRef> getSourceAssocs(NodeRef nodeRef, QNamePattern pattern)
      throws InvalidNodeRefException;
}
