package org.chancery.standalone.store;

import org.chancery.core.repository.contract.HostPorts;
import org.chancery.core.repository.contract.NodesContract;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;

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
}
