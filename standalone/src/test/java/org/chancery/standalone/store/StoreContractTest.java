package org.chancery.standalone.store;

import org.chancery.core.repository.contract.ChangeFeedContract;
import org.chancery.core.repository.contract.ContentsContract;
import org.chancery.core.repository.contract.HostPorts;
import org.chancery.core.repository.contract.NodesContract;
import org.chancery.core.repository.contract.PermissionsContract;
import org.chancery.core.repository.contract.RecordsContract;
import org.chancery.core.repository.contract.TransactionsContract;
import org.chancery.core.repository.contract.VersionsContract;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;

/** The repository's contract on the embedded database. */
class StoreContractTest {

  private static StoreHost host;

  @BeforeAll
  static void start() {
    host = StoreHost.embedded();
  }

  @AfterAll
  static void stop() {
    host.close();
  }

  @Nested
  class TheTree extends NodesContract {
    @Override
    protected HostPorts ports() {
      return host.ports();
    }
  }

  @Nested
  class TheContents extends ContentsContract {
    @Override
    protected HostPorts ports() {
      return host.ports();
    }
  }

  @Nested
  class TheVersions extends VersionsContract {
    @Override
    protected HostPorts ports() {
      return host.ports();
    }
  }

  @Nested
  class ThePermissions extends PermissionsContract {
    @Override
    protected HostPorts ports() {
      return host.ports();
    }
  }

  @Nested
  class TheTransactions extends TransactionsContract {
    @Override
    protected HostPorts ports() {
      return host.ports();
    }
  }

  @Nested
  class TheFeed extends ChangeFeedContract {
    @Override
    protected HostPorts ports() {
      return host.ports();
    }
  }

  @Nested
  class TheRecords extends RecordsContract {
    @Override
    protected HostPorts ports() {
      return host.ports();
    }
  }
}
