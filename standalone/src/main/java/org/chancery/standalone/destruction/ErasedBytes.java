package org.chancery.standalone.destruction;

import java.util.List;
import org.chancery.core.destruction.Eraser;
import org.chancery.core.destruction.Removed;
import org.chancery.standalone.store.PostgresStore;

/** Erases originals, renditions and recognised text that nothing refers to any more. */
record ErasedBytes(PostgresStore store) implements Eraser {
  @Override
  public String where() {
    return "bytes";
  }

  @Override
  public List<String> erase(Removed removed) {
    store.erase(removed.bytes());
    return List.of();
  }
}
