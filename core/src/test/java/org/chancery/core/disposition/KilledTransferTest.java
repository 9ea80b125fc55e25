package org.chancery.core.disposition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.chancery.core.audit.Action;
import org.chancery.core.correspondence.CaseFiles;
import org.chancery.core.repository.Caller;
import org.chancery.core.repository.Checkpoint;
import org.chancery.core.repository.Node;
import org.chancery.core.repository.NodeId;
import org.chancery.core.repository.WrongState;
import org.chancery.core.transfer.PackedFile;
import org.chancery.core.transfer.Station;
import org.chancery.core.transfer.Transfers;
import org.chancery.core.vocabulary.Rec;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Ended at any point, a transfer goes on where it was, and does each thing once. */
class KilledTransferTest {
  private TestOffice office;
  private final List<NodeId> folders = new ArrayList<>();
  private final List<NodeId> documents = new ArrayList<>();

  @BeforeEach
  void due() {
    office = new TestOffice(Instant.parse("2010-01-15T12:00:00Z"), destruction -> destruction);
    for (int i = 0; i < 2; i++) {
      NodeId folder = office.folder("Holder " + i);
      NodeId file = office.file(folder);
      NodeId part =
          office.host.nodes().child(Caller.ofSystem(), file, CaseFiles.DOCUMENTS).get().id();
      documents.add(office.document(part, "letter.txt"));
      documents.add(office.document(part, "answer.docx"));
      office.close(file);
      office.review(folder, "permanent");
      folders.add(folder);
    }
    office.clock.forward(Duration.ofDays(11 * 365));
    office.desk().run();
  }

  private NodeId id() {
    assertThat(office.dispositions()).hasSize(1);
    return office.dispositions().get(0).id();
  }

  private Node node() {
    return office.host.nodes().get(Caller.ofSystem(), id());
  }

  private Transfers transfers() {
    return office.chancery.transfers();
  }

  private LocalDate today() {
    return office.chancery.schedule().clocks().today();
  }

  private static Checkpoint killAt(String point) {
    String[] parts = point.split(":");
    AtomicInteger left = new AtomicInteger(Integer.parseInt(parts[1]));
    return name -> {
      if (name.equals(parts[0]) && left.decrementAndGet() == 0) {
        throw new TestOffice.Killed();
      }
    };
  }

  /** One step after the other, each only if it has not been done. */
  private void whole() {
    if (Approvals.mayApprove(office.desk().book().get(id()), "ann")
        && office.desk().book().get(id()).approvals().isEmpty()) {
      office.approve(id(), "ann");
    }
    if (Station.of(node()) == Station.APPROVED) {
      office.host.write(() -> transfers().pack(office.actor("ann"), id()));
    }
    office.packageAll();
    office.makeCopies();
    office.packageAll();
    if (Station.of(node()) == Station.PACKAGED) {
      office.host.write(() -> transfers().sent(office.actor("ann"), id(), today(), "by courier"));
      requireEachOnce(documents);
      office.host.write(() -> transfers().receipt(office.actor("ann"), id(), "NN-1", today()));
      office.host.write(() -> transfers().custody(office.actor("ann"), id(), today()));
    }
    office.packageAll();
    office.carryOut();
  }

  private Map<String, PackedFile> inside() {
    return office.host.packager().of(node().text(Rec.PACKAGE_NAME).orElseThrow()).orElseThrow();
  }

  private void requireEachOnce(List<NodeId> expected) {
    assertThat(inside().values())
        .filteredOn(file -> file.copyOf().isEmpty())
        .extracting(file -> NodeId.of(file.id()))
        .containsExactlyInAnyOrderElementsOf(expected);
  }

