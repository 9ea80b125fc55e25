package org.chancery.core.search;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.chancery.core.repository.NodeId;
import org.chancery.model.QName;

/**
 * What to count over the index (requirement C13). A field is a facet field of {@link SearchQuery};
 * a date is {@link #DAY} or a date or moment of the model that has one value, by its prefixed name.
 *
 * @param type counted are nodes of this type and of types that extend it
 * @param conditions all of which must hold
 * @param above the node above each that the conditions and groups marked so speak of; nodes without
 *     one are not counted
 * @param groups rows are made of each combination of values; one row of all without any. At most
 *     two, or three when nothing but fields of the node itself is counted by and nothing measured
 * @param days what to measure beside the count
 */
public record Tally(
    QName type,
    List<Condition> conditions,
    Optional<Above> above,
    List<Group> groups,
    Optional<Days> days) {

  /** The day a node speaks of, which every node has: see {@link SearchQuery#from}. */
  public static final String DAY = "date";

  /** Copies the lists. */
  public Tally {
    conditions = List.copyOf(conditions);
    groups = List.copyOf(groups);
    boolean plain =
        days.isEmpty()
            && above.isEmpty()
            && groups.stream().allMatch(group -> group instanceof ByField by && !by.ofAbove());
    int most = plain ? 3 : 2;
    if (groups.size() > most) {
      throw new IllegalArgumentException("At most " + most + " groups, not " + groups.size());
    }
  }

  /** Nodes of the type, all in one row. */
  public static Tally of(QName type) {
    return new Tally(type, List.of(), Optional.empty(), List.of(), Optional.empty());
  }

  /** The same, with a condition more. */
  public Tally with(Condition condition) {
    return new Tally(type, added(conditions, condition), above, groups, days);
  }

  /** The same, with a group more. */
  public Tally by(Group group) {
    return new Tally(type, conditions, above, added(groups, group), days);
  }

  /** The same, with days measured. */
  public Tally measuring(Days what) {
    return new Tally(type, conditions, above, groups, Optional.of(what));
  }

  /** The same, for what lies below such nodes. */
  public Tally below(Above what) {
    return new Tally(type, conditions, Optional.of(what), groups, days);
  }

  private static <T> List<T> added(List<T> list, T more) {
    List<T> all = new ArrayList<>(list);
    all.add(more);
    return all;
  }

  /** What must hold of a node. */
  public sealed interface Condition {}

  /** The field has one of the values. */
  public record AnyOf(String field, Set<String> values) implements Condition {
    /** Copies the values. */
    public AnyOf {
      values = Set.copyOf(values);
    }
  }

  /** The field has none of the values. */
  public record NoneOf(String field, Set<String> values) implements Condition {
    /** Copies the values. */
    public NoneOf {
      values = Set.copyOf(values);
    }
  }

  /** One of the field's values begins with one of these; large and small letters differ. */
  public record StartsWith(String field, Set<String> beginnings) implements Condition {
    /** Copies the beginnings. */
    public StartsWith {
      beginnings = Set.copyOf(beginnings);
    }
  }

  /**
   * One of the properties has the words of one of the texts, side by side, whatever their letters
   * and forms.
   *
   * @param properties by their prefixed names
   */
  public record Says(Set<String> properties, Set<String> texts) implements Condition {
    /** Copies the sets. */
    public Says {
      properties = Set.copyOf(properties);
      texts = Set.copyOf(texts);
    }
  }

  /** The date lies between the days, both included; an end that is empty is open. */
  public record Between(String date, Optional<LocalDate> first, Optional<LocalDate> last)
      implements Condition {}

  /** The node has the date. */
  public record Has(String date) implements Condition {}

  /** The node has not the date. */
  public record Lacks(String date) implements Condition {}

  /** What makes rows. */
  public sealed interface Group {}

  /**
   * A row of each value; what has several counts in each, what has none in the row of the empty
   * text.
   *
   * @param ofAbove whether the value is that of the node {@link Tally#above}
   */
  public record ByField(String field, boolean ofAbove) implements Group {}

  /** A row of each period the date falls in, such as {@code 2026-11}; none in that of "". */
  public record ByPeriod(String date, Unit unit) implements Group {}

  /** Lengths of periods; UTC. */
  public enum Unit {
    /** {@code 2026-11}. */
    MONTH,
    /** {@code 2026}. */
    YEAR
  }

  /**
   * A node above those that are counted, such as a tasking's case file. The caller must be able to
   * see it.
   *
   * @param type its type
   * @param conditions all of which must hold of it
   */
  public record Above(QName type, List<Condition> conditions) {
    /** Copies the conditions. */
    public Above {
      conditions = List.copyOf(conditions);
    }
  }

  /**
   * Calendar days between two dates; a node that lacks one of them is counted, but not measured.
   *
   * @param from a date
   * @param to a date; this day when empty
   * @param otherwise where {@code to} is empty
   */
  public record Days(String from, Optional<String> to, LocalDate otherwise) {}

  /**
   * The counts.
   *
   * @param rows by their keys, one for each group; sorted by key
   */
  public record Result(Map<List<String>, Figures> rows) {
    /** The figures of a row; those of nothing when there is no such row. */
    public Figures at(String... keys) {
      return rows.getOrDefault(List.of(keys), Figures.NONE);
    }
  }

  /**
   * What was counted in one row.
   *
   * @param count how many nodes
   * @param measured how many of them have both dates
   * @param mean mean of days; 0 when nothing was measured
   * @param median the middle one, or the lower of the two in the middle
   * @param ninetieth nine of ten took at most this many
   */
  public record Figures(long count, long measured, double mean, long median, long ninetieth) {
    /** Of nothing. */
    public static final Figures NONE = new Figures(0, 0, 0, 0, 0);
  }

  /**
   * Some of what was counted.
   *
   * @param ids by the date asked for, the earliest first
   * @param total how many there are in all
   */
  public record Listed(List<NodeId> ids, long total) {
    /** Copies the ids. */
    public Listed {
      ids = List.copyOf(ids);
    }
  }
}
