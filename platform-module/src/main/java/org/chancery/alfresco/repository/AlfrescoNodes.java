package org.chancery.alfresco.repository;

import java.io.Serializable;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.Date;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.alfresco.service.cmr.repository.DuplicateChildNodeNameException;
import org.alfresco.service.cmr.repository.NodeRef;
import org.alfresco.service.cmr.repository.NodeService;
import org.chancery.core.repository.Caller;
import org.chancery.core.repository.Change;
import org.chancery.core.repository.Conflict;
import org.chancery.core.repository.Denied;
import org.chancery.core.repository.Invalid;
import org.chancery.core.repository.NameTaken;
import org.chancery.core.repository.NewNode;
import org.chancery.core.repository.Node;
import org.chancery.core.repository.NodeId;
import org.chancery.core.repository.Nodes;
import org.chancery.core.repository.Page;
import org.chancery.core.repository.Permission;
import org.chancery.core.repository.Placed;
import org.chancery.core.repository.Typing;
import org.chancery.model.ContentModel;
import org.chancery.model.QName;
import org.springframework.dao.ConcurrencyFailureException;

/** The tree of the platform's nodes below its company home. */
final class AlfrescoNodes implements Nodes {

  private static final int LARGEST_PAGE = 1000;
  private static final Set<String> INDEXED =
      Set.of("cor:sha256", "cor:claimId", "cor:fileNumber", "rec:correctionOf", "rec:supersededBy");
  private static final QName VERSIONABLE = QName.of("cm:versionable");
  private static final QName FOLDER = QName.of("cm:folder");

  private final NodeService nodes;
  private final NodeReader reader;
  private final NodeWriter writer;
  private final Tree tree;
  private final Root root;
  private final PlatformNames names;
  private final NodeValues values;
  private final Typing typing;
  private final ContentModel model;
  private final AlfrescoTransactions transactions;
  private final Governed governed;

  AlfrescoNodes(
      NodeService nodes,
      NodeReader reader,
      NodeWriter writer,
      Tree tree,
      Root root,
      PlatformNames names,
      NodeValues values,
      ContentModel model,
      AlfrescoTransactions transactions,
      Governed governed) {
    this.governed = governed;
    this.nodes = nodes;
    this.reader = reader;
    this.writer = writer;
    this.tree = tree;
    this.root = root;
    this.names = names;
    this.values = values;
    this.typing = new Typing(model);
    this.model = model;
    this.transactions = transactions;
  }

  @Override
  public NodeId root() {
    return root.id();
  }

  @Override
  public Optional<Node> find(Caller caller, NodeId id) {
    return transactions.reading(caller, () -> reader.find(caller, id));
  }

  @Override
  public List<Node> findAll(Caller caller, List<NodeId> ids) {
    return transactions.reading(caller, () -> reader.readable(caller, ids));
  }

  @Override
  public Optional<Node> child(Caller caller, NodeId parent, String name) {
    return transactions.reading(
        caller,
        () -> {
          NodeRef folder = PlatformNames.ref(parent);
          return name.isEmpty() || !nodes.exists(folder)
              ? Optional.<Node>empty()
              : writer
                  .child(folder, name)
                  .flatMap(PlatformNames::id)
                  .flatMap(id -> reader.find(caller, id));
        });
  }

  @Override
  public Page<Node> children(Caller caller, NodeId parent, Optional<String> cursor, int limit) {
    if (limit < 1 || limit > LARGEST_PAGE) {
      throw new IllegalArgumentException("A page holds 1 to " + LARGEST_PAGE + " items");
    }
    Optional<Tree.Line> after = cursor.map(AlfrescoNodes::fromCursor);
    return transactions.reading(caller, () -> page(caller, parent, after, limit));
  }

