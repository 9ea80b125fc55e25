package org.chancery.core.rights;

import java.time.Clock;
import org.chancery.core.access.Accounts;
import org.chancery.core.audit.AuditTrail;
import org.chancery.core.destruction.Destruction;
import org.chancery.core.intake.WorkQueue;
import org.chancery.core.issues.IssueCatalogue;
import org.chancery.core.mail.Notices;
import org.chancery.core.repository.Contents;
import org.chancery.core.repository.Nodes;
import org.chancery.core.repository.Transactions;
import org.chancery.core.search.Searcher;
import org.chancery.core.stakeholders.Stakeholders;

/** The parts of this package, wired. */
public final class Rights implements AutoCloseable {
  private final ContactRequests requests;
  private final OneYear oneYear;
  private final SubjectAccess subjectAccess;
  private final Exports exports;
  private final RightsClock clock;

  /**
   * What they work on.
   *
   * @param nodes the tree
   * @param contents the streams
   * @param transactions the host's
   * @param queue durable work
   * @param searcher finds what the caller may see
   * @param accounts who people are
   * @param stakeholders people and organizations
   * @param catalogue the issues
   * @param destruction takes people out of the world
   * @param notices tells people with accounts
   * @param audit the ledger
   * @param clock the time
   */
  public record Ports(
      Nodes nodes,
      Contents contents,
      Transactions transactions,
      WorkQueue queue,
      Searcher searcher,
      Accounts accounts,
      Stakeholders stakeholders,
      IssueCatalogue catalogue,
      Destruction destruction,
      Notices notices,
      AuditTrail audit,
      Clock clock) {}

  /** Wires them; nothing runs before {@link #start}. */
  public Rights(Ports ports) {
    requests = new ContactRequests(ports);
    oneYear =
        new OneYear(
            ports,
            new Removal(
                ports.nodes(),
                ports.stakeholders().standing(),
                ports.destruction(),
                ports.queue()));
    subjectAccess = new SubjectAccess(ports);
    exports = new Exports(ports);
    clock = new RightsClock(requests, oneYear, ports);
  }

  /** Requests not to be contacted. */
  public ContactRequests requests() {
    return requests;
  }

  /** The one-year rule. */
  public OneYear oneYear() {
    return oneYear;
  }

  /** What is held on one individual. */
  public SubjectAccess subjectAccess() {
    return subjectAccess;
  }

  /** Stakeholders as files. */
  public Exports exports() {
    return exports;
  }

  /** What happens by itself. */
  public RightsClock clock() {
    return clock;
  }

  /** Begins to look for what is due. */
  public void start() {
    clock.start();
  }

  @Override
  public void close() {
    clock.close();
  }
}
