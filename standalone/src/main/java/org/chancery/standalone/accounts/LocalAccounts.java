package org.chancery.standalone.accounts;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.chancery.core.access.Account;
import org.chancery.core.access.AccountKeeper;
import org.chancery.core.access.Accounts;
import org.chancery.core.access.Authorities;
import org.chancery.core.access.Component;
import org.chancery.core.access.PasswordRules;
import org.chancery.core.access.Role;
import org.chancery.core.audit.Action;
import org.chancery.core.audit.AuditEvent;
import org.chancery.core.audit.AuditTrail;
import org.chancery.core.repository.Caller;
import org.chancery.core.repository.NameTaken;
import org.chancery.core.repository.Transactions;
import org.springframework.security.crypto.password.PasswordEncoder;

/** The accounts kept in the server's own database. Groups follow from components and roles. */
public final class LocalAccounts implements Accounts, AccountKeeper {
  /** An account's last passwords, so many, are not taken again (requirement P13). */
  static final int REMEMBERED_PASSWORDS = 10;

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
   * Creates an account at the first start.
   *
   * @throws IllegalArgumentException when there is one of that name, or the password breaks a rule
   */
  public void create(Account account, String password) {
    String problem = PasswordRules.problem(account.user(), password).orElse("");
    if (!problem.isEmpty()) {
      throw new IllegalArgumentException(problem);
    }
    String encoded = encoder.encode(password);
    transactions.write(
        () -> {
          if (!table.insert(account, encoded)) {
            throw new IllegalArgumentException("There is an account " + account.user());
          }
          administered("account", account.user());
        });
  }

  @Override
  public List<Kept> all() {
    return table.all().stream().map(this::kept).toList();
  }

  @Override
  public Optional<Kept> kept(String user) {
    return table.find(user).map(this::kept);
  }

  private Kept kept(StoredAccount stored) {
    return new Kept(
        stored.account(),
        stored.enabled(),
        stored.lockedUntil().filter(table::isAhead),
        stored.revision());
  }

  @Override
  public void hold() {
    table.hold();
  }

  @Override
  public void add(Account account, String encoded) {
    if (!table.insert(account, encoded)) {
      throw new NameTaken(account.user());
    }
  }

  @Override
  public void replace(Account account, boolean enabled) {
    table.replace(account, enabled);
  }

  @Override
  public void setPassword(String user, String encoded) {
    table.setPassword(user, encoded);
  }

  @Override
  public boolean wasUsed(String user, String password) {
    return table.passwords(user, REMEMBERED_PASSWORDS).stream()
        .anyMatch(encoded -> encoder.matches(password, encoded));
  }

  @Override
  public String encode(String password) {
    return encoder.encode(password);
  }

  @Override
  public void put(Component component) {
    table.insert(component);
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
  public List<Authority> members(String group, int limit) {
    if (!group.startsWith("GROUP_") || group.equals(Caller.EVERYONE)) {
      return List.of();
    }
    return table.enabled().stream()
        .filter(account -> account.caller().authorities().contains(group))
        .map(LocalAccounts::authority)
        .sorted(Comparator.comparing(each -> each.label().toLowerCase(Locale.ROOT)))
        .limit(limit)
        .toList();
  }

  private static Authority authority(Account account) {
    return new Authority(account.user(), account.displayName(), Authority.Kind.USER);
  }

  @Override
  public String label(String authority) {
    if (!authority.startsWith("GROUP_")) {
      return table.known(authority).map(found -> found.account().displayName()).orElse(authority);
    }
    return groups().stream()
        .filter(group -> group.name().equals(authority))
        .map(Authority::label)
        .findFirst()
        .orElse(authority);
  }

  @Override
  public Map<String, String> labels(Collection<String> authorities) {
    Map<String, String> known = new HashMap<>(table.displayNames(authorities));
    groups().forEach(group -> known.put(group.name(), group.label()));
    return authorities.stream()
        .distinct()
        .collect(Collectors.toMap(name -> name, name -> known.getOrDefault(name, name)));
  }

  private List<Authority> everyAuthority() {
    List<Authority> all = new ArrayList<>(groups());
    for (Account account : table.enabled()) {
      all.add(authority(account));
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
