package org.chancery.standalone.accounts;

import java.io.Console;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import java.util.Set;
import org.chancery.core.access.Account;
import org.chancery.core.access.Account.Assignment;
import org.chancery.core.access.Component;
import org.chancery.core.access.PasswordRules;
import org.chancery.core.access.Role;
import org.chancery.standalone.StartRefused;

/**
 * Sees to it that there is an administrator before anyone can ask for one. The password comes from
 * {@code CHANCERY_ADMIN_PASSWORD}, or from the terminal, or is made and put into a file that only
 * its owner can read.
 */
public final class FirstStart {
  /** The first administrator's name. */
  public static final String ADMIN = "admin";

  private static final String PASSWORD_FILE = "admin-password";
  private static final int MADE_BYTES = 15;
  private static final int TRIES = 3;

  private final LocalAccounts accounts;
  private final Path data;
  private final Optional<String> given;
  private final Optional<Terminal> terminal;

  FirstStart(
      LocalAccounts accounts, Path data, Optional<String> given, Optional<Terminal> terminal) {
    this.accounts = accounts;
    this.data = data;
    this.given = given;
    this.terminal = terminal;
  }

  /** Where a person can type and read. */
  interface Terminal {
    /** Shows the text and reads a line without showing it; empty at the end of input. */
    Optional<String> secret(String prompt);

    /** Shows a line. */
    void say(String line);

    /** The one this process was started on, when there is one. */
    static Optional<Terminal> ofProcess() {
      return Optional.ofNullable(System.console()).map(ConsoleTerminal::new);
    }
  }

  private record ConsoleTerminal(Console console) implements Terminal {
    @Override
    public Optional<String> secret(String prompt) {
      char[] typed = console.readPassword("%s", prompt);
      return Optional.ofNullable(typed).map(String::new);
    }

    @Override
    public void say(String line) {
      console.printf("%s%n", line);
    }
  }

  /**
   * Creates the administrator unless there is one.
   *
   * @param preset the password to take when none was given, instead of asking for one
   * @return what whoever started the server has to be told, when anything
   * @throws StartRefused when no acceptable password was given
   */
  public Optional<String> ensureAdministrator(Optional<String> preset) {
    if (accounts.find(ADMIN).isPresent()) {
      return Optional.empty();
    }
    if (given.isPresent()) {
      PasswordRules.problem(ADMIN, given.get())
          .ifPresent(
              problem -> {
                throw new StartRefused("CHANCERY_ADMIN_PASSWORD cannot be used: " + problem);
              });
      create(given.get());
      return Optional.empty();
    }
    if (preset.isPresent()) {
      create(preset.get());
      return Optional.of(
          "The password of the account \"" + ADMIN + "\" is " + preset.get() + " (demo only)");
    }
    if (terminal.isPresent()) {
      create(ask(terminal.get()));
      return Optional.empty();
    }
    String made = make();
    Path file = keep(made);
    create(made);
    return Optional.of("The password of the account \"" + ADMIN + "\" is in " + file);
  }

  private void create(String password) {
    accounts.create(
        new Account(
            ADMIN,
            "Administrator",
            Set.of(Component.EXECSEC),
            Set.of(new Assignment(Role.ADMINISTRATOR, Optional.empty())),
            true),
        password);
  }

  private static String ask(Terminal terminal) {
    terminal.say("Chancery starts here for the first time.");
    return chosen(terminal, ADMIN);
  }

  /**
   * Asks for a new password, twice.
   *
   * @throws StartRefused when none that can be taken was chosen
   */
  static String chosen(Terminal terminal, String user) {
    for (int i = 0; i < TRIES; i++) {
      String first = line(terminal, "Choose a password for the account \"" + user + "\": ", user);
      Optional<String> problem = PasswordRules.problem(user, first);
      if (problem.isPresent()) {
        terminal.say(problem.get());
      } else if (!first.equals(line(terminal, "Once more: ", user))) {
        terminal.say("The two were not the same.");
      } else {
        return first;
      }
    }
    throw none(user);
  }

  private static String line(Terminal terminal, String prompt, String user) {
    return terminal.secret(prompt).orElseThrow(() -> none(user));
  }

  private static StartRefused none(String user) {
    return new StartRefused("No password was chosen for the account \"" + user + "\".");
  }

  private static String make() {
    byte[] bytes = new byte[MADE_BYTES];
    new SecureRandom().nextBytes(bytes);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  /** Written before the account exists: a crash in between leaves a file too many, not too few. */
  private Path keep(String password) {
    Path file = data.resolve(PASSWORD_FILE);
    try {
      Files.deleteIfExists(file);
      Files.createFile(
          file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
      Files.write(
          file,
          Arrays.asList(password),
          StandardCharsets.UTF_8,
          StandardOpenOption.WRITE,
          StandardOpenOption.SYNC);
      return file;
    } catch (IOException e) {
      throw new UncheckedIOException("The administrator's password could not be written", e);
    }
  }
}
