package org.chancery.core.memory;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.chancery.core.access.Account;
import org.chancery.core.access.Account.Assignment;
import org.chancery.core.access.AccountKeeper;
import org.chancery.core.access.Accounts;
import org.chancery.core.access.Component;
import org.chancery.core.access.Role;
import org.chancery.core.access.Session;
import org.chancery.core.access.Sessions;
import org.chancery.core.repository.Caller;

/** Accounts and sessions in memory; every password is {@value #PASSWORD}. */
public final class MemoryOffice implements Accounts, Sessions {
  public static final String PASSWORD = "open sesame";

  private final Map<String, Account> accounts = new LinkedHashMap<>();
  private final Map<String, Session> sessions = new HashMap<>();
  private final Set<String> locked = new HashSet<>();
  private final Set<String> disabled = new HashSet<>();
  private final List<Component> components =
      new ArrayList<>(
          List.of(
              new Component("EXECSEC", "Executive Secretariat"),
              new Component("OPA", "Office of Public Affairs"),
              new Component("CBP", "Customs and Border Protection")));

  public Account add(String user, String component, Role... roles) {
    Set<Assignment> assignments = new HashSet<>();
    for (Role role : roles) {
      assignments.add(new Assignment(role, Optional.of(component)));
    }
    Account account = new Account(user, user + " by name", Set.of(component), assignments, false);
    accounts.put(user, account);
    return account;
  }

  /** Whoever has the account is gone. */
  public void leave(String user) {
    disabled.add(user);
  }

  public Account addProgram(String user) {
    Account account =
        new Account(
            user,
            "Program " + user,
            Set.of(),
            Set.of(new Assignment(Role.ADMINISTRATOR, Optional.empty())),
            true);
    accounts.put(user, account);
    return account;
  }

  /** Keeps the same accounts for whoever administers them. */
  public AccountKeeper keeper() {
    return new MemoryKeeper(accounts, components, disabled);
  }

  /** The session as a host finds it on a request. */
  public Optional<Session> session(String id) {
    return Optional.ofNullable(sessions.get(id)).filter(session -> !locked.contains(id));
  }

  @Override
  public Optional<Account> find(String user) {
    return Optional.ofNullable(accounts.get(user)).filter(account -> !disabled.contains(user));
  }

  @Override
  public List<Component> components() {
    return List.copyOf(components);
  }

  @Override
  public List<Authority> search(String text, int limit) {
    List<Authority> all = new ArrayList<>();
    accounts
        .values()
        .forEach(a -> all.add(new Authority(a.user(), a.displayName(), Authority.Kind.USER)));
    components.forEach(
        c -> all.add(new Authority("GROUP_COMPONENT_" + c.code(), c.name(), Authority.Kind.GROUP)));
    return all.stream()
        .filter(
            each ->
                (each.name() + each.label())
                    .toLowerCase(Locale.ROOT)
                    .contains(text.toLowerCase(Locale.ROOT)))
        .limit(limit)
        .toList();
  }

  @Override
  public List<Authority> members(String group, int limit) {
    return accounts.values().stream()
        .filter(account -> !account.user().equals(group) && !group.equals(Caller.EVERYONE))
        .filter(account -> account.caller().authorities().contains(group))
        .map(a -> new Authority(a.user(), a.displayName(), Authority.Kind.USER))
        .limit(limit)
        .toList();
  }

  @Override
  public String label(String authority) {
    return search("", 200).stream()
        .filter(each -> each.name().equals(authority))
        .map(Authority::label)
        .findFirst()
        .orElse(authority);
  }

  @Override
  public Optional<Session> open(String user, String password, String source) {
    return find(user)
        .filter(account -> password.equals(PASSWORD))
        .map(
            account -> {
              String id = UUID.randomUUID().toString();
              Session session =
                  new Session(
                      id, account, Session.Means.COOKIE, false, UUID.randomUUID().toString(), 15);
              sessions.put(id, session);
              return session;
            });
  }

  @Override
  public Session affirm(Session session) {
    Session affirmed =
        new Session(
            session.id(),
            session.account(),
            session.means(),
            true,
            session.csrf(),
            session.idleMinutes());
    sessions.put(session.id(), affirmed);
    return affirmed;
  }

  @Override
  public Session takeOver(String earlier, Session fresh) {
    Session before = sessions.remove(earlier);
    locked.remove(earlier);
    boolean same = before != null && before.account().user().equals(fresh.account().user());
    return same && before.affirmed() ? affirm(fresh) : fresh;
  }

  @Override
  public void lock(Session session) {
    locked.add(session.id());
  }

  @Override
  public void close(Session session) {
    sessions.remove(session.id());
  }

  @Override
  public void endAll(String user) {
    sessions.values().removeIf(session -> session.account().user().equals(user));
  }
}
