package org.chancery.core.memory;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.chancery.core.repository.Caller;
import org.chancery.core.repository.ContentInfo;
import org.chancery.core.repository.Node;
import org.chancery.core.repository.NodeId;
import org.chancery.core.repository.NotFound;
import org.chancery.core.repository.Permission;
import org.chancery.core.repository.Versions;
import org.chancery.model.QName;

final class MemoryVersions implements Versions {
  private final MemoryHost host;
  private final MemoryNodes nodes;
  private final MemoryPermissions permissions;

  MemoryVersions(MemoryHost host, MemoryNodes nodes, MemoryPermissions permissions) {
    this.permissions = permissions;
    this.host = host;
    this.nodes = nodes;
  }

  @Override
  public Version keep(Caller caller, NodeId id, boolean major, String comment) {
    host.requireTransaction();
    permissions.require(caller, id, Permission.WRITE);
    Node node = nodes.get(caller, id);
    List<Version> kept = new ArrayList<>(host.state.versions.getOrDefault(id, List.of()));
    String label = "1.0";
    if (!kept.isEmpty()) {
      String[] last = kept.get(0).label().split("\\.");
      label =
          major
              ? (Integer.parseInt(last[0]) + 1) + ".0"
              : last[0] + "." + (Integer.parseInt(last[1]) + 1);
    }
    Version version =
        new Version(
            label,
            host.clock().instant(),
            caller.user(),
            comment,
            node.properties(),
            node.contents());
    kept.add(0, version);
    host.state.versions.put(id, List.copyOf(kept));
    return version;
  }

  @Override
  public List<Version> list(Caller caller, NodeId id) {
    return host.within(
        () -> {
          nodes.get(caller, id);
          return host.state.versions.getOrDefault(id, List.of());
        });
  }

  @Override
  public InputStream open(Caller caller, NodeId id, String label, QName property) {
    ContentInfo info =
        list(caller, id).stream()
            .filter(version -> version.label().equals(label))
            .flatMap(version -> Optional.ofNullable(version.contents().get(property)).stream())
            .findFirst()
            .orElseThrow(() -> new NotFound(id));
    return new ByteArrayInputStream(((MemoryContents) host.contents()).blob(info));
  }
}
