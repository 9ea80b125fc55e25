package org.chancery.alfresco.identity;

import java.time.Clock;
import java.util.Optional;
import org.chancery.core.access.Accounts;
import org.chancery.core.access.BasicCredentials;
import org.chancery.core.access.RememberedPasswords;
import org.chancery.core.access.Session;

/**
 * Finds out who sends a request: by the browser's cookie; by a ticket of the platform's, as Share's
 * proxy sends it; or by HTTP Basic, for programs.
 */
public final class RequestSignIn {
  /** What passwords are compared with is the platform's secret. */
  private static final String UNKNOWN = "";

  private final PlatformSessions sessions;
  private final Passwords passwords;
  private final Accounts accounts;
  private final RememberedPasswords remembered;

  /**
   * @param sessions those that are open
   * @param passwords asks the platform
   * @param accounts who people are
   * @param clock the time
   */
  public RequestSignIn(
      PlatformSessions sessions, Passwords passwords, Accounts accounts, Clock clock) {
    this.sessions = sessions;
    this.passwords = passwords;
    this.accounts = accounts;
    this.remembered = new RememberedPasswords(clock);
  }

  /**
   * What of a request tells who sends it.
   *
   * @param cookie value of the session's cookie
   * @param ticket value of the parameter {@code alf_ticket}
   * @param authorization the header
   * @param affirmed whether the header for programs says that the responsibilities were affirmed
   * @param used whether somebody is there, and it is not asked for in the background
   */
  public record Signs(
      Optional<String> cookie,
      Optional<String> ticket,
      Optional<String> authorization,
      boolean affirmed,
      boolean used) {}

  /** Who it is; empty when nothing shows it. */
  public Optional<Session> of(Signs signs) {
    Optional<String> ticket = signs.authorization().flatMap(PlatformTicket::of);
    return signs
        .cookie()
        .flatMap(secret -> sessions.resume(secret, signs.used()))
        .or(() -> signs.ticket().flatMap(this::byTicket))
        .or(() -> ticket.flatMap(this::byTicket))
        .or(
            () ->
                signs
                    .authorization()
                    .filter(each -> ticket.isEmpty())
                    .flatMap(BasicCredentials::of)
                    .flatMap(each -> byPassword(each, signs.affirmed())));
  }

  private Optional<Session> byTicket(String ticket) {
    return passwords.validate(ticket).flatMap(user -> sessions.ofTicket(ticket, user));
  }

  private Optional<Session> byPassword(BasicCredentials given, boolean affirmed) {
    Optional<String> user =
        remembered
            .userOf(given, UNKNOWN)
            .or(
                () -> {
                  Optional<String> checked = passwords.check(given.user(), given.password());
                  checked.ifPresent(name -> remembered.remember(given, UNKNOWN, name));
                  return checked;
                });
    return user.flatMap(accounts::find)
        .map(account -> new Session("", account, Session.Means.BASIC, affirmed, "", 0));
  }
}
