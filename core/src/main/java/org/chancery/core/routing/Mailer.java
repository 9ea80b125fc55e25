package org.chancery.core.routing;

/** The host's way to send mail to those who have accounts. */
public interface Mailer {

  /**
   * Sends a mail. Not to be called within a transaction.
   *
   * @param user the account
   * @param subject one line
   * @param text plain; says nothing of what is in the system, but where to look
   * @return whether it was handed on; false when the account has no address
   * @throws java.io.UncheckedIOException when no mail can be sent now
   */
  boolean send(String user, String subject, String text);

  /** The address at which people reach the system, without a slash at its end. */
  String home();
}