  private Page<Node> page(Caller caller, NodeId parent, Optional<Tree.Line> from, int limit) {
    reader.get(caller, parent);
    List<Node> found = new ArrayList<>();
    Map<NodeId, Tree.Line> places = new HashMap<>();
    Optional<Tree.Line> after = from;
    while (found.size() <= limit) {
      List<Tree.Line> lines = tree.children(parent, after, limit + 1);
      List<NodeId> ids = new ArrayList<>();
      for (Tree.Line line : lines) {
        PlatformNames.id(line.uuid())
            .ifPresent(
                id -> {
                  ids.add(id);
                  places.put(id, line);
                });
      }
      found.addAll(reader.readable(caller, ids));
      if (lines.size() <= limit) {
        break;
      }
      after = Optional.of(lines.get(limit));
    }
    if (found.size() <= limit) {
      return new Page<>(found, Optional.empty());
    }
    List<Node> page = found.subList(0, limit);
    return new Page<>(page, Optional.of(toCursor(places.get(page.get(limit - 1).id()))));
  }

  @Override
  public List<Node> childrenOfAll(Caller caller, List<NodeId> parents, QName type) {
    return transactions.reading(
        caller,
        () -> {
          reader.load(parents);
          List<NodeId> visible =
              parents.stream().distinct().filter(id -> reader.visible(caller, id)).toList();
          return visible.isEmpty()
              ? List.<Node>of()
              : reader.readable(caller, tree.childrenOfAll(visible, names.toPlatform(type)));
        });
  }

  @Override
  public List<Node> ancestors(Caller caller, NodeId id) {
    return transactions.reading(
        caller,
        () -> {
          reader.get(caller, id);
          List<NodeId> above = new ArrayList<>(root.is(id) ? List.of() : tree.above(id));
          Collections.reverse(above);
          return reader.readable(caller, above);
        });
  }

  @Override
  public List<Placed> placed(Caller caller, List<NodeId> ids) {
    return transactions.reading(
        caller,
        () -> {
          reader.load(ids);
          List<NodeId> visible = ids.stream().filter(id -> reader.visible(caller, id)).toList();
          if (visible.isEmpty()) {
            return List.<Placed>of();
          }
          Map<NodeId, Node> readable =
              reader.readable(caller, tree.withAbove(visible)).stream()
                  .collect(Collectors.toMap(Node::id, node -> node));
          return visible.stream()
              .distinct()
              .flatMap(id -> Optional.ofNullable(readable.get(id)).stream())
              .map(node -> Placed.of(node, each -> each.parent().map(readable::get)))
              .toList();
        });
  }

  @Override
  public Node create(Caller caller, NewNode node) {
    return transactions.writing(
        caller,
        () -> {
          Node parent = reader.require(caller, node.parent(), Permission.ADD_CHILD);
          Typing.Values typed = typing.ofNew(node);
          refuseNoFolder(parent);
          refuseDepth(tree.above(parent.id()).size() + 1);
          if (nodes.exists(PlatformNames.ref(node.id()))) {
            throw new IllegalArgumentException("There is an item " + node.id() + " already");
          }
          NodeRef folder = PlatformNames.ref(parent.id());
          refuseTaken(parent.id(), node.name(), Optional.empty());
          NodeRef made =
              writer.unstamped(List.of(folder), () -> insert(caller, node, folder, typed));
          return reader.read(List.of(PlatformNames.id(made).orElseThrow())).get(0);
        });
  }

