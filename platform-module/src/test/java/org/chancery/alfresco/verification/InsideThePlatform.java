package org.chancery.alfresco.verification;

import org.chancery.core.repository.contract.ChangeFeedContract;
import org.chancery.core.repository.contract.ContentsContract;
import org.chancery.core.repository.contract.HostPorts;
import org.chancery.core.repository.contract.NodesContract;
import org.chancery.core.repository.contract.PermissionsContract;
import org.chancery.core.repository.contract.TransactionsContract;
import org.chancery.core.repository.contract.VersionsContract;
import org.junit.jupiter.api.Nested;

/** The repository's contract on the platform; only {@link ContractRun} can run it. */
class InsideThePlatform {

  @Nested
  class TheTree extends NodesContract {
    @Override
    protected HostPorts ports() {
      return ContractRun.ports();
    }
  }

  @Nested
  class TheContents extends ContentsContract {
    @Override
    protected HostPorts ports() {
      return ContractRun.ports();
    }
  }

  @Nested
  class TheVersions extends VersionsContract {
    @Override
    protected HostPorts ports() {
      return ContractRun.ports();
    }
  }

  @Nested
  class ThePermissions extends PermissionsContract {
    @Override
    protected HostPorts ports() {
      return ContractRun.ports();
    }
  }

  @Nested
  class TheTransactions extends TransactionsContract {
    @Override
    protected HostPorts ports() {
      return ContractRun.ports();
    }
  }

  @Nested
  class TheFeed extends ChangeFeedContract {
    @Override
    protected HostPorts ports() {
      return ContractRun.ports();
    }
  }
}
