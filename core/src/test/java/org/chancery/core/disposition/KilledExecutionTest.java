package org.chancery.core.disposition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.chancery.core.audit.Action;
import org.chancery.core.repository.Caller;
import org.chancery.core.repository.Checkpoint;
import org.chancery.core.repository.NodeId;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Ended at any point, a disposition goes on where it was, and handles each folder once. */
class KilledExecutionTest {

  static Stream<String> points() {
    return Stream.of(
        "disposition-propose:1",
        "disposition-approve:1",
        "disposition-approve:2",
        "disposition-begin:1",
        "disposition-stub:1",
        "disposition-stub:2",
        "disposition-remove:1",
        "disposition-remove:3",
        "disposition-item:1",
        "disposition-item:2",
        "disposition-next:1",
        "disposition-next:3",
        "disposition-erase:1",
        "disposition-certificate:1",
        "disposition-end:1");
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
  private static void whole(TestOffice office) {
    office.desk().run();
    for (Disposition each : office.dispositions()) {
      for (String user : List.of("ann", "bob")) {
        Disposition now = office.desk().book().get(each.id());
        if (Approvals.mayApprove(now, user)) {
          office.approve(each.id(), user);
        }
      }
    }
    office.carryOut();
  }

  @ParameterizedTest
  @MethodSource("points")
  void itGoesOnAndHandlesEachFolderOnce(String point) {
    List<NodeId> removed = new ArrayList<>();
    TestOffice office =
        new TestOffice(Instant.parse("2010-01-15T12:00:00Z"), destruction -> destruction);
    List<NodeId> folders = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      NodeId folder = office.folder("Holder " + i);
      office.close(office.file(folder));
      office.review(folder, "temporary");
      folders.add(folder);
    }
    office.clock.forward(Duration.ofDays(11 * 365));
    office.start(killAt(point));
    assertThatThrownBy(() -> whole(office)).isInstanceOf(TestOffice.Killed.class);
    office.start(Checkpoint.NONE);
    whole(office);
    office
        .host
        .ledger()
        .events()
        .forEach(
            event -> {
              if (event.action() == Action.DISPOSE) {
                removed.add(event.object().orElseThrow());
              }
            });
    assertThat(removed).containsExactlyInAnyOrderElementsOf(folders);
    folders.forEach(
        folder -> assertThat(office.host.nodes().find(Caller.ofSystem(), folder)).isEmpty());
    assertThat(office.desk().stubs().list(Optional.empty(), Optional.empty(), 100).items())
        .hasSize(3);
    assertThat(office.dispositions()).hasSize(1);
    Disposition done = office.dispositions().get(0);
    assertThat(done.state()).isEqualTo(Disposition.State.DONE);
    assertThat(done.counts().done()).isEqualTo(3);
    assertThat(done.approvals()).hasSize(2);
    assertThat(office.desk().certificates().exists(done.id())).isTrue();
    assertThat(
            office.host.ledger().events().stream()
                .filter(event -> event.action() == Action.CERTIFY))
        .hasSize(1);
    assertThat(office.host.queue().size(Execution.QUEUE)).isZero();
  }
}
