package org.chancery.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Optional;

/**
 * What lies in the database's folder: the password, and the cluster in {@code data}. A cluster is
 * made beside its place and appears by a rename, so that an interrupted first start leaves nothing
 * behind.
 */
final class DataFolder {

  static final String NAME = "data";
  static final String USER = "chancery";
  static final String DATABASE = "chancery";

  private final Path folder;
  private final Path home;
  private final RunAs runAs;

  DataFolder(Path folder, Path home, RunAs runAs) {
    this.folder = folder;
    this.home = home;
    this.runAs = runAs;
  }

  Path cluster() {
    return folder.resolve(NAME);
  }

  /** Makes the cluster when there is none, and answers the password. */
  String prepare() {
    try {
      if (Files.exists(cluster())) {
        runAs.give(cluster());
        return password();
      }
      Path password = folder.resolve("password");
      if (!Files.exists(password)) {
        writePassword(password);
      }
      initialise(password());
      return password();
    } catch (IOException e) {
      throw new DatabaseException("Cannot create the database in " + folder, e);
    }
  }

  private String password() throws IOException {
    Path file = folder.resolve("password");
    if (!Files.exists(file)) {
      throw new DatabaseException(
          "The database's password is missing: "
              + file
              + " has to be restored together with "
              + cluster()
              + ".");
    }
    return Files.readString(file, StandardCharsets.US_ASCII).strip();
  }

  private void writePassword(Path file) throws IOException {
    byte[] random = new byte[24];
    new SecureRandom().nextBytes(random);
    Path fresh = folder.resolve("password.new");
    Files.deleteIfExists(fresh);
    createPrivate(fresh);
    Files.writeString(fresh, HexFormat.of().formatHex(random) + "\n", StandardCharsets.US_ASCII);
    try (FileChannel channel = FileChannel.open(fresh, StandardOpenOption.WRITE)) {
      channel.force(true);
    }
    RunAs.matchOwner(fresh, folder);
    Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
    sync(folder);
  }

  private void initialise(String password) throws IOException {
    Path fresh = folder.resolve(NAME + ".new");
    Binaries.delete(fresh);
    Files.createDirectory(
        fresh, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
    runAs.give(fresh);
    Path forInitdb = folder.resolve("password.init");
    Files.deleteIfExists(forInitdb);
    createPrivate(forInitdb);
    try {
      Files.writeString(forInitdb, password + "\n", StandardCharsets.US_ASCII);
      runAs.give(forInitdb);
      check(
          new Command(
              runAs.command(
                  home.resolve("bin/initdb").toString(),
                  "--pgdata=" + fresh,
                  "--username=" + USER,
                  "--pwfile=" + forInitdb,
                  "--auth=scram-sha-256",
                  "--data-checksums",
                  "--encoding=UTF8",
                  "--locale=C",
                  "--locale-provider=builtin",
                  "--builtin-locale=C.UTF-8",
                  "--no-instructions")));
    } finally {
      Files.deleteIfExists(forInitdb);
    }
    check(
        new Command(
            runAs.command(
                home.resolve("bin/postgres").toString(),
                "--single",
                "-D",
                fresh.toString(),
                "-j",
                "template1"),
            Optional.of(folder),
            "CREATE DATABASE " + DATABASE + ";\n\n"));
    Files.move(fresh, cluster(), StandardCopyOption.ATOMIC_MOVE);
    sync(folder);
  }

  private void check(Command command) {
    Command.Result result = command.run();
    if (result.status() != 0) {
      throw new DatabaseException(
          "The database could not be created in " + folder + ": " + result.said());
    }
  }

  private static void createPrivate(Path file) throws IOException {
    Files.createFile(
        file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
  }

  private static void sync(Path directory) {
    try (FileChannel channel = FileChannel.open(directory, StandardOpenOption.READ)) {
      channel.force(true);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