  private NodeRef insert(Caller caller, NewNode node, NodeRef folder, Typing.Values typed) {
    Map<org.alfresco.service.namespace.QName, Serializable> properties =
        new HashMap<>(values.toPlatform(typed.properties()));
    Date now = Date.from(writer.now());
    String account = Accounts.toPlatform(caller.user());
    properties.put(org.alfresco.model.ContentModel.PROP_NODE_UUID, node.id().value());
    properties.put(org.alfresco.model.ContentModel.PROP_NAME, node.name());
    properties.put(org.alfresco.model.ContentModel.PROP_CREATOR, account);
    properties.put(org.alfresco.model.ContentModel.PROP_CREATED, now);
    properties.put(org.alfresco.model.ContentModel.PROP_MODIFIER, account);
    properties.put(org.alfresco.model.ContentModel.PROP_MODIFIED, now);
    versionedByHand(typed.aspects(), node.properties().keySet(), properties);
    // Nobody's own: the platform lets an owner do anything, whatever is locked.
    properties.put(org.alfresco.model.ContentModel.PROP_OWNER, "");
    NodeRef made =
        placed(
            () ->
                nodes
                    .createNode(
                        folder,
                        org.alfresco.model.ContentModel.ASSOC_CONTAINS,
                        writer.association(node.name()),
                        names.toPlatform(node.type()),
                        properties)
                    .getChildRef());
    for (QName aspect : typed.aspects()) {
      org.alfresco.service.namespace.QName theirs = names.toPlatform(aspect);
      if (!nodes.hasAspect(made, theirs)) {
        writer.unstamped(
            List.of(made),
            () -> {
              nodes.addAspect(made, theirs, null);
              return null;
            });
      }
    }
    return made;
  }

  /**
   * Versions are kept when asked for; the platform would make one of each change, beginning with
   * the first.
   */
  private void versionedByHand(
      Set<QName> added,
      Set<QName> given,
      Map<org.alfresco.service.namespace.QName, Serializable> properties) {
    if (added.contains(VERSIONABLE)) {
      AlfrescoVersions.BY_HAND.forEach(
          (property, value) -> {
            if (names.fromPlatform(property).filter(given::contains).isEmpty()) {
              properties.put(property, value);
            }
          });
    }
  }

  @Override
  public Node hold(Caller caller, NodeId id) {
    return transactions.writing(caller, () -> writer.lock(caller, id, Permission.WRITE));
  }

  @Override
  public Node update(Caller caller, NodeId id, Optional<Long> expectedRevision, Change change) {
    return transactions.writing(
        caller,
        () -> {
          Node before = writer.lock(caller, id, Permission.WRITE);
          writer.refuseRoot(id);
          expect(before, expectedRevision);
          Typing.Values after = typing.changed(before, change);
          change(caller, before, after, change.set().keySet());
          return reader.read(List.of(id)).get(0);
        });
  }

  private void change(Caller caller, Node before, Typing.Values after, Set<QName> given) {
    NodeRef ref = PlatformNames.ref(before.id());
    Set<QName> added = new HashSet<>(after.aspects());
    added.removeAll(before.aspects());
    governed.requireFree(before, added);
    Map<org.alfresco.service.namespace.QName, Serializable> set =
        values.toPlatform(after.properties());
    versionedByHand(added, given, set);
    writer.unstamped(
        List.of(ref),
        () -> {
          before.aspects().stream()
              .filter(aspect -> !after.aspects().contains(aspect))
              .forEach(aspect -> nodes.removeAspect(ref, names.toPlatform(aspect)));
          added.stream()
              .map(names::toPlatform)
              .filter(aspect -> !nodes.hasAspect(ref, aspect))
              .forEach(aspect -> nodes.addAspect(ref, aspect, own(aspect, set)));
          return null;
        });
    Set<QName> cleared = new HashSet<>(before.properties().keySet());
    cleared.removeAll(after.properties().keySet());
    writer.put(
        caller, ref, set, cleared.stream().map(names::toPlatform).collect(Collectors.toSet()));
  }

  /** What has to be there before the platform acts on the aspect. */
  private static Map<org.alfresco.service.namespace.QName, Serializable> own(
      org.alfresco.service.namespace.QName aspect,
      Map<org.alfresco.service.namespace.QName, Serializable> set) {
    Map<org.alfresco.service.namespace.QName, Serializable> own = new HashMap<>();
    if (aspect.equals(org.alfresco.model.ContentModel.ASPECT_VERSIONABLE)) {
      AlfrescoVersions.BY_HAND.keySet().forEach(name -> own.put(name, set.get(name)));
    }
    return own;
  }

