package org.chancery.alfresco.records;

import java.io.Serializable;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import org.alfresco.model.ContentModel;
import org.alfresco.repo.policy.JavaBehaviour;
import org.alfresco.repo.policy.PolicyComponent;
import org.alfresco.repo.security.authentication.AuthenticationUtil;
import org.alfresco.repo.transaction.AlfrescoTransactionSupport;
import org.alfresco.service.cmr.dictionary.DictionaryService;
import org.alfresco.service.cmr.repository.ChildAssociationRef;
import org.alfresco.service.cmr.repository.NodeRef;
import org.alfresco.service.cmr.repository.NodeService;
import org.alfresco.service.cmr.repository.StoreRef;
import org.alfresco.service.cmr.version.Version;
import org.alfresco.service.namespace.QName;
import org.alfresco.util.transaction.TransactionListenerAdapter;
import org.chancery.alfresco.repository.Governed;
import org.chancery.core.correspondence.Place;
import org.chancery.core.repository.Caller;
import org.chancery.core.schedule.Activity;
import org.chancery.core.schedule.ActivityKind;

/**
 * What other clients do reaches the clocks of folders as what our own routes do (requirement R3): a
 * file that is put there or moved in is filed, a new content or version is a version, a comment is
 * a note. Values, names, looks, locks, check-outs, renditions, and what the system does by itself
 * are no activity.
 *
 * <p>What happened is gathered and told before the commit: not before then is a copy that was
 * checked out known as one, and a folder is not held up longer than that. The methods are public
 * because the platform calls them by name.
 */
public final class ForeignActivity {
  private static final Object GATHERED = ForeignActivity.class.getName() + ".gathered";
  private static final QName CASE_FOLDER = Names.correspondence("caseFolder");
  private static final QName CASE_FILE = Names.correspondence("caseFile");
  private static final QName NOTE = Names.correspondence("note");
  private static final QName ANYTHING = ContentModel.TYPE_BASE;

  /** The first version of a file is the file as it was put there. */
  private static final Set<String> FIRST = Set.of("1.0", "0.1");

  private final PolicyComponent policies;
  private final NodeService nodes;
  private final DictionaryService dictionary;
  private final Activity activity;
  private final Governed governed;
  private final BooleanSupplier ours;

  /**
   * On the platform's services.
   *
   * @param policies bean {@code policyComponent}
   * @param nodes the platform's inner nodes, which ask nobody's leave
   * @param dictionary bean {@code dictionaryService}
   * @param activity told of what is done
   * @param governed what others keep, which has no clock of ours
   * @param ours whether a change through our own ports is at work on this thread
   */
  public ForeignActivity(
      PolicyComponent policies,
      NodeService nodes,
      DictionaryService dictionary,
      Activity activity,
      Governed governed,
      BooleanSupplier ours) {
    this.policies = policies;
    this.nodes = nodes;
    this.dictionary = dictionary;
    this.activity = activity;
    this.governed = governed;
    this.ours = ours;
  }

  /** What a transaction did, until it is told. */
  private static final class Gathered {
    private final Map<NodeRef, ActivityKind> done = new LinkedHashMap<>();
    private final Set<NodeRef> changed = new LinkedHashSet<>();
    private boolean listening;
  }

  /** Binds everything. */
  public void bind() {
    for (String policy :
        new String[] {
          "onCreateNode",
          "onUpdateProperties",
          "onMoveNode",
          "beforeDeleteNode",
          "onRestoreNode",
          "afterCreateVersion"
        }) {
      policies.bindClassBehaviour(Names.policy(policy), ANYTHING, new JavaBehaviour(this, policy));
    }
  }

  /** Something new. */
  public void onCreateNode(ChildAssociationRef made) {
    NodeRef node = made.getChildRef();
    if (!passes(node) && !Names.byThePlatform(made.getTypeQName())) {
      madeAs(nodes.getType(node)).ifPresent(kind -> done(node, kind));
    }
    back(made);
  }

  /** A unit, or a case file, is new when it was taken out of the trash can, with what is in it. */
  private void back(ChildAssociationRef made) {
    NodeRef node = made.getChildRef();
    if (ours.getAsBoolean() || foreignStore(node)) {
      return;
    }
    if (nodes.getType(node).equals(CASE_FILE)) {
      gathered().changed.add(made.getParentRef());
    }
    if (clocked(node)) {
      gathered().changed.add(node);
    }
  }

  /** Another content; other values are no activity, but whether a case file is open counts. */
  public void onUpdateProperties(
      NodeRef node, Map<QName, Serializable> before, Map<QName, Serializable> after) {
    if (passes(node) || before.isEmpty()) {
      return;
    }
    if (!Objects.equals(Names.contentUrl(before), Names.contentUrl(after))) {
      done(node, Names.comment(nodes.getType(node)) ? ActivityKind.NOTE : ActivityKind.VERSION);
    }
  }

  /** A further version, also one that somebody made of the same content. */
  public void afterCreateVersion(NodeRef node, Version version) {
    if (!passes(node) && nodes.exists(node) && !FIRST.contains(version.getVersionLabel())) {
      done(node, ActivityKind.VERSION);
    }
  }

