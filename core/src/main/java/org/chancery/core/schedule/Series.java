package org.chancery.core.schedule;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * A row of the file plan: what is kept and disposed of alike (requirement R1).
 *
 * @param code by which it is cited, such as {@code CORR-PERM}
 * @param title in words
 * @param authority number of the schedule item that allows the disposition
 * @param standing whether that number is an approved one's
 * @param sourceChecked when the authority was last compared with its source
 * @param permanence permanent or temporary
 * @param cutoff what the period counts from
 * @param cutoffDate the day, for {@link CutoffEvent#DATE} alone
 * @param period how long after the cutoff, 0 to 1000
 * @param unit what the period counts
 * @param action what is done then
 * @param why in plain words; may be empty
 */
public record Series(
    String code,
    String title,
    String authority,
    Standing standing,
    Optional<LocalDate> sourceChecked,
    Permanence permanence,
    CutoffEvent cutoff,
    Optional<LocalDate> cutoffDate,
    int period,
    Unit unit,
    FinalAction action,
    String why) {

  /** A value that is stored under a code of its own. */
  interface Coded {
    /** As it is stored. */
    String code();

    /** Reads a stored value; empty for any other. */
    static <T extends Enum<T> & Coded> Optional<T> find(Class<T> type, String code) {
      return Arrays.stream(type.getEnumConstants())
          .filter(each -> each.code().equals(code))
          .findFirst();
    }
  }

  /** Whether an authority is what it seems. */
  public enum Standing implements Coded {
    /** For trying out: nobody has approved it. */
    EXAMPLE,
    /** The number of an approved schedule. */
    APPROVED;

    @Override
    public String code() {
      return codeOf(this);
    }
  }

  /** Whether records are kept for good. */
  public enum Permanence implements Coded {
    /** They go to the National Archives. */
    PERMANENT,
    /** They are destroyed in the end. */
    TEMPORARY;

    @Override
    public String code() {
      return codeOf(this);
    }
  }

  /** What a period counts from. */
  public enum CutoffEvent implements Coded {
    /** The day on which the last of its case files was closed. */
    CASE_CLOSED,
    /** The day of the latest activity. */
    LAST_ACTIVITY,
    /** A day that the series names, or that of the latest activity if that is later. */
    DATE,
    /** The day on which it was superseded. */
    SUPERSEDED,
    /** The day on which somebody said that it is no longer needed. */
    NO_LONGER_NEEDED;

    @Override
    public String code() {
      return codeOf(this);
    }
  }

  /** What a period counts. */
  public enum Unit implements Coded {
    /** Calendar days. */
    DAYS,
    /** Calendar months. */
    MONTHS,
    /** Calendar years. */
    YEARS;

    @Override
    public String code() {
      return codeOf(this);
    }
  }

  /** What is done in the end. */
  public enum FinalAction implements Coded {
    /** Transferred to the National Archives, then destroyed. */
    TRANSFER,
    /** Destroyed. */
    DESTROY;

    @Override
    public String code() {
      return codeOf(this);
    }
  }

  private static String codeOf(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
