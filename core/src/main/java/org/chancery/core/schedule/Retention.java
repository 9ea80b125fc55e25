package org.chancery.core.schedule;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.chancery.core.repository.Caller;
import org.chancery.core.repository.Node;
import org.chancery.core.repository.NodeId;
import org.chancery.core.repository.Nodes;
import org.chancery.core.repository.NotFound;
import org.chancery.core.repository.OtherKeeper;
import org.chancery.core.vocabulary.Cor;
import org.chancery.core.vocabulary.Rec;
import org.chancery.core.vocabulary.Title;

/** Says of any item why it is kept, until when, and what then (requirement R10). */
public final class Retention {
  private static final int EVENTS = 100;

  private final Nodes nodes;
  private final ClockRegister register;
  private final SeriesNodes plan;
  private final Units units;
  private final OtherKeeper others;

  Retention(
      Nodes nodes, ClockRegister register, SeriesNodes plan, Units units, OtherKeeper others) {
    this.nodes = nodes;
    this.register = register;
    this.plan = plan;
    this.units = units;
    this.others = others;
  }

  /**
   * The answer.
   *
   * @param node as the caller sees it
   * @param series that holds for it
   * @param applied where that is applied, when the caller may see that
   * @param unit what it is disposed of with
   * @param why in plain words
   * @param until in plain words
   * @param then in plain words
   * @param row the clock of the unit
   * @param standing why the clock stands as it does, in plain words
   * @param others what another records management keeps of it, or of its unit, in plain words
   * @param awaitsReview whether nobody has decided yet if it is permanent
   * @param events what changed the clock, the latest first, without what the caller may not see
   */
  public record Answer(
      Node node,
      Optional<Series> series,
      Optional<Applied> applied,
      Optional<Unit> unit,
      String why,
      String until,
      String then,
      Optional<ClockRegister.Row> row,
      String standing,
      Optional<String> others,
      boolean awaitsReview,
      List<ClockRegister.Event> events) {}

  /** Where a series is applied. */
  public record Applied(NodeId id, String name, String by, Instant at, String reason) {}

  /** What is disposed of as one. */
  public record Unit(NodeId id, String name) {}

  /**
   * Answers.
   *
   * @throws NotFound when it is not there for the caller
   */
  public Answer of(Caller caller, NodeId id) {
    Node node = nodes.get(caller, id);
    Optional<OtherKeeper.Kept> kept = others.of(id);
    if (kept.filter(each -> each.how() == OtherKeeper.How.MANAGES).isPresent()) {
      return theirs(node, kept.get());
    }
    Units.Line line = units.line(node);
    Optional<Node> applied = line.appliedAt();
    Optional<Series> series =
        applied
            .flatMap(each -> each.text(Rec.APPLIED_SERIES))
            .flatMap(plan::find)
            .map(SeriesNodes.Kept::series);
    Optional<Node> unit = line.unit();
    Optional<ClockRegister.Row> row = unit.flatMap(each -> register.find(each.id()));
    Optional<LocalDate> eligibleOn = row.flatMap(ClockRegister.Row::eligibleOn);
    List<ClockRegister.Event> events =
        unit.map(each -> register.events(each.id(), EVENTS)).orElse(List.of()).stream()
            .map(event -> seen(caller, event))
            .toList();
    return new Answer(
        node,
        series,
        applied
            .filter(each -> nodes.find(caller, each.id()).isPresent())
            .map(
                each ->
                    new Applied(
                        each.id(),
                        Title.of(each),
                        each.text(Rec.APPLIED_BY).orElse(""),
                        each.instant(Rec.APPLIED_AT).orElse(each.createdAt()),
                        each.text(Rec.APPLIED_REASON).orElse(""))),
        unit.filter(each -> nodes.find(caller, each.id()).isPresent())
            .map(each -> new Unit(each.id(), Title.of(each))),
        Words.why(series),
        unit.isPresent() || series.isEmpty()
            ? Words.until(series, eligibleOn)
            : "Until a series is applied at a folder that it lies in: this one is disposed of with"
                + " none yet.",
        Words.then(series),
        row,
        unit.flatMap(each -> each.text(Rec.CLOCK_REASON)).orElse(""),
        kept.map(OtherKeeper.Kept::why).or(() -> ofUnit(caller, id, unit)),
        unit.filter(each -> each.type().equals(Cor.CASE_FOLDER))
            .filter(each -> !each.aspects().contains(Rec.REVIEWED))
            .isPresent(),
        events);
  }

  private Optional<String> ofUnit(Caller caller, NodeId id, Optional<Node> unit) {
    return unit.map(Node::id)
        .filter(each -> !each.equals(id) && nodes.find(caller, each).isPresent())
        .flatMap(others::of)
        .map(each -> "The folder that it is disposed of with: " + each.why());
  }

  /** Nothing of ours holds for it. */
  private static Answer theirs(Node node, OtherKeeper.Kept kept) {
    return new Answer(
        node,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        kept.why(),
        "As long as " + kept.name() + " keep it.",
        "What " + kept.name() + " say.",
        Optional.empty(),
        "",
        Optional.of(kept.why()),
        false,
        List.of());
  }

  /** What it was about is told to those alone who may see that. */
  private ClockRegister.Event seen(Caller caller, ClockRegister.Event event) {
    Optional<NodeId> of = event.of().filter(each -> nodes.find(caller, each).isPresent());
    return new ClockRegister.Event(
        event.at(), event.kind(), of, event.effect(), event.eligibleOn());
  }
}
