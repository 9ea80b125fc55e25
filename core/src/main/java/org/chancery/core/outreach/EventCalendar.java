package org.chancery.core.outreach;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.chancery.core.repository.Caller;
import org.chancery.core.repository.Node;
import org.chancery.core.repository.Nodes;
import org.chancery.core.search.Searcher;
import org.chancery.core.search.Tally;
import org.chancery.core.vocabulary.Stk;

/** Which events there are, by the index (requirement S5). */
public final class EventCalendar {
  private static final String START = "stk:eventStart";

  private final Nodes nodes;
  private final Searcher searcher;

  EventCalendar(Nodes nodes, Searcher searcher) {
    this.nodes = nodes;
    this.searcher = searcher;
  }

  /** Some of them, and how many there are in all. */
  public record Listed(List<Node> events, long total) {}

  /**
   * Events that begin on the day or later, the next one first; not to be called within a
   * transaction.
   *
   * @param issue the code of what they are about; anything when empty
   */
  public Listed upcoming(
      Caller caller, LocalDate day, Optional<String> issue, int from, int limit) {
    Tally tally = on(issue, Optional.of(day), Optional.empty());
    Tally.Listed found = searcher.listed(tally, START, from, limit, caller);
    return new Listed(nodes.findAll(caller, found.ids()), found.total());
  }

  /**
   * Events that began before the day, the latest first; not to be called within a transaction.
   *
   * @param issue the code of what they are about; anything when empty
   */
  public Listed past(Caller caller, LocalDate day, Optional<String> issue, int from, int limit) {
    Tally tally = on(issue, Optional.empty(), Optional.of(day.minusDays(1)));
    // The index counts from the earliest: a page from the end begins that much before it.
    long total = searcher.tally(tally, caller).at().count();
    long end = Math.max(0, total - from);
    int begin = (int) Math.max(0, end - limit);
    if (end == begin) {
      return new Listed(List.of(), total);
    }
    List<Node> found =
        new ArrayList<>(
            nodes.findAll(
                caller, searcher.listed(tally, START, begin, (int) end - begin, caller).ids()));
    Collections.reverse(found);
    return new Listed(found, total);
  }

  private static Tally on(
      Optional<String> issue, Optional<LocalDate> first, Optional<LocalDate> last) {
    Tally tally = Tally.of(Stk.EVENT).with(new Tally.Between(START, first, last));
    return issue.isEmpty() ? tally : tally.with(new Tally.AnyOf("stk:issues", Set.of(issue.get())));
  }
}
