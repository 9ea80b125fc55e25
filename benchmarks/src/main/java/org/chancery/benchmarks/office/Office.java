package org.chancery.benchmarks.office;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.chancery.core.access.Account;
import org.chancery.core.access.Account.Assignment;
import org.chancery.core.access.Authorities;
import org.chancery.core.access.Capability;
import org.chancery.core.access.Component;
import org.chancery.core.access.Role;
import org.chancery.core.vocabulary.Cor;
import org.chancery.model.QName;

/**
 * Made-up case files of four years, each with three taskings: 60 issues, eight of ten files closed,
 * the others of the last three months, three of four with a suspense. A third of the taskings is
 * given to persons, the others to those who hold a role in the file's component; who holds it has
 * claimed half of them. The same seed draws the same office.
 */
public final class Office {
  /** How many components a large one has. */
  public static final int COMPONENTS = 30;

  /** Who works in each component, by number: what they do there. */
  public static final List<Role> STAFF =
      List.of(
          Role.CLERK,
          Role.DRAFTER,
          Role.REVIEWER,
          Role.SUPERVISOR,
          Role.ISSO,
          Role.CLERK,
          Role.DRAFTER,
          Role.DRAFTER,
          Role.REVIEWER,
          Role.REVIEWER);

  /** Who gives the taskings of a component, by number. */
  public static final int SUPERVISOR = STAFF.indexOf(Role.SUPERVISOR);

  private static final List<Role> GROUPS =
      List.of(Role.CLERK, Role.DRAFTER, Role.REVIEWER, Role.SUPERVISOR);

  /** Whose roles let them be given something to do, by number. */
  private static final List<Integer> DOERS =
      IntStream.range(0, STAFF.size())
          .filter(number -> person("", number).capabilities().contains(Capability.DO_TASKINGS))
          .boxed()
          .toList();

  private static final int ISSUES = 60;
  private static final int DAYS = 4 * 365;
  private static final int RECENT = 90;
  private static final int TASKINGS = 3;
  private static final List<String> SOURCES =
      List.of("congress", "public", "white-house", "federal-agency", "state-local", "foreign");

  private final Random random;
  private final LocalDate today;
  private final int components;

  /**
   * An office.
   *
   * @param today the day that the latest letters came in
   * @param components how many it has
   */
  public Office(long seed, LocalDate today, int components) {
    this.random = new Random(seed);
    this.today = today;
    this.components = components;
  }

  /** The code of a component. */
  public static String component(int number) {
    return "C" + number;
  }

  /** Every component. */
  public List<Component> components() {
    return IntStream.range(0, components)
        .mapToObj(number -> new Component(component(number), "Component " + number))
        .toList();
  }

  /**
   * Somebody's name to sign in with.
   *
   * @param number in {@link #STAFF}
   */
  public static String user(String component, int number) {
    return component.toLowerCase(Locale.ROOT) + "-" + number;
  }

  /** Everybody who works there. */
  public List<Account> staff() {
    List<Account> staff = new ArrayList<>();
    for (Component component : components()) {
      for (int number = 0; number < STAFF.size(); number++) {
        staff.add(person(component.code(), number));
      }
    }
    return staff;
  }

  /** Somebody; a program's account, so that a benchmark may sign in with every request. */
  public static Account person(String component, int number) {
    Role role = STAFF.get(number);
    return new Account(
        user(component, number),
        role.label() + " " + number + " of " + component,
        Set.of(component),
        Set.of(new Assignment(role, Optional.of(component))),
        true);
  }

  /**
   * A case file.
   *
   * @param closed when it was closed
   */
  public record CaseFile(
      int number,
      String component,
      String issue,
      String source,
      String status,
      LocalDate received,
      Optional<LocalDate> due,
      Optional<LocalDate> closed,
      List<Tasking> taskings) {

    /** What it is about. */
    public String subject() {
      return "Subject " + number;
    }

    /** Its properties. */
    public Map<QName, Object> values() {
      Map<QName, Object> values = new LinkedHashMap<>();
      values.put(Cor.SUBJECT, subject());
      values.put(Cor.FILE_NUMBER, "2008-" + number);
      values.put(Cor.STATUS, status);
      values.put(Cor.COMPONENT, List.of(component));
      values.put(Cor.ISSUE_CODE, issue);
      values.put(Cor.SOURCE, source);
      values.put(Cor.DATE_RECEIVED, received);
      due.ifPresent(day -> values.put(Cor.DUE_DATE, day));
      closed.ifPresent(day -> values.put(Cor.DATE_CLOSED, day));
      return values;
    }
  }

