package org.chancery.core.response;

import java.time.Clock;
import org.chancery.core.access.Accounts;
import org.chancery.core.audit.AuditTrail;
import org.chancery.core.correspondence.CaseFiles;
import org.chancery.core.intake.LetterWork;
import org.chancery.core.intake.SignedReturns;
import org.chancery.core.intake.WorkQueue;
import org.chancery.core.repository.Contents;
import org.chancery.core.repository.Nodes;
import org.chancery.core.repository.Permissions;
import org.chancery.core.repository.Sequences;
import org.chancery.core.repository.Transactions;
import org.chancery.core.repository.Versions;

/** Answers to letters: the parts of this package wired together. */
public final class Responses {
  private final LetterTemplates templates;
  private final Drafts drafts;
  private final Prints prints;
  private final Redlines redlines;
  private final Dispatches dispatches;
  private final LetterWork work;
  private final SignedReturns returns;
  private volatile Runnable wake = () -> {};

  /**
   * What it works on.
   *
   * @param nodes the tree
   * @param contents the streams
   * @param versions earlier states
   * @param permissions who may do what
   * @param transactions the host's
   * @param sequences numbers given once
   * @param queue durable work
   * @param audit the ledger
   * @param accounts who people are
   * @param seal the host's secret
   * @param clock the time
   */
  public record Ports(
      Nodes nodes,
      Contents contents,
      Versions versions,
      Permissions permissions,
      Transactions transactions,
      Sequences sequences,
      WorkQueue queue,
      AuditTrail audit,
      Accounts accounts,
      Seal seal,
      Clock clock) {}

  /**
   * Wires the parts.
   *
   * @param signature what waits for a letter to be signed
   */
  public Responses(Ports ports, CaseFiles files, Signature signature) {
    Runnable waking = () -> wake.run();
    OpenFile open = new OpenFile(ports.nodes(), ports.permissions(), files);
    LetterCode code = new LetterCode(ports.seal());
    templates =
        new LetterTemplates(
            ports.nodes(), ports.contents(), ports.permissions(), ports.transactions());
    drafts =
        new Drafts(
            ports.nodes(),
            ports.contents(),
            ports.versions(),
            ports.queue(),
            ports.transactions(),
            ports.audit(),
            files,
            open,
            templates,
            new MergeValues(ports.nodes(), ports.accounts(), ports.clock()),
            waking);
    prints =
        new Prints(
            ports.nodes(),
            ports.contents(),
            ports.versions(),
            ports.permissions(),
            ports.sequences(),
            ports.queue(),
            ports.transactions(),
            ports.audit(),
            files,
            open,
            code,
            ports.clock(),
            waking);
    redlines = new Redlines(ports.nodes(), ports.contents(), ports.versions());
    dispatches = new Dispatches(ports.nodes(), files, open, ports.audit(), ports.clock());
    work = new LetterDesk(ports.nodes(), drafts, prints);
    returns =
        new SignedPaper(
            ports.nodes(), files, code, prints, signature, ports.audit(), ports.clock());
  }

  /** Has someone told, after the commit, that there is a letter to write. */
  public void onOrdered(Runnable told) {
    wake = told;
  }

  /** Makes the folder of templates where it is missing. */
  public void start() {
    templates.make();
  }

  /** Letter templates. */
  public LetterTemplates templates() {
    return templates;
  }

  /** Drafts from templates. */
  public Drafts drafts() {
    return drafts;
  }

  /** Letters for signature. */
  public Prints prints() {
    return prints;
  }

  /** Versions compared. */
  public Redlines redlines() {
    return redlines;
  }

  /** What left the department. */
  public Dispatches dispatches() {
    return dispatches;
  }

  /** What readers are to write. */
  public LetterWork work() {
    return work;
  }

  /** Signed letters that come back. */
  public SignedReturns returns() {
    return returns;
  }
}
