package org.chancery.acceptance.routing;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.chancery.acceptance.host.Client;
import org.chancery.acceptance.host.MortalHost;

/** The demonstration's people, each signed in once since the host's last start. */
final class People {
  private final MortalHost host;
  private final Map<String, Client> clients = new ConcurrentHashMap<>();

  People(MortalHost host) {
    this.host = host;
  }

  Client client(String user) {
    return clients.computeIfAbsent(user, host::person);
  }
}
