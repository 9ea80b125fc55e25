package org.chancery.acceptance.authorisation;

import java.util.HashSet;
import java.util.Set;
import java.util.function.Supplier;
import org.chancery.acceptance.host.Client;
import org.chancery.acceptance.host.Host;

/**
 * Somebody who holds one role, with a client that is signed in.
 *
 * @param role the role's name
 * @param client their session
 * @param another a further session of theirs
 * @param capabilities what the host says that they may do at all
 */
record Participant(String role, Client client, Supplier<Client> another, Set<String> capabilities) {
  private static final Set<String> EVERYWHERE = Set.of("EXECUTIVE_SECRETARY", "ADMINISTRATOR");
  private static final Set<String> COORDINATING =
      Set.of("EXECUTIVE_SECRETARY", "ADMINISTRATOR", "SUPERVISOR", "COMPONENT_REPRESENTATIVE");

  /** One of the demonstration's people. */
  static Participant person(Host host, String user, String role) {
    return of(() -> host.person(user), role);
  }

  /** Whoever the clients sign in as. */
  static Participant of(Supplier<Client> signingIn, String role) {
    Client client = signingIn.get();
    Set<String> capabilities = new HashSet<>();
    client
        .get("capabilities")
        .expect(200)
        .list("capabilities")
        .forEach(
            line ->
                line.path("roles")
                    .forEach(
                        each -> {
                          if (each.asText().equals(role)) {
                            capabilities.add(line.path("name").asText());
                          }
                        }));
    return new Participant(role, client, signingIn, capabilities);
  }

  boolean may(String capability) {
    return capabilities.contains(capability);
  }

  /** Whether row P15 shows them the files of every component. */
  boolean everywhere() {
    return EVERYWHERE.contains(role);
  }

  /** Whether they decide who sees the files of their component. */
  boolean coordinates() {
    return COORDINATING.contains(role);
  }

  boolean ofTheIntakeDesk() {
    return role.equals("CLERK") || role.equals("SUPERVISOR");
  }
}
