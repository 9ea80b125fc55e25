package org.chancery.core.http;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.chancery.core.access.Account;
import org.chancery.core.access.AccountDesk;
import org.chancery.core.access.AccountKeeper;
import org.chancery.core.access.Component;
import org.chancery.core.access.Role;
import org.chancery.core.access.Session;
import org.chancery.core.access.Sessions;
import org.chancery.core.repository.Invalid;

/** The accounts and components of a host that keeps them itself. */
final class AccountRoutes {
  private final AccountDesk desk;
  private final Sessions sessions;

  AccountRoutes(AccountDesk desk, Sessions sessions) {
    this.desk = desk;
    this.sessions = sessions;
  }

  /** An account, as openapi.yaml says. */
  record Body(
      String user,
      String displayName,
      boolean enabled,
      boolean program,
      Set<String> components,
      List<RoleBody> roles,
      Optional<Instant> lockedUntil,
      long revision) {

    static Body of(AccountKeeper.Kept kept) {
      Account account = kept.account();
      return new Body(
          account.user(),
          account.displayName(),
          kept.enabled(),
          account.program(),
          new TreeSet<>(account.components()),
          account.assignments().stream()
              .map(each -> new RoleBody(each.role(), each.component()))
              .sorted(
                  (a, b) ->
                      (a.role() + a.component().orElse(""))
                          .compareTo(b.role() + b.component().orElse("")))
              .toList(),
          kept.lockedUntil(),
          kept.revision());
    }
  }

  /** A role, in a component or everywhere. */
  record RoleBody(Role role, Optional<String> component) {}

  /** Every account. */
  record AccountList(List<Body> items) {}

  /** Every component. */
  record ComponentList(List<Component> items) {}

  Response accounts(Exchange exchange) {
    return Response.json(200, new AccountList(desk.all().stream().map(Body::of).toList()))
        .with("Cache-Control", "no-store");
  }

  Response components(Exchange exchange) {
    return Response.json(200, new ComponentList(desk.components()));
  }

  /** Body of {@link #create}. */
  record NewAccount(
      String user,
      String displayName,
      String password,
      List<String> components,
      List<RoleBody> roles,
      Optional<Boolean> program) {}

  /** The password is encoded before the transaction begins: that takes long by design. */
  Handler.Work create(Exchange exchange) {
    NewAccount body = exchange.json(NewAccount.class);
    String user = required(body.user(), "user");
    AccountDesk.NewPassword password = password(user, body.password());
    AccountDesk.Wanted wanted = wanted(body.displayName(), body.components(), body.roles(), true);
    return new Handler.Work(
        exchange.hash(),
        () ->
            shown(
                201,
                desk.create(
                    exchange.actor(), user, wanted, body.program().orElse(false), password)));
  }

  /** Body of {@link #change}. */
  record AccountChange(
      String displayName, List<String> components, List<RoleBody> roles, Boolean enabled) {}

  Response change(Exchange exchange) {
    long revision = exchange.ifMatch();
    AccountChange body = exchange.json(AccountChange.class);
    if (body.enabled() == null) {
      throw new Invalid(Map.of("enabled", "is missing"));
    }
    AccountDesk.Wanted wanted =
        wanted(body.displayName(), body.components(), body.roles(), body.enabled());
    return shown(200, desk.change(exchange.actor(), exchange.segment("user"), revision, wanted));
  }

  /** Body of {@link #password}. */
  record PasswordBody(String password) {}

  Handler.Work reset(Exchange exchange) {
    String user = exchange.segment("user");
    AccountDesk.NewPassword password = password(user, exchange.json(PasswordBody.class).password());
    return new Handler.Work(
        "",
        () -> {
          desk.reset(exchange.actor(), user, password);
          return Response.empty(204);
        });
  }

  /** Body of {@link #own}. */
  record OwnPassword(String old, String password) {}

  /** The old password is tried as at a sign-in, so that guesses are counted as there. */
  Handler.Work own(Exchange exchange) {
    OwnPassword body = exchange.json(OwnPassword.class);
    String user = exchange.account().user();
    String old = required(body.old(), "old");
    AccountDesk.NewPassword password = password(user, body.password());
    Session proof =
        sessions
            .open(user, old, exchange.request().source())
            .orElseThrow(
                () ->
                    Refusal.of(
                        403,
                        "old-password-wrong",
                        "Not your password",
                        "The old password is not the one you sign in with. After several wrong"
                            + " ones in a row the account is locked for a while."));
    sessions.close(proof);
    return new Handler.Work(
        "",
        () -> {
          desk.changeOwn(exchange.actor(), password);
          return Response.empty(204);
        });
  }

  /** Body of {@link #addComponent}. */
  record ComponentBody(String code, String name) {}

  Response addComponent(Exchange exchange) {
    ComponentBody body = exchange.json(ComponentBody.class);
    return Response.json(
        201,
        desk.put(exchange.actor(), required(body.code(), "code"), required(body.name(), "name")));
  }

  private AccountDesk.NewPassword password(String user, String password) {
    return desk.password(user, required(password, "password"));
  }

  private static AccountDesk.Wanted wanted(
      String displayName, List<String> components, List<RoleBody> roles, boolean enabled) {
    if (components == null || roles == null) {
      throw new Invalid(Map.of(components == null ? "components" : "roles", "is missing"));
    }
    Set<Account.Assignment> assignments = new HashSet<>();
    for (RoleBody role : roles) {
      if (role == null || role.role() == null) {
        throw new Invalid(Map.of("roles", "must each name a role"));
      }
      assignments.add(new Account.Assignment(role.role(), role.component()));
    }
    return new AccountDesk.Wanted(
        required(displayName, "displayName"), new HashSet<>(components), assignments, enabled);
  }

  private static Response shown(int status, AccountKeeper.Kept kept) {
    return Response.json(status, Body.of(kept))
        .withRevision(kept.revision())
        .with("Cache-Control", "no-store");
  }

  private static String required(String text, String field) {
    if (text == null || text.isBlank()) {
      throw new Invalid(Map.of(field, "is missing"));
    }
    return text;
  }
}
