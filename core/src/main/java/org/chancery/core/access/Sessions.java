package org.chancery.core.access;

import java.util.Optional;

/** The host's sign-in. Every method joins the transaction in progress where it stores anything. */
public interface Sessions {

  /**
   * Signs in and opens a session of {@link Session.Means#COOKIE}.
   *
   * @param source the address the request came from, for locking out guessers
   * @return empty when name and password do not match, whatever the reason; takes the same time for
   *     unknown names
   */
  Optional<Session> open(String user, String password, String source);

  /** Marks the session as affirmed and returns it so. */
  Session affirm(Session session);

  /**
   * Takes over from an earlier session of the same browser, of which nothing but its id is known:
   * that one ends, and when it was the same account's and was only locked, what was affirmed in it
   * and the moment it was opened go over to the new one (requirements P6 and P7).
   *
   * @param earlier the id that came with the sign-in, whatever it is
   * @param fresh what {@link #open} has just returned
   * @return the new session as it is now
   */
  Session takeOver(String earlier, Session fresh);

  /**
   * Locks the session, so that no request is answered in it any more until its user signs in again;
   * nothing happens when it has ended.
   */
  void lock(Session session);

  /** Ends the session; nothing happens when it has ended. */
  void close(Session session);

  /** Ends every session of the account. */
  void endAll(String user);
}
