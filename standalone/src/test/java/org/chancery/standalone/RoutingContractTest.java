package org.chancery.standalone;

import java.nio.file.Path;
import org.chancery.core.Chancery;
import org.chancery.core.routing.ProcessEngine;
import org.chancery.core.routing.contract.KeepsRoutingContract;
import org.chancery.core.routing.contract.RoutingContract;
import org.chancery.core.routing.contract.RoutingHost;
import org.chancery.standalone.store.PostgresStore;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.io.TempDir;

/** The routing contract on Flowable and the embedded database. */
class RoutingContractTest implements KeepsRoutingContract {
  @TempDir static Path data;
  private static RunningServer server;

  @BeforeAll
  static void start() {
    server = new RunningServer(data);
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @Override
  public RoutingHost routing() {
    PostgresStore store = server.bean(PostgresStore.class);
    return new RoutingHost(
        server.bean(Chancery.class),
        store.nodes(),
        store.permissions(),
        store.transactions(),
        server.bean(ProcessEngine.class));
  }

  @Nested
  class TheRouting extends RoutingContract {}
}