  @Override
  public Node move(Caller caller, NodeId id, NodeId newParent, String newName) {
    return transactions.writing(
        caller,
        () -> {
          boolean elsewhere =
              reader.get(caller, id).parent().filter(at -> !at.equals(newParent)).isPresent();
          if (elsewhere) {
            // One at a time: two moves, each sound by itself, can together close a circle.
            tree.lockRight("move");
          }
          Node found = writer.lock(caller, id, Permission.DELETE);
          writer.refuseRoot(id);
          writer.requireUnheld(PlatformNames.ref(id));
          Node parent = reader.require(caller, newParent, Permission.ADD_CHILD);
          typing.checkName(newName);
          if (elsewhere) {
            refuseNoFolder(parent);
            List<NodeId> above = tree.above(newParent);
            if (newParent.equals(id) || above.contains(id)) {
              throw new Invalid(Map.of("parent", "lies within the item itself"));
            }
            refuseDepth(above.size() + 1 + tree.height(id));
          }
          refuseTaken(newParent, newName, Optional.of(id));
          place(caller, found, newParent, newName);
          return reader.read(List.of(id)).get(0);
        });
  }

  private void place(Caller caller, Node found, NodeId newParent, String newName) {
    NodeRef ref = PlatformNames.ref(found.id());
    NodeRef to = PlatformNames.ref(newParent);
    NodeRef from = PlatformNames.ref(found.parent().orElseThrow());
    boolean elsewhere = !from.equals(to);
    boolean renamed = !found.name().equals(newName);
    writer.unstamped(
        Stream.of(ref, from, to).distinct().toList(),
        () -> {
          if (elsewhere && renamed && writer.child(to, found.name()).isPresent()) {
            // The platform moves and renames in two steps, and neither place may have it twice.
            name(caller, ref, found.id().value());
          }
          placed(
              () ->
                  nodes
                      .moveNode(
                          ref,
                          to,
                          org.alfresco.model.ContentModel.ASSOC_CONTAINS,
                          writer.association(newName))
                      .getChildRef());
          name(caller, ref, newName);
          return null;
        });
  }

  private void name(Caller caller, NodeRef ref, String name) {
    placed(
        () -> {
          writer.put(
              caller, ref, Map.of(org.alfresco.model.ContentModel.PROP_NAME, name), Set.of());
          return ref;
        });
  }

  @Override
  public void delete(Caller caller, NodeId id, Optional<Long> expectedRevision) {
    transactions.writing(
        caller,
        () -> {
          Node found = writer.lock(caller, id, Permission.DELETE);
          writer.refuseRoot(id);
          expect(found, expectedRevision);
          boolean all =
              caller.system()
                  || tree.samplesBelow(id).stream()
                      .map(PlatformNames::id)
                      .allMatch(
                          sample ->
                              sample.isPresent()
                                  && reader.allows(caller, sample.get(), Permission.DELETE));
          if (!all) {
            // In the words of every refusal, so that they do not tell of something hidden inside.
            throw Denied.of(Permission.DELETE, found.name());
          }
          governed.requireRemovable(id, found.name());
          NodeRef ref = PlatformNames.ref(id);
          NodeRef folder = PlatformNames.ref(found.parent().orElseThrow());
          return writer.unstamped(
              List.of(ref, folder),
              () -> {
                // What is deleted here is gone, its versions too: it does not lie in the trash can.
                nodes.addAspect(ref, org.alfresco.model.ContentModel.ASPECT_TEMPORARY, null);
                nodes.deleteNode(ref);
                return null;
              });
        });
  }

