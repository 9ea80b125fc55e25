package org.chancery.alfresco.records;

import java.io.Serializable;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import org.alfresco.model.ContentModel;
import org.alfresco.repo.policy.JavaBehaviour;
import org.alfresco.repo.policy.PolicyComponent;
import org.alfresco.repo.transaction.AlfrescoTransactionSupport;
import org.alfresco.service.cmr.repository.ChildAssociationRef;
import org.alfresco.service.cmr.repository.ContentData;
import org.alfresco.service.cmr.repository.NodeRef;
import org.alfresco.service.cmr.repository.NodeService;
import org.alfresco.service.cmr.repository.StoreRef;
import org.alfresco.service.cmr.version.Version;
import org.alfresco.service.cmr.version.VersionHistory;
import org.alfresco.service.cmr.version.VersionService;
import org.alfresco.service.namespace.QName;
import org.chancery.alfresco.repository.Marks;
import org.chancery.core.audit.Action;
import org.chancery.core.holds.HoldRule;
import org.chancery.core.repository.Caller;
import org.chancery.core.repository.Denied;
import org.chancery.core.repository.Held;
import org.chancery.core.repository.Node;
import org.chancery.core.repository.NodeId;
import org.chancery.core.repository.Nodes;

/**
 * Keeps what is under a hold, above it and below it, from being deleted, moved out or losing a
 * version, whatever the client and whoever the user, the system included (requirement R5); {@link
 * HoldRule} says so to our own routes. What the platform makes by itself, such as renditions, and
 * copies that are checked out come and go. The methods are public because the platform calls them
 * by name.
 */
public final class HoldVeto {
  private static final Caller SYSTEM = Caller.ofSystem();
  private static final String CODE = "held";
  private static final String UNKEPT =
      "It is under a hold, and what is in it now is kept in no version: it would be lost. Replace"
          + " the file in Chancery, which keeps the version before.";

  /** To those who do not see what is held, a refusal like any other (requirement P4). */
  private static final String HIDDEN =
      "You may see this, but not delete or move it; ask its owner.";

  private static final String VERSION =
      "It is under a hold: it loses no version before the hold is released.";
  private static final String REVERT =
      "It is under a hold, which the earlier state was not: open that version, and save it as a"
          + " new one.";

  private static final String TAKEN =
      "It is under a hold in Chancery, or lay in a folder that is: others make it no record of"
          + " theirs before that hold is released.";

  private static final String PASSING_ONLY =
      "It is under a hold, or lies in a folder that is: it is neither deleted nor hidden, nor made a"
          + " thing that comes and goes, before the hold is released.";

  /** A copy that is checked out, and a name that is only locked yet. */
  private static final Set<QName> PASSING = Set.of(Names.WORKING_COPY, Names.LOCKED_NAME);

  /** What the transaction in progress made. */
  private static final Object CREATED = HoldVeto.class.getName() + ".created";

  /** Streams that the transaction in progress wrote itself: nobody else has seen them. */
  private static final Object WRITTEN = HoldVeto.class.getName() + ".written";

  private final PolicyComponent policies;
  private final NodeService nodes;
  private final VersionService versions;
  private final Marks marks;
  private final HoldRule rule;
  private final Nodes tree;
  private final Attempts attempts;
  private final BooleanSupplier ours;

  /**
   * On the platform's services.
   *
   * @param policies bean {@code policyComponent}
   * @param nodes the platform's inner nodes, which ask nobody's leave
   * @param versions bean {@code versionService}
   * @param marks what is under a hold
   * @param rule says why something stays
   * @param tree our own port
   * @param attempts where refusals are noted
   * @param ours whether a change through our own ports is at work on this thread
   */
  public HoldVeto(
      PolicyComponent policies,
      NodeService nodes,
      VersionService versions,
      Marks marks,
      HoldRule rule,
      Nodes tree,
      Attempts attempts,
      BooleanSupplier ours) {
    this.policies = policies;
    this.nodes = nodes;
    this.versions = versions;
    this.marks = marks;
    this.rule = rule;
    this.tree = tree;
    this.attempts = attempts;
    this.ours = ours;
  }

