package org.chancery.alfresco.records;

import java.io.Serializable;
import java.util.Map;
import java.util.Set;
import org.alfresco.model.ContentModel;
import org.alfresco.repo.transaction.AlfrescoTransactionSupport;
import org.alfresco.service.cmr.repository.ContentData;
import org.alfresco.service.cmr.repository.NodeRef;
import org.alfresco.service.cmr.repository.NodeService;
import org.alfresco.service.namespace.NamespaceService;
import org.alfresco.service.namespace.QName;
import org.chancery.alfresco.names.ModelNames;
import org.chancery.core.vocabulary.Rec;

/** Names as the platform writes them, and what they tell. */
final class Names {
  static final QName DECLARED = model(Rec.DECLARED);
  static final QName HOLDS_RECORDS = model(Rec.HOLDS_RECORDS);
  static final QName RECORD_ID = model(Rec.RECORD_ID);
  static final QName HELD = model(Rec.HELD);
  static final QName SCHEDULED = model(Rec.SCHEDULED);
  static final QName CLOCKED = model(Rec.CLOCKED);

  private static final String FORUM = "http://www.alfresco.org/model/forum/1.0";
  static final QName WORKING_COPY = content("workingcopy");
  private static final QName THUMBNAIL = content("thumbnail");

  /** Made by WebDAV for a name that is only locked yet. */
  static final QName LOCKED_NAME = system("webdavNoContent");

  /** Where the platform keeps, during a transaction, what is being deleted with a folder. */
  private static final String PENDING = "DbNodeServiceImpl.pendingDeleteNodes";

  private Names() {}

  /** Of the correspondence model. */
  static QName correspondence(String name) {
    return model(new org.chancery.model.QName("cor", name));
  }

  static QName model(org.chancery.model.QName name) {
    return ModelNames.shipped().toPlatform(name);
  }

  /** Of a policy. */
  static QName policy(String name) {
    return QName.createQName(NamespaceService.ALFRESCO_URI, name);
  }

  /** Whether it is one of the records model. */
  static boolean ofRecords(QName name) {
    return name.getNamespaceURI().equals(DECLARED.getNamespaceURI());
  }

  /** Whether it names what the platform keeps for itself, such as renditions. */
  static boolean byThePlatform(QName name) {
    return name.getNamespaceURI().equals(NamespaceService.RENDITION_MODEL_1_0_URI)
        || name.getNamespaceURI().equals(NamespaceService.SYSTEM_MODEL_1_0_URI)
        || name.getLocalName().equals("thumbnailModification");
  }

  /** Whether it is the type of a comment. */
  static boolean comment(QName type) {
    return ofDiscussion(type) && type.getLocalName().equals("post");
  }

  /** Whether it is a type of a discussion: a comment, or what holds comments. */
  static boolean ofDiscussion(QName type) {
    return type.getNamespaceURI().equals(FORUM);
  }

  /**
   * Whether a node is no item of anybody's: a copy that is checked out, what a client hides, a
   * rendition, a name that is only locked yet.
   */
  static boolean aside(NodeService nodes, NodeRef node) {
    return nodes.hasAspect(node, WORKING_COPY)
        || nodes.hasAspect(node, LOCKED_NAME)
        || nodes.hasAspect(node, ContentModel.ASPECT_HIDDEN)
        || nodes.hasAspect(node, ContentModel.ASPECT_TEMPORARY)
        || nodes.getType(node).equals(THUMBNAIL)
        || byThePlatform(nodes.getPrimaryParent(node).getTypeQName());
  }

  /** Whether a node is being deleted in the transaction in progress, with a folder or itself. */
  static boolean pending(NodeRef node) {
    Set<NodeRef> pending = AlfrescoTransactionSupport.getResource(PENDING);
    return pending != null && pending.contains(node);
  }

  /** Where the content is; null for none. */
  static String contentUrl(Map<QName, Serializable> properties) {
    return properties.get(ContentModel.PROP_CONTENT) instanceof ContentData content
        ? content.getContentUrl()
        : null;
  }

  private static QName content(String name) {
    return QName.createQName(NamespaceService.CONTENT_MODEL_1_0_URI, name);
  }

  private static QName system(String name) {
    return QName.createQName(NamespaceService.SYSTEM_MODEL_1_0_URI, name);
  }
}
