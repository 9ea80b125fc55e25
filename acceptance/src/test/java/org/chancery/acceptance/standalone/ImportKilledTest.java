package org.chancery.acceptance.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.chancery.acceptance.fixture.ContactRows;
import org.chancery.acceptance.fixture.Newcomer;
import org.chancery.acceptance.host.Client;
import org.chancery.acceptance.host.Host;
import org.chancery.acceptance.host.ImportDesk;
import org.chancery.acceptance.host.OutreachDesk;
import org.chancery.acceptance.process.CommandLine;
import org.chancery.acceptance.process.ServerProcess;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An import goes on behind a killed server, and enters every row once (row S12). */
class ImportKilledTest {
  private static final int ROWS = 3_000;

  /** Whoever waits for a lease of the dead process to end would take longer. */
  private static final Duration SOON = Duration.ofMinutes(2);

  private final Random random = new Random();

  @Test
  void everyRowIsEnteredOnceAfterAKill(@TempDir Path home) {
    String organization = "League of " + Newcomer.word(random);
    byte[] file = ContactRows.csv(random, ROWS, organization);
    try (ServerProcess server = ServerProcess.over(home).start()) {
      ImportDesk desk = new ImportDesk(admin(server));
      String id = desk.handIn("league.csv", file);
      assertThat(desk.previewed(id).at("/counts/new").asInt()).isEqualTo(ROWS);
      desk.run(id);
      Host.await(
          "the first rows to be entered",
          OutreachDesk.LIMIT,
          () -> desk.now(id).at("/progress/done").asInt() > 0);
      server.kill();

      server.start();
      JsonNode after = desk.now(id);
      assertThat(after.path("state").asText()).isEqualTo("running");
      assertThat(after.at("/progress/done").asInt()).isBetween(1, ROWS - 1);
      Host.await(
          "the import to go on",
          SOON,
          () -> desk.now(id).at("/progress/done").asInt() > after.at("/progress/done").asInt());
      JsonNode done = desk.until(id, "done");
      assertThat(done.at("/results/entered").asInt()).isEqualTo(ROWS);
      eachIsThereOnce(server, organization);
      server.stop();
      CommandLine.Result verified = server.verify();
      assertThat(verified.exit()).as(verified.output()).isZero();
    }
  }

  private static Client admin(ServerProcess server) {
    return Client.program(server.url(), "admin", ServerProcess.ADMIN_PASSWORD);
  }

  private static void eachIsThereOnce(ServerProcess server, String organization) {
    OutreachDesk people = new OutreachDesk(admin(server));
    String query = "kind=person&organization=" + Client.encode(organization);
    people.awaitFound(query + "&limit=1", ROWS);
    List<JsonNode> all = people.all("stakeholders?" + query);
    Set<String> names = new HashSet<>();
    all.forEach(each -> names.add(each.path("name").asText()));
    assertThat(all).hasSize(ROWS);
    assertThat(names).hasSize(ROWS);
    people.awaitFound("kind=organization&limit=1&q=" + Client.encode(organization), 1);
  }
}
