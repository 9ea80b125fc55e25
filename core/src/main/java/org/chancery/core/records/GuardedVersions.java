package org.chancery.core.records;

import java.io.InputStream;
import java.util.List;
import org.chancery.core.repository.Caller;
import org.chancery.core.repository.NodeId;
import org.chancery.core.repository.Nodes;
import org.chancery.core.repository.Versions;
import org.chancery.model.QName;

/** Versions of which a record gets no further one. */
record GuardedVersions(Versions host, Nodes nodes) implements Versions {
  @Override
  public Version keep(Caller caller, NodeId id, boolean major, String comment) {
    Version kept = host.keep(caller, id, major, comment);
    nodes.find(Caller.ofSystem(), id).ifPresent(DeclaredRecord::requireNone);
    return kept;
  }

  @Override
  public List<Version> list(Caller caller, NodeId id) {
    return host.list(caller, id);
  }

  @Override
  public InputStream open(Caller caller, NodeId id, String label, QName property) {
    return host.open(caller, id, label, property);
  }
}
