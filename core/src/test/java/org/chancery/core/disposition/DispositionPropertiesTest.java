package org.chancery.core.disposition;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.statistics.Statistics;
import org.chancery.core.correspondence.CaseFiles;
import org.chancery.core.correspondence.Place;
import org.chancery.core.disposition.Happened.Unit;
import org.chancery.core.disposition.History.Kind;
import org.chancery.core.disposition.History.Step;
import org.chancery.core.holds.Hold;
import org.chancery.core.repository.Caller;
import org.chancery.core.repository.Checkpoint;
import org.chancery.core.repository.NodeId;
import org.chancery.core.repository.RepositoryException;
import org.chancery.core.schedule.ActivityKind;
import org.chancery.core.schedule.Series;
import org.chancery.core.transfer.Station;

/**
 * Whatever happens, in whatever order, and wherever the process ends: nothing is removed or sent
 * that is under a hold, that has not its approvals, or that is not due; nothing is in the hand of
 * two dispositions, and each is handled once.
 */
class DispositionPropertiesTest {
  private static final Instant START = Instant.parse("2010-03-01T03:00:00Z");
  private static final String SERIES =
      "TEST-SHORT,For this test,EXAMPLE-9,example,,temporary,last-activity,,3,years,destroy,Because."
          + "\r\n";

  private TestOffice office;
  private Happened happened;
  private List<Unit> units;
  private int late;

  @Provide
  Arbitrary<List<Step>> histories() {
    return History.any();
  }

  @Provide
  Arbitrary<ZoneId> zones() {
    return Arbitraries.of("America/New_York", "Pacific/Kiritimati", "Pacific/Pago_Pago", "UTC")
        .map(ZoneId::of);
  }

  @Property(tries = 150, shrinking = ShrinkingMode.BOUNDED)
  void noPathDisposesOfWhatMustStay(
      @ForAll("histories") List<Step> history, @ForAll("zones") ZoneId zone) {
    open(zone);
    boolean killed = false;
    for (Step step : history) {
      Unit unit = units.get(step.folder());
      if (!happened.removed.contains(unit.folder()) || !step.kind().ofFolder()) {
        try {
          take(unit, step);
        } catch (RepositoryException refused) {
          // A refusal is an answer; what was done all the same, the model tells.
          assertThat(refused).hasMessageNotContaining("null");
        } catch (TestOffice.Killed e) {
          killed = true;
          office.start(Checkpoint.NONE);
        }
      }
      happened.requireSound();
    }
    collect("destroyed", happened.removed.size() > happened.transferred, 20);
    collect("transferred", happened.transferred > 0, 10);
    collect("sent", happened.sent > 0, 15);
    collect("killed", killed, 20);
  }

  private static void collect(String label, boolean so, int least) {
    Statistics.label(label)
        .collect(so)
        .coverage(each -> each.check(true).percentage(share -> share > least));
  }

  private void open(ZoneId zone) {
    happened = new Happened(zone);
    office = new TestOffice(START, zone, happened::around);
    happened.in(office);
    String csv = office.chancery.schedule().plan().csv();
    office.host.write(
        () ->
            office.chancery.schedule().plan().change(office.actor("ann"), csv + SERIES, "a test"));
    units = new ArrayList<>();
    for (int i = 0; i < History.FOLDERS - 1; i++) {
      NodeId folder = office.folder("Holder " + i);
      NodeId file = office.file(folder);
      NodeId documents =
          office.host.nodes().child(Caller.ofSystem(), file, CaseFiles.DOCUMENTS).get().id();
      add(folder, Optional.of(file), documents, Optional.empty(), Happened.PERMANENT);
      happened.open.add(file);
    }
    NodeId above = office.libraryFolder(Place.LIBRARY.id(), "Cabinet");
    NodeId shelf = office.libraryFolder(above, "Shelf");
    office.host.write(
        () ->
            office
                .chancery
                .schedule()
                .apply(office.actor("ann"), shelf, Optional.of(Happened.SHORT), "a test"));
    add(shelf, Optional.empty(), shelf, Optional.of(above), Happened.SHORT);
  }

