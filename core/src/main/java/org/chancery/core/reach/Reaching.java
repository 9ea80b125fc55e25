package org.chancery.core.reach;

import java.time.Clock;
import java.util.Optional;
import org.chancery.core.access.Accounts;
import org.chancery.core.audit.AuditTrail;
import org.chancery.core.background.OwnThread;
import org.chancery.core.intake.WorkQueue;
import org.chancery.core.issues.IssueCatalogue;
import org.chancery.core.mail.Notices;
import org.chancery.core.repository.Caller;
import org.chancery.core.repository.Contents;
import org.chancery.core.repository.NodeId;
import org.chancery.core.repository.Nodes;
import org.chancery.core.repository.Permissions;
import org.chancery.core.repository.Transactions;
import org.chancery.core.search.Searcher;
import org.chancery.core.vocabulary.Stk;

/** The parts of this package, wired. */
public final class Reaching implements AutoCloseable {
  /** The virtual machine compiles what was done a few times. */
  private static final int ROUNDS_TO_WARM = 3;

  private final StakeholderSearch search;
  private final Coverage coverage;
  private final Reports reports;
  private final Kept searches;
  private final Kept lists;
  private final IssueCatalogue catalogue;
  private final OrderedReports ordered;
  private final ReportRounds rounds;
  private final OwnThread warming = new OwnThread("map-warming");

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

  /**
   * Begins to look for what is due, and counts the map once, so that whoever opens it first does
   * not wait for what is read and compiled the first time.
   */
  public void start() {
    warming.once("The map could not be counted beforehand", this::countOnce);
    rounds.start();
  }

  private void countOnce() {
    Coverage.Scope everywhere =
        new Coverage.Scope(
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Coverage.By.STATE);
    for (int i = 0; i < ROUNDS_TO_WARM && !warming.ending(); i++) {
      coverage.places(Caller.ofSystem(), everywhere);
      coverage.cells(Caller.ofSystem(), everywhere, Coverage.Across.ISSUE);
    }
  }

  @Override
  public void close() {
    warming.close();
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
