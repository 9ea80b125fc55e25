package org.chancery.core.mail;

import java.util.Optional;
import java.util.Set;
import org.chancery.core.access.Authorities;
import org.chancery.core.access.Role;

/**
 * The host's way to send mail. Two kinds leave by it: short notices to those who have accounts,
 * which say where to look and nothing of what is there, and letters to people outside (requirement
 * C12). No method is to be called within a transaction, {@link #home} and {@link #alarmed} aside.
 */
public interface Mailer {

  /**
   * Sends a notice to an account.
   *
   * @param user the account
   * @param subject one line
   * @param text plain; says nothing of what is in the system, but where to look
   * @return whether it was handed on; false when the account has no address
   * @throws java.io.UncheckedIOException when no mail can be sent now
   */
  boolean send(String user, String subject, String text);

  /** The address that {@link #send} writes to; empty when the account has none. */
  Optional<MailAddress> address(String user);

  /**
   * Hands a letter to the mail server and waits for its answer. The letter's {@link
   * Letter#messageId} is the header {@code Message-ID} of what is sent, unchanged, so that the same
   * letter handed over again after an interruption can be known as the same.
   *
   * @return what the server answered; whatever keeps it from answering is {@link
   *     Handover.Postponed}
   */
  Handover handOver(Letter letter);

  /** How many bytes the enclosures of a letter may have together, before they are encoded. */
  long largest();

  /** The address at which people reach the system, without a slash at its end. */
  String home();

  /**
   * The users and groups who are told by mail when something is out of place: what the host's
   * settings name.
   */
  default Set<String> alarmed() {
    return Set.of(Authorities.role(Role.ISSO), Authorities.ADMINISTRATORS);
  }
}