  private void add(
      NodeId folder,
      Optional<NodeId> file,
      NodeId documents,
      Optional<NodeId> above,
      String series) {
    NodeId document = office.document(documents, "letter" + units.size() + ".txt");
    Unit unit = new Unit(folder, file, documents, document, above);
    happened.units.put(folder, unit);
    happened.series.put(folder, series);
    happened.did(folder);
    units.add(unit);
  }

  private void take(Unit unit, Step step) {
    int amount = step.amount();
    switch (step.kind()) {
      case NOTE -> note(unit);
      case FILE_LATE -> {
        office.document(unit.documents(), "late" + late++ + ".txt");
        happened.did(unit.folder());
      }
      case CLOSE, REOPEN -> unit.file().ifPresent(file -> openOrClose(unit, file, step.kind()));
      case HOLD_FOLDER -> hold(unit.folder());
      case HOLD_FILE -> hold(unit.file().orElse(unit.folder()));
      case HOLD_DOCUMENT -> hold(unit.document());
      case HOLD_ABOVE -> hold(unit.above().orElse(unit.folder()));
      case HOLD_SEARCH -> search(unit);
      case RELEASE -> release(unit);
      case REVIEW_TEMPORARY -> review(unit, "temporary", Happened.TEMPORARY);
      case REVIEW_PERMANENT -> review(unit, "permanent", Happened.PERMANENT);
      case OTHER_SERIES -> {
        List<String> all = List.of(Happened.SHORT, Happened.TEMPORARY, Happened.PERMANENT);
        apply(unit, all.get(amount % all.size()));
      }
      case RESCHEDULE -> reschedule(amount % 2 == 0 ? Happened.TEMPORARY : Happened.SHORT, amount);
      case HOURS_FORWARD -> office.clock.forward(Duration.ofHours(amount));
      case FORWARD -> office.clock.forward(Duration.ofDays(amount));
      case FAR_FORWARD -> office.clock.forward(Duration.ofDays(365L * amount));
      case BACK -> office.clock.forward(Duration.ofDays(-200L * amount));
      case RUN -> office.desk().run();
      case PROPOSE ->
          office.host.write(
              () ->
                  office
                      .desk()
                      .proposals()
                      .propose(office.actor("ann"), List.of(unit.folder()), "now"));
      case APPROVE_ANN -> each(Disposition.State.PROPOSED, each -> approve(each, "ann"));
      case APPROVE_BOB -> each(Disposition.State.PROPOSED, each -> approve(each, "bob"));
      case REJECT ->
          each(Disposition.State.PROPOSED, each -> reject(each, Optional.empty(), amount));
      case REJECT_ONE ->
          each(
              Disposition.State.PROPOSED,
              each -> reject(each, Optional.of(List.of(unit.folder())), amount));
      case PACKAGE -> {
        transfers(each -> office.chancery.transfers().pack(office.actor("bob"), each.id()));
        office.packageAll();
      }
      case SEND -> transfers(this::send);
      case RECEIPT ->
          transfers(
              each ->
                  office
                      .chancery
                      .transfers()
                      .receipt(office.actor("bob"), each.id(), "NN-1", today()));
      case CUSTODY ->
          transfers(
              each -> office.chancery.transfers().custody(office.actor("bob"), each.id(), today()));
      case NOT_ACCEPTED ->
          transfers(
              each ->
                  office.chancery.transfers().rejected(office.actor("bob"), each.id(), "not ours"));
      case CARRY_OUT -> office.carryOut();
      case KILL -> office.start(TestOffice.killAt(amount));
    }
  }

  private LocalDate today() {
    return office.chancery.schedule().clocks().today();
  }

  private void note(Unit unit) {
    Caller ann = office.actor("ann").caller().elevated();
    office.host.write(
        () -> office.chancery.schedule().clocks().at(ann, unit.document(), ActivityKind.NOTE));
    happened.did(unit.folder());
  }

  private void openOrClose(Unit unit, NodeId file, Kind kind) {
    boolean close = kind == Kind.CLOSE;
    if (happened.open.contains(file) != close) {
      return;
    }
    if (close) {
      office.close(file);
      happened.open.remove(file);
    } else {
      office.reopen(file);
      happened.open.add(file);
    }
    happened.did(unit.folder());
  }

