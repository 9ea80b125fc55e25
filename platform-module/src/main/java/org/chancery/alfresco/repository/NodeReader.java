package org.chancery.alfresco.repository;

import java.io.Serializable;
import java.time.Instant;
import java.util.Collection;
import java.util.Date;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.alfresco.repo.node.NodeBulkLoader;
import org.alfresco.service.cmr.repository.ContentData;
import org.alfresco.service.cmr.repository.InvalidNodeRefException;
import org.alfresco.service.cmr.repository.NodeRef;
import org.alfresco.service.cmr.repository.NodeService;
import org.alfresco.service.cmr.security.AccessStatus;
import org.alfresco.service.cmr.security.PermissionService;
import org.chancery.core.repository.Caller;
import org.chancery.core.repository.ContentInfo;
import org.chancery.core.repository.Denied;
import org.chancery.core.repository.Node;
import org.chancery.core.repository.NodeId;
import org.chancery.core.repository.NotFound;
import org.chancery.core.repository.Permission;
import org.chancery.model.ContentModel;
import org.chancery.model.DataType;
import org.chancery.model.PropertyDefinition;
import org.chancery.model.QName;

/**
 * Reads nodes, asking first whether the caller may. Every method is called while the thread acts as
 * the caller, within a transaction.
 */
final class NodeReader {

  private static final QName NAME = QName.of("cm:name");
  private static final QName AUDITABLE = QName.of("cm:auditable");

  private final NodeService nodes;
  private final PermissionService permissions;
  private final Administrators administrators;
  private final NodeBulkLoader loader;
  private final PlatformNames names;
  private final PropertyValues converter;
  private final ContentModel model;
  private final ContentRegister register;
  private final AlfrescoTransactions transactions;
  private final Root root;
  private final Map<Shape, Map<QName, PropertyDefinition>> allowed = new ConcurrentHashMap<>();

  NodeReader(
      PlatformServices services,
      PlatformNames names,
      PropertyValues converter,
      ContentModel model,
      ContentRegister register,
      AlfrescoTransactions transactions,
      Root root,
      Governed governed) {
    this.nodes = services.nodes();
    this.permissions = services.permissions();
    this.administrators = new Administrators(services.nodes(), services.permissions(), governed);
    this.loader = services.loader();
    this.names = names;
    this.converter = converter;
    this.model = model;
    this.register = register;
    this.transactions = transactions;
    this.root = root;
  }

  private record Shape(QName type, Set<QName> aspects) {}

  /** A node whose contents are still addresses. */
  private record Raw(
      NodeId id,
      Optional<NodeId> parent,
      State state,
      Map<org.alfresco.service.namespace.QName, Serializable> values,
      long revision) {}

  /** Values and contents, as of a node or of a kept version of it. */
  record State(
      QName type,
      Set<QName> aspects,
      Map<QName, Object> properties,
      Map<QName, ContentData> contents) {}

  Optional<Node> find(Caller caller, NodeId id) {
    return visible(caller, id) ? read(List.of(id)).stream().findFirst() : Optional.empty();
  }

  Node get(Caller caller, NodeId id) {
    return find(caller, id).orElseThrow(() -> new NotFound(id));
  }

  /** The node, when the caller may do that to it. */
  Node require(Caller caller, NodeId id, Permission permission) {
    Node node = get(caller, id);
    if (!allows(caller, id, permission)) {
      throw Denied.of(permission, node.name());
    }
    return node;
  }

  /** Those of the nodes that the caller may read, in the order of the ids. */
  List<Node> readable(Caller caller, List<NodeId> ids) {
    load(ids);
    return read(ids.stream().filter(id -> visible(caller, id)).toList());
  }

  /** Whether it is there for the caller. */
  boolean visible(Caller caller, NodeId id) {
    NodeRef ref = PlatformNames.ref(id);
    try {
      return nodes.exists(ref)
          && names.type(nodes.getType(ref)).isPresent()
          && allows(caller, id, Permission.READ);
    } catch (InvalidNodeRefException e) {
      return false; // Deleted between the one question and the other.
    }
  }

  /** Whether the caller may do that to a node that exists. */
  boolean allows(Caller caller, NodeId id, Permission permission) {
    NodeRef ref = PlatformNames.ref(id);
    return caller.system()
        || permission == Permission.READ && root.is(id)
        || permissions.hasPermission(ref, Roles.toPlatform(permission)) == AccessStatus.ALLOWED
            && !administrators.overreach(caller, ref, permission);
  }

  /** Reads what the platform will be asked of the nodes in few statements. */
  void load(Collection<NodeId> ids) {
    if (ids.size() > 1) {
      loader.cacheNodes(ids.stream().map(PlatformNames::ref).toList());
    }
  }

