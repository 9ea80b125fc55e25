package org.chancery.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedPostgresTest {

  /** Below a folder that every user can enter, since some tests run as another user. */
  private static Path cache;

  private Path place;
  private Path folder;

  @BeforeAll
  static void unpackOnce(@TempDir Path shared) throws IOException {
    open(shared);
    cache = shared.resolve("cache");
    Files.createDirectory(cache);
    open(cache);
    Binaries.in(cache);
  }

  @BeforeEach
  void makePlace() throws IOException {
    place = Files.createTempDirectory("chancery-database-test-");
    folder = place.resolve("database");
  }

  @AfterEach
  void removePlace() throws IOException {
    Binaries.delete(place);
  }

  @Test
  void dataOutlivesAStopAndAStart() throws SQLException {
    try (EmbeddedPostgres database = EmbeddedPostgres.start(folder, cache)) {
      assertThat(ServerProcess.addRow(database)).isEqualTo(1);
    }
    try (EmbeddedPostgres database = EmbeddedPostgres.start(folder, cache)) {
      assertThat(ServerProcess.addRow(database)).isEqualTo(2);
    }
  }

  @Test
  void closingStopsTheServerAndClosingTwiceIsNothing() {
    EmbeddedPostgres database = EmbeddedPostgres.start(folder, cache);
    ProcessHandle process = ProcessHandle.of(database.pid()).orElseThrow();
    assertThat(process.isAlive()).isTrue();
    database.close();
    database.close();
    assertThat(process.isAlive()).isFalse();
    assertThat(database.running()).isFalse();
  }

  @Test
  void aCommitIsOnDiskAndPagesAreChecked() throws SQLException {
    try (EmbeddedPostgres database = EmbeddedPostgres.start(folder, cache)) {
      assertThat(setting(database, "fsync")).isEqualTo("on");
      assertThat(setting(database, "synchronous_commit")).isEqualTo("on");
      assertThat(setting(database, "full_page_writes")).isEqualTo("on");
      assertThat(setting(database, "data_checksums")).isEqualTo("on");
      assertThat(setting(database, "server_encoding")).isEqualTo("UTF8");
      assertThat(setting(database, "listen_addresses")).isEqualTo("127.0.0.1");
    }
  }

  @Test
  void theDatabaseNeverRunsAsRoot() throws IOException {
    try (EmbeddedPostgres database = EmbeddedPostgres.start(folder, cache)) {
      String status = Files.readString(Path.of("/proc/" + database.pid() + "/status"));
      assertThat(status).contains("CapEff:\t0000000000000000");
    }
  }

  @Test
  void onlyTheRightPasswordOpensIt() throws IOException {
    try (EmbeddedPostgres database = EmbeddedPostgres.start(folder, cache)) {
      assertThat(database.password()).hasSizeGreaterThanOrEqualTo(32);
      assertThatThrownBy(
              () -> DriverManager.getConnection(database.jdbcUrl(), database.user(), "guess"))
          .isInstanceOf(SQLException.class)
          .hasMessageContaining("password");
      assertThat(
              PosixFilePermissions.toString(
                  Files.getPosixFilePermissions(folder.resolve("password"))))
          .isEqualTo("rw-------");
    }
  }

  @Test
  void aSecondServerOnTheFolderIsRefused() throws IOException, InterruptedException {
    try (EmbeddedPostgres database = EmbeddedPostgres.start(folder, cache);
        ServerProcess second = ServerProcess.start(folder, cache)) {
      assertThatThrownBy(() -> EmbeddedPostgres.start(folder, cache))
          .isInstanceOf(DatabaseException.class)
          .hasMessageContaining("Another server is already running");
      assertThat(second.line()).startsWith("refused: Another server is already running");
      assertThat(database.running()).isTrue();
    }
  }

  @Test
  void afterAKilledServerItsOrphanIsStoppedAndNothingIsLost()
      throws IOException, InterruptedException {
    long orphan;
    try (ServerProcess killed = ServerProcess.start(folder, cache)) {
      String line = killed.line();
      assertThat(line).endsWith(" 1");
      orphan = Long.parseLong(line.split(" ")[0]);
      killed.kill();
    }
    assertThat(ProcessHandle.of(orphan)).as("the database outlives its server").isPresent();
    try (ServerProcess next = ServerProcess.start(folder, cache)) {
      assertThat(next.line()).endsWith(" 2");
      assertThat(ProcessHandle.of(orphan).filter(ProcessHandle::isAlive)).isEmpty();
      assertThat(next.end()).isZero();
    }
  }

  @Test
  void aKilledDatabaseComesBackAsWell() throws IOException, InterruptedException, SQLException {
    try (ServerProcess killed = ServerProcess.start(folder, cache)) {
      long database = Long.parseLong(killed.line().split(" ")[0]);
      killed.kill();
      ProcessHandle.of(database).orElseThrow().destroyForcibly();
    }
    try (EmbeddedPostgres database = EmbeddedPostgres.start(folder, cache)) {
      assertThat(ServerProcess.addRow(database)).isEqualTo(2);
    }
  }

  @Test
  void aStaleProcessNumberOfSomebodyElseIsNotTouched()
      throws IOException, InterruptedException, SQLException {
    EmbeddedPostgres.start(folder, cache).close();
    Process stranger = new ProcessBuilder("sleep", "600").start();
    try {
      Files.writeString(
          folder.resolve("data/postmaster.pid"),
          stranger.pid() + "\n" + folder.resolve("data") + "\n0\n5432\n\n127.0.0.1\n\nready\n");
      try (EmbeddedPostgres database = EmbeddedPostgres.start(folder, cache)) {
        assertThat(ServerProcess.addRow(database)).isEqualTo(1);
      }
      assertThat(stranger.isAlive()).isTrue();
    } finally {
      stranger.destroyForcibly().waitFor();
    }
  }

  @Test
  void anInterruptedFirstStartIsBegunAnew() throws IOException, SQLException {
    Files.createDirectories(folder.resolve("data.new/base"));
    Files.writeString(folder.resolve("data.new/PG_VERSION"), "17");
    try (EmbeddedPostgres database = EmbeddedPostgres.start(folder, cache)) {
      assertThat(ServerProcess.addRow(database)).isEqualTo(1);
    }
  }

  @Test
  void damagedProgramsAreUnpackedAnew(@TempDir Path ownCache) throws IOException {
    Path home = Binaries.in(ownCache);
    Files.writeString(home.resolve("bin/postgres"), "");
    assertThat(Binaries.in(ownCache)).isEqualTo(home);
    assertThat(home.resolve("bin/postgres")).isNotEmptyFile();
  }

  @Test
  void anUnprivilegedUserRunsItAndRootCanTakeOver() throws IOException, InterruptedException {
    assumeTrue("root".equals(System.getProperty("user.name")), "only root can become others");
    open(place);
    Path classPath = Files.createDirectory(place.resolve("class-path"));
    open(classPath);
    Files.createDirectory(folder);
    Files.setAttribute(folder, "unix:uid", 65534);
    try (ServerProcess nobody = ServerProcess.startAs("nobody", classPath, folder, cache)) {
      String line = nobody.line();
      assertThat(line).endsWith(" 1");
      assertThat(Files.getAttribute(folder.resolve("data"), "unix:uid")).isEqualTo(65534);
      assertThat(nobody.end()).isZero();
    }
    try (ServerProcess root = ServerProcess.start(folder, cache)) {
      String line = root.line();
      assertThat(line).endsWith(" 2");
      String pid = line.split(" ")[0];
      assertThat(Files.readString(Path.of("/proc/" + pid + "/status"))).contains("Uid:\t65534");
      root.kill();
    }
    // What a killed root left behind, the folder's owner can stop and carry on.
    Path again = Files.createDirectory(place.resolve("class-path-again"));
    open(again);
    try (ServerProcess nobody = ServerProcess.startAs("nobody", again, folder, cache)) {
      assertThat(nobody.line()).endsWith(" 3");
      assertThat(nobody.end()).isZero();
    }
  }

  @Test
  void anotherUsersDatabaseIsRefusedWithItsOwnersName() throws IOException, InterruptedException {
    assumeTrue("root".equals(System.getProperty("user.name")), "only root can become others");
    open(place);
    EmbeddedPostgres.start(folder, cache).close();
    Path classPath = Files.createDirectory(place.resolve("class-path"));
    open(classPath);
    try (ServerProcess nobody = ServerProcess.startAs("nobody", classPath, folder, cache)) {
      assertThat(nobody.line())
          .startsWith("refused: The database in " + folder + " belongs to user root")
          .contains("started as nobody");
    }
  }

  @Test
  void whereUserNamespacesAreForbiddenASystemAccountTakesOver() throws IOException, SQLException {
    assumeTrue("root".equals(System.getProperty("user.name")), "only root can become others");
    open(place);
    Path home = Binaries.in(cache);
    Files.createDirectory(folder);
    RunAs way =
        RunAs.firstThatWorks(
            List.of(RunAs.with("false"), RunAs.asSystemAccount("nobody")),
            folder,
            home.resolve("bin/postgres"));
    try (EmbeddedPostgres database = EmbeddedPostgres.start(folder, home, way)) {
      assertThat(ServerProcess.addRow(database)).isEqualTo(1);
      assertThat(Files.readString(Path.of("/proc/" + database.pid() + "/status")))
          .contains("Uid:\t65534");
    }
  }

  private static String setting(EmbeddedPostgres database, String name) throws SQLException {
    try (Connection connection =
            DriverManager.getConnection(database.jdbcUrl(), database.user(), database.password());
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery("SHOW " + name)) {
      rows.next();
      return rows.getString(1);
    }
  }

  private static void open(Path folder) throws IOException {
    Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
  }
}
