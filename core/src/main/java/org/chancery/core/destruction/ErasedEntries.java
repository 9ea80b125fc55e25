package org.chancery.core.destruction;

import java.util.List;
import org.chancery.core.search.Indexer;

/** Erases what the index kept of removed nodes, in its files too. */
public final class ErasedEntries implements Eraser {
  private final Indexer indexer;

  /** In this indexer's index. */
  public ErasedEntries(Indexer indexer) {
    this.indexer = indexer;
  }

  @Override
  public String where() {
    return "index";
  }

  @Override
  public List<String> erase(Removed removed) {
    return indexer.expunge();
  }
}
