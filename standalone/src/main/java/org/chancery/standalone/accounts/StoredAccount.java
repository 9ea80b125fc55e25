package org.chancery.standalone.accounts;

import java.time.Instant;
import java.util.Optional;
import org.chancery.core.access.Account;

/**
 * An account with what only signing in needs.
 *
 * @param account as the domain sees it
 * @param password encoded, with the encoding's name before it
 * @param enabled whether it may be used at all
 * @param lockedUntil after too many wrong passwords
 * @param revision counts changes
 */
record StoredAccount(
    Account account,
    String password,
    boolean enabled,
    Optional<Instant> lockedUntil,
    long revision) {

  boolean usableAt(Instant now) {
    return enabled && lockedUntil.filter(now::isBefore).isEmpty();
  }
}