  /** Binds everything; from now on it holds. */
  public void bind() {
    for (String policy : new String[] {"beforeDeleteNode", "beforeMoveNode"}) {
      policies.bindClassBehaviour(
          Names.policy(policy), ContentModel.TYPE_BASE, new JavaBehaviour(this, policy));
    }
    policies.bindClassBehaviour(
        Names.policy("onCreateNode"),
        ContentModel.TYPE_CONTENT,
        new JavaBehaviour(this, "onCreateNode"));
    // WebDAV hides a file first, and deletes it some seconds later.
    for (QName aspect :
        List.of(Names.WORKING_COPY, Names.LOCKED_NAME, ContentModel.ASPECT_HIDDEN)) {
      policies.bindClassBehaviour(
          Names.policy("onAddAspect"), aspect, new JavaBehaviour(this, "onAddAspect"));
    }
    policies.bindClassBehaviour(
        Names.policy("onUpdateProperties"),
        ContentModel.TYPE_CONTENT,
        new JavaBehaviour(this, "onUpdateProperties"));
    policies.bindClassBehaviour(
        Names.policy("beforeRemoveAspect"),
        ContentModel.ASPECT_VERSIONABLE,
        new JavaBehaviour(this, "beforeRemoveAspect"));
  }

  /** Fires for everything that would go with a folder, too. */
  public void beforeDeleteNode(NodeRef node) {
    if (!passes(node) && keeps(node, marks.held(node))) {
      throw refusal(Action.DELETE, node, found -> rule.requireFree(who(), found));
    }
  }

  /** What comes and goes with work on a file may go from a held folder, when no hold is on it. */
  private boolean keeps(NodeRef node, Marks.Holds holds) {
    return holds.itself() || holds.below() || !holds.above().isEmpty() && !comesAndGoes(node);
  }

  private boolean comesAndGoes(NodeRef node) {
    return Names.byThePlatform(nodes.getPrimaryParent(node).getTypeQName())
        || PASSING.stream().anyMatch(aspect -> nodes.hasAspect(node, aspect));
  }

  /** Notes what is new: that may become a copy that is checked out, or a name that is locked. */
  public void onCreateNode(ChildAssociationRef made) {
    if (!passes(made.getChildRef())) {
      bound(CREATED).add(made.getChildRef().getId());
    }
  }

  /**
   * Fires after the change, which then rolls back: what is there does not become a passing thing.
   */
  public void onAddAspect(NodeRef node, QName aspect) {
    if (!passes(node) && !bound(CREATED).contains(node.getId()) && marks.held(node).any()) {
      throw attempts.misplaced(Action.UPDATE, node, CODE, PASSING_ONLY);
    }
  }

  /** Out of what is held, or of what is; another name in the same folder is free. */
  public void beforeMoveNode(ChildAssociationRef from, NodeRef to) {
    NodeRef node = from.getChildRef();
    if (passes(node) || from.getParentRef().equals(to)) {
      return;
    }
    Marks.Holds holds = marks.held(node);
    if (holds.itself() || holds.below() || !within(to, holds.above())) {
      throw refusal(
          Action.MOVE,
          node,
          found ->
              rule.requireMovable(
                  who(),
                  found,
                  tree.ancestors(SYSTEM, found.id()),
                  Attempts.id(to).orElse(tree.root())));
    }
  }

  /** Whether a place lies in each of the folders. */
  private boolean within(NodeRef place, List<String> folders) {
    Set<String> line = new HashSet<>();
    NodeRef at = place;
    while (at != null) {
      line.add(at.getId());
      at = nodes.getPrimaryParent(at).getParentRef();
    }
    return line.containsAll(folders);
  }

