package org.chancery.core.access;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The accounts and components of a host that keeps them itself. A host whose accounts are somebody
 * else's has none. Changes join the transaction in progress.
 */
public interface AccountKeeper {

  /**
   * An account as it is kept.
   *
   * @param account whose it is, and its rights
   * @param enabled whether it may sign in
   * @param lockedUntil after too many wrong passwords, while that lasts
   * @param revision counts changes
   */
  record Kept(Account account, boolean enabled, Optional<Instant> lockedUntil, long revision) {}

  /** Every account, disabled ones too, by name. */
  List<Kept> all();

  /** The account of that name, disabled or not. Names are compared without case. */
  Optional<Kept> kept(String user);

  /** Keeps others from changing accounts until the transaction in progress ends. */
  void hold();

  /**
   * Adds an account, enabled.
   *
   * @param encoded its password, from {@link #encode}
   * @throws org.chancery.core.repository.NameTaken when there is one of that name
   */
  void add(Account account, String encoded);

  /** Replaces what an account is and may, all but its name, its password and its kind. */
  void replace(Account account, boolean enabled);

  /**
   * Gives an account another password; ends its being locked.
   *
   * @param encoded from {@link #encode}
   */
  void setPassword(String user, String encoded);

  /**
   * Whether the password is the account's now, or was one of its last ones (requirement P13). Slow
   * by design: not to be called within a transaction.
   */
  boolean wasUsed(String user, String password);

  /** What is stored of a password. Slow by design: not to be called within a transaction. */
  String encode(String password);

  /** Adds a component, or renames the one that has the code. */
  void put(Component component);
}
