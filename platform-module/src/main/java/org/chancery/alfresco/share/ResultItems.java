package org.chancery.alfresco.share;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.Serializable;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Date;
import java.util.Deque;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.alfresco.model.ContentModel;
import org.alfresco.repo.jscript.app.JSONConversionComponent;
import org.alfresco.repo.model.Repository;
import org.alfresco.repo.security.permissions.AccessDeniedException;
import org.alfresco.service.ServiceRegistry;
import org.alfresco.service.cmr.repository.ContentData;
import org.alfresco.service.cmr.repository.InvalidNodeRefException;
import org.alfresco.service.cmr.repository.NodeRef;
import org.alfresco.service.cmr.repository.NodeService;
import org.alfresco.service.cmr.site.SiteInfo;
import org.alfresco.service.cmr.site.SiteService;
import org.alfresco.service.namespace.QName;
import org.chancery.core.search.SearchResult.Hit;

/**
 * One found node as Share's pages show it, read through the platform's public services: they ask
 * again whether the caller may.
 */
public final class ResultItems {

  static final String STORE = "workspace://SpacesStore/";

  private static final ObjectMapper JSON = new ObjectMapper();

  private final ServiceRegistry services;
  private final SiteService sites;
  private final Repository repository;
  private final JSONConversionComponent library;

  /**
   * @param services the platform's public services
   * @param sites bean {@code SiteService}
   * @param repository bean {@code repositoryHelper}
   * @param library bean {@code jsonConversionComponent}
   */
  public ResultItems(
      ServiceRegistry services,
      SiteService sites,
      Repository repository,
      JSONConversionComponent library) {
    this.services = services;
    this.sites = sites;
    this.repository = repository;
    this.library = library;
  }

  /**
   * The folder that holds a site's content; empty when none is asked for or the caller sees none.
   */
  Optional<NodeRef> scope(ShareRequest request) {
    return request.site().map(sites::getSite).map(SiteInfo::getNodeRef);
  }

  /**
   * What the live search shows of a hit; empty when it has gone or been locked since the index
   * answered.
   */
  Optional<ObjectNode> brief(Hit hit) {
    return read(hit, this::basics);
  }

  /**
   * What the search page shows of a hit; empty when it has gone or been locked since.
   *
   * @param marks what to put before and behind a found word
   */
  Optional<ObjectNode> full(Hit hit, String[] marks) {
    return read(
        hit,
        (node, properties) -> {
          ObjectNode item = basics(node, properties);
          boolean folder =
              services
                  .getDictionaryService()
                  .isSubClass(services.getNodeService().getType(node), ContentModel.TYPE_FOLDER);
          item.put("type", folder ? "folder" : "document");
          if (folder) {
            item.put("size", -1);
          }
          item.put("displayName", item.path("name").asText());
          item.put("modifiedByUser", text(properties, ContentModel.PROP_MODIFIER));
          item.put("modifiedBy", person(text(properties, ContentModel.PROP_MODIFIER)));
          item.put("fromDate", "");
          item.putArray("tags");
          item.putArray("lastThumbnailModification");
          item.set("node", libraryView(node));
          ObjectNode highlighting = item.putObject("highlighting");
          if (!hit.snippet().isEmpty()) {
            highlighting.put("content", Marked.of(hit, marks));
          }
          return item;
        });
  }

  private interface Shown {
    ObjectNode of(NodeRef node, Map<QName, Serializable> properties);
  }

  private Optional<ObjectNode> read(Hit hit, Shown shown) {
    NodeRef node = new NodeRef(STORE + hit.id());
    try {
      return Optional.of(shown.of(node, services.getNodeService().getProperties(node)));
    } catch (AccessDeniedException | InvalidNodeRefException gone) {
      return Optional.empty();
    }
  }

  private ObjectNode basics(NodeRef node, Map<QName, Serializable> properties) {
    ObjectNode item = JSON.createObjectNode();
    item.put("nodeRef", node.toString());
    item.put("name", text(properties, ContentModel.PROP_NAME));
    item.put("title", text(properties, ContentModel.PROP_TITLE));
    item.put("description", text(properties, ContentModel.PROP_DESCRIPTION));
    item.put("modifiedOn", moment(properties.get(ContentModel.PROP_MODIFIED)));
    item.put("modifiedBy", text(properties, ContentModel.PROP_MODIFIER));
    boolean holdsContent = properties.get(ContentModel.PROP_CONTENT) instanceof ContentData;
    ContentData content =
        holdsContent ? (ContentData) properties.get(ContentModel.PROP_CONTENT) : null;
    item.put("size", content == null ? 0 : content.getSize());
    item.put("mimetype", content == null ? "" : content.getMimetype());
    place(node, item);
    return item;
  }

  /**
   * The site and the path within its container, or the path from the top; only as far as the caller
   * may see.
   */
  private void place(NodeRef node, ObjectNode item) {
    SiteInfo site = sites.getSite(node);
    NodeRef top = site == null ? repository.getCompanyHome() : site.getNodeRef();
    Deque<String> names = new ArrayDeque<>();
    NodeService nodes = services.getNodeService();
    NodeRef at = node;
    try {
      while (!at.equals(top)) {
        at = nodes.getPrimaryParent(at).getParentRef();
        if (at == null) {
          return;
        }
        names.addFirst((String) nodes.getProperty(at, ContentModel.PROP_NAME));
      }
    } catch (AccessDeniedException hidden) {
      return;
    }
    if (site != null) {
      names.removeFirst();
      item.putObject("site").put("shortName", site.getShortName()).put("title", site.getTitle());
      item.put("container", names.isEmpty() ? "" : names.removeFirst());
    }
    item.put("path", String.join("/", names));
  }

  private JsonNode libraryView(NodeRef node) {
    try {
      return JSON.readTree(library.toJSON(node, true));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("The platform wrote what is no JSON", e);
    }
  }

  private String person(String user) {
    NodeRef person = services.getPersonService().getPersonOrNull(user);
    if (person == null) {
      return user;
    }
    Map<QName, Serializable> properties = services.getNodeService().getProperties(person);
    String name =
        Stream.of(ContentModel.PROP_FIRSTNAME, ContentModel.PROP_LASTNAME)
            .map(part -> text(properties, part))
            .filter(part -> !part.isBlank())
            .collect(Collectors.joining(" "));
    return name.isEmpty() ? user : name;
  }

  private static String text(Map<QName, Serializable> properties, QName name) {
    Serializable value = properties.get(name);
    return value == null ? "" : value.toString();
  }

  private static String moment(Serializable value) {
    return value instanceof Date date ? Instant.ofEpochMilli(date.getTime()).toString() : "";
  }
}
