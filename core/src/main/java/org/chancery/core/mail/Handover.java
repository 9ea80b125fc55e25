package org.chancery.core.mail;

/** What became of a letter that was handed to the mail server. */
public sealed interface Handover {

  /** The server took it, and answers for it from now on. */
  record Accepted() implements Handover {}

  /**
   * The server will not take it, however often it is tried.
   *
   * @param reason for whoever sent it
   */
  record Refused(String reason) implements Handover {}

  /**
   * It could not be handed over now: the server is away, busy, or not set up as it should be.
   *
   * @param reason for whoever sent it
   */
  record Postponed(String reason) implements Handover {}
}
