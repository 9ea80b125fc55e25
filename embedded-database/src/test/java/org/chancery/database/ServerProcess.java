package org.chancery.database;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** A JVM of its own that runs a database until its input ends; it can be killed. */
final class ServerProcess implements AutoCloseable {

  private final Process process;
  private final BufferedReader output;

  private ServerProcess(Process process) {
    this.process = process;
    this.output =
        new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
  }

  /** Starts it as the user of this process. */
  static ServerProcess start(Path folder, Path cache) throws IOException {
    return start(List.of(), System.getProperty("java.class.path"), folder, cache);
  }

  /** Starts it as the given user, with a class path that user can read. */
  static ServerProcess startAs(String user, Path classPath, Path folder, Path cache)
      throws IOException {
    List<String> readable = new ArrayList<>();
    for (String entry : System.getProperty("java.class.path").split(":")) {
      if (Files.exists(Path.of(entry))) {
        Path copy = classPath.resolve(readable.size() + "-" + Path.of(entry).getFileName());
        copy(Path.of(entry), copy);
        readable.add(copy.toString());
      }
    }
    return start(
        List.of("setpriv", "--reuid=" + user, "--regid=nogroup", "--clear-groups", "--"),
        String.join(":", readable),
        folder,
        cache);
  }

  private static ServerProcess start(List<String> prefix, String classPath, Path folder, Path cache)
      throws IOException {
    List<String> command = new ArrayList<>(prefix);
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(
        List.of(
            "-Xmx128m",
            "-cp",
            classPath,
            ServerProcess.class.getName(),
            folder.toString(),
            cache.toString()));
    return new ServerProcess(
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start());
  }

  /** The next line it prints. */
  String line() throws IOException {
    return output.readLine();
  }

  /** As a power cut would: nothing of it runs any more code. */
  void kill() throws InterruptedException {
    process.destroyForcibly().waitFor();
  }

  /** Lets it end by itself; its exit status. */
  int end() throws IOException, InterruptedException {
    process.getOutputStream().close();
    return process.waitFor();
  }

  @Override
  public void close() {
    process.destroyForcibly();
  }

  /** Arguments: folder, cache. Adds a row, prints the database's process and the rows. */
  public static void main(String[] arguments) throws IOException, SQLException {
    try (EmbeddedPostgres database =
        EmbeddedPostgres.start(Path.of(arguments[0]), Path.of(arguments[1]))) {
      System.out.println(database.pid() + " " + addRow(database));
      System.out.flush();
      while (System.in.read() >= 0) {
        continue;
      }
    } catch (DatabaseException e) {
      System.out.println("refused: " + e.getMessage());
    }
  }

  /** Adds a row to a table and answers how many there are. */
  static int addRow(EmbeddedPostgres database) throws SQLException {
    try (Connection connection =
            DriverManager.getConnection(database.jdbcUrl(), database.user(), database.password());
        Statement statement = connection.createStatement()) {
      statement.execute("CREATE TABLE IF NOT EXISTS mark (at timestamptz)");
      statement.execute("INSERT INTO mark VALUES (now())");
      try (ResultSet rows = statement.executeQuery("SELECT count(*) FROM mark")) {
        rows.next();
        return rows.getInt(1);
      }
    }
  }

  private static void copy(Path from, Path to) throws IOException {
    if (Files.isRegularFile(from)) {
      Files.copy(from, to);
      Files.setPosixFilePermissions(to, PosixFilePermissions.fromString("rw-r--r--"));
      return;
    }
    Files.walkFileTree(
        from,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes)
              throws IOException {
            Path copied = to.resolve(from.relativize(folder).toString());
            Files.createDirectories(copied);
            Files.setPosixFilePermissions(copied, PosixFilePermissions.fromString("rwxr-xr-x"));
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            try {
              copy(file, to.resolve(from.relativize(file).toString()));
            } catch (IOException e) {
              throw new UncheckedIOException(e);
            }
            return FileVisitResult.CONTINUE;
          }
        });
  }
}
