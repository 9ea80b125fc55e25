package org.chancery.alfresco.verification;

import org.chancery.core.repository.contract.ChangeFeedContract;
import org.chancery.core.repository.contract.ContentsContract;
import org.chancery.core.repository.contract.HostPorts;
import org.chancery.core.repository.contract.KeepsContracts;
import org.chancery.core.repository.contract.NodesContract;
import org.chancery.core.repository.contract.PermissionsContract;
import org.chancery.core.repository.contract.TransactionsContract;
import org.chancery.core.repository.contract.VersionsContract;
import org.junit.jupiter.api.Nested;

/** The repository's contract on the platform; only {@link ContractRun} can run it. */
class InsideThePlatform implements KeepsContracts {

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
}
