package org.chancery.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * How the database's programs are run so that they are never root, which PostgreSQL refuses.
 * Without root they simply run. As root, a user namespace of their own is tried first: the files
 * stay root's, so nothing has to be given away. Where the machine forbids that, a system account
 * takes over and the files are given to it. The owner of existing files decides before anything
 * else.
 *
 * @param prefix what goes before the program's own command line
 * @param account whose files they have to be, when not those of this process
 */
record RunAs(List<String> prefix, Optional<Account> account) {

  /** A system account. */
  record Account(int uid, int gid) {}

  private static final List<String> SYSTEM_ACCOUNTS = List.of("chancery", "postgres", "nobody");

  /**
   * Finds the way that works on this machine.
   *
   * @param folder the database's folder, which exists
   * @param postgres the server's program, for trying
   * @throws DatabaseException naming every way that was tried and what it answered
   */
  static RunAs choose(Path folder, Path postgres) {
    int me = uid(Path.of("/proc/self"));
    Path data = folder.resolve(DataFolder.NAME);
    int owner = Files.exists(data) ? uid(data) : uid(folder);
    if (me != 0) {
      if (owner != me) {
        throw new DatabaseException(
            "The database in "
                + folder
                + " belongs to user "
                + name(owner)
                + ", but the server was started as "
                + name(me)
                + "; start it as "
                + name(owner)
                + " or give the folder away with 'chown -R'.");
      }
      return new RunAs(List.of(), Optional.empty());
    }
    return firstThatWorks(waysForRoot(owner), folder, postgres);
  }

  static RunAs firstThatWorks(List<RunAs> ways, Path folder, Path postgres) {
    List<String> failures = new ArrayList<>();
    for (RunAs way : ways) {
      Optional<String> failure = way.tryOn(folder, postgres);
      if (failure.isEmpty()) {
        return way;
      }
      failures.add(String.join(" ", way.prefix) + ": " + failure.get());
    }
    throw new DatabaseException(
        "The database must not run as root, and no way to run it as somebody else works here: "
            + String.join("; ", failures)
            + ". Start the server as an ordinary user, or give an outside PostgreSQL with --db.");
  }

  private static List<RunAs> waysForRoot(int owner) {
    if (owner != 0) {
      return List.of(as(new Account(owner, groupOf(owner))));
    }
    List<RunAs> ways = new ArrayList<>(List.of(with("unshare", "--user", "--")));
    SYSTEM_ACCOUNTS.stream()
        .filter(name -> passwd().anyMatch(line -> line[0].equals(name)))
        .map(RunAs::asSystemAccount)
        .forEach(ways::add);
    return ways;
  }

  static RunAs with(String... prefix) {
    return new RunAs(List.of(prefix), Optional.empty());
  }

  static RunAs asSystemAccount(String name) {
    return passwd()
        .filter(line -> line[0].equals(name))
        .findFirst()
        .map(line -> as(new Account(Integer.parseInt(line[2]), Integer.parseInt(line[3]))))
        .orElseThrow();
  }

  private static RunAs as(Account account) {
    return new RunAs(
        List.of(
            "setpriv",
            "--reuid=" + account.uid,
            "--regid=" + account.gid,
            "--clear-groups",
            "--no-new-privs",
            "--"),
        Optional.of(account));
  }

  private Optional<String> tryOn(Path folder, Path postgres) {
    if (account.isPresent() && account.get().uid != uid(folder)) {
      permit(folder, "rwx--x--x");
    }
    try {
      Command.Result version = new Command(command(postgres.toString(), "--version")).run();
      if (version.status() != 0) {
        return Optional.of(version.said());
      }
      Command.Result enter =
          new Command(command("sh", "-c", "cd \"$1\"", "sh", folder.toString())).run();
      return enter.status() == 0 ? Optional.empty() : Optional.of(enter.said());
    } catch (DatabaseException e) {
      return Optional.of(e.getMessage());
    }
  }

  /** The full command line. */
  List<String> command(String... program) {
    List<String> command = new ArrayList<>(prefix);
    command.addAll(List.of(program));
    return command;
  }

  /** Makes a file or a folder with all it holds the database's own. */
  void give(Path tree) {
    if (account.isEmpty()) {
      return;
    }
    try (Stream<Path> all = Files.walk(tree)) {
      all.forEach(path -> chown(path, account.get().uid, account.get().gid));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** As root, makes a new file belong to whom its folder belongs; else it already does. */
  static void matchOwner(Path file, Path folder) {
    if (uid(Path.of("/proc/self")) == 0) {
      chown(file, uid(folder), groupOf(uid(folder)));
    }
  }

  static void permit(Path path, String permissions) {
    try {
      Files.setPosixFilePermissions(path, PosixFilePermissions.fromString(permissions));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void chown(Path path, int uid, int gid) {
    try {
      Files.setAttribute(path, "unix:gid", gid, LinkOption.NOFOLLOW_LINKS);
      Files.setAttribute(path, "unix:uid", uid, LinkOption.NOFOLLOW_LINKS);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static int uid(Path path) {
    try {
      return (Integer) Files.getAttribute(path, "unix:uid");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static int groupOf(int uid) {
    return passwd()
        .filter(line -> line[2].equals(Integer.toString(uid)))
        .findFirst()
        .map(line -> Integer.parseInt(line[3]))
        .orElse(uid);
  }

  private static String name(int uid) {
    return passwd()
        .filter(line -> line[2].equals(Integer.toString(uid)))
        .findFirst()
        .map(line -> line[0])
        .orElse(Integer.toString(uid));
  }

  private static Stream<String[]> passwd() {
    try {
      return Files.readAllLines(Path.of("/etc/passwd")).stream()
          .map(line -> line.split(":"))
          .filter(line -> line.length > 3);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
