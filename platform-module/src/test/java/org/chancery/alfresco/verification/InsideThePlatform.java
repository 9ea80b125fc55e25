package org.chancery.alfresco.verification;

import org.chancery.core.destruction.Destruction;
import org.chancery.core.repository.NodeId;
import org.chancery.core.repository.Transactions;
import org.chancery.core.repository.contract.ChangeFeedContract;
import org.chancery.core.repository.contract.ContentsContract;
import org.chancery.core.repository.contract.DestructionContract;
import org.chancery.core.repository.contract.HostPorts;
import org.chancery.core.repository.contract.KeepsContracts;
import org.chancery.core.repository.contract.NodesContract;
import org.chancery.core.repository.contract.PermissionsContract;
import org.chancery.core.repository.contract.TransactionsContract;
import org.chancery.core.repository.contract.VersionsContract;
import org.chancery.core.routing.ProcessEngine;
import org.chancery.core.routing.ProcessEngineContract;
import org.chancery.core.routing.RoutingBean;
import org.chancery.core.routing.contract.KeepsRoutingContract;
import org.chancery.core.routing.contract.RoutingContract;
import org.chancery.core.routing.contract.RoutingHost;
import org.junit.jupiter.api.Nested;

/** The repository's contract on the platform; only {@link ContractRun} can run it. */
class InsideThePlatform implements KeepsContracts, KeepsRoutingContract {

  @Override
  public HostPorts ports() {
    return ContractRun.ports();
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
  class TheTransactions extends TransactionsContract {}

  @Nested
  class TheFeed extends ChangeFeedContract {}

  @Nested
  class TheDestruction extends DestructionContract {
    @Override
    protected Destruction destruction() {
      return ContractRun.engine().destruction();
    }
  }

  @Override
  public RoutingHost routing() {
    return new RoutingHost(
        ContractRun.engine().domain(),
        ports().nodes(),
        ports().permissions(),
        ports().transactions(),
        ContractRun.engine().engine());
  }

  @Nested
  class TheRouting extends RoutingContract {}

  @Nested
  class TheEngine extends ProcessEngineContract {
    @Override
    protected ProcessEngine engine() {
      return ContractRun.engine().engine();
    }

    @Override
    protected Transactions transactions() {
      return ports().transactions();
    }

    @Override
    protected NodeId caseFile() {
      return ports().nodes().root();
    }

    @Override
    protected Runnable serve(RoutingBean bean) {
      return ContractRun.engine().serve(bean);
    }
  }
}
