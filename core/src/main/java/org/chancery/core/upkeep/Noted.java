package org.chancery.core.upkeep;

import org.chancery.core.access.Actor;
import org.chancery.core.correspondence.OnClose;
import org.chancery.core.intake.WorkQueue;
import org.chancery.core.records.Declaration;
import org.chancery.core.repository.NodeId;
import org.chancery.core.schedule.Schedule;

/** Work for later, noted in the durable queue with the change that makes it due. */
public final class Noted implements Schedule.Background {
  /** Folders below which all clocks are to be computed anew. */
  static final String BELOW = "clock-below";

  /** Closed case files of which something could not be declared yet, and corrections. */
  static final String DECLARE = Declaration.LATER;

  /** Holds whose search is to be made again. */
  static final String SEARCH = "hold-search";

  private final WorkQueue queue;

  /** In this queue. */
  public Noted(WorkQueue queue) {
    this.queue = queue;
  }

  @Override
  public void below(NodeId folder) {
    queue.add(BELOW, folder.value());
  }

  /** A hold has a search, which is made again each day until it is released. */
  public void search(NodeId hold) {
    queue.add(SEARCH, hold.value());
  }

  /** Declares what is in a file that was closed, the rest when it has been read. */
  public OnClose declaring(Declaration declaration) {
    return (Actor actor, NodeId file) -> {
      if (!declaration.declareClosed(actor, file)) {
        queue.add(DECLARE, file.value());
      }
    };
  }
}
