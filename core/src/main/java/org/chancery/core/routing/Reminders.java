package org.chancery.core.routing;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.chancery.core.access.Accounts;
import org.chancery.core.audit.Action;
import org.chancery.core.audit.AuditEvent;
import org.chancery.core.audit.AuditTrail;
import org.chancery.core.mail.Mailer;
import org.chancery.core.repository.Caller;
import org.chancery.core.repository.NodeId;
import org.chancery.core.repository.Page;
import org.chancery.core.repository.Transactions;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reminds people by mail of what has become soon due or overdue (requirement C8), on business days:
 * whoever has it, every member of a group of which nobody has claimed it, and, once it is overdue,
 * whoever gave it. Each is told once of a tasking's coming due and once of its being overdue, until
 * its suspense is moved; whom, the ledger says. A mail carries numbers and a link, never any
 * content (requirement C18).
 */
public final class Reminders {
  private static final Logger LOG = LoggerFactory.getLogger(Reminders.class);
  private static final Caller SYSTEM = Caller.ofSystem();
  private static final int PAGE = 200;
  private static final int MOST_MEMBERS = 200;

  /** After so many mails it is noted who got one, so that little is said twice after a crash. */
  private static final int NOTED_AT_ONCE = 20;

  private static final String DAY = "day";
  private static final String MAILS = "mails";
  private static final String WITHOUT = "without";
  private static final String STATE = "state";
  private static final String DUE = "due";
  private static final String TO = "to";

  private final TaskingDesk desk;
  private final BusinessCalendar calendar;
  private final Optional<Mailer> mailer;
  private final Accounts accounts;
  private final AuditTrail audit;
  private final Transactions transactions;

  Reminders(
      TaskingDesk desk,
      BusinessCalendar calendar,
      Optional<Mailer> mailer,
      Accounts accounts,
      AuditTrail audit,
      Transactions transactions) {
    this.desk = desk;
    this.calendar = calendar;
    this.mailer = mailer;
    this.accounts = accounts;
    this.audit = audit;
    this.transactions = transactions;
  }

  /**
   * What the last day's reminders came to.
   *
   * @param day when
   * @param mails how many were sent
   * @param without the accounts that could not be reminded for want of an address
   */
  public record Round(LocalDate day, int mails, List<String> without) {}

  /** What a tasking has become for somebody. */
  private enum State {
    SOON,
    OVERDUE,
    GIVEN;

    String code() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** Something that somebody is to be told. */
  private record Told(NodeId tasking, State state, LocalDate due) {}

  /**
   * Sends today's mails, when they have not been sent and today is a business day. To be called
   * every few minutes, by one process at a time. Without a mailer nothing is sent; when the mail
   * server goes away in between, the rest is sent by the next call.
   */
  public void sendWhenDue() {
    LocalDate today = desk.today();
    if (mailer.isEmpty() || !calendar.isBusinessDay(today) || sentOn(today)) {
      return;
    }
    Map<String, List<Told>> people = new TreeMap<>();
    each(
        TaskingDesk.Due.OVERDUE,
        tasking -> {
          tell(people, tasking, State.OVERDUE, doers(tasking));
          if (!tasking.assignedBy().equals(tasking.doer())) {
            tell(people, tasking, State.GIVEN, Set.of(tasking.assignedBy()));
          }
        });
    each(TaskingDesk.Due.SOON, tasking -> tell(people, tasking, State.SOON, doers(tasking)));
    Set<String> without = new TreeSet<>();
    int sent = send(people, without);
    LOG.info(
        "Reminded {} of {} people of their suspenses; {} have no mail address",
        sent,
        people.size(),
        without.size());
    note(today, sent, without);
  }

  private int send(Map<String, List<Told>> people, Set<String> without) {
    Map<Told, Set<String>> reached = new LinkedHashMap<>();
    int sent = 0;
    int unnoted = 0;
    try {
      for (Map.Entry<String, List<Told>> person : people.entrySet()) {
        List<Told> news = person.getValue();
        if (mailer.orElseThrow().send(person.getKey(), subject(news), text(news))) {
          news.forEach(
              each -> reached.computeIfAbsent(each, any -> new TreeSet<>()).add(person.getKey()));
          sent++;
          unnoted++;
        } else {
          without.add(person.getKey());
        }
        if (unnoted == NOTED_AT_ONCE) {
          note(reached);
          unnoted = 0;
        }
      }
    } finally {
      // Also of those who got theirs before the mail server went away.
      note(reached);
    }
    return sent;
  }

