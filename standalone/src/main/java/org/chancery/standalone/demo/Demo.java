package org.chancery.standalone.demo;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.Period;
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
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Fills an empty data folder with the invented office, once. Everything in it goes through the
 * domain, as if its people had typed it; the letters come in through the watched folder.
 */
public final class Demo {
  private static final String MARK = "demo";
  private static final String BEGUN = "The demo office is being filled in.\n";
  private static final String FILLED = "The demo office was filled in.\n";
  private static final Logger LOG = LoggerFactory.getLogger(Demo.class);
  private static final long SEED = 20_071_126;
  private static final Period BEFORE = Period.ofDays(90);

  private final DataFolder folder;
  private final Path inbox;
  private final LocalAccounts accounts;
  private final DemoCases cases;
  private final FormerFates former;
  private final Runnable letterTemplates;
  private final OfficeClock clock;
  private final Office office = Office.load();
  private volatile boolean ended;
  private History work;
  private Thread filling;

  Demo(
      DataFolder folder,
      Path inbox,
      LocalAccounts accounts,
      DemoCases cases,
      FormerFates former,
      Runnable letterTemplates,
      OfficeClock clock) {
    this.folder = folder;
    this.inbox = inbox;
    this.accounts = accounts;
    this.cases = cases;
    this.former = former;
    this.letterTemplates = letterTemplates;
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

  /**
   * Goes back to the day on which the office began to work; {@link #contents} comes back. Before
   * anything is written, so that the ledger's times follow each other.
   */
  public void begin() {
    clock.set(clock.instant().minus(BEFORE));
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
    letterTemplates.run();
    clock.release();
    LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    History openings = new History(today);
    work = new History(today);
    cases.tell(office, today, openings, work);
    openings.relive(clock, () -> false);
    try {
      Files.createDirectories(inbox);
      LetterPainter painter = new LetterPainter();
      long seed = SEED;
      for (Office.Letter letter : office.letters()) {
        ScanWriter.write(
            painter.paint(office, letter, today, seed++), inbox.resolve(letter.file()));
      }
      for (Office.Mail mail : office.mails()) {
        List<BufferedImage> pages = painter.paint(office, mail.letter(), today, seed++);
        MailWriter.write(office, mail, pages, clock.instant(), inbox.resolve(mail.file()));
      }
      Files.writeString(mark(), BEGUN);
    } catch (IOException e) {
      throw new UncheckedIOException("The demo's letters could not be written", e);
    }
  }

  /**
   * Begins to do what was done with the files, and to bring in the records of earlier years, beside
   * whatever the server does: that takes a minute, and nobody has to wait for it.
   */
  void start() {
    if (work == null) {
      return;
    }
    System.out.println(
        "The demo office's past is being filled in: " + work.size() + " things were done in it.");
    filling = new Thread(this::fill, "demo");
    filling.start();
  }

  private void fill() {
    try {
      LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
      if (work.relive(clock, () -> ended) && former.tell(today, () -> ended)) {
        Files.writeString(mark(), FILLED);
        System.out.println("The demo office is complete.");
      }
    } catch (IOException | RuntimeException e) {
      LOG.error("The demo office's past is not complete", e);
    }
  }

  /** Leaves the rest undone; whoever starts the server again is told. */
  void stop() {
    ended = true;
    try {
      if (filling != null) {
        filling.join();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private boolean interrupted() {
    try {
      return work == null && Files.readString(mark()).equals(BEGUN);
    } catch (IOException e) {
      throw new UncheckedIOException("The demo's mark cannot be read", e);
    }
  }

  private Path mark() {
    return folder.path().resolve(MARK);
  }

  /** The accounts with their passwords, a line each; the administrator's only if it is ours. */
  public List<String> listing() {
    List<String> lines = new ArrayList<>();
    if (interrupted()) {
      lines.add(
          "The demo office's past is not complete: the server was stopped while it was filled in."
              + " An empty data folder begins anew.");
    }
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
