package org.chancery.standalone.store;

import org.chancery.core.repository.contract.ChangeFeedContract;
import org.chancery.core.repository.contract.ContentsContract;
import org.chancery.core.repository.contract.HostPorts;
import org.chancery.core.repository.contract.KeepsContracts;
import org.chancery.core.repository.contract.NodesContract;
import org.chancery.core.repository.contract.PermissionsContract;
import org.chancery.core.repository.contract.RecordsContract;
import org.chancery.core.repository.contract.TransactionsContract;
import org.chancery.core.repository.contract.VersionsContract;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;

/** The repository's contract on the embedded database. */
class StoreContractTest implements KeepsContracts {

  private static StoreHost host;

  @BeforeAll
  static void start() {
    host = StoreHost.embedded();
  }

  @AfterAll
  static void stop() {
    host.close();
  }

  @Override
  public HostPorts ports() {
    return host.ports();
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
  class TheRecords extends RecordsContract {}
}
