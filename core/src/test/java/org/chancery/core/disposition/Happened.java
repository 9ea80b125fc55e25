package org.chancery.core.disposition;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.chancery.core.audit.Action;
import org.chancery.core.destruction.Destruction;
import org.chancery.core.destruction.Remnant;
import org.chancery.core.repository.Caller;
import org.chancery.core.repository.Node;
import org.chancery.core.repository.NodeId;
import org.chancery.core.schedule.Series;
import org.chancery.core.transfer.PackedFile;
import org.chancery.core.transfer.Station;
import org.chancery.core.vocabulary.Rec;

/**
 * What has happened, told apart from all that the domain keeps; it stands where folders are removed
 * and packages are sent, and knows whether that may be.
 */
final class Happened implements Destruction {
  static final String PERMANENT = "CORR-PERM";
  static final String TEMPORARY = "CORR-TEMP";
  static final String SHORT = "TEST-SHORT";

  /**
   * A folder of the test's.
   *
   * @param folder itself
   * @param file the case file in it; empty for one of the library
   * @param documents where documents are
   * @param document one that is there from the beginning
   * @param above the folder of the library that it lies in, which may be held
   */
  record Unit(
      NodeId folder,
      Optional<NodeId> file,
      NodeId documents,
      NodeId document,
      Optional<NodeId> above) {
    /** All that a hold may be on. */
    List<NodeId> targets() {
      return Stream.of(Optional.of(folder), file, Optional.of(document), above)
          .flatMap(Optional::stream)
          .toList();
    }
  }

  final Map<NodeId, Unit> units = new HashMap<>();
  final Set<NodeId> open = new HashSet<>();
  final Map<NodeId, List<NodeId>> holds = new HashMap<>();
  final Map<NodeId, String> series = new HashMap<>();
  final Set<NodeId> reviewed = new HashSet<>();
  final Map<String, Integer> years = new HashMap<>(Map.of(PERMANENT, 10, TEMPORARY, 10, SHORT, 3));
  final Map<NodeId, LocalDate> rejectedUntil = new HashMap<>();
  final Set<NodeId> removed = new HashSet<>();
  int sent;
  int transferred;
  private final Map<NodeId, Instant> activity = new HashMap<>();
  private final Map<NodeId, Set<String>> approvals = new HashMap<>();
  private final Map<NodeId, Map<NodeId, Instant>> approvedAsOf = new HashMap<>();
  private final Set<NodeId> allowed = new HashSet<>();
  private final Set<NodeId> known = new HashSet<>();
  private final ZoneId zone;
  private Destruction real;
  private TestOffice office;

  Happened(ZoneId zone) {
    this.zone = zone;
  }

  Destruction around(Destruction destruction) {
    real = destruction;
    return this;
  }

  void in(TestOffice where) {
    office = where;
  }

  void did(NodeId folder) {
    activity.merge(
        folder, office.clock.instant(), (one, other) -> one.isAfter(other) ? one : other);
  }

  private LocalDate today() {
    return LocalDate.ofInstant(office.clock.instant(), zone);
  }

  void approved(Disposition disposition, String user) {
    approvals.computeIfAbsent(disposition.id(), unused -> new HashSet<>()).add(user);
    Map<NodeId, Instant> asOf =
        approvedAsOf.computeIfAbsent(disposition.id(), unused -> new HashMap<>());
    office
        .desk()
        .book()
        .open(disposition.id())
        .forEach(item -> asOf.putIfAbsent(item.folder(), activity.get(item.folder())));
  }

  /** The rule, in the words of the requirement. */
  private void requireDisposable(NodeId folder, Disposition by) {
    Unit unit = units.get(folder);
    assertThat(unit).as("a folder of the test's").isNotNull();
    unit.file().ifPresent(file -> assertThat(open).as("no file is open").doesNotContain(file));
    unit.targets()
        .forEach(
            each -> assertThat(holds.getOrDefault(each, List.of())).as("under no hold").isEmpty());
    assertThat(unit.file().isEmpty() || reviewed.contains(folder)).as("reviewed").isTrue();
    String under = series.get(folder);
    assertThat(by.series()).as("the series").isEqualTo(under);
    assertThat(by.action() == Series.FinalAction.TRANSFER)
        .as("transferred, if that is its action")
        .isEqualTo(under.equals(PERMANENT));
    LocalDate due = LocalDate.ofInstant(activity.get(folder), zone).plusYears(years.get(under));
    assertThat(due).as("due").isBeforeOrEqualTo(today());
    Set<String> by2 = approvals.getOrDefault(by.id(), Set.of());
    int needed = by.action() == Series.FinalAction.TRANSFER ? 1 : 2;
    assertThat(by2).as("approved").hasSizeGreaterThanOrEqualTo(needed);
    by.proposedBy()
        .ifPresent(proposer -> assertThat(by2).as("not by who proposed").doesNotContain(proposer));
    assertThat(approvedAsOf.get(by.id()).get(folder))
        .as("nothing was done in it since the first approval")
        .isEqualTo(activity.get(folder));
  }