  /**
   * A tasking.
   *
   * @param person in {@link #STAFF}: whom it was given to, else who claimed it
   * @param role which of those in the component it was given to, else it was given to the person
   */
  public record Tasking(
      String component,
      Optional<Integer> person,
      Optional<Role> role,
      LocalDate given,
      LocalDate due,
      Optional<LocalDate> done) {

    /** Whom it was given to. */
    public String assignee() {
      return role.map(each -> Authorities.roleIn(component, each))
          .orElseGet(() -> user(component, person.orElseThrow()));
    }

    /** Its properties, but for its case file. */
    public Map<QName, Object> values() {
      String supervisor = user(component, SUPERVISOR);
      Map<QName, Object> values = new LinkedHashMap<>();
      values.put(Cor.TASK_FORM, "cwf:generalTask");
      values.put(Cor.INSTRUCTION, "Draft an answer and have it cleared by the suspense.");
      values.put(Cor.ASSIGNEE, assignee());
      values.put(Cor.ASSIGNEE_KIND, role.isPresent() ? "group" : "person");
      values.put(Cor.TASK_ACCESS, "edit");
      values.put(Cor.TASK_DUE, due);
      values.put(Cor.ASSIGNED_BY, supervisor);
      values.put(Cor.ASSIGNED_AT, moment(given));
      boolean claimed = role.isPresent() && person.isPresent();
      if (claimed) {
        values.put(Cor.CLAIMED_BY, user(component, person.orElseThrow()));
      }
      values.put(Cor.TASK_STATE, done.isPresent() ? "done" : claimed ? "claimed" : "open");
      done.ifPresent(
          day -> {
            values.put(Cor.OUTCOME, "done");
            values.put(Cor.COMPLETED_AT, moment(day));
            values.put(
                Cor.COMPLETED_BY, person.map(each -> user(component, each)).orElse(supervisor));
          });
      return values;
    }
  }

  /** The next case file. */
  public CaseFile next(int number) {
    String component = component(random.nextInt(components));
    boolean closed = random.nextInt(10) < 8;
    LocalDate received = today.minusDays(random.nextInt(closed ? DAYS : RECENT));
    Optional<LocalDate> due =
        random.nextInt(4) > 0 ? Optional.of(received.plusDays(20)) : Optional.empty();
    Optional<LocalDate> end =
        closed ? Optional.of(received.plusDays(random.nextInt(45))) : Optional.empty();
    List<Tasking> taskings = new ArrayList<>();
    for (int task = 0; task < TASKINGS; task++) {
      taskings.add(tasking(component, received.plusDays(task), closed));
    }
    return new CaseFile(
        number,
        component,
        "ISSUE-" + random.nextInt(ISSUES),
        SOURCES.get(random.nextInt(SOURCES.size())),
        closed ? "closed" : random.nextInt(4) == 0 ? "open" : "routed",
        received,
        due,
        end,
        taskings);
  }

  private Tasking tasking(String component, LocalDate day, boolean done) {
    int person = DOERS.get(random.nextInt(DOERS.size()));
    Optional<Role> role = Optional.empty();
    Optional<Integer> who = Optional.of(person);
    if (random.nextInt(3) > 0) {
      Role one = GROUPS.get(random.nextInt(GROUPS.size()));
      role = Optional.of(one);
      List<Integer> holders =
          IntStream.range(0, STAFF.size())
              .filter(number -> STAFF.get(number) == one)
              .boxed()
              .toList();
      who =
          done || random.nextBoolean()
              ? Optional.of(holders.get(person % holders.size()))
              : Optional.empty();
    }
    return new Tasking(
        component,
        who,
        role,
        day,
        day.plusDays(7 + random.nextInt(100)),
        done ? Optional.of(day.plusDays(random.nextInt(12))) : Optional.empty());
  }

  /** Nine in the morning. */
  public static Instant moment(LocalDate day) {
    return day.atTime(9, 0).toInstant(ZoneOffset.UTC);
  }
}
