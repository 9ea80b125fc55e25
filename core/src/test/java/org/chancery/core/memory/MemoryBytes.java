package org.chancery.core.memory;

import java.util.List;
import org.chancery.core.destruction.Eraser;
import org.chancery.core.destruction.Removed;

/** Erases the bytes that nothing in memory refers to any more. */
final class MemoryBytes implements Eraser {
  private final MemoryHost host;
  private final MemoryContents contents;

  MemoryBytes(MemoryHost host, MemoryContents contents) {
    this.host = host;
    this.contents = contents;
  }

  @Override
  public String where() {
    return "bytes";
  }

  @Override
  public List<String> erase(Removed removed) {
    host.within(
        () -> {
          removed.bytes().stream().filter(each -> !referred(each)).forEach(contents::erase);
          return null;
        });
    return List.of();
  }

  private boolean referred(String sha256) {
    boolean now =
        host.state.nodes.values().stream()
            .flatMap(node -> node.contents().values().stream())
            .anyMatch(each -> each.sha256().equals(sha256));
    return now
        || host.state.versions.values().stream()
            .flatMap(List::stream)
            .flatMap(version -> version.contents().values().stream())
            .anyMatch(each -> each.sha256().equals(sha256));
  }
}
