package org.chancery.core.memory;

import java.time.Clock;
import org.chancery.core.destruction.Destruction;
import org.chancery.core.repository.Checkpoint;
import org.chancery.core.repository.contract.ContentsContract;
import org.chancery.core.repository.contract.DestructionContract;
import org.chancery.core.repository.contract.HostPorts;
import org.chancery.core.repository.contract.KeepsContracts;
import org.chancery.core.repository.contract.NodesContract;
import org.chancery.core.repository.contract.PermissionsContract;
import org.chancery.core.repository.contract.RecordsContract;
import org.chancery.core.repository.contract.VersionsContract;
import org.junit.jupiter.api.Nested;

/** The host in memory keeps what every host promises, so that what is tested on it holds. */
class MemoryContractTest implements KeepsContracts {
  private final MemoryHost host = new MemoryHost(Clock.systemUTC(), Checkpoint.NONE);
  private final HostPorts ports = fresh();

  private HostPorts fresh() {
    return new HostPorts(
        host.nodes(),
        host.contents(),
        host.versions(),
        host.permissions(),
        host,
        new MemoryFeed(host));
  }

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
  class TheDestruction extends DestructionContract {
    @Override
    protected Destruction destruction() {
      return host.destruction();
    }
  }

  @Nested
  class TheRecords extends RecordsContract {}
}
