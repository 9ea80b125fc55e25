package org.chancery.core;

import java.util.Optional;
import org.chancery.core.access.Actor;
import org.chancery.core.disposition.Disposition;
import org.chancery.core.disposition.DispositionItem;
import org.chancery.core.disposition.RecordsDesk;
import org.chancery.core.repository.NodeId;
import org.chancery.core.schedule.FilePlan;
import org.chancery.core.schedule.Series;
import org.chancery.core.transfer.ApprovedTransfers;

/** Dispositions, as transfers see them. */
final class TransferredDispositions implements ApprovedTransfers {
  private final RecordsDesk desk;
  private final FilePlan plan;

  TransferredDispositions(RecordsDesk desk, FilePlan plan) {
    this.desk = desk;
    this.plan = plan;
  }

  @Override
  public Optional<Approved> find(NodeId disposition) {
    return desk.book()
        .find(disposition)
        .filter(each -> each.action() == Series.FinalAction.TRANSFER)
        .filter(each -> each.state() != Disposition.State.PROPOSED && !each.approvals().isEmpty())
        .map(this::approved);
  }

  private Approved approved(Disposition disposition) {
    Optional<Series> series = plan.find(disposition.series());
    return new Approved(
        disposition.id(),
        disposition.number(),
        series.map(Series::title).orElse(disposition.series()),
        series.map(Series::authority).orElse(""),
        desk.book().items(disposition.id()).stream()
            .filter(item -> item.state().open())
            .map(DispositionItem::folder)
            .toList(),
        disposition.state() == Disposition.State.DONE);
  }

  @Override
  public int lookAgain(Actor actor, NodeId disposition) {
    return desk.proposals().lookAgain(actor, disposition).size();
  }

  @Override
  public void destroyTransferred(Actor actor, NodeId disposition, String accession) {
    desk.execution().destroyTransferred(actor, disposition, accession);
  }

  @Override
  public void back(Actor actor, NodeId disposition, String reason) {
    desk.proposals().back(actor, disposition, reason);
  }
}