  @Override
  public void remove(Caller elevated, NodeId folder) {
    if (units.containsKey(folder)) {
      NodeId id = Gate.in(office.host.nodes().get(Caller.ofSystem(), folder)).orElseThrow();
      Disposition by = office.desk().book().get(id);
      requireDisposable(folder, by);
      if (by.action() == Series.FinalAction.TRANSFER) {
        Node node = office.host.nodes().get(Caller.ofSystem(), id);
        assertThat(Station.of(node)).as("the Archives have it").isEqualTo(Station.IN_CUSTODY);
        assertThat(node.text(Rec.ACCESSION)).isPresent();
      }
      allowed.add(folder);
    }
    real.remove(elevated, folder);
  }

  @Override
  public void overwritten(Collection<NodeId> nodes) {
    real.overwritten(nodes);
  }

  @Override
  public List<Remnant> erase() {
    return real.erase();
  }

  /** A package has just been sent. */
  void sent(NodeId disposition) {
    Node node = office.host.nodes().get(Caller.ofSystem(), disposition);
    Map<String, PackedFile> inside =
        office.host.packager().of(node.text(Rec.PACKAGE_NAME).orElseThrow()).orElseThrow();
    List<NodeId> named =
        office.desk().book().open(disposition).stream().map(DispositionItem::folder).toList();
    Set<NodeId> packed = new HashSet<>();
    for (PackedFile file : inside.values()) {
      NodeId id = NodeId.of(file.copyOf().orElse(file.id()));
      List<Node> line = office.host.nodes().ancestors(Caller.ofSystem(), id);
      line.stream().map(Node::id).filter(units::containsKey).forEach(packed::add);
      assertThat(holds.getOrDefault(id, List.of())).as("sent under no hold").isEmpty();
    }
    assertThat(named).as("what was approved").containsExactlyInAnyOrderElementsOf(packed);
    Disposition by = office.desk().book().get(disposition);
    packed.forEach(folder -> requireDisposable(folder, by));
    sent++;
  }

  /** What holds at every moment. */
  void requireSound() {
    Map<NodeId, Integer> waiting = new HashMap<>();
    for (Disposition each : office.dispositions()) {
      List<DispositionItem> items = office.desk().book().open(each.id());
      if (known.add(each.id())) {
        items.stream()
            .map(DispositionItem::folder)
            .filter(rejectedUntil::containsKey)
            .forEach(
                folder ->
                    assertThat(rejectedUntil.get(folder))
                        .as("rejected until then")
                        .isBeforeOrEqualTo(today()));
      }
      if (each.state().open()) {
        items.stream()
            .filter(item -> in(item.folder()).equals(Optional.of(each.id())))
            .forEach(item -> waiting.merge(item.folder(), 1, Integer::sum));
      }
    }
    for (NodeId folder : units.keySet()) {
      assertThat(waiting.getOrDefault(folder, 0)).as("in one hand").isLessThanOrEqualTo(1);
      boolean gone = office.host.nodes().find(Caller.ofSystem(), folder).isEmpty();
      if (gone && removed.add(folder)) {
        assertThat(allowed).as("gone by a disposition").contains(folder);
        transferred += series.get(folder).equals(PERMANENT) ? 1 : 0;
      }
      assertThat(gone).as("gone for good").isEqualTo(removed.contains(folder));
    }
    List<NodeId> told = new ArrayList<>();
    office.host.ledger().events().stream()
        .filter(event -> event.action() == Action.DISPOSE)
        .forEach(event -> told.add(event.object().orElseThrow()));
    assertThat(told).as("each handled once").containsExactlyInAnyOrderElementsOf(removed);
  }

  private Optional<NodeId> in(NodeId folder) {
    return office.host.nodes().find(Caller.ofSystem(), folder).flatMap(Gate::in);
  }
}
