package org.chancery.core.response;

import java.time.Clock;
import java.util.Optional;
import org.chancery.core.access.Accounts;
import org.chancery.core.audit.AuditTrail;
import org.chancery.core.correspondence.CaseFiles;
import org.chancery.core.intake.LetterWork;
import org.chancery.core.intake.SignedReturns;
import org.chancery.core.intake.WorkQueue;
import org.chancery.core.mail.Mailer;
import org.chancery.core.mail.Notices;
import org.chancery.core.mail.Outbox;
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
  private final Mailings mailings;
  private final LetterTray tray;
  private final LetterWork work;
  private final SignedReturns returns;
  private volatile Runnable wake = () -> {};
  private volatile Runnable wakeOutbox = () -> {};

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
   * @param mailer sends mail; none when the host sends none
   * @param notices tells people of what could not be sent
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
      Optional<Mailer> mailer,
      Notices notices,
      Seal seal,
      Clock clock) {}

  /**
   * Wires the parts.
   *
   * @param signature what waits for a letter to be signed
   * @param taskings what waits for a letter to be dispatched
   */
  public Responses(Ports ports, CaseFiles files, Signature signature, DispatchTaskings taskings) {
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
    mailings =
        new Mailings(
            ports.nodes(),
            ports.permissions(),
            ports.transactions(),
            ports.queue(),
            ports.audit(),
            open,
            prints,
            ports.mailer(),
            () -> wakeOutbox.run());
    tray =
        new LetterTray(
            ports.nodes(),
            ports.contents(),
            ports.transactions(),
            ports.queue(),
            ports.audit(),
            ports.accounts(),
            mailings,
            open,
            ports.mailer(),
            ports.notices(),
            ports.clock());
    dispatches =
        new Dispatches(
            ports.nodes(), files, open, taskings, mailings, ports.audit(), ports.clock());
    work = new LetterDesk(ports.nodes(), drafts, prints);
    returns =
        new SignedPaper(
            ports.nodes(), files, code, prints, signature, ports.audit(), ports.clock());
  }

  /** Has someone told, after the commit, that there is a letter to write. */
  public void onOrdered(Runnable told) {
    wake = told;
  }

  /** Has someone told, after the commit, that there is a letter to send. */
  public void onMailed(Runnable told) {
    wakeOutbox = told;
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

  /** What of it is sent by mail. */
  public Mailings mailings() {
    return mailings;
  }

  /** Sends the mails. */
  public Outbox.Tray tray() {
    return tray;
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
