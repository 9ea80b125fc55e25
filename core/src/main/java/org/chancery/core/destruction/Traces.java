package org.chancery.core.destruction;

import java.util.Collection;
import java.util.List;
import org.chancery.core.repository.NodeId;

/** What a host alone knows how to find again, of a folder that is about to go. */
@FunctionalInterface
public interface Traces {
  /** Of a host whose nodes and versions say it all. */
  Traces NONE = folder -> List.of();

  /** To be noted within the transaction that removes the folder, before it does. */
  Collection<Left> of(NodeId folder);
}