  /** Moved into a unit of disposition, something is filed there; within it, nothing is done. */
  public void onMoveNode(ChildAssociationRef from, ChildAssociationRef to) {
    NodeRef node = to.getChildRef();
    if (passes(node) || from.getParentRef().equals(to.getParentRef())) {
      return;
    }
    if (clocked(node)) {
      gathered().changed.add(node);
    } else if (!unit(from.getParentRef()).equals(unit(to.getParentRef()))) {
      done(node, ActivityKind.FILED);
    }
  }

  /** Fires for everything that goes with a folder, too. */
  public void beforeDeleteNode(NodeRef node) {
    if (ours.getAsBoolean() || foreignStore(node) || !nodes.exists(node)) {
      return;
    }
    if (nodes.getType(node).equals(CASE_FILE)) {
      gathered().changed.add(nodes.getPrimaryParent(node).getParentRef());
    }
    if (clocked(node)) {
      Attempts.id(node).ifPresent(activity::gone);
    }
  }

  /** Taken out of the trash can: nothing of it is new, though the platform said so. */
  public void onRestoreNode(ChildAssociationRef restored) {
    NodeRef node = restored.getChildRef();
    if (!ours.getAsBoolean() && !foreignStore(node)) {
      gathered().done.keySet().removeIf(each -> lies(each, node));
    }
  }

  private boolean lies(NodeRef node, NodeRef folder) {
    NodeRef at = nodes.exists(node) ? node : null;
    while (at != null && !at.equals(folder)) {
      at = nodes.getPrimaryParent(at).getParentRef();
    }
    return at != null;
  }

  private Optional<ActivityKind> madeAs(QName type) {
    if (type.equals(CASE_FOLDER)) {
      return Optional.of(ActivityKind.OPENED);
    }
    if (type.equals(NOTE) || Names.comment(type)) {
      return Optional.of(ActivityKind.NOTE);
    }
    return dictionary.isSubClass(type, ContentModel.TYPE_CONTENT)
        ? Optional.of(ActivityKind.FILED)
        : Optional.empty();
  }

  /** What a node was made as says more than what was done with it in the same transaction. */
  private void done(NodeRef node, ActivityKind kind) {
    gathered().done.putIfAbsent(node, kind);
  }

  private Gathered gathered() {
    Gathered gathered = AlfrescoTransactionSupport.getResource(GATHERED);
    if (gathered == null) {
      gathered = new Gathered();
      AlfrescoTransactionSupport.bindResource(GATHERED, gathered);
    }
    if (!gathered.listening) {
      gathered.listening = true;
      // A listener for each round: the platform asks none a second time.
      AlfrescoTransactionSupport.bindListener(new BeforeCommit(gathered));
    }
    return gathered;
  }

  private final class BeforeCommit extends TransactionListenerAdapter {
    private final Gathered gathered;

    private BeforeCommit(Gathered gathered) {
      this.gathered = gathered;
    }

    @Override
    public void beforeCommit(boolean readOnly) {
      gathered.listening = false;
      Map<NodeRef, ActivityKind> done = new LinkedHashMap<>(gathered.done);
      Set<NodeRef> changed = new LinkedHashSet<>(gathered.changed);
      gathered.done.clear();
      gathered.changed.clear();
      if (readOnly) {
        return;
      }
      done.forEach(ForeignActivity.this::tell);
      changed.stream()
          .filter(nodes::exists)
          .forEach(folder -> Attempts.id(folder).ifPresent(id -> activity.changed(doer(), id)));
    }
  }

  private void tell(NodeRef node, ActivityKind kind) {
    if (!nodes.exists(node) || Names.aside(nodes, node)) {
      return;
    }
    NodeRef of = node;
    while (of != null && Names.ofDiscussion(nodes.getType(of))) {
      of = nodes.getPrimaryParent(of).getParentRef();
    }
    Optional.ofNullable(of)
        .filter(each -> !governed.manages(each))
        .flatMap(Attempts::id)
        .ifPresent(id -> activity.at(doer(), id, kind));
  }

  private static Caller doer() {
    return new Caller(Attempts.user(), Set.of(Caller.EVERYONE), true);
  }

  private boolean clocked(NodeRef node) {
    return nodes.hasAspect(node, Names.CLOCKED) || nodes.hasAspect(node, Names.SCHEDULED);
  }

  /** The case folder that it lies in or is, or the folder of the library that a series is on. */
  private Optional<NodeRef> unit(NodeRef folder) {
    NodeRef scheduled = null;
    NodeRef at = folder;
    while (at != null) {
      if (nodes.getType(at).equals(CASE_FOLDER)) {
        return Optional.of(at);
      }
      if (at.getId().equals(Place.LIBRARY.id().value())) {
        return Optional.ofNullable(scheduled);
      }
      if (scheduled == null && nodes.hasAspect(at, Names.SCHEDULED)) {
        scheduled = at;
      }
      at = nodes.getPrimaryParent(at).getParentRef();
    }
    return Optional.empty();
  }

  private boolean passes(NodeRef node) {
    return ours.getAsBoolean()
        || foreignStore(node)
        || AuthenticationUtil.getSystemUserName().equals(Attempts.user());
  }

  private static boolean foreignStore(NodeRef node) {
    return !node.getStoreRef().equals(StoreRef.STORE_REF_WORKSPACE_SPACESSTORE);
  }
}
