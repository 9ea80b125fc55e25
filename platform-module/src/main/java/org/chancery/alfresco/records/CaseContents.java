package org.chancery.alfresco.records;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.alfresco.model.ContentModel;
import org.alfresco.repo.policy.JavaBehaviour;
import org.alfresco.repo.policy.PolicyComponent;
import org.alfresco.service.cmr.dictionary.DictionaryService;
import org.alfresco.service.cmr.repository.ChildAssociationRef;
import org.alfresco.service.cmr.repository.NodeRef;
import org.alfresco.service.cmr.repository.NodeService;
import org.alfresco.service.namespace.QName;
import org.chancery.core.audit.Action;

/**
 * Keeps what lies in a case file of the kind that belongs there, whatever the client (design § 4):
 * correspondents among the people, with their protected values; notes in the routing; documents
 * among the documents, where a plain file becomes one. The methods are public because the platform
 * calls them by name.
 */
public final class CaseContents {
  private static final String CODE = "not-allowed";
  private static final QName DOCUMENT = Names.correspondence("document");
  private static final QName DOCUMENTS = Names.correspondence("documentsPart");

  private final PolicyComponent policies;
  private final NodeService nodes;
  private final DictionaryService dictionary;
  private final Attempts attempts;
  private final BooleanSupplier ours;
  private final Map<QName, Rule> rules = new LinkedHashMap<>();

  /**
   * On the platform's services.
   *
   * @param policies bean {@code policyComponent}
   * @param nodes the platform's inner nodes, which ask nobody's leave
   * @param dictionary bean {@code dictionaryService}
   * @param attempts where refusals are noted
   * @param ours whether a change through our own ports is at work on this thread
   */
  public CaseContents(
      PolicyComponent policies,
      NodeService nodes,
      DictionaryService dictionary,
      Attempts attempts,
      BooleanSupplier ours) {
    this.policies = policies;
    this.nodes = nodes;
    this.dictionary = dictionary;
    this.attempts = attempts;
    this.ours = ours;
    rule("caseFolder", "", "Case files are opened in Chancery; nothing else lies here.");
    rule("caseFile", "", "A case file has its three parts, and nothing beside them.");
    rule("peoplePart", "correspondent", "Correspondents alone lie here.");
    rule("correspondent", "protectedValue", "Only protected values lie with a correspondent.");
    rule("routingPart", "note", "Notes alone lie here.");
    rule("documentsPart", "document", "Documents alone lie here, and no folders.");
  }

  /** What may lie in a folder of a kind; nothing at all where there is no type. */
  private record Rule(Optional<QName> allowed, String otherwise) {}

  private void rule(String folder, String allowed, String otherwise) {
    rules.put(
        Names.correspondence(folder),
        new Rule(
            Optional.of(allowed).filter(name -> !name.isEmpty()).map(Names::correspondence),
            otherwise));
  }

  /** Binds everything; from now on it holds. */
  public void bind() {
    for (QName folder : rules.keySet()) {
      policies.bindAssociationBehaviour(
          Names.policy("onCreateChildAssociation"),
          folder,
          new JavaBehaviour(this, "onCreateChildAssociation"));
    }
    policies.bindClassBehaviour(
        Names.policy("onSetNodeType"),
        ContentModel.TYPE_BASE,
        new JavaBehaviour(this, "onSetNodeType"));
  }

  /** Something made in the folder, moved there, or filed there a second time. */
  public void onCreateChildAssociation(ChildAssociationRef made, boolean isNewNode) {
    if (ours.getAsBoolean() || !made.getTypeQName().equals(ContentModel.ASSOC_CONTAINS)) {
      return;
    }
    NodeRef folder = made.getParentRef();
    NodeRef node = made.getChildRef();
    QName kind = nodes.getType(folder);
    Rule rule = rules.get(kind);
    QName type = nodes.getType(node);
    if (rule == null || fits(rule, type)) {
      return;
    }
    boolean home = folder.equals(nodes.getPrimaryParent(node).getParentRef());
    if (home && kind.equals(DOCUMENTS) && type.equals(ContentModel.TYPE_CONTENT)) {
      nodes.setType(node, DOCUMENT);
      return;
    }
    throw attempts.misplaced(
        isNewNode ? Action.CREATE : Action.MOVE, isNewNode ? folder : node, CODE, rule.otherwise());
  }

  /** Another type for what lies there already, or for the folder itself. */
  public void onSetNodeType(NodeRef node, QName before, QName after) {
    if (ours.getAsBoolean() || !nodes.exists(node)) {
      return;
    }
    if (rules.containsKey(before)) {
      throw attempts.misplaced(
          Action.UPDATE, node, CODE, "What a part of a case is stays as it is.");
    }
    NodeRef folder = nodes.getPrimaryParent(node).getParentRef();
    Rule rule = folder == null ? null : rules.get(nodes.getType(folder));
    if (rule != null && !fits(rule, after)) {
      throw attempts.misplaced(Action.UPDATE, node, CODE, rule.otherwise());
    }
  }

  private boolean fits(Rule rule, QName type) {
    return rule.allowed().filter(allowed -> dictionary.isSubClass(type, allowed)).isPresent();
  }
}
