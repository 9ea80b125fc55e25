package org.chancery.core.disposition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.chancery.core.holds.Hold;
import org.chancery.core.repository.Caller;
import org.chancery.core.repository.Node;
import org.chancery.core.repository.NodeId;
import org.chancery.core.repository.OtherKeeper.How;
import org.chancery.core.repository.OtherKeeper.Kept;
import org.chancery.core.repository.WrongState;
import org.chancery.core.schedule.ClockState;
import org.chancery.core.schedule.Retention;
import org.chancery.core.vocabulary.Rec;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What another records management on the same host keeps is not disposed of. */
class KeptByOthersTest {
  private static final Kept HELD = new Kept("Others", How.HOLDS_WITHIN);
  private static final Kept MANAGED = new Kept("Others", How.MANAGES);

  private TestOffice office;
  private NodeId folder;
  private NodeId file;

  @BeforeEach
  void due() {
    office = new TestOffice(Instant.parse("2010-03-01T12:00:00Z"), destruction -> destruction);
    folder = office.folder("Holder");
    file = office.file(folder);
    office.close(file);
    office.review(folder, "temporary");
    office.clock.forward(Duration.ofDays(11 * 365));
  }

  private ClockState state() {
    return office.chancery.schedule().clocks().find(folder).orElseThrow().state();
  }

  private Retention.Answer told(NodeId id) {
    return office.host.read(
        () -> office.chancery.schedule().retention().of(office.actor("ann").caller(), id));
  }

  @Test
  void itIsAnExceptionThatSaysWhyAndIsProposedOnceTheyLetItGo() {
    office.host.keptByOthers().put(folder, HELD);
    assertThat(office.desk().run().proposed()).isZero();
    assertThat(state()).isEqualTo(ClockState.EXCEPTION);
    assertThat(told(folder).standing()).isEqualTo(HELD.why());
    assertThat(told(folder).others()).contains(HELD.why());
    assertThat(told(file).others()).hasValueSatisfying(why -> assertThat(why).contains(HELD.why()));

    assertThat(office.desk().run().proposed()).isZero();
    assertThat(state()).isEqualTo(ClockState.EXCEPTION);

    office.host.keptByOthers().clear();
    assertThat(office.desk().run().proposed()).isEqualTo(1);
    assertThat(state()).isEqualTo(ClockState.PROPOSED);
    assertThat(told(folder).others()).isEmpty();
  }

  @Test
  void itIsNotProposedByHandEither() {
    office.host.keptByOthers().put(folder, HELD);
    assertThatThrownBy(
            () ->
                office.host.write(
                    () ->
                        office
                            .desk()
                            .proposals()
                            .propose(office.actor("ann"), List.of(folder), "now")))
        .isInstanceOf(WrongState.class)
        .hasMessageContaining(HELD.why());
  }

  @Test
  void whatTheyKeepSinceTheLastApprovalStays() {
    office.desk().run();
    Disposition proposed = office.dispositions().get(0);
    office.approve(proposed.id(), "ann");
    office.approve(proposed.id(), "bob");
    office.host.keptByOthers().put(folder, HELD);
    office.carryOut();
    assertThat(office.host.nodes().find(Caller.ofSystem(), folder)).isPresent();
    DispositionItem item = office.desk().book().items(proposed.id()).get(0);
    assertThat(item.state()).isEqualTo(DispositionItem.State.HELD);
    assertThat(item.reason()).contains(HELD.why());
    assertThat(office.desk().run().proposed()).isZero();
    assertThat(state()).isEqualTo(ClockState.EXCEPTION);
  }

  @Test
  void ofWhatTheyManageNothingOfOursIsTold() {
    office.host.keptByOthers().put(file, MANAGED);
    Retention.Answer answer = told(file);
    assertThat(answer.why()).isEqualTo(MANAGED.why());
    assertThat(answer.series()).isEmpty();
    assertThat(answer.row()).isEmpty();
    assertThat(answer.until()).contains("Others");
  }

  @Test
  void aSearchOfAHoldPassesOverItAndHoldsTheRest() {
    NodeId other = office.folder("Holder");
    office.host.keptByOthers().put(folder, new Kept("Others", How.HOLDS));
    Hold hold =
        office.host.write(() -> office.chancery.holds().place(office.actor("ann"), "foia", "17"));
    assertThat(office.chancery.holds().search(office.actor("ann"), hold.id(), "Holder"))
        .isEqualTo(1);
    assertThat(office.host.read(() -> office.chancery.holds().items(hold.id())))
        .extracting(Node::id)
        .containsExactly(other);
  }

  @Test
  void anExceptionOfAnotherKindStaysOne() {
    office.desk().run();
    office.host.write(
        () ->
            office
                .chancery
                .schedule()
                .clocks()
                .mark(Caller.ofSystem(), folder, ClockState.EXCEPTION, "Left on the way."));
    office.desk().run();
    assertThat(state()).isEqualTo(ClockState.EXCEPTION);
    assertThat(office.host.nodes().get(Caller.ofSystem(), folder).text(Rec.CLOCK_REASON))
        .contains("Left on the way.");
  }
}
