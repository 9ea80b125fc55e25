package org.chancery.core.doubles;

import java.time.Clock;
import org.chancery.core.audit.AuditTrail;
import org.chancery.core.erasure.Keeper;
import org.chancery.core.holds.HoldRule;
import org.chancery.core.repository.Nodes;
import org.chancery.core.repository.Permissions;
import org.chancery.core.repository.Transactions;
import org.chancery.core.stakeholders.Stakeholders;
import org.chancery.model.ContentModel;

/** The parts of this package, wired. */
public final class Doubles implements AutoCloseable {
  private final Merges merges;
  private final Worklist worklist;
  private final Keeper journals;

  /**
   * What they work on.
   *
   * @param nodes the tree
   * @param transactions the host's
   * @param permissions who may do what
   * @param model what relations there are
   * @param stakeholders people and organizations
   * @param holds what may not go
   * @param audit the ledger
   * @param clock the time
   */
  public record Ports(
      Nodes nodes,
      Transactions transactions,
      Permissions permissions,
      ContentModel model,
      Stakeholders stakeholders,
      HoldRule holds,
      AuditTrail audit,
      Clock clock) {}

  /** Wires them. */
  public Doubles(Ports ports) {
    merges = new Merges(ports);
    worklist = new Worklist(ports);
    journals = new MergeJournals(ports.nodes(), ports.stakeholders().standing());
  }

  /** Entries that may be of one person or organization. */
  public Worklist worklist() {
    return worklist;
  }

  /** Begins to look for them. */
  public void start() {
    worklist.start();
  }

  @Override
  public void close() {
    worklist.close();
  }

  /** What is kept to undo merges, for whoever erases people. */
  public Keeper journals() {
    return journals;
  }

  /** Makes one entry of two. */
  public Merges merges() {
    return merges;
  }
}
