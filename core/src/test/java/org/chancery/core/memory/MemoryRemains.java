package org.chancery.core.memory;

import java.util.Collection;
import java.util.Set;
import org.chancery.core.destruction.Left;
import org.chancery.core.destruction.Remains;

/** What removed folders left, in memory. */
final class MemoryRemains implements Remains {
  private final MemoryHost host;

  MemoryRemains(MemoryHost host) {
    this.host = host;
  }

  @Override
  public void add(Collection<Left> left) {
    host.requireTransaction();
    host.state.remains.addAll(left);
  }

  @Override
  public Set<Left> all() {
    return host.within(() -> Set.copyOf(host.state.remains));
  }

  @Override
  public void forget(Collection<Left> erased) {
    host.requireTransaction();
    host.state.remains.removeAll(erased);
  }
}
