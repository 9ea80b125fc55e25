package org.chancery.database;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;

/**
 * A PostgreSQL server of our own, on loopback with a random password, durable at every commit. It
 * is started by {@link #start} and stopped by {@link #close}; when this process is killed instead,
 * the next start finds what is left of it and stops it cleanly first. One folder serves one process
 * at a time.
 *
 * <p>The binaries bring no {@code pg_dump}: a backup is made with the one of the operator's own
 * PostgreSQL 17 client, or by copying the folder while the server is stopped.
 */
public final class EmbeddedPostgres implements AutoCloseable {

  private static final int ATTEMPTS = 5;

  private final FolderLock lock;
  private final Postmaster postmaster;
  private final String password;
  private boolean closed;

  private EmbeddedPostgres(FolderLock lock, Postmaster postmaster, String password) {
    this.lock = lock;
    this.postmaster = postmaster;
    this.password = password;
  }

  /** {@link #start(Path, Path)} with the machine's usual cache folder for the programs. */
  public static EmbeddedPostgres start(Path folder) {
    return start(folder, defaultCache(folder));
  }

  /**
   * Starts the database that lives in the folder, creating it when there is none. Returns when it
   * accepts connections: within a second or two, the first time after some more.
   *
   * @param folder the database's own folder; created with access for its owner alone
   * @param cache where the programs are unpacked, shared by all databases; about 60 MB
   * @throws DatabaseException when another server has the folder, when it belongs to another user,
   *     or when the database cannot be run here; the message says what to do
   */
  public static EmbeddedPostgres start(Path folder, Path cache) {
    Path home = Binaries.in(cache);
    Path place = create(folder);
    return start(place, home, RunAs.choose(place, home.resolve("bin/postgres")));
  }

  static EmbeddedPostgres start(Path place, Path home, RunAs runAs) {
    FolderLock lock = FolderLock.take(place);
    try {
      DataFolder data = new DataFolder(place, home, runAs);
      if (Files.exists(data.cluster())) {
        new Orphans(data.cluster()).stop();
      }
      String password = data.prepare();
      return new EmbeddedPostgres(lock, launch(home, data.cluster(), runAs), password);
    } catch (RuntimeException e) {
      lock.close();
      throw e;
    }
  }

  private static Postmaster launch(Path home, Path cluster, RunAs runAs) {
    for (int attempt = 1; ; attempt++) {
      Postmaster postmaster = new Postmaster(home, cluster, runAs, freePort());
      Optional<String> failure = postmaster.awaitReady();
      if (failure.isEmpty()) {
        return postmaster;
      }
      // Somebody may have taken the port between our asking for it and the database's.
      if (attempt == ATTEMPTS || !failure.get().contains("Address already in use")) {
        throw new DatabaseException("The database did not start: " + failure.get());
      }
    }
  }

  /** The loopback port it listens on. */
  public int port() {
    return postmaster.port();
  }

  /** The address for JDBC, without user and password. */
  public String jdbcUrl() {
    return "jdbc:postgresql://127.0.0.1:" + port() + "/" + DataFolder.DATABASE;
  }

  /** The account to sign in with, the owner of everything. */
  public String user() {
    return DataFolder.USER;
  }

  /** Its password. */
  public String password() {
    return password;
  }

  /** The database server's process number. */
  public long pid() {
    return postmaster.process().pid();
  }

  /** Whether the database's process lives. */
  public boolean running() {
    return postmaster.process().isAlive();
  }

  /** Ends all sessions, writes everything, stops the database and lets go of the folder. */
  @Override
  public synchronized void close() {
    if (closed) {
      return;
    }
    closed = true;
    try {
      postmaster.stop();
    } finally {
      lock.close();
    }
  }

  private static Path create(Path folder) {
    try {
      if (!Files.isDirectory(folder)) {
        Files.createDirectories(folder.toAbsolutePath().getParent());
        Files.createDirectory(
            folder,
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        RunAs.matchOwner(folder, folder.toAbsolutePath().getParent());
      }
      return folder.toRealPath();
    } catch (IOException e) {
      throw new DatabaseException("Cannot create the folder " + folder, e);
    }
  }

  private static Path defaultCache(Path folder) {
    String user = System.getProperty("user.name");
    Path home = Path.of(System.getProperty("user.home"));
    if ("root".equals(user)) {
      return Path.of("/var/cache/chancery");
    }
    return Files.isWritable(home) ? home.resolve(".cache/chancery") : folder.resolve("programs");
  }

  private static int freePort() {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new DatabaseException("No free port for the database", e);
    }
  }
}
