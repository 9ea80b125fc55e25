package org.chancery.alfresco.repository;

import java.time.Clock;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import org.chancery.core.repository.Contents;
import org.chancery.core.repository.NodeId;
import org.chancery.core.repository.Nodes;
import org.chancery.core.repository.Permissions;
import org.chancery.core.repository.Sequences;
import org.chancery.core.repository.Transactions;
import org.chancery.core.repository.Typing;
import org.chancery.core.repository.Versions;
import org.chancery.model.ContentModel;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The repository's ports on the platform. The root is the platform's company home, an id is the
 * platform's. The tables come from {@link #MIGRATIONS}, which must have run before the first call;
 * nothing is asked of the platform before. Thread-safe.
 */
public final class AlfrescoRepository {

  /** Where Flyway finds the tables; versions {@code 4_…}. */
  public static final String MIGRATIONS = "classpath:org/chancery/alfresco/migration";

  private final Tree tree;
  private final AlfrescoTransactions transactions;
  private final AlfrescoNodes nodes;
  private final AlfrescoContents contents;
  private final AlfrescoVersions versions;
  private final AlfrescoPermissions permissions;
  private final AlfrescoSequences sequences;
  private final Ownership ownership;
  private final Marks marks;
  private final Governed governed;

  /**
   * @param services the platform's
   * @param model what nodes are held to; the platform has the same models
   * @param clock for times of change and for what may be swept; days are those of this machine's
   *     zone
   */
  public AlfrescoRepository(PlatformServices services, ContentModel model, Clock clock) {
    JdbcClient jdbc = JdbcClient.create(services.database());
    transactions = new AlfrescoTransactions(services.transactions(), jdbc);
    Root root = new Root(services.home());
    tree = new Tree(jdbc);
    PlatformNames names = new PlatformNames(model, services.dictionary());
    PropertyValues converter = new PropertyValues(ZoneId.systemDefault());
    ContentRegister register = new ContentRegister(jdbc, transactions, services.contents(), clock);
    governed = new Governed(services.nodes(), tree);
    NodeReader reader =
        new NodeReader(services, names, converter, model, register, transactions, root, governed);
    NodeWriter writer =
        new NodeWriter(
            services.nodes(), services.behaviours(), reader, tree, root, governed, clock);
    Typing typing = new Typing(model);
    nodes =
        new AlfrescoNodes(
            services.nodes(),
            reader,
            writer,
            tree,
            root,
            names,
            new NodeValues(model, names, converter),
            model,
            transactions,
            governed);
    contents =
        new AlfrescoContents(
            services.contents(), register, reader, writer, names, typing, transactions, clock);
    versions =
        new AlfrescoVersions(
            services.nodes(), services.versions(), reader, writer, contents, transactions);
    ownership = new Ownership(services.nodes(), services.behaviours(), tree);
    permissions =
        new AlfrescoPermissions(services.permissions(), ownership, reader, writer, transactions);
    sequences = new AlfrescoSequences(jdbc, transactions);
    marks = new Marks(tree);
  }

  /**
   * Whether a change through these ports is at work on this thread. What watches the platform asks,
   * to tell such changes, for which the domain has answered already, from other clients'.
   */
  public boolean changing() {
    return transactions.changing();
  }

  /** The tree of nodes. */
  public Nodes nodes() {
    return nodes;
  }

  /** The streams nodes hold. */
  public Contents contents() {
    return contents;
  }

  /** Kept states. */
  public Versions versions() {
    return versions;
  }

  /** Who may do what. */
  public Permissions permissions() {
    return permissions;
  }

  /** The platform's transactions. */
  public Transactions transactions() {
    return transactions;
  }

  /** Whose own nodes are. */
  public Ownership ownership() {
    return ownership;
  }

  /** What stands in the way of a removal, as committed by now. */
  public Marks marks() {
    return marks;
  }

  /** What Governance Services manage, where they are installed beside. */
  public Governed governed() {
    return governed;
  }

  /** Numbers that are never given twice. */
  public Sequences sequences() {
    return sequences;
  }

  /** Where the platform keeps the bytes of a folder, of all below it and of their versions. */
  public List<String> addressesBelow(NodeId folder) {
    return tree.addressesBelow(folder);
  }

  /**
   * Deletes the bytes at those of the addresses that nothing refers to any more, at once.
   *
   * @return the addresses whose bytes could not be deleted
   */
  public List<String> erase(Collection<String> addresses) {
    return contents.erase(addresses);
  }

  /**
   * Deletes bytes that nothing refers to and that nobody stored or attached for a day; for a daily
   * job.
   *
   * @return how many streams went
   */
  public int sweep() {
    return contents.sweep();
  }
}
