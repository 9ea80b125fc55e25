package org.chancery.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.chancery.database.EmbeddedPostgres;
import org.chancery.standalone.verify.VerifiedLedger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The ledger in a PostgreSQL of its owner's: nothing happens without it, and it is verified there.
 */
class LedgerElsewhereTest {
  @TempDir Path folder;
  private EmbeddedPostgres outside;
  private RunningServer server;

  @BeforeEach
  void start() {
    outside = EmbeddedPostgres.start(folder.resolve("outside"));
    server = new RunningServer(folder.resolve("data"), "--chancery.db=" + url());
  }

  @AfterEach
  void stop() {
    server.close();
    outside.close();
  }

  private String url() {
    return outside.jdbcUrl()
        + (outside.jdbcUrl().contains("?") ? "&" : "?")
        + "user="
        + outside.user()
        + "&password="
        + outside.password();
  }

  private void sql(String text) throws SQLException {
    try (Connection owner = DriverManager.getConnection(url());
        Statement statement = owner.createStatement()) {
      statement.execute(text);
    }
  }

  private HttpResponse<String> make(String name) throws IOException {
    HttpRequest.Builder request =
        server
            .asProgram("/api/v1/case-folders")
            .header("Content-Type", "application/json")
            .POST(
                BodyPublishers.ofString(
                    "{\"holderKind\":\"individual\",\"holderName\":\"" + name + "\"}"));
    return server.send(request);
  }

  private long found(String word) throws IOException {
    return RunningServer.json(server.send(server.asProgram("/api/v1/search?q=" + word)))
        .path("total")
        .asLong();
  }

  @Test
  void whereTheLedgerCannotBeWrittenNothingIsDoneAndNothingIsShown() throws Exception {
    sql("alter table chancery_ledger_entry add constraint full_disk check (false) not valid");
    assertThat(make("Ptarmigan").statusCode()).isEqualTo(500);
    for (String path :
        List.of("/api/v1/nodes/root", "/api/v1/search?q=x", "/api/v1/audit", "/api/v1/model")) {
      HttpResponse<String> answer = server.send(server.asProgram(path));
      assertThat(answer.statusCode()).as(path).isEqualTo(500);
      assertThat(answer.body()).doesNotContain("full_disk");
    }
    assertThat(server.upload("letter.txt", "Ptarmigan").statusCode()).isEqualTo(500);
    assertThat(server.signIn("admin", RunningServer.PASSWORD).statusCode()).isEqualTo(500);

    sql("alter table chancery_ledger_entry drop constraint full_disk");
    assertThat(found("Ptarmigan")).isZero();
    assertThat(make("Dunlin").statusCode()).isEqualTo(201);
    assertThat(found("Dunlin")).isEqualTo(1);
  }

  @Test
  void itIsVerifiedInItsDatabaseWhileTheServerRuns() throws Exception {
    make("Dunlin");
    VerifiedLedger clean = verify();
    assertThat(clean.well()).as(clean.text()).isTrue();
    assertThat(clean.text())
        .contains("sealed entries checked")
        .contains("Originals: not looked at");

    sql(
        "set session_replication_role = replica; update chancery_ledger_entry set actor = 'x'"
            + " where id = (select entry from chancery_ledger_seal where sequence = 1)");
    VerifiedLedger changed = verify();
    assertThat(changed.well()).isFalse();
    assertThat(changed.text()).contains("WRONG: entry 1 (").contains("changed after");
  }

  @Test
  void forThatReadingTheDatabaseIsEnough() throws Exception {
    make("Dunlin");
    sql("create role auditor login password 'auditor'; grant pg_read_all_data to auditor");
    String asAuditor =
        url()
            .replace("user=" + outside.user(), "user=auditor")
            .replace("password=" + outside.password(), "password=auditor");
    assertThat(VerifiedLedger.of(asAuditor, witness()).well()).isTrue();
  }

  private Path witness() {
    return folder.resolve("data").resolve("witness");
  }

  private VerifiedLedger verify() {
    return VerifiedLedger.of(url(), witness());
  }
}
