package org.chancery.core.memory;

import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.chancery.core.access.Account;
import org.chancery.core.access.AccountKeeper;
import org.chancery.core.access.Component;
import org.chancery.core.repository.NameTaken;

/** Accounts in memory, for whoever administers them; what is done is not undone by a rollback. */
final class MemoryKeeper implements AccountKeeper {
  private final Map<String, Account> accounts;
  private final List<Component> components;
  private final Set<String> disabled;
  private final Map<String, Long> revisions = new HashMap<>();
  private final Map<String, Set<String>> used = new HashMap<>();

  MemoryKeeper(Map<String, Account> accounts, List<Component> components, Set<String> disabled) {
    this.accounts = accounts;
    this.components = components;
    this.disabled = disabled;
  }

  @Override
  public List<Kept> all() {
    return accounts.values().stream()
        .map(this::kept)
        .sorted(Comparator.comparing(kept -> kept.account().user()))
        .toList();
  }

  @Override
  public Optional<Kept> kept(String user) {
    return Optional.ofNullable(accounts.get(user)).map(this::kept);
  }

  private Kept kept(Account account) {
    return new Kept(
        account,
        !disabled.contains(account.user()),
        Optional.empty(),
        revisions.getOrDefault(account.user(), 1L));
  }

  @Override
  public void hold() {
    // One transaction at a time: nobody else is there.
  }

  @Override
  public void add(Account account, String encoded) {
    if (accounts.putIfAbsent(account.user(), account) != null) {
      throw new NameTaken(account.user());
    }
    setPassword(account.user(), encoded);
  }

  @Override
  public void replace(Account account, boolean enabled) {
    accounts.put(account.user(), account);
    revisions.merge(account.user(), 2L, (before, first) -> before + 1);
    if (enabled) {
      disabled.remove(account.user());
    } else {
      disabled.add(account.user());
    }
  }

  @Override
  public void setPassword(String user, String encoded) {
    used.computeIfAbsent(user, first -> new HashSet<>()).add(encoded);
  }

  @Override
  public boolean wasUsed(String user, String password) {
    return used.getOrDefault(user, Set.of()).contains(encode(password));
  }

  @Override
  public String encode(String password) {
    return "{plain}" + password;
  }

  @Override
  public void put(Component component) {
    components.removeIf(each -> each.code().equals(component.code()));
    components.add(component);
  }
}
