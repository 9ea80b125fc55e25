package org.chancery.core.memory;

import java.time.Clock;
import org.chancery.core.repository.Checkpoint;
import org.chancery.core.repository.contract.ContentsContract;
import org.chancery.core.repository.contract.HostPorts;
import org.chancery.core.repository.contract.KeepsContracts;
import org.chancery.core.repository.contract.NodesContract;
import org.chancery.core.repository.contract.PermissionsContract;
import org.chancery.core.repository.contract.RecordsContract;
import org.chancery.core.repository.contract.VersionsContract;
import org.junit.jupiter.api.Nested;

/** The host in memory keeps what every host promises, so that what is tested on it holds. */
class MemoryContractTest implements KeepsContracts {
  private static HostPorts fresh() {
    MemoryHost host = new MemoryHost(Clock.systemUTC(), Checkpoint.NONE);
    return new HostPorts(
        host.nodes(),
        host.contents(),
        host.versions(),
        host.permissions(),
        host,
        new MemoryFeed(host));
  }

  private final HostPorts ports = fresh();

  @Override
  public HostPorts ports() {
    return ports;
  }

  @Nested
  class TheTree extends NodesContract {}

  @Nested
  class TheContents extends ContentsContract {}

  @Nested
  class TheVersions extends VersionsContract {}

  @Nested
  class ThePermissions extends PermissionsContract {}

  @Nested
  class TheRecords extends RecordsContract {}
}