  private long acts(Action action, String result) {
    return office.host.ledger().events().stream()
        .filter(event -> event.action() == action)
        .filter(event -> result.equals(event.details().get("result")))
        .count();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "transfer-copies:1",
        "transfer-copies:2",
        "transfer-file:1",
        "transfer-file:3",
        "transfer-written:1",
        "transfer-checked:1",
        "transfer-packaged:1",
        "transfer-cleared:1"
      })
  void itGoesOnAndDoesEachThingOnce(String point) {
    office.start(killAt(point));
    assertThatThrownBy(this::whole).isInstanceOf(TestOffice.Killed.class);
    office.start(Checkpoint.NONE);
    whole();
    assertThat(office.desk().book().get(id()).state()).isEqualTo(Disposition.State.DONE);
    assertThat(Station.of(node())).isEqualTo(Station.IN_CUSTODY);
    assertThat(acts(Action.PACKAGE, "begun")).isEqualTo(1);
    assertThat(acts(Action.PACKAGE, "packaged")).isEqualTo(1);
    assertThat(office.host.ledger().events().stream())
        .filteredOn(event -> event.action() == Action.DISPOSE)
        .extracting(event -> event.object().orElseThrow())
        .containsExactlyInAnyOrderElementsOf(folders);
    assertThat(office.host.packager().of(node().text(Rec.PACKAGE_NAME).orElseThrow())).isEmpty();
    assertThat(office.host.queue().size(Transfers.QUEUE)).isZero();
  }

  @Test
  void whatAHoldCameUponIsNotSentThoughTheProcessEndedBeforeThePackageWasDiscarded() {
    office.approve(id(), "ann");
    office.host.write(() -> transfers().pack(office.actor("ann"), id()));
    office.packageAll();
    office.makeCopies();
    office.packageAll();
    assertThat(Station.of(node())).isEqualTo(Station.PACKAGED);
    office.host.write(
        () -> {
          NodeId hold = office.chancery.holds().place(office.actor("ann"), "foia", "asked").id();
          return office.chancery.holds().add(office.actor("ann"), hold, List.of(folders.get(1)));
        });
    office.start(killAt("transfer-withdrawn:1"));
    assertThatThrownBy(office::packageAll).isInstanceOf(TestOffice.Killed.class);
    office.start(Checkpoint.NONE);
    assertThatThrownBy(
            () ->
                office.host.write(
                    () -> transfers().sent(office.actor("ann"), id(), today(), "by courier")))
        .isInstanceOf(WrongState.class);
    office.packageAll();
    office.host.write(() -> transfers().sent(office.actor("ann"), id(), today(), "by courier"));
    requireEachOnce(documents.subList(0, 2));
  }

  @Test
  void whatWasWithdrawnInAnotherWayIsNotSent() {
    office.approve(id(), "ann");
    office.host.write(() -> transfers().pack(office.actor("ann"), id()));
    office.packageAll();
    office.makeCopies();
    office.packageAll();
    office.host.write(
        () ->
            office
                .desk()
                .proposals()
                .withdraw(office.actor("ann"), id(), folders.get(0), "asked for"));
    assertThatThrownBy(
            () ->
                office.host.write(
                    () -> transfers().sent(office.actor("ann"), id(), today(), "by courier")))
        .isInstanceOf(WrongState.class);
    office.packageAll();
    office.host.write(() -> transfers().sent(office.actor("ann"), id(), today(), "by courier"));
    requireEachOnce(documents.subList(2, 4));
  }

  @Test
  void aCopyThatIsAddedWhileAPackageIsWrittenIsInIt() {
    office.approve(id(), "ann");
    office.host.write(() -> transfers().pack(office.actor("ann"), id()));
    AtomicInteger files = new AtomicInteger();
    office
        .host
        .packager()
        .beforeFile
        .set(
            () -> {
              if (files.incrementAndGet() == 2) {
                office.addCopy(id(), documents.get(0), "letter.pdf");
              }
            });
    office.packageAll();
    office.makeCopies();
    office.packageAll();
    assertThat(Station.of(node())).isEqualTo(Station.PACKAGED);
    assertThat(inside().values())
        .extracting(PackedFile::copyOf)
        .contains(Optional.of(documents.get(0).value()));
  }
}
