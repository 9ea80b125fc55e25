package org.chancery.standalone.accounts;

import java.time.Clock;
import java.util.Optional;
import org.chancery.core.access.Account;
import org.chancery.core.access.BasicCredentials;
import org.chancery.core.access.RememberedPasswords;
import org.chancery.core.access.Session;

/**
 * HTTP Basic (RFC 7617), for accounts of programs only. A program signs in with every request, and
 * a password's comparison is slow by design; so a right password is remembered for a minute, as a
 * keyed hash together with the stored encoding. A changed password, a disabled or a locked account
 * count at once.
 */
public final class BasicSignIn {
  private final PasswordCheck passwords;
  private final RememberedPasswords remembered;

  BasicSignIn(PasswordCheck passwords, Clock clock) {
    this.passwords = passwords;
    this.remembered = new RememberedPasswords(clock);
  }

  /**
   * Who the header says it is, when the password is right and the account a program's.
   *
   * @param authorization the header {@code Authorization}
   * @param affirmed whether the program says that its responsibilities were affirmed
   * @param source the address the request came from
   */
  public Optional<Session> signIn(String authorization, boolean affirmed, String source) {
    return BasicCredentials.of(authorization)
        .flatMap(given -> account(given, source))
        .map(account -> new Session("", account, Session.Means.BASIC, affirmed, "", 0));
  }

  private Optional<Account> account(BasicCredentials given, String source) {
    Optional<StoredAccount> usable =
        passwords.usable(given.user()).filter(stored -> stored.account().program());
    if (usable.flatMap(stored -> remembered.userOf(given, stored.password())).isPresent()) {
      return usable.map(StoredAccount::account);
    }
    Optional<Account> account =
        passwords.check(given.user(), given.password(), Session.Means.BASIC, source);
    if (account.isPresent()) {
      usable.ifPresent(
          stored -> remembered.remember(given, stored.password(), stored.account().user()));
    }
    return account;
  }
}
