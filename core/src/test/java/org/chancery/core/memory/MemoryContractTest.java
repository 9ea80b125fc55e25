package org.chancery.core.memory;

import java.time.Clock;
import org.chancery.core.repository.Checkpoint;
import org.chancery.core.repository.contract.ContentsContract;
import org.chancery.core.repository.contract.HostPorts;
import org.chancery.core.repository.contract.NodesContract;
import org.chancery.core.repository.contract.PermissionsContract;
import org.chancery.core.repository.contract.RecordsContract;
import org.chancery.core.repository.contract.VersionsContract;
import org.junit.jupiter.api.Nested;

/** The host in memory keeps what every host promises, so that what is tested on it holds. */
class MemoryContractTest {
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

  @Nested
  class TheTree extends NodesContract {
    private final HostPorts ports = fresh();

    @Override
    protected HostPorts ports() {
      return ports;
    }
  }

  @Nested
  class TheContents extends ContentsContract {
    private final HostPorts ports = fresh();

    @Override
    protected HostPorts ports() {
      return ports;
    }
  }

  @Nested
  class TheVersions extends VersionsContract {
    private final HostPorts ports = fresh();

    @Override
    protected HostPorts ports() {
      return ports;
    }
  }

  @Nested
  class ThePermissions extends PermissionsContract {
    private final HostPorts ports = fresh();

    @Override
    protected HostPorts ports() {
      return ports;
    }
  }

  @Nested
  class TheRecords extends RecordsContract {
    private final HostPorts ports = fresh();

    @Override
    protected HostPorts ports() {
      return ports;
    }
  }
}
