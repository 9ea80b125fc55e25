package org.chancery.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import org.chancery.database.EmbeddedPostgres;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The server on a PostgreSQL that someone else runs. */
class OutsideDatabaseTest {
  @TempDir Path folder;

  @Test
  void anOutsideDatabaseServesInPlaceOfTheEmbeddedOne() throws Exception {
    Path data = folder.resolve("data");
    try (EmbeddedPostgres outside = EmbeddedPostgres.start(folder.resolve("outside"))) {
      try (Connection owner =
              DriverManager.getConnection(outside.jdbcUrl(), outside.user(), outside.password());
          Statement statement = owner.createStatement()) {
        statement.execute("create role office login password 'office'");
        statement.execute("create database office owner office template template0");
      }
      String url =
          "jdbc:postgresql://127.0.0.1:" + outside.port() + "/office?user=office&password=office";
      String id;
      try (RunningServer server = new RunningServer(data, "--chancery.db=" + url)) {
        id = RunningServer.json(server.upload("egret.txt", "An egret.")).path("id").asText();
      }
      try (RunningServer server = new RunningServer(data, "--chancery.db=" + url)) {
        assertThat(server.send(server.asProgram("/api/v1/nodes/" + id + "/content")).body())
            .isEqualTo("An egret.");
      }
      assertThat(outside.running()).isTrue();
    }
    assertThat(Files.exists(data.resolve("database"))).isFalse();
  }

  @Test
  void aDatabaseThatDoesNotAnswerIsSaidInOneLine() {
    assertThatThrownBy(
            () ->
                new RunningServer(
                    folder.resolve("data"),
                    "--chancery.db=jdbc:postgresql://127.0.0.1:1/none?user=nobody"))
        .hasRootCauseInstanceOf(java.net.ConnectException.class)
        .hasStackTraceContaining("the database cannot be reached");
  }
}