  /** Fires after the change, which then rolls back: what was there must be in a version. */
  public void onUpdateProperties(
      NodeRef node, Map<QName, Serializable> before, Map<QName, Serializable> after) {
    String was = Names.contentUrl(before);
    String is = Names.contentUrl(after);
    if (passes(node) || was == null || was.equals(is)) {
      return;
    }
    boolean own = bound(WRITTEN).contains(was);
    if (is != null) {
      bound(WRITTEN).add(is);
    }
    boolean empty =
        before.get(ContentModel.PROP_CONTENT) instanceof ContentData data && data.getSize() == 0;
    if (!own && !empty && !comesAndGoes(node) && held(node) && !kept(node, was)) {
      throw attempts.misplaced(Action.UPDATE, node, CODE, UNKEPT);
    }
  }

  private boolean kept(NodeRef node, String url) {
    VersionHistory history = versions.getVersionHistory(node);
    if (history == null) {
      return false;
    }
    for (Version version : history.getAllVersions()) {
      boolean same =
          nodes.getProperty(version.getFrozenStateNodeRef(), ContentModel.PROP_CONTENT)
                  instanceof ContentData content
              && url.equals(content.getContentUrl());
      if (same) {
        return true;
      }
    }
    return false;
  }

  /** With the aspect the platform takes all versions away. */
  public void beforeRemoveAspect(NodeRef node, QName aspect) {
    refuseLoss(Action.UPDATE, node);
  }

  /** Refuses what would take a version away. */
  void refuseLoss(Action action, NodeRef node) {
    if (!passes(node) && held(node)) {
      throw attempts.misplaced(action, node, CODE, VERSION);
    }
  }

  /** Refuses what takes something away from where it lay; it lies elsewhere already. */
  void refuseTaking(NodeRef node, NodeRef from) {
    if (passes(node)) {
      return;
    }
    Marks.Holds was = marks.held(from);
    if (marks.held(node).itself() || was.itself() || !was.above().isEmpty()) {
      throw attempts.misplaced(Action.MOVE, node, CODE, TAKEN);
    }
  }

  /** Refuses what would put back the marks of an earlier time, too. */
  void refuseRevert(NodeRef node) {
    if (!passes(node) && marks.held(node).itself()) {
      throw attempts.misplaced(Action.UPDATE, node, CODE, REVERT);
    }
  }

  private boolean held(NodeRef node) {
    Marks.Holds holds = marks.held(node);
    return holds.itself() || !holds.above().isEmpty();
  }

  @FunctionalInterface
  private interface Question {
    void ask(Node node);
  }

  /** In the words of the rule, which knows what may be told to whom. */
  private RuntimeException refusal(Action action, NodeRef ref, Question question) {
    return attempts.misplaced(action, ref, CODE, words(ref, question));
  }

  private String words(NodeRef ref, Question question) {
    Optional<NodeId> id = Attempts.id(ref);
    if (id.isPresent() && tree.find(who(), id.get()).isEmpty()) {
      return HIDDEN;
    }
    try {
      id.flatMap(each -> tree.find(SYSTEM, each)).ifPresent(question::ask);
    } catch (Held | Denied e) {
      return e.getMessage();
    }
    return "It lies in a folder under a hold: it is neither deleted nor moved out before the hold is"
        + " released.";
  }

  private static Caller who() {
    return new Caller(Attempts.user(), Set.of(Caller.EVERYONE), false);
  }

  private boolean passes(NodeRef node) {
    return ours.getAsBoolean()
        || !node.getStoreRef().equals(StoreRef.STORE_REF_WORKSPACE_SPACESSTORE)
        || !nodes.exists(node);
  }

  private static Set<String> bound(Object key) {
    Set<String> bound = AlfrescoTransactionSupport.getResource(key);
    if (bound == null) {
      bound = new HashSet<>();
      AlfrescoTransactionSupport.bindResource(key, bound);
    }
    return bound;
  }
}