  @Override
  public void associate(Caller caller, NodeId source, QName association, NodeId target) {
    transactions.writing(
        caller,
        () -> {
          Node from = reader.require(caller, source, Permission.WRITE);
          Node to = reader.get(caller, target);
          typing.checkAssociation(from, association, to);
          if (!related(source, association).contains(target)) {
            nodes.createAssociation(
                PlatformNames.ref(source),
                PlatformNames.ref(target),
                names.toPlatform(association));
          }
          return null;
        });
  }

  @Override
  public void dissociate(Caller caller, NodeId source, QName association, NodeId target) {
    transactions.writing(
        caller,
        () -> {
          reader.require(caller, source, Permission.WRITE);
          if (related(source, association).contains(target)) {
            nodes.removeAssociation(
                PlatformNames.ref(source),
                PlatformNames.ref(target),
                names.toPlatform(association));
          }
          return null;
        });
  }

  private List<NodeId> related(NodeId source, QName association) {
    return nodes.getTargetAssocs(PlatformNames.ref(source), names.toPlatform(association)).stream()
        .flatMap(each -> PlatformNames.id(each.getTargetRef()).stream())
        .toList();
  }

  @Override
  public List<Node> targets(Caller caller, NodeId source, QName association) {
    return transactions.reading(
        caller,
        () -> {
          reader.get(caller, source);
          return reader.readable(caller, related(source, association));
        });
  }

  @Override
  public List<Node> sources(Caller caller, NodeId target, QName association) {
    return transactions.reading(
        caller,
        () -> {
          reader.get(caller, target);
          return reader.readable(
              caller,
              nodes
                  .getSourceAssocs(PlatformNames.ref(target), names.toPlatform(association))
                  .stream()
                  .flatMap(each -> PlatformNames.id(each.getSourceRef()).stream())
                  .toList());
        });
  }

  @Override
  public List<Node> byProperty(Caller caller, QName property, String value, int limit) {
    if (!INDEXED.contains(property.toString())) {
      throw new IllegalArgumentException("There is no index of " + property);
    }
    return transactions.reading(
        caller,
        () ->
            reader.read(
                tree.byProperty(names.toPlatform(property), value).stream()
                    .filter(id -> reader.visible(caller, id))
                    .limit(limit)
                    .toList()));
  }

  private void refuseNoFolder(Node parent) {
    if (!model.isA(parent.type(), FOLDER)) {
      throw new Invalid(Map.of("parent", "is no folder and holds no other items"));
    }
  }

  private static void refuseDepth(int depth) {
    if (depth > Tree.DEEPEST) {
      throw new Invalid(
          Map.of("parent", "lies too deep: at most " + Tree.DEEPEST + " levels are kept"));
    }
  }

  private void refuseTaken(NodeId parent, String name, Optional<NodeId> except) {
    writer.reserve(parent, name);
    writer
        .child(PlatformNames.ref(parent), name)
        .filter(taken -> !except.map(PlatformNames::ref).equals(Optional.of(taken)))
        .ifPresent(
            taken -> {
              throw new NameTaken(name);
            });
  }

  /**
   * A name that is taken after all has been taken meanwhile; done again, it is refused in order.
   */
  private static NodeRef placed(Supplier<NodeRef> work) {
    try {
      return work.get();
    } catch (DuplicateChildNodeNameException e) {
      // Without its cause, which tells the platform not to try again.
      throw new ConcurrencyFailureException("The name has just been taken: " + e.getName());
    }
  }

  private static void expect(Node found, Optional<Long> revision) {
    if (revision.isPresent() && revision.get() != found.revision()) {
      throw new Conflict(found.id(), found.revision());
    }
  }

  private static String toCursor(Tree.Line line) {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString((line.uuid() + line.key()).getBytes(StandardCharsets.UTF_8));
  }

  private static Tree.Line fromCursor(String cursor) {
    String text = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8);
    if (text.length() < 36 || text.chars().anyMatch(Character::isISOControl)) {
      throw new IllegalArgumentException("No name is like this");
    }
    return new Tree.Line(text.substring(36), text.substring(0, 36));
  }
}
