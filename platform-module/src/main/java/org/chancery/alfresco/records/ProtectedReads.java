package org.chancery.alfresco.records;

import java.util.Optional;
import org.alfresco.model.ContentModel;
import org.alfresco.repo.policy.JavaBehaviour;
import org.alfresco.repo.policy.PolicyComponent;
import org.alfresco.service.cmr.dictionary.DictionaryService;
import org.alfresco.service.cmr.repository.NodeRef;
import org.alfresco.service.cmr.repository.NodeService;
import org.alfresco.service.namespace.QName;

/**
 * Other clients' looks into documents, and into anything that lies in a locked part, in the ledger
 * (requirement P8); earlier versions included. The methods are public because the platform calls
 * them by name.
 */
public final class ProtectedReads {
  private static final QName DOCUMENT = Names.correspondence("document");

  /** Of a version, the node that it is one of. */
  private static final QName FROZEN =
      QName.createQName("http://www.alfresco.org/model/versionstore/2.0", "frozenNodeRef");

  private final PolicyComponent policies;
  private final NodeService nodes;
  private final DictionaryService dictionary;
  private final RecordMarks marks;
  private final ForeignChanges foreign;

  /**
   * On the platform's services.
   *
   * @param policies bean {@code policyComponent}
   * @param nodes the platform's inner nodes, which ask nobody's leave
   * @param dictionary bean {@code dictionaryService}
   * @param marks what is protected
   * @param foreign writes what other clients do into the ledger
   */
  ProtectedReads(
      PolicyComponent policies,
      NodeService nodes,
      DictionaryService dictionary,
      RecordMarks marks,
      ForeignChanges foreign) {
    this.policies = policies;
    this.nodes = nodes;
    this.dictionary = dictionary;
    this.marks = marks;
    this.foreign = foreign;
  }

  /** Binds everything. */
  void bind() {
    policies.bindClassBehaviour(
        Names.policy("onContentRead"),
        ContentModel.TYPE_CONTENT,
        new JavaBehaviour(this, "onContentRead"));
  }

  /** Somebody looked into a file. */
  public void onContentRead(NodeRef read) {
    NodeRef node = nodes.getProperty(read, FROZEN) instanceof NodeRef frozen ? frozen : read;
    if (!nodes.exists(node)) {
      return;
    }
    boolean document = dictionary.isSubClass(nodes.getType(node), DOCUMENT);
    (document ? Optional.of(node) : marks.protectedPart(node)).ifPresent(foreign::seen);
  }
}
