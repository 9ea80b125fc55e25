package org.chancery.core.rights;

import java.time.Clock;
import java.util.List;
import org.chancery.core.repository.Caller;
import org.chancery.core.repository.NodeId;
import org.chancery.core.repository.Nodes;
import org.chancery.core.vocabulary.Stk;
import org.chancery.model.QName;

/**
 * What keeps an organization, beside contact with it: people who belong or belonged to it, parts of
 * it, events to come at which it is represented. Interactions and events that are over stay without
 * it, as they do without people.
 */
final class Bonds {
  private static final Caller SYSTEM = Caller.ofSystem();
  private static final List<QName> KEEPING =
      List.of(Stk.MEMBER_OF, Stk.AFFILIATED_WITH, Stk.PART_OF);

  private final Nodes nodes;
  private final Clock clock;

  Bonds(Nodes nodes, Clock clock) {
    this.nodes = nodes;
    this.clock = clock;
  }

  /** Whether nothing keeps it. */
  boolean isFree(NodeId organization) {
    return KEEPING.stream().allMatch(by -> nodes.sources(SYSTEM, organization, by).isEmpty())
        && nodes.sources(SYSTEM, organization, Stk.REPRESENTED).stream()
            .allMatch(
                event ->
                    event.instant(Stk.EVENT_START).filter(clock.instant()::isAfter).isPresent());
  }
}
