package org.chancery.core.http;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.chancery.core.access.Accounts;
import org.chancery.core.mail.Mailer;
import org.chancery.core.routing.Reminders;

/** How mail does, for those who look after the system. */
final class MailRoutes {
  private final Optional<Mailer> mailer;
  private final Reminders reminders;
  private final Accounts accounts;

  MailRoutes(Optional<Mailer> mailer, Reminders reminders, Accounts accounts) {
    this.mailer = mailer;
    this.reminders = reminders;
    this.accounts = accounts;
  }

  /** How mail does. */
  record MailBody(boolean configured, List<People.Who> alarmed, Optional<RoundBody> reminders) {}

  /** What the last reminders came to. */
  record RoundBody(LocalDate day, int mails, List<People.Who> withoutAddress) {}

  Response mail(Exchange exchange) {
    People people = new People(accounts);
    return Response.json(
            200,
            new MailBody(
                mailer.isPresent(),
                mailer.stream()
                    .flatMap(each -> each.alarmed().stream())
                    .sorted()
                    .map(people::who)
                    .toList(),
                reminders
                    .last()
                    .map(
                        round ->
                            new RoundBody(
                                round.day(),
                                round.mails(),
                                round.without().stream().map(people::who).toList()))))
        .with("Cache-Control", "no-store");
  }
}
