package org.chancery.core.routing;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.chancery.core.audit.Action;
import org.chancery.core.audit.AuditEvent;
import org.chancery.core.audit.AuditTrail;
import org.chancery.core.mail.Mailer;
import org.chancery.core.repository.Caller;
import org.chancery.core.repository.Transactions;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reminds people by mail of what is overdue or soon due (requirement C8), once each business day:
 * whoever has it, and, once it is overdue, whoever gave it. A mail carries numbers and a link,
 * never any content (requirement C18).
 */
public final class Reminders {
  private static final Logger LOG = LoggerFactory.getLogger(Reminders.class);
  private static final Caller SYSTEM = Caller.ofSystem();
  private static final int PAGE = 200;

  private final TaskingDesk desk;
  private final BusinessCalendar calendar;
  private final Optional<Mailer> mailer;
  private final AuditTrail audit;
  private final Transactions transactions;

  Reminders(
      TaskingDesk desk,
      BusinessCalendar calendar,
      Optional<Mailer> mailer,
      AuditTrail audit,
      Transactions transactions) {
    this.desk = desk;
    this.calendar = calendar;
    this.mailer = mailer;
    this.audit = audit;
    this.transactions = transactions;
  }

  /** What a mail to one person speaks of. */
  private static final class Due {
    private int overdue;
    private int soon;
    private int given;
  }

  /**
   * Sends today's mails, when they have not been sent and today is a business day. To be called
   * every few minutes, by one process at a time. Without a mailer nothing is sent.
   */
  public void sendWhenDue() {
    LocalDate today = desk.today();
    if (mailer.isEmpty() || !calendar.isBusinessDay(today) || sentOn(today)) {
      return;
    }
    Map<String, Due> people = new TreeMap<>();
    each(
        TaskingDesk.Due.OVERDUE,
        tasking -> {
          of(people, tasking).ifPresent(due -> due.overdue++);
          if (!tasking.assignedBy().equals(tasking.doer())) {
            people.computeIfAbsent(tasking.assignedBy(), user -> new Due()).given++;
          }
        });
    each(TaskingDesk.Due.SOON, tasking -> of(people, tasking).ifPresent(due -> due.soon++));
    int sent = 0;
    for (Map.Entry<String, Due> person : people.entrySet()) {
      if (mailer.get().send(person.getKey(), subject(person.getValue()), text(person.getValue()))) {
        sent++;
      }
    }
    LOG.info("Reminded {} of {} people of their suspenses", sent, people.size());
    note(today, sent);
  }

  /** Whose it is; nobody's while a whole group could take it. */
  private static Optional<Due> of(Map<String, Due> people, Tasking tasking) {
    boolean one = tasking.claimedBy().isPresent() || tasking.personal();
    return one
        ? Optional.of(people.computeIfAbsent(tasking.doer(), user -> new Due()))
        : Optional.empty();
  }

  private void each(TaskingDesk.Due due, Consumer<Tasking> action) {
    Optional<String> cursor = Optional.empty();
    do {
      TaskingDesk.Found found =
          desk.find(
              SYSTEM,
              new TaskingDesk.Question(
                  TaskingDesk.View.ALL,
                  Optional.empty(),
                  List.of(),
                  Optional.of(due),
                  "due",
                  cursor,
                  PAGE));
      found.items().forEach(action);
      cursor = found.cursor();
    } while (cursor.isPresent());
  }

  private static String subject(Due due) {
    return due.overdue + due.given > 0 ? "Taskings are overdue" : "Taskings are due soon";
  }

  private String text(Due due) {
    StringBuilder text = new StringBuilder();
    line(text, due.overdue, "of your taskings overdue");
    line(text, due.soon, "of your taskings due within " + TaskingDesk.SOON + " business days");
    line(text, due.given, "overdue that you gave to others");
    return text.append("\nSign in to see them: ")
        .append(mailer.orElseThrow().home())
        .append("/desk\n")
        .toString();
  }

  private static void line(StringBuilder text, int count, String what) {
    if (count > 0) {
      text.append(count).append(' ').append(what).append(".\n");
    }
  }

  private boolean sentOn(LocalDate today) {
    return audit
        .read(
            new AuditTrail.Filter(
                Optional.empty(),
                Set.of(Action.REMIND),
                Optional.empty(),
                Optional.empty(),
                Optional.of(today.atStartOfDay(ZoneOffset.UTC).toInstant()),
                Optional.empty()),
            Optional.empty(),
            1)
        .items()
        .stream()
        .anyMatch(row -> LocalDate.ofInstant(row.at(), ZoneOffset.UTC).equals(today));
  }

  private void note(LocalDate today, int sent) {
    Map<String, String> details = new HashMap<>();
    details.put("day", today.toString());
    details.put("mails", String.valueOf(sent));
    transactions.write(
        () ->
            audit.record(
                new AuditEvent(
                    SYSTEM.user(),
                    Action.REMIND,
                    Optional.empty(),
                    AuditEvent.Outcome.DONE,
                    "system",
                    details)));
  }
}
