package org.chancery.core.destruction;

import java.util.Collection;
import java.util.Set;

/** The durable list of what removed folders left, in the host's database. */
public interface Remains {

  /** Adds to the list, within the transaction in progress; what is on it already stays once. */
  void add(Collection<Left> left);

  /** All that is on it. */
  Set<Left> all();

  /** Takes these off the list, within the transaction in progress. */
  void forget(Collection<Left> erased);
}
