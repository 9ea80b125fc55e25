package org.chancery.core.transfer;

import java.util.List;
import java.util.Optional;
import org.chancery.core.access.Actor;
import org.chancery.core.repository.NodeId;

/**
 * What transfers ask of dispositions, and tell them. Everything joins the transaction in progress.
 */
public interface ApprovedTransfers {

  /**
   * A disposition that was approved and whose action is to transfer.
   *
   * @param id its node
   * @param number such as {@code D-2026-000123}
   * @param seriesTitle of the series that all of it belongs to
   * @param authority the disposition authority's number
   * @param folders what is still in it: the folders that were not withdrawn
   * @param done whether all of it was destroyed
   */
  record Approved(
      NodeId id,
      String number,
      String seriesTitle,
      String authority,
      List<NodeId> folders,
      boolean done) {
    /** Copies the list. */
    public Approved {
      folders = List.copyOf(folders);
    }
  }

  /**
   * The disposition, when it is one to be transferred and was approved, whatever became of it then.
   */
  Optional<Approved> find(NodeId disposition);

  /**
   * Looks again at all that is still in it: what may not go any more, being under a hold or no
   * longer due, leaves it and stays behind.
   *
   * @return how many folders left
   */
  int lookAgain(Actor actor, NodeId disposition);

  /** The National Archives have custody: what is in it may be destroyed. */
  void destroyTransferred(Actor actor, NodeId disposition, String accession);

  /** The National Archives rejected it: it goes back to where it was proposed. */
  void back(Actor actor, NodeId disposition, String reason);
}
