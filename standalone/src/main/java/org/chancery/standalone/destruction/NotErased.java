package org.chancery.standalone.destruction;

import java.util.List;
import org.chancery.core.destruction.Eraser;
import org.chancery.core.destruction.Removed;

/** Says of a place that nothing is erased there. */
record NotErased(String where, String why) implements Eraser {
  @Override
  public List<String> erase(Removed removed) {
    return List.of(why);
  }
}