  private Hold placed() {
    return office.host.write(
        () -> office.chancery.holds().place(office.actor("ann"), "audit", "asked"));
  }

  private void hold(NodeId target) {
    Hold hold = placed();
    office.host.write(
        () -> office.chancery.holds().add(office.actor("ann"), hold.id(), List.of(target)));
    happened.holds.computeIfAbsent(target, unused -> new ArrayList<>()).add(hold.id());
  }

  /** What holds the words of one letter. */
  private void search(Unit unit) {
    Hold hold = placed();
    String name = office.host.nodes().get(Caller.ofSystem(), unit.document()).name();
    assertThat(office.chancery.holds().search(office.actor("ann"), hold.id(), name)).isEqualTo(1);
    happened.holds.computeIfAbsent(unit.document(), unused -> new ArrayList<>()).add(hold.id());
  }

  private void release(Unit unit) {
    for (NodeId target : unit.targets()) {
      List<NodeId> on = happened.holds.getOrDefault(target, List.of());
      if (!on.isEmpty()) {
        NodeId hold = on.get(0);
        office.host.write(
            () ->
                office
                    .chancery
                    .holds()
                    .release(office.actor("ann"), hold, Optional.empty(), "settled"));
        on.remove(hold);
        return;
      }
    }
  }

  private void review(Unit unit, String decision, String series) {
    if (unit.file().isPresent() && office.review(unit.folder(), decision).reviewed() == 1) {
      happened.reviewed.add(unit.folder());
      happened.series.put(unit.folder(), series);
    }
  }

  private void apply(Unit unit, String series) {
    office.host.write(
        () ->
            office
                .chancery
                .schedule()
                .apply(office.actor("ann"), unit.folder(), Optional.of(series), "rather this"));
    happened.series.put(unit.folder(), series);
  }

  private void reschedule(String series, int years) {
    String csv = office.chancery.schedule().plan().csv();
    String changed =
        csv.lines()
            .map(
                line ->
                    line.startsWith(series)
                        ? line.replaceFirst(",\\d+,years,", "," + years + ",years,")
                        : line)
            .reduce((one, other) -> one + "\r\n" + other)
            .orElseThrow();
    office.host.write(
        () -> office.chancery.schedule().plan().change(office.actor("ann"), changed, "anew"));
    happened.years.put(series, years);
  }

  /** Tries it with all in that state, whether it may be done or not. */
  private void each(Disposition.State state, Consumer<Disposition> what) {
    for (Disposition each : office.dispositions()) {
      if (each.state() == state) {
        try {
          what.accept(each);
        } catch (RepositoryException refused) {
          assertThat(refused).hasMessageNotContaining("null");
        }
      }
    }
  }

  private void transfers(Consumer<Disposition> what) {
    for (Disposition each : office.dispositions()) {
      if (each.action() == Series.FinalAction.TRANSFER) {
        try {
          office.host.write(() -> what.accept(each));
        } catch (RepositoryException refused) {
          assertThat(refused).hasMessageNotContaining("null");
        }
      }
    }
  }

  private void approve(Disposition disposition, String user) {
    Disposition after = office.approve(disposition.id(), user);
    if (after.approvals().size() > disposition.approvals().size()) {
      happened.approved(disposition, user);
    }
  }

  private void reject(Disposition disposition, Optional<List<NodeId>> folders, int days) {
    LocalDate until = today().plusDays(days);
    List<NodeId> named =
        office.desk().book().open(disposition.id()).stream().map(DispositionItem::folder).toList();
    office.host.write(
        () ->
            office
                .desk()
                .approvals()
                .reject(
                    office.actor("bob"), disposition.id(), "not now", Optional.of(until), folders));
    folders.orElse(named).forEach(folder -> happened.rejectedUntil.put(folder, until));
  }

  private void send(Disposition disposition) {
    office.chancery.transfers().sent(office.actor("bob"), disposition.id(), today(), "by courier");
    assertThat(Station.of(office.host.nodes().get(Caller.ofSystem(), disposition.id())))
        .isEqualTo(Station.SENT);
    happened.sent(disposition.id());
  }
}
