package org.chancery.core.rights;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.chancery.core.repository.Node;
import org.chancery.core.vocabulary.Stk;

/**
 * THE one-year rule (requirement S15): when an entry is to be deleted, and why. Warned first, then
 * given {@link #GRACE_DAYS} days.
 *
 * @param reason why
 * @param due the day on which it fell due
 * @param warned the day on which the owner was told of it
 */
public record Expiry(Reason reason, LocalDate due, Optional<LocalDate> warned) {
  /** How long an owner has after the warning. */
  public static final int GRACE_DAYS = 30;

  /** How long before the end the owner is told once more. */
  public static final int REMINDER_DAYS = 7;

  /** Why a person is to be deleted. */
  public enum Reason {
    /** Nobody was in contact with them for a year. */
    NO_CONTACT,
    /** Every issue they engage on is inactive. */
    INACTIVE_ISSUES;

    /** As programs say it. */
    public String code() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  /**
   * Whether a person falls under the rule on a day. Who asked not to be contacted does not: their
   * request is answered by the owner.
   *
   * @param active codes of the issues that are active
   */
  public static Optional<Expiry> of(Node person, Set<String> active, LocalDate today) {
    if (person.text(Stk.NO_CONTACT_STATE).isPresent()
        || person.date(Stk.RENEWED_UNTIL).filter(day -> !day.isBefore(today)).isPresent()) {
      return Optional.empty();
    }
    LocalDate last =
        person
            .date(Stk.LAST_CONTACT)
            .orElseGet(() -> LocalDate.ofInstant(person.createdAt(), ZoneOffset.UTC));
    LocalDate due = last.plusYears(1);
    if (due.isBefore(today)) {
      LocalDate from = person.date(Stk.RENEWED_UNTIL).filter(due::isBefore).orElse(due);
      return Optional.of(new Expiry(Reason.NO_CONTACT, from, person.date(Stk.WARNED_ON)));
    }
    List<String> issues = person.list(Stk.ISSUES);
    if (!issues.isEmpty() && issues.stream().noneMatch(active::contains)) {
      Optional<LocalDate> warned = person.date(Stk.WARNED_ON);
      return Optional.of(new Expiry(Reason.INACTIVE_ISSUES, warned.orElse(today), warned));
    }
    return Optional.empty();
  }

  /** The first day on which it is deleted; empty while the owner has not been warned. */
  public Optional<LocalDate> deletion() {
    return warned.map(day -> day.plusDays(GRACE_DAYS));
  }

  /** The day on which the owner is told once more. */
  Optional<LocalDate> reminder() {
    return deletion().map(day -> day.minusDays(REMINDER_DAYS));
  }
}
