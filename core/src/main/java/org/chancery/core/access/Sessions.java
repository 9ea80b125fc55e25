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

  /** Ends the session; nothing happens when it has ended. */
  void close(Session session);
}
