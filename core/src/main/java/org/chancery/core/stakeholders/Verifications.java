package org.chancery.core.stakeholders;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.chancery.core.access.Actor;
import org.chancery.core.audit.Action;
import org.chancery.core.audit.AuditTrail;
import org.chancery.core.repository.Caller;
import org.chancery.core.repository.Change;
import org.chancery.core.repository.Invalid;
import org.chancery.core.repository.Node;
import org.chancery.core.repository.NodeId;
import org.chancery.core.repository.Nodes;
import org.chancery.core.search.Searcher;
import org.chancery.core.search.Tally;
import org.chancery.core.vocabulary.Stk;
import org.chancery.model.QName;

/** When what is known of a stakeholder was last found right, and whose turn it is (S13). */
public final class Verifications {
  private static final String DATE = "stk:verifiedOn";
  private static final List<QName> TYPES = List.of(Stk.PERSON, Stk.ORGANIZATION);

  private final Nodes nodes;
  private final Searcher searcher;
  private final Happenings happenings;
  private final AuditTrail audit;
  private final Clock clock;

  Verifications(
      Nodes nodes, Searcher searcher, Happenings happenings, AuditTrail audit, Clock clock) {
    this.nodes = nodes;
    this.searcher = searcher;
    this.happenings = happenings;
    this.audit = audit;
    this.clock = clock;
  }

  /**
   * Notes that all was found right, within the transaction in progress.
   *
   * @param on the day; today when empty
   * @throws Invalid for a day that is still to come
   */
  public void verify(Actor actor, Node stakeholder, Optional<LocalDate> on) {
    LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    LocalDate day = on.orElse(today);
    if (day.isAfter(today)) {
      throw new Invalid(Map.of("on", "must not lie in the future"));
    }
    Caller elevated = actor.caller().elevated();
    Node held = nodes.hold(elevated, stakeholder.id());
    boolean newer = held.date(Stk.VERIFIED_ON).filter(day::isBefore).isEmpty();
    if (newer) {
      nodes.update(
          elevated,
          stakeholder.id(),
          Optional.empty(),
          new Change(
              Map.of(Stk.VERIFIED_ON, day, Stk.VERIFIED_BY, actor.caller().user()),
              Set.of(),
              Set.of()));
    }
    happenings.note(
        elevated, stakeholder.id(), Happenings.VERIFICATION, day, "Found right on " + day);
    audit.record(actor.did(Action.STAKEHOLDER_VERIFY, stakeholder.id(), Map.of()));
  }

  /** Some of those that are due, and how many there are in all. */
  public record Due(List<Node> items, long total) {}

  /**
   * Those that nobody found right since a day: first those that nobody ever did, then the longest
   * ago. Not to be called within a transaction.
   *
   * @param component that owns them; all when empty
   * @param from how many to leave out
   */
  public Due due(Caller caller, LocalDate since, Optional<String> component, int from, int limit) {
    List<Tally> parts = new ArrayList<>();
    for (QName type : TYPES) {
      parts.add(owned(Tally.of(type), component).with(new Tally.Lacks(DATE)));
    }
    for (QName type : TYPES) {
      parts.add(
          owned(Tally.of(type), component)
              .with(new Tally.Between(DATE, Optional.empty(), Optional.of(since.minusDays(1)))));
    }
    List<NodeId> ids = new ArrayList<>();
    long before = 0;
    for (Tally part : parts) {
      int skip = (int) Math.max(0, from - before);
      Tally.Listed listed =
          searcher.listed(part, DATE, skip, Math.max(1, limit - ids.size()), caller);
      if (ids.size() < limit) {
        ids.addAll(listed.ids());
      }
      before += listed.total();
    }
    return new Due(nodes.findAll(caller, ids), before);
  }

  private static Tally owned(Tally tally, Optional<String> component) {
    return component
        .map(code -> tally.with(new Tally.AnyOf("stk:ownerComponent", Set.of(code))))
        .orElse(tally);
  }
}