  /** Whose it is to do: one person's, or every member's while a whole group could take it. */
  private Set<String> doers(Tasking tasking) {
    if (tasking.claimedBy().isPresent() || tasking.personal()) {
      return Set.of(tasking.doer());
    }
    Set<String> members = new HashSet<>();
    accounts
        .members(tasking.assignee(), MOST_MEMBERS)
        .forEach(member -> members.add(member.name()));
    return members;
  }

  private void tell(
      Map<String, List<Told>> people, Tasking tasking, State state, Set<String> users) {
    Set<String> told = told(tasking, state);
    users.stream()
        .filter(user -> !told.contains(user))
        .forEach(
            user ->
                people
                    .computeIfAbsent(user, any -> new ArrayList<>())
                    .add(new Told(tasking.id(), state, tasking.due())));
  }

  /** Who was told so of the tasking with the suspense that it has now. */
  private Set<String> told(Tasking tasking, State state) {
    Set<String> users = new HashSet<>();
    AuditTrail.Filter filter = rows(Optional.of(tasking.id()), Optional.empty());
    Optional<String> cursor = Optional.empty();
    do {
      Page<AuditTrail.AuditEntry> page = audit.read(filter, cursor, PAGE);
      page.items().stream()
          .map(entry -> entry.event().details())
          .filter(details -> state.code().equals(details.get(STATE)))
          .filter(details -> tasking.due().toString().equals(details.get(DUE)))
          .forEach(details -> users.addAll(names(details.get(TO))));
      cursor = page.cursor();
    } while (cursor.isPresent());
    return users;
  }

  private static AuditTrail.Filter rows(Optional<NodeId> object, Optional<LocalDate> from) {
    return new AuditTrail.Filter(
        Optional.empty(),
        Set.of(Action.REMIND),
        object,
        Optional.empty(),
        from.map(day -> day.atStartOfDay(ZoneOffset.UTC).toInstant()),
        Optional.empty());
  }

  private static List<String> names(String joined) {
    return Arrays.stream(Optional.ofNullable(joined).orElse("").split(" "))
        .filter(name -> !name.isEmpty())
        .toList();
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

  private static String subject(List<Told> news) {
    return news.stream().allMatch(each -> each.state() == State.SOON)
        ? "Taskings are due soon"
        : "Taskings are overdue";
  }

  private String text(List<Told> news) {
    StringBuilder text = new StringBuilder();
    line(text, news, State.OVERDUE, "of your taskings overdue");
    line(
        text,
        news,
        State.SOON,
        "of your taskings due within " + TaskingDesk.SOON + " business days");
    line(text, news, State.GIVEN, "overdue that you gave to others");
    return text.append("\nSign in to see them: ")
        .append(mailer.orElseThrow().home())
        .append("/?view=mine\n")
        .toString();
  }

  private static void line(StringBuilder text, List<Told> news, State state, String what) {
    long count = news.stream().filter(each -> each.state() == state).count();
    if (count > 0) {
      text.append(count).append(' ').append(what).append(".\n");
    }
  }

  /** The row of a day is the last of its rows. */
  private boolean sentOn(LocalDate today) {
    return audit
        .read(rows(Optional.empty(), Optional.of(today)), Optional.empty(), 1)
        .items()
        .stream()
        .anyMatch(row -> today.toString().equals(row.event().details().get(DAY)));
  }

  /** What came of the last day on which people were reminded; empty when there was none lately. */
  public Optional<Round> last() {
    return audit
        .read(rows(Optional.empty(), Optional.empty()), Optional.empty(), PAGE)
        .items()
        .stream()
        .map(entry -> entry.event().details())
        .filter(details -> details.containsKey(DAY))
        .findFirst()
        .map(
            details ->
                new Round(
                    LocalDate.parse(details.get(DAY)),
                    Integer.parseInt(details.get(MAILS)),
                    names(details.get(WITHOUT))));
  }

  /** Notes whom each of them has reached, and forgets them. */
  private void note(Map<Told, Set<String>> reached) {
    if (reached.isEmpty()) {
      return;
    }
    transactions.write(
        () ->
            reached.forEach(
                (told, users) ->
                    record(
                        Optional.of(told.tasking()),
                        Map.of(
                            STATE, told.state().code(),
                            DUE, told.due().toString(),
                            TO, String.join(" ", users)))));
    reached.clear();
  }

  private void note(LocalDate today, int sent, Set<String> without) {
    Map<String, String> details = new HashMap<>();
    details.put(DAY, today.toString());
    details.put(MAILS, String.valueOf(sent));
    details.put(WITHOUT, String.join(" ", without));
    transactions.write(() -> record(Optional.empty(), details));
  }

  private void record(Optional<NodeId> object, Map<String, String> details) {
    audit.record(
        new AuditEvent(
            SYSTEM.user(), Action.REMIND, object, AuditEvent.Outcome.DONE, "system", details));
  }
}
