package org.chancery.core.access;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.chancery.core.audit.Action;
import org.chancery.core.audit.AuditEvent;
import org.chancery.core.audit.AuditTrail;
import org.chancery.core.repository.Conflict;
import org.chancery.core.repository.Invalid;
import org.chancery.core.repository.NotFound;
import org.chancery.core.repository.WrongState;

/**
 * Administers the accounts of a host that keeps them itself (requirement P1): every change has its
 * row in the ledger, an account that may no longer sign in is out at once, and there is always
 * someone left who can administer.
 */
public final class AccountDesk {
  private static final String NAME = "[a-z0-9][a-z0-9._@-]{0,63}";
  private static final int LONGEST_LABEL = 200;

  /** What the ledger calls the server itself, and whoever has not signed in. */
  private static final Set<String> NOBODYS = Set.of("system", "nobody");

  private final AccountKeeper keeper;
  private final Accounts accounts;
  private final Sessions sessions;
  private final AuditTrail audit;
  private final Runnable newComponent;

  /**
   * Administers what the keeper keeps.
   *
   * @param newComponent makes what a new component needs, in the transaction in progress
   */
  public AccountDesk(
      AccountKeeper keeper,
      Accounts accounts,
      Sessions sessions,
      AuditTrail audit,
      Runnable newComponent) {
    this.keeper = keeper;
    this.accounts = accounts;
    this.sessions = sessions;
    this.audit = audit;
    this.newComponent = newComponent;
  }

  /**
   * What an account is to be.
   *
   * @param displayName what people read
   * @param components codes
   * @param assignments roles, each in a component or everywhere
   * @param enabled whether it may sign in
   */
  public record Wanted(
      String displayName,
      Set<String> components,
      Set<Account.Assignment> assignments,
      boolean enabled) {

    /** Copies the sets. */
    public Wanted {
      components = Set.copyOf(components);
      assignments = Set.copyOf(assignments);
    }
  }

  /** A password that may be set, encoded; made outside any transaction, since that is slow. */
  public record NewPassword(String encoded) {}

  /** Every account, disabled ones too, by name. */
  public List<AccountKeeper.Kept> all() {
    return keeper.all();
  }

  /** Every component, by code. */
  public List<Component> components() {
    return accounts.components();
  }

  /**
   * Checks and encodes a password. Not to be called within a transaction.
   *
   * @throws Invalid when it breaks a rule
   */
  public NewPassword password(String user, String password) {
    PasswordRules.problem(user, password)
        .ifPresent(
            problem -> {
              throw new Invalid(Map.of("password", problem));
            });
    if (keeper.wasUsed(user, password)) {
      throw new Invalid(Map.of("password", "It was this account's before; choose another one."));
    }
    return new NewPassword(keeper.encode(password));
  }

  /**
   * Adds an account, within the transaction in progress.
   *
   * @param program whether it is a program's, which signs in with every request
   * @throws Invalid when a value is not allowed
   * @throws org.chancery.core.repository.NameTaken when there is one of that name
   */
  public AccountKeeper.Kept create(
      Actor actor, String user, Wanted wanted, boolean program, NewPassword password) {
    if (!user.matches(NAME) || user.startsWith("group_")) {
      throw new Invalid(
          Map.of(
              "user",
              "must begin with a small letter or a digit, and have at most 64 small letters,"
                  + " digits and . _ @ -"));
    }
    if (NOBODYS.contains(user)) {
      throw new Invalid(Map.of("user", "is no person's: the ledger means others by it"));
    }
    Account account = account(user, wanted, program);
    keeper.hold();
    keeper.add(account, password.encoded());
    record(actor, user, Map.of("created", "account"), account);
    return keeper.kept(user).orElseThrow();
  }

  /**
   * Changes an account, within the transaction in progress. When it may no longer sign in, its
   * sessions end at once.
   *
   * @param revision what the actor saw
   * @throws NotFound when there is none of that name
   * @throws Conflict when it has changed since
   * @throws WrongState when nobody would be left who can administer
   */
  public AccountKeeper.Kept change(Actor actor, String user, long revision, Wanted wanted) {
    keeper.hold();
    AccountKeeper.Kept before = keeper.kept(user).orElseThrow(() -> new NotFound(user));
    if (before.revision() != revision) {
      throw new Conflict(user, before.revision());
    }
    String name = before.account().user();
    Account account = account(name, wanted, before.account().program());
    requireAdministratorBeside(account, wanted.enabled());
    keeper.replace(account, wanted.enabled());
    if (!wanted.enabled()) {
      sessions.endAll(name);
    }
    Map<String, String> details = new LinkedHashMap<>();
    details.put("changed", "account");
    if (before.enabled() != wanted.enabled()) {
      details.put("enabled", String.valueOf(wanted.enabled()));
    }
    if (!before.account().assignments().equals(account.assignments())) {
      details.put("rolesBefore", roles(before.account()));
    }
    record(actor, name, details, account);
    return keeper.kept(name).orElseThrow();
  }

