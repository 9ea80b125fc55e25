package org.chancery.core.disposition;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
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
import org.chancery.core.schedule.ClockRegister;
import org.chancery.core.schedule.ClockState;
import org.chancery.core.schedule.Clocks;
import org.chancery.core.schedule.Schedule;
import org.chancery.core.schedule.Series;
import org.chancery.core.vocabulary.Cor;
import org.chancery.core.vocabulary.Rec;
import org.chancery.core.vocabulary.Title;
import org.chancery.model.QName;

/**
 * The Executive Secretariat decides of case folders whether they are permanent or temporary
 * (requirement R2), many at once. Without that, nothing of a case folder is disposed of.
 */
public final class Reviews {
  private static final Map<Series.Permanence, String> USUAL =
      Map.of(
          Series.Permanence.PERMANENT, Schedule.DEFAULT, Series.Permanence.TEMPORARY, "CORR-TEMP");

  /** The most folders of one decision. */
  public static final int MOST = 500;

  private final Nodes nodes;
  private final Schedule schedule;
  private final Clocks clocks;
  private final DispositionBook book;
  private final AuditTrail audit;

  Reviews(Nodes nodes, Schedule schedule, DispositionBook book, AuditTrail audit) {
    this.nodes = nodes;
    this.schedule = schedule;
    this.clocks = schedule.clocks();
    this.book = book;
    this.audit = audit;
  }

  /**
   * What came of a decision.
   *
   * @param reviewed how many folders it was made for
   * @param refused for which it was not
   */
  public record Outcome(int reviewed, List<Refused> refused) {}

  /**
   * A folder that a decision was not made for.
   *
   * @param name empty for what is not there for the actor
   */
  public record Refused(NodeId id, Optional<String> name, String reason) {}

  /**
   * Decides, within the transaction in progress; what cannot be decided is told, the others are
   * decided all the same. The series is applied at each folder. Reviewing is no activity.
   *
   * @param decision {@code permanent} or {@code temporary}
   * @param series code; empty for the usual one
   * @throws Invalid without folders, a decision or a reason, or for a series that does not fit
   */
  public Outcome decide(
      Actor actor, List<NodeId> folders, String decision, Optional<String> series, String reason) {
    Requested.folders(folders, MOST);
    String why = Requested.reason(reason);
    Series.Permanence permanence = permanence(decision);
    String code = series.orElse(USUAL.get(permanence));
    boolean fits =
        schedule.plan().find(code).filter(each -> each.permanence() == permanence).isPresent();
    if (!fits) {
      throw new Invalid(
          Map.of("series", "must be a series of the file plan that is " + decision + ": " + code));
    }
    List<Refused> refused = new ArrayList<>();
    int reviewed = 0;
    for (NodeId id : folders.stream().distinct().toList()) {
      Optional<Node> folder = nodes.find(actor.caller(), id);
      Optional<String> problem =
          folder.isPresent() ? problem(folder.get()) : Optional.of("It is not there.");
      if (problem.isPresent()) {
        refused.add(new Refused(id, folder.map(Title::of), problem.get()));
      } else {
        decide(actor, id, permanence, code, why);
        reviewed++;
      }
    }
    return new Outcome(reviewed, List.copyOf(refused));
  }

  /**
   * Takes decisions back, within the transaction in progress: the folders wait for their review
   * again, and the series that was applied at each before is applied again. A series that somebody
   * has applied since stays. What has a disposition under way, or was not reviewed, is told; the
   * others are taken back all the same.
   *
   * @throws Invalid without folders or a reason
   */
  public Outcome takeBack(Actor actor, List<NodeId> folders, String reason) {
    Requested.folders(folders, MOST);
    String why = Requested.reason(reason);
    List<Refused> refused = new ArrayList<>();
    int back = 0;
    for (NodeId id : folders.stream().distinct().toList()) {
      Optional<Node> folder = nodes.find(actor.caller(), id);
      Optional<String> problem =
          folder.isPresent() ? problem(folder.get()) : Optional.of("It is not there.");
      if (problem.isEmpty() && !folder.get().aspects().contains(Rec.REVIEWED)) {
        problem = Optional.of("Nobody has reviewed it.");
      }
      if (problem.isPresent()) {
        refused.add(new Refused(id, folder.map(Title::of), problem.get()));
      } else {
        takeBack(actor, id, why);
        back++;
      }
    }
    return new Outcome(back, List.copyOf(refused));
  }

  private void takeBack(Actor actor, NodeId id, String reason) {
    Caller elevated = actor.caller().elevated();
    Node folder = nodes.hold(elevated, id);
    Optional<String> before = folder.text(Rec.SERIES_BEFORE_REVIEW);
    boolean byReview =
        folder
            .instant(Rec.APPLIED_AT)
            .filter(at -> !at.isAfter(folder.instant(Rec.REVIEWED_AT).orElseThrow()))
            .isPresent();
    nodes.update(
        elevated,
        id,
        Optional.empty(),
        new Change(Map.of(), Set.of(), Set.of(), Set.of(Rec.REVIEWED)));
    clocks.reviewed(id, false);
    if (byReview) {
      schedule.apply(actor, id, before, "The review was taken back: " + shortened(reason));
    }
    audit.record(
        actor.did(
            Action.REVIEW_RECORDS,
            id,
            Map.of("decision", "taken back", "series", before.orElse(""))));
  }

  private static Series.Permanence permanence(String decision) {
    for (Series.Permanence each : Series.Permanence.values()) {
      if (each.code().equals(decision)) {
        return each;
      }
    }
    throw new Invalid(Map.of("decision", "must be permanent or temporary"));
  }

  private Optional<String> problem(Node folder) {
    if (!folder.type().equals(Cor.CASE_FOLDER)) {
      return Optional.of("It is no case folder.");
    }
    Optional<ClockState> state = clocks.find(folder.id()).map(ClockRegister.Row::state);
    if (state.filter(each -> each.inHand() && each != ClockState.EXCEPTION).isPresent()) {
      return Optional.of("A disposition of it is under way; reject that first.");
    }
    return Optional.empty();
  }

  private void decide(
      Actor actor, NodeId id, Series.Permanence permanence, String code, String reason) {
    Caller elevated = actor.caller().elevated();
    Node folder = nodes.hold(elevated, id);
    Optional<String> before =
        folder.aspects().contains(Rec.REVIEWED)
            ? folder.text(Rec.SERIES_BEFORE_REVIEW)
            : folder.text(Rec.APPLIED_SERIES);
    schedule.apply(
        actor,
        id,
        Optional.of(code),
        "Reviewed as " + permanence.name().toLowerCase(Locale.ROOT) + ": " + shortened(reason));
    Map<QName, Object> values = new HashMap<>();
    values.put(Rec.REVIEW_DECISION, permanence.code());
    values.put(Rec.REVIEWED_BY, actor.caller().user());
    values.put(Rec.REVIEWED_AT, book.now());
    values.put(Rec.REVIEW_REASON, reason);
    before.ifPresent(each -> values.put(Rec.SERIES_BEFORE_REVIEW, each));
    nodes.update(
        elevated, id, Optional.empty(), new Change(values, Set.of(), Set.of(Rec.REVIEWED)));
    clocks.reviewed(id, true);
    audit.record(
        actor.did(
            Action.REVIEW_RECORDS, id, Map.of("decision", permanence.code(), "series", code)));
  }

  private static String shortened(String reason) {
    return reason.length() > 1900 ? reason.substring(0, 1900) : reason;
  }
}