  /** The nodes as they are, nobody asked; those that are gone left out. */
  List<Node> read(List<NodeId> ids) {
    Map<NodeId, Node> seen = transactions.seen().orElseGet(HashMap::new);
    List<Raw> fresh =
        ids.stream()
            .filter(id -> !seen.containsKey(id))
            .distinct()
            .flatMap(id -> raw(id).stream())
            .toList();
    Set<String> urls = new HashSet<>();
    fresh.forEach(
        raw -> raw.state().contents().values().forEach(data -> urls.add(data.getContentUrl())));
    Map<String, ContentRegister.Stored> stored = urls.isEmpty() ? Map.of() : register.at(urls);
    fresh.forEach(raw -> seen.put(raw.id(), node(raw, stored)));
    return ids.stream().filter(seen::containsKey).map(seen::get).toList();
  }

  /** The contents by what they are. */
  Map<QName, ContentInfo> infos(Map<QName, ContentData> contents) {
    return infos(
        contents,
        contents.isEmpty()
            ? Map.of()
            : register.at(contents.values().stream().map(ContentData::getContentUrl).toList()));
  }

  /** What a node of the platform holds of that which our models define. */
  State state(NodeRef ref) {
    return state(ref, nodes.getProperties(ref));
  }

  private State state(NodeRef ref, Map<org.alfresco.service.namespace.QName, Serializable> values) {
    QName type = names.type(nodes.getType(ref)).orElseThrow(() -> new NotFound(ref.getId()));
    Set<QName> aspects = names.aspects(nodes.getAspects(ref));
    Map<QName, PropertyDefinition> definitions =
        allowed.computeIfAbsent(new Shape(type, aspects), this::allowed);
    Map<QName, Object> properties = new LinkedHashMap<>();
    Map<QName, ContentData> contents = new LinkedHashMap<>();
    values.forEach(
        (name, value) -> {
          PropertyDefinition property = names.fromPlatform(name).map(definitions::get).orElse(null);
          if (property == null) {
            return;
          }
          if (property.type() != DataType.CONTENT) {
            Object converted = converter.fromPlatform(property, value);
            if (converted != null) {
              properties.put(property.name(), converted);
            }
          } else if (value instanceof ContentData data && data.getContentUrl() != null) {
            contents.put(property.name(), data);
          }
        });
    return new State(type, aspects, properties, contents);
  }

  private Optional<Raw> raw(NodeId id) {
    NodeRef ref = PlatformNames.ref(id);
    try {
      Map<org.alfresco.service.namespace.QName, Serializable> values = nodes.getProperties(ref);
      Optional<NodeId> parent =
          root.is(id)
              ? Optional.empty()
              : PlatformNames.id(nodes.getPrimaryParent(ref).getParentRef());
      long revision = nodes.getNodeStatus(ref).getDbTxnId();
      return Optional.of(new Raw(id, parent, state(ref, values), values, revision));
    } catch (InvalidNodeRefException e) {
      return Optional.empty(); // Deleted meanwhile.
    }
  }

  private Node node(Raw raw, Map<String, ContentRegister.Stored> stored) {
    State state = raw.state();
    return new Node(
        raw.id(),
        state.type(),
        state.aspects(),
        raw.parent(),
        text(raw.values(), org.alfresco.model.ContentModel.PROP_NAME, raw.id().value()),
        state.properties(),
        infos(state.contents(), stored),
        raw.revision(),
        account(raw.values(), org.alfresco.model.ContentModel.PROP_CREATOR),
        time(raw.values(), org.alfresco.model.ContentModel.PROP_CREATED),
        account(raw.values(), org.alfresco.model.ContentModel.PROP_MODIFIER),
        time(raw.values(), org.alfresco.model.ContentModel.PROP_MODIFIED));
  }

  private static Map<QName, ContentInfo> infos(
      Map<QName, ContentData> contents, Map<String, ContentRegister.Stored> stored) {
    Map<QName, ContentInfo> infos = new LinkedHashMap<>();
    contents.forEach(
        (property, data) -> {
          ContentRegister.Stored found = stored.get(data.getContentUrl());
          if (found != null) {
            infos.put(property, new ContentInfo(found.sha256(), found.size(), data.getMimetype()));
          }
        });
    return infos;
  }

  private Map<QName, PropertyDefinition> allowed(Shape shape) {
    Map<QName, PropertyDefinition> definitions = new HashMap<>();
    for (PropertyDefinition property : model.propertiesOf(shape.type(), shape.aspects())) {
      if (!property.name().equals(NAME) && !property.declaredBy().equals(AUDITABLE)) {
        definitions.put(property.name(), property);
      }
    }
    return definitions;
  }

  private static String text(
      Map<org.alfresco.service.namespace.QName, Serializable> values,
      org.alfresco.service.namespace.QName name,
      String otherwise) {
    return values.get(name) instanceof String text ? text : otherwise;
  }

  private static String account(
      Map<org.alfresco.service.namespace.QName, Serializable> values,
      org.alfresco.service.namespace.QName name) {
    return Accounts.fromPlatform(text(values, name, ""));
  }

  private static Instant time(
      Map<org.alfresco.service.namespace.QName, Serializable> values,
      org.alfresco.service.namespace.QName name) {
    return values.get(name) instanceof Date date ? date.toInstant() : Instant.EPOCH;
  }
}
