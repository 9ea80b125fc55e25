package org.chancery.standalone.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.chancery.core.access.Account;
import org.chancery.core.access.Account.Assignment;
import org.chancery.core.access.Component;
import org.chancery.core.access.Role;
import org.chancery.standalone.StartRefused;
import org.chancery.standalone.accounts.FirstStart;
import org.chancery.standalone.accounts.LocalAccounts;
import org.chancery.standalone.lifecycle.DataFolder;

/**
 * Fills an empty data folder with the invented office, once. Everything in it goes through the
 * domain, as if its people had typed it; the letters come in through the watched folder.
 */
public final class Demo {
  private static final String MARK = "demo";
  private static final long SEED = 20_071_126;

  private final DataFolder folder;
  private final Path inbox;
  private final LocalAccounts accounts;
  private final DemoCases cases;
  private final Clock clock;
  private final Office office = Office.load();

  Demo(DataFolder folder, Path inbox, LocalAccounts accounts, DemoCases cases, Clock clock) {
    this.folder = folder;
    this.inbox = inbox;
    this.accounts = accounts;
    this.cases = cases;
    this.clock = clock;
  }

  /** The demo password of an account. */
  static String passwordOf(String user) {
    return "chancery-demo-" + user;
  }

  /** The administrator's password when none was given. */
  public static String adminPassword() {
    return passwordOf(FirstStart.ADMIN);
  }

  /**
   * Whether the folder has to be filled.
   *
   * @throws StartRefused when it holds something else
   */
  public boolean wanted() {
    if (Files.exists(mark())) {
      return false;
    }
    if (!folder.fresh() || accounts.find(FirstStart.ADMIN).isPresent()) {
      throw new StartRefused(
          "--demo needs an empty data folder, and "
              + folder.path()
              + " holds other data (or a demo that was interrupted while it was filled)");
    }
    return true;
  }

  /** Makes components and accounts; before the tree, which has a folder for each component. */
  public void people() {
    for (Office.Part part : office.components()) {
      accounts.addComponent(new Component(part.code(), part.name()));
    }
    for (Office.Worker worker : office.accounts()) {
      accounts.create(account(worker), passwordOf(worker.user()));
    }
  }

  private static Account account(Office.Worker worker) {
    return new Account(
        worker.user(),
        worker.displayName(),
        Set.of(worker.component()),
        Set.of(new Assignment(Role.valueOf(worker.role()), Optional.of(worker.component()))),
        false);
  }

  /** Makes stakeholders and cases, and drops the letters; after the tree. */
  public void contents() {
    LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    cases.make(office, today);
    try {
      Files.createDirectories(inbox);
      LetterPainter painter = new LetterPainter();
      long seed = SEED;
      for (Office.Letter letter : office.letters()) {
        ScanWriter.write(
            painter.paint(office, letter, today, seed++), inbox.resolve(letter.file()));
      }
      Files.write(mark(), "The demo office was filled in.\n".getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException("The demo's letters could not be written", e);
    }
  }

  private Path mark() {
    return folder.path().resolve(MARK);
  }

  /** The accounts with their passwords, a line each; the administrator's only if it is ours. */
  public List<String> listing() {
    List<String> lines = new ArrayList<>();
    lines.add("Accounts of the demo office:");
    for (Office.Worker worker : office.accounts()) {
      lines.add(
          String.format(
              Locale.ROOT,
              "  %-15s %-30s %s, %s (%s)",
              worker.user(),
              passwordOf(worker.user()),
              worker.displayName(),
              Role.valueOf(worker.role()).label(),
              worker.component()));
    }
    return lines;
  }
}
