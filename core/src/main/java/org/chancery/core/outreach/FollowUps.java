package org.chancery.core.outreach;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.chancery.core.repository.Caller;
import org.chancery.core.repository.Node;
import org.chancery.core.repository.Nodes;
import org.chancery.core.search.Searcher;
import org.chancery.core.search.Tally;
import org.chancery.core.vocabulary.Stk;

/** What was promised and is not done, across all interactions. */
public final class FollowUps {
  private static final String DUE = "stk:followUpDue";

  private final Nodes nodes;
  private final Searcher searcher;

  FollowUps(Nodes nodes, Searcher searcher) {
    this.nodes = nodes;
    this.searcher = searcher;
  }

  /** Some of them, and how many there are in all. */
  public record Listed(List<Node> interactions, long total) {}

  /**
   * Those to be done, the one due first in front, what has no day last; not to be called within a
   * transaction.
   *
   * @param employee whose; everybody's when empty
   * @param component whose; all when empty
   * @param before due before this day; any when empty
   */
  public Listed open(
      Caller caller,
      Optional<String> employee,
      Optional<String> component,
      Optional<LocalDate> before,
      int from,
      int limit) {
    Tally tally =
        Tally.of(Stk.INTERACTION).with(new Tally.AnyOf("stk:followUpState", Set.of("open")));
    if (employee.isPresent()) {
      tally = tally.with(new Tally.AnyOf("stk:employee", Set.of(employee.get())));
    }
    if (component.isPresent()) {
      tally = tally.with(new Tally.AnyOf("stk:component", Set.of(component.get())));
    }
    if (before.isPresent()) {
      tally =
          tally.with(new Tally.Between(DUE, Optional.empty(), before.map(day -> day.minusDays(1))));
    }
    Tally.Listed listed = searcher.listed(tally, DUE, from, limit, caller);
    return new Listed(nodes.findAll(caller, listed.ids()), listed.total());
  }
}
