package org.chancery.core.memory;

import java.time.Instant;
import org.chancery.core.repository.Caller;
import org.chancery.core.repository.Node;
import org.chancery.core.repository.NodeId;
import org.chancery.core.repository.Nodes;
import org.chancery.core.schedule.Activity;
import org.chancery.core.schedule.ActivityKind;

/** For tests in which no clock runs. */
public record Unclocked(Nodes nodes) implements Activity {
  @Override
  public Node in(Caller elevated, NodeId folder, ActivityKind kind, NodeId of) {
    return nodes.get(elevated, folder);
  }

  @Override
  public void at(Caller elevated, NodeId of, ActivityKind kind) {}

  @Override
  public void filed(Caller elevated, NodeId of, NodeId from) {}

  @Override
  public void changed(Caller elevated, NodeId folder) {}

  @Override
  public void moved(Caller elevated, NodeId folder, Instant latest) {}

  @Override
  public void gone(NodeId folder) {}
}
