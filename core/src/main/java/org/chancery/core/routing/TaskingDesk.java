package org.chancery.core.routing;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.chancery.core.repository.Caller;
import org.chancery.core.repository.NodeId;
import org.chancery.core.repository.Nodes;
import org.chancery.core.search.SearchQuery;
import org.chancery.core.search.SearchResult;
import org.chancery.core.search.Searcher;
import org.chancery.core.vocabulary.Cor;

/**
 * Finds taskings for those who are to do them or gave them, in the search index: as fast among
 * hundreds of thousands as among ten. Not to be called within a transaction.
 */
public final class TaskingDesk {
  /** A suspense within so many business days is soon. */
  public static final int SOON = 2;

  private static final List<String> ACTIVE =
      List.of(TaskState.OPEN.code(), TaskState.CLAIMED.code());

  private final Searcher searcher;
  private final Nodes nodes;
  private final BusinessCalendar calendar;
  private final Clock clock;

  TaskingDesk(Searcher searcher, Nodes nodes, BusinessCalendar calendar, Clock clock) {
    this.searcher = searcher;
    this.nodes = nodes;
    this.calendar = calendar;
    this.clock = clock;
  }

  /** Whose taskings. */
  public enum View {
    /** What the caller is to do. */
    MINE,
    /** What groups of the caller's could take. */
    GROUP,
    /** What the caller gave to others. */
    ASSIGNED,
    /** Whatever the caller may see. */
    ALL
  }

  /** When they are due. */
  public enum Due {
    /** Before today. */
    OVERDUE,
    /** Today or within {@link #SOON} business days. */
    SOON,
    /** After that. */
    LATER
  }

  /**
   * A question.
   *
   * @param view whose
   * @param caseFile only of this file
   * @param states only in one of these; still to be done when empty
   * @param due only so
   * @param sort {@code due}, {@code -due}, {@code modified}, {@code -modified}
   * @param cursor from the page before
   * @param limit 1 to 200
   */
  public record Question(
      View view,
      Optional<NodeId> caseFile,
      List<TaskState> states,
      Optional<Due> due,
      String sort,
      Optional<String> cursor,
      int limit) {}

  /**
   * A page of taskings.
   *
   * @param total how many match
   */
  public record Found(List<Tasking> items, long total, Optional<String> cursor) {}

  /** How many there are to be done, whatever else was asked. */
  public record Counts(long open, long claimed, long overdue, long soon, long later) {}

  /** A page of the taskings asked for that the caller may see. */
  public Found find(Caller caller, Question question) {
    SearchResult result = search(caller, question);
    List<Tasking> items =
        nodes.findAll(caller, result.hits().stream().map(SearchResult.Hit::id).toList()).stream()
            .filter(node -> node.type().equals(Cor.TASKING))
            .map(Tasking::of)
            .toList();
    return new Found(items, result.total(), result.cursor());
  }

  /** The same, without reading the taskings. */
  public SearchResult search(Caller caller, Question question) {
    return searcher.search(
        query(caller, question, question.due(), question.cursor(), question.limit()), caller);
  }

  /** Counts of what is to be done, of the same view and file. */
  public Counts count(Caller caller, Question question) {
    Question open =
        new Question(
            question.view(),
            question.caseFile(),
            List.of(),
            Optional.empty(),
            "due",
            Optional.empty(),
            1);
    long all = total(caller, open, Optional.empty());
    long overdue = total(caller, open, Optional.of(Due.OVERDUE));
    long soon = total(caller, open, Optional.of(Due.SOON));
    Question claimed =
        new Question(
            question.view(),
            question.caseFile(),
            List.of(TaskState.CLAIMED),
            Optional.empty(),
            "due",
            Optional.empty(),
            1);
    return new Counts(
        all, total(caller, claimed, Optional.empty()), overdue, soon, all - overdue - soon);
  }

  private long total(Caller caller, Question question, Optional<Due> due) {
    return searcher.search(query(caller, question, due, Optional.empty(), 1), caller).total();
  }

  private SearchQuery query(
      Caller caller, Question question, Optional<Due> due, Optional<String> cursor, int limit) {
    Map<String, List<String>> filters = new LinkedHashMap<>();
    filters.put(
        "taskState",
        question.states().isEmpty()
            ? ACTIVE
            : question.states().stream().map(TaskState::code).toList());
    switch (question.view()) {
      case MINE -> filters.put("doer", List.of(caller.user()));
      case GROUP ->
          filters.put(
              "doer",
              caller.authorities().stream()
                  .filter(each -> !each.equals(caller.user()) && !each.equals(Caller.EVERYONE))
                  .sorted()
                  .toList());
      case ASSIGNED -> filters.put("assignedBy", List.of(caller.user()));
      case ALL -> {
        // All that may be seen.
      }
    }
    return new SearchQuery(
        due.map(this::range).orElse(""),
        List.of(Cor.TASKING),
        question.caseFile(),
        filters,
        Optional.empty(),
        Optional.empty(),
        List.of(),
        question.sort(),
        cursor,
        limit);
  }

  private String range(Due due) {
    LocalDate today = today();
    LocalDate soon = calendar.after(today, SOON);
    return switch (due) {
      case OVERDUE -> "taskDue:[* TO " + today.minusDays(1) + "]";
      case SOON -> "taskDue:[" + today + " TO " + soon + "]";
      case LATER -> "taskDue:[" + soon.plusDays(1) + " TO *]";
    };
  }

  /** Today, as suspenses count. */
  public LocalDate today() {
    return LocalDate.now(clock.withZone(ZoneOffset.UTC));
  }
}