  /**
   * Gives an account another password, within the transaction in progress; its sessions end.
   *
   * @throws NotFound when there is none of that name
   */
  public void reset(Actor actor, String user, NewPassword password) {
    keeper.hold();
    String name =
        keeper.kept(user).map(kept -> kept.account().user()).orElseThrow(() -> new NotFound(user));
    keeper.setPassword(name, password.encoded());
    sessions.endAll(name);
    administered(actor, Map.of("changed", "password", "name", name));
  }

  /**
   * Gives the actor's own account another password, within the transaction in progress; its
   * sessions end, the one it was asked in too. That the actor knows the password so far is for the
   * caller to have made sure of.
   *
   * @throws NotFound when the account is gone
   */
  public void changeOwn(Actor actor, NewPassword password) {
    keeper.hold();
    String name =
        keeper
            .kept(actor.caller().user())
            .map(kept -> kept.account().user())
            .orElseThrow(() -> new NotFound(actor.caller().user()));
    keeper.setPassword(name, password.encoded());
    sessions.endAll(name);
    administered(actor, Map.of("changed", "own password", "name", name));
  }

  /**
   * Adds a component, or renames the one that has the code, within the transaction in progress.
   *
   * @throws Invalid when a value is not allowed
   */
  public Component put(Actor actor, String code, String name) {
    Component component;
    try {
      component = new Component(code, label(name, "name"));
    } catch (IllegalArgumentException e) {
      throw new Invalid(
          Map.of(
              "code",
              "must begin with a capital letter, and have at most 20 capital letters, digits and"
                  + " hyphens"));
    }
    keeper.hold();
    keeper.put(component);
    newComponent.run();
    administered(actor, Map.of("changed", "component", "name", code));
    return component;
  }

  private Account account(String user, Wanted wanted, boolean program) {
    Set<String> known = new HashSet<>();
    accounts.components().forEach(component -> known.add(component.code()));
    for (String code : wanted.components()) {
      requireKnown(known, code, "components");
    }
    Set<String> components = new HashSet<>(wanted.components());
    for (Account.Assignment assignment : wanted.assignments()) {
      assignment.component().ifPresent(code -> requireKnown(known, code, "roles"));
      // Who holds a role in a component belongs to it.
      assignment.component().ifPresent(components::add);
    }
    return new Account(
        user,
        label(wanted.displayName(), "displayName"),
        components,
        wanted.assignments(),
        program);
  }

  private static void requireKnown(Set<String> known, String code, String field) {
    if (!known.contains(code)) {
      throw new Invalid(Map.of(field, "there is no component '" + code + "'"));
    }
  }

  private static String label(String text, String field) {
    if (text == null || text.isBlank() || text.length() > LONGEST_LABEL) {
      throw new Invalid(Map.of(field, "must have between 1 and " + LONGEST_LABEL + " characters"));
    }
    return text.strip();
  }

  private void requireAdministratorBeside(Account changed, boolean enabled) {
    boolean left =
        enabled && administers(changed)
            || keeper.all().stream()
                .filter(kept -> !kept.account().user().equals(changed.user()))
                .anyMatch(kept -> kept.enabled() && administers(kept.account()));
    if (!left) {
      throw new WrongState(
          "Nobody would be left who can administer. Make someone else an administrator first.");
    }
  }

  private static boolean administers(Account account) {
    return account.roles().contains(Role.ADMINISTRATOR);
  }

  private void record(Actor actor, String user, Map<String, String> details, Account account) {
    Map<String, String> all = new LinkedHashMap<>(details);
    all.put("name", user);
    all.put("roles", roles(account));
    administered(actor, all);
  }

  /** Codes only, so that they may stand in the ledger. */
  private static String roles(Account account) {
    Set<String> roles = new TreeSet<>();
    account
        .assignments()
        .forEach(each -> roles.add(each.role() + each.component().map(c -> "@" + c).orElse("")));
    return String.join(" ", roles);
  }

  private void administered(Actor actor, Map<String, String> details) {
    audit.record(
        new AuditEvent(
            actor.caller().user(),
            Action.ADMINISTER,
            Optional.empty(),
            AuditEvent.Outcome.DONE,
            actor.source(),
            details));
  }
}
