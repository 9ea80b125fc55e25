package org.chancery.core.reach;

import java.time.Clock;
import org.chancery.core.access.Accounts;
import org.chancery.core.audit.AuditTrail;
import org.chancery.core.intake.WorkQueue;
import org.chancery.core.issues.IssueCatalogue;
import org.chancery.core.mail.Notices;
import org.chancery.core.repository.Contents;
import org.chancery.core.repository.NodeId;
import org.chancery.core.repository.Nodes;
import org.chancery.core.repository.Permissions;
import org.chancery.core.repository.Transactions;
import org.chancery.core.search.Searcher;
import org.chancery.core.vocabulary.Stk;

/** The parts of this package, wired. */
public final class Reaching implements AutoCloseable {
  private final StakeholderSearch search;
  private final Coverage coverage;
  private final Reports reports;
  private final Kept searches;
  private final Kept lists;
  private final IssueCatalogue catalogue;
  private final OrderedReports ordered;
  private final ReportRounds rounds;
  private final FirstMap firstMap;

  /**
   * What they work on.
   *
   * @param nodes the tree
   * @param permissions who may do what
   * @param searcher finds what the caller may see
   * @param accounts who people are
   * @param catalogue the issues
   * @param folder of searches and lists that are kept
   * @param reports the folder of reports that were ordered
   * @param contents the streams
   * @param transactions the host's
   * @param queue durable work
   * @param notices tells people with accounts
   * @param audit the ledger
   * @param clock the time
   */
  public record Ports(
      Nodes nodes,
      Permissions permissions,
      Searcher searcher,
      Accounts accounts,
      IssueCatalogue catalogue,
      NodeId folder,
      NodeId reports,
      Contents contents,
      Transactions transactions,
      WorkQueue queue,
      Notices notices,
      AuditTrail audit,
      Clock clock) {}

  /** Wires them. */
  public Reaching(Ports ports) {
    search = new StakeholderSearch(ports.searcher(), ports.nodes());
    coverage = new Coverage(ports.searcher());
    firstMap = new FirstMap(coverage, search);
    reports = new Reports(ports.searcher(), ports.nodes(), coverage, ports.clock());
    searches = new Kept(ports, Stk.SAVED_SEARCH);
    lists = new Kept(ports, Stk.CONTACT_LIST);
    catalogue = ports.catalogue();
    ordered =
        new OrderedReports(ports.nodes(), ports.permissions(), ports.reports(), ports.clock());
    rounds = new ReportRounds(ordered, ports);
  }

  /** Reports that are made again and again. */
  public OrderedReports ordered() {
    return ordered;
  }

  /** Makes them. */
  public ReportRounds rounds() {
    return rounds;
  }

  /** Begins to look for what is due, and counts the map beforehand. */
  public void start() {
    firstMap.start();
    rounds.start();
  }

  /** Waits until the map was counted beforehand, three seconds at most. */
  public void awaitFirstMap() {
    firstMap.await();
  }

  @Override
  public void close() {
    firstMap.close();
    rounds.close();
  }

  /** Finds stakeholders. */
  public StakeholderSearch search() {
    return search;
  }

  /** Where nobody, and where several reach out. */
  public Coverage coverage() {
    return coverage;
  }

  /** Reports of outreach. */
  public Reports reports() {
    return reports;
  }

  /** Searches that are kept. */
  public Kept searches() {
    return searches;
  }

  /** Lists of stakeholders. */
  public Kept lists() {
    return lists;
  }

  /** The issues. */
  public IssueCatalogue catalogue() {
    return catalogue;
  }
}
