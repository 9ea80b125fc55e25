package org.chancery.alfresco.search;

import java.util.Optional;
import java.util.function.Supplier;
import org.alfresco.model.ContentModel;
import org.alfresco.service.cmr.repository.NodeRef;
import org.alfresco.service.namespace.NamespaceService;
import org.chancery.core.repository.NodeId;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Where Chancery's tree lies in the platform's database. */
final class PlatformTree {

  /** The text of an identity that Chancery knows; others are not indexed. */
  static final String CANONICAL = "^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$";

  private final JdbcClient jdbc;
  private final NameNumbers names;
  private final Supplier<NodeRef> companyHome;
  private volatile Place known;

  /**
   * @param companyHome the root, asked for once it is needed; in the store of the live nodes
   */
  PlatformTree(JdbcClient jdbc, NameNumbers names, Supplier<NodeRef> companyHome) {
    this.jdbc = jdbc;
    this.names = names;
    this.companyHome = companyHome;
  }

  /** Numbers that stay the same as long as the repository lives. */
  Place place() {
    Place place = known;
    if (place == null) {
      place = look();
      known = place;
    }
    return place;
  }

  private Place look() {
    NodeRef home = companyHome.get();
    if (home == null) {
      throw new IllegalStateException("The repository has no company home yet");
    }
    return jdbc.sql(
            """
            SELECT n.store_id, n.id, (
              SELECT a.child_node_id FROM alf_child_assoc a
                JOIN alf_namespace u ON u.id = a.qname_ns_id
              WHERE a.parent_node_id = n.id AND a.qname_localname = 'dictionary' AND u.uri = :own
              LIMIT 1) AS dictionary
            FROM alf_node n JOIN alf_store s ON s.id = n.store_id
            WHERE s.protocol = :protocol AND s.identifier = :identifier AND n.uuid = :uuid
            """)
        .param("own", NamespaceService.APP_MODEL_1_0_URI)
        .param("protocol", home.getStoreRef().getProtocol())
        .param("identifier", home.getStoreRef().getIdentifier())
        .param("uuid", home.getId())
        .query(
            (rows, number) ->
                new Place(
                    rows.getLong(1),
                    rows.getLong(2),
                    NodeId.of(home.getId()),
                    Optional.ofNullable(rows.getObject("dictionary", Long.class)),
                    required(ContentModel.ASSOC_CONTAINS),
                    required(ContentModel.PROP_NAME)))
        .single();
  }

  private long required(org.alfresco.service.namespace.QName name) {
    return names
        .number(name)
        .orElseThrow(() -> new IllegalStateException("The repository has no " + name));
  }

  /**
   * @param store number of the live nodes' store
   * @param root number of the root's row
   * @param rootId the root
   * @param dictionary number of the folder in which the platform keeps its own templates and
   *     scripts
   * @param contains number of the association that makes a folder's children
   * @param name number of the property that holds a node's name
   */
  record Place(
      long store, long root, NodeId rootId, Optional<Long> dictionary, long contains, long name) {}
}
