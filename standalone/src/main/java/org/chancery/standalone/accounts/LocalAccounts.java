package org.chancery.standalone.accounts;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.chancery.core.access.Account;
import org.chancery.core.access.Accounts;
import org.chancery.core.access.Authorities;
import org.chancery.core.access.Component;
import org.chancery.core.access.Role;
import org.chancery.core.audit.Action;
import org.chancery.core.audit.AuditEvent;
import org.chancery.core.audit.AuditTrail;
import org.chancery.core.repository.Caller;
import org.chancery.core.repository.Transactions;
import org.springframework.security.crypto.password.PasswordEncoder;

/** The accounts kept in the server's own database. Groups follow from components and roles. */
public final class LocalAccounts implements Accounts {
  /** The shortest password that is taken, characters (requirement P13). */
  public static final int SHORTEST_PASSWORD = 8;

  /** The longest, bytes: the encoding would pass over what lies beyond. */
  public static final int LONGEST_PASSWORD = 72;

  private final AccountTable table;
  private final PasswordEncoder encoder;
  private final Transactions transactions;
  private final AuditTrail audit;

  LocalAccounts(
      AccountTable table, PasswordEncoder encoder, Transactions transactions, AuditTrail audit) {
    this.table = table;
    this.encoder = encoder;
    this.transactions = transactions;
    this.audit = audit;
  }

  @Override
  public Optional<Account> find(String user) {
    return table.known(user).filter(StoredAccount::enabled).map(StoredAccount::account);
  }

  @Override
  public List<Component> components() {
    return table.components();
  }

  /** Adds a component, or renames the one that has the code. */
  public void addComponent(Component component) {
    transactions.write(
        () -> {
          table.insert(component);
          administered("component", component.code());
        });
  }

  /**
   * Creates an account.
   *
   * @throws IllegalArgumentException when the password is too short or too long
   */
  public void create(Account account, String password) {
    String problem = passwordProblem(password).orElse("");
    if (!problem.isEmpty()) {
      throw new IllegalArgumentException(problem);
    }
    String encoded = encoder.encode(password);
    transactions.write(
        () -> {
          table.insert(account, encoded);
          administered("account", account.user());
        });
  }

  /** What is wrong with a new password, in words for the person who chose it. */
  public static Optional<String> passwordProblem(String password) {
    if (password.length() < SHORTEST_PASSWORD) {
      return Optional.of("A password needs at least " + SHORTEST_PASSWORD + " characters.");
    }
    if (password.getBytes(StandardCharsets.UTF_8).length > LONGEST_PASSWORD) {
      return Optional.of("A password may have at most " + LONGEST_PASSWORD + " bytes.");
    }
    return Optional.empty();
  }

  private void administered(String kind, String name) {
    audit.record(
        new AuditEvent(
            Caller.ofSystem().user(),
            Action.ADMINISTER,
            Optional.empty(),
            AuditEvent.Outcome.DONE,
            "system",
            Map.of("created", kind, "name", name)));
  }

  @Override
  public List<Authority> search(String text, int limit) {
    String wanted = text.strip().toLowerCase(Locale.ROOT);
    return everyAuthority().stream()
        .filter(
            each ->
                each.label().toLowerCase(Locale.ROOT).contains(wanted)
                    || each.name().toLowerCase(Locale.ROOT).contains(wanted))
        .sorted(Comparator.comparing(each -> each.label().toLowerCase(Locale.ROOT)))
        .limit(limit)
        .toList();
  }

  @Override
  public String label(String authority) {
    if (!authority.startsWith("GROUP_")) {
      return table.find(authority).map(found -> found.account().displayName()).orElse(authority);
    }
    return groups().stream()
        .filter(group -> group.name().equals(authority))
        .map(Authority::label)
        .findFirst()
        .orElse(authority);
  }

  private List<Authority> everyAuthority() {
    List<Authority> all = new ArrayList<>(groups());
    for (Account account : table.enabled()) {
      all.add(new Authority(account.user(), account.displayName(), Authority.Kind.USER));
    }
    return all;
  }

  private List<Authority> groups() {
    List<Authority> groups = new ArrayList<>();
    groups.add(group(Caller.EVERYONE, "Everyone"));
    groups.add(group(Authorities.ADMINISTRATORS, "Administrators"));
    for (Role role : Role.values()) {
      groups.add(group(Authorities.role(role), role.label() + " (all components)"));
    }
    for (Component component : components()) {
      groups.add(group(Authorities.component(component.code()), component.name()));
      for (Role role : Role.values()) {
        groups.add(
            group(
                Authorities.roleIn(component.code(), role),
                role.label() + " · " + component.code()));
      }
    }
    return groups;
  }

  private static Authority group(String name, String label) {
    return new Authority(name, label, Authority.Kind.GROUP);
  }
}
