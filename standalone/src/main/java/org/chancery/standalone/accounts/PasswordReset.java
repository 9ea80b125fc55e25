package org.chancery.standalone.accounts;

import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.chancery.core.access.PasswordRules;
import org.chancery.core.audit.Action;
import org.chancery.core.audit.AuditEvent;
import org.chancery.core.audit.AuditTrail;
import org.chancery.core.repository.Caller;

/**
 * Gives an account another password on the word of whoever has the server's own machine: for an
 * administrator who has forgotten theirs, whom nobody else can help. The account's being locked
 * ends, its sessions end, and the ledger has a row.
 */
final class PasswordReset {
  private final AccountTable table;
  private final AuditTrail audit;
  private final Consumer<String> endSessions;

  PasswordReset(AccountTable table, AuditTrail audit, Consumer<String> endSessions) {
    this.table = table;
    this.audit = audit;
    this.endSessions = endSessions;
  }

  /**
   * What whoever asks for it is told.
   *
   * @param done whether the password is another one now
   */
  record Answer(boolean done, String text) {}

  /** Resets it, within the transaction in progress. */
  Answer reset(String user, String encoded) {
    table.hold();
    Optional<StoredAccount> kept = table.find(user);
    if (kept.isEmpty()) {
      return new Answer(false, "There is no account \"" + user + "\".");
    }
    String name = kept.get().account().user();
    table.setPassword(name, encoded);
    endSessions.accept(name);
    audit.record(
        new AuditEvent(
            Caller.ofSystem().user(),
            Action.ADMINISTER,
            Optional.empty(),
            AuditEvent.Outcome.DONE,
            "command line",
            Map.of("changed", "password", "name", name)));
    return new Answer(
        true,
        "The account \""
            + name
            + "\" has the new password."
            + (kept.get().enabled() ? "" : " It is disabled: an administrator has to enable it."));
  }

  /** What keeps a password from being taken. */
  static Optional<String> problem(String user, String password) {
    return PasswordRules.problem(user, password);
  }
}
