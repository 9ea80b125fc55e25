package org.chancery.alfresco.search;

import java.time.Instant;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.alfresco.repo.security.authentication.AuthenticationUtil;
import org.alfresco.repo.security.permissions.impl.ModelDAO;
import org.alfresco.service.cmr.dictionary.DictionaryService;
import org.alfresco.service.cmr.repository.ContentService;
import org.alfresco.service.cmr.repository.NodeRef;
import org.alfresco.service.cmr.repository.StoreRef;
import org.alfresco.service.cmr.security.AccessStatus;
import org.alfresco.service.cmr.security.PermissionService;
import org.alfresco.service.transaction.TransactionService;
import org.chancery.alfresco.names.ModelNames;
import org.chancery.core.repository.Caller;
import org.chancery.core.repository.NodeId;
import org.chancery.core.search.ChangeFeed;
import org.chancery.core.search.IndexEntry;
import org.chancery.model.ContentModel;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The feed over the platform's own tables and the rows that {@link ChangeRecorder} leaves. Indexed
 * is every node that lies below Company Home by way of folders' children and is a document, a
 * folder, or an object of our model.
 *
 * <p>Needs PostgreSQL. Asks no cache of the platform's but for {@link #maskedFor}.
 */
public final class TrackedFeed implements ChangeFeed {

  /** So many walks below a folder are kept, from one of their pages to the next. */
  private static final int WALKS = 4;

  private final TransactionService transactions;
  private final PermissionService permissions;
  private final JdbcClient jdbc;
  private final FeedOrigin origin;
  private final FeedReader reader;
  private final NodeRows rows;
  private final NodeEntries entries;
  private final Map<NodeId, List<NodeId>> walks =
      new LinkedHashMap<>() {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<NodeId, List<NodeId>> eldest) {
          return size() > WALKS;
        }
      };

  /**
   * @param dataSource the platform's
   * @param transactions the platform's; reads run in its transactions, joining the one in progress
   * @param permissions asked as the caller for what is masked
   * @param permissionModel tells which permissions let read
   * @param contents opens the recognised text, without asking a permission
   * @param dictionary tells of types that our model does not know
   * @param companyHome the root; asked for once it is needed
   * @param model the content model
   * @param days the zone in which the platform keeps a day as a moment
   */
  public TrackedFeed(
      DataSource dataSource,
      TransactionService transactions,
      PermissionService permissions,
      ModelDAO permissionModel,
      ContentService contents,
      DictionaryService dictionary,
      Supplier<NodeRef> companyHome,
      ContentModel model,
      ZoneId days) {
    this.transactions = transactions;
    this.permissions = permissions;
    this.jdbc = JdbcClient.create(dataSource);
    ModelNames models = new ModelNames(model);
    NameNumbers names = new NameNumbers(jdbc, models);
    PlatformTree tree = new PlatformTree(jdbc, names, companyHome);
    AclReaders readers = new AclReaders(jdbc, permissionModel);
    this.origin = new FeedOrigin(jdbc, new FeedRows(jdbc));
    this.reader = new FeedReader(jdbc, tree::place, origin);
    this.rows = new NodeRows(jdbc, names, tree, readers);
    this.entries =
        new NodeEntries(
            jdbc,
            names,
            tree,
            rows,
            readers,
            new TypeNames(dictionary, models, model),
            new NodeValues(jdbc, names, model, days, NodeEntries::needed),
            contents);
  }

  /**
   * Makes the feed this repository's own: call once at each start, when the repository has started
   * and before the index follows the feed.
   *
   * @return whether something was changed while the module was not there. It is in the feed by now,
   *     but what was moved then is not known: have the index {@linkplain
   *     org.chancery.core.search.Indexer#rebuild rebuilt}
   */
  public boolean adopt() {
    return write(origin::adopt);
  }

  /**
   * Takes away what every index has followed; for a daily job, by one node of a cluster.
   *
   * @param before when the latest of it was written; an index that has not got so far is
   *     {@linkplain #lost lost} and is built anew
   * @return how many rows went
   */
  public int prune(Instant before) {
    return write(() -> origin.prune(before));
  }

  /** Whether an index that stands there can no longer follow, and has to be rebuilt. */
  public boolean lost(String position) {
    return read(() -> origin.lost(FeedPosition.of(position, origin.identity())));
  }

  @Override
  public Batch after(String position, int limit) {
    return read(() -> reader.after(position, limit));
  }

  @Override
  public String end() {
    return read(reader::end);
  }

  @Override
  public Optional<IndexEntry> entry(NodeId id) {
    return entries(List.of(id)).stream().findFirst();
  }

  @Override
  public List<IndexEntry> entries(List<NodeId> ids) {
    return read(() -> entries.of(ids));
  }

  @Override
  public List<NodeId> all(Optional<NodeId> after, int limit) {
    return read(() -> rows.all(after, limit));
  }

  /**
   * The nodes are those that lay below when the first part was asked for; what came to be there
   * since is in the feed of its own.
   */
  @Override
  public List<Readers> readersBelow(NodeId top, Optional<NodeId> after, int limit) {
    return read(
        () -> {
          List<NodeId> below = walk(top, after.isEmpty());
          List<NodeId> page =
              below.stream()
                  .filter(id -> after.isEmpty() || id.value().compareTo(after.get().value()) > 0)
                  .limit(limit)
                  .toList();
          return rows.readers(page);
        });
  }

  private List<NodeId> walk(NodeId top, boolean anew) {
    synchronized (walks) {
      List<NodeId> known = anew ? null : walks.get(top);
      if (known != null) {
        return known;
      }
    }
    List<NodeId> below = rows.below(top);
    synchronized (walks) {
      walks.put(top, below);
    }
    return below;
  }

  @Override
  public List<AccessChange> pendingAccessChanges() {
    return read(
        () ->
            jdbc.sql("SELECT sequence, top FROM chancery_access_change ORDER BY sequence")
                .query(
                    (found, number) ->
                        new AccessChange(
                            found.getLong("sequence"), NodeId.of(found.getString("top"))))
                .list());
  }

  @Override
  public void accessIndexed(AccessChange change) {
    write(
        () ->
            jdbc.sql("DELETE FROM chancery_access_change WHERE sequence = :sequence")
                .param("sequence", change.sequence())
                .update());
  }

  @Override
  public Set<NodeId> maskedFor(Caller caller) {
    List<AccessChange> pending = caller.system() ? List.of() : pendingAccessChanges();
    Set<NodeId> masked = new HashSet<>(pending.stream().map(AccessChange::top).toList());
    if (!masked.isEmpty()) {
      Set<NodeId> there =
          read(
              () ->
                  new HashSet<>(
                      rows.readers(List.copyOf(masked)).stream().map(Readers::id).toList()));
      masked.removeIf(top -> there.contains(top) && readable(caller, top));
    }
    return masked;
  }

  private boolean readable(Caller caller, NodeId id) {
    NodeRef node = new NodeRef(StoreRef.STORE_REF_WORKSPACE_SPACESSTORE, id.value());
    return AuthenticationUtil.runAs(
        () ->
            read(
                () ->
                    permissions.hasPermission(node, PermissionService.READ)
                        == AccessStatus.ALLOWED),
        caller.user());
  }

  private <T> T read(Supplier<T> work) {
    return transactions.getRetryingTransactionHelper().doInTransaction(work::get, true, false);
  }

  private <T> T write(Supplier<T> work) {
    return transactions.getRetryingTransactionHelper().doInTransaction(work::get, false, false);
  }
}
