package org.chancery.core.destruction;

import java.util.List;
import org.chancery.core.repository.Transactions;
import org.chancery.core.routing.ProcessEngine;

/** Erases what the engine keeps of the routes of removed case files. */
public final class ErasedProcesses implements Eraser {
  private final ProcessEngine engine;
  private final Transactions transactions;

  /** In this engine. */
  public ErasedProcesses(ProcessEngine engine, Transactions transactions) {
    this.engine = engine;
    this.transactions = transactions;
  }

  @Override
  public String where() {
    return "routing";
  }

  @Override
  public List<String> erase(Removed removed) {
    removed.processes().forEach(each -> transactions.write(() -> engine.forget(each)));
    return List.of();
  }
}
