package org.chancery.standalone.accounts;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.chancery.core.access.Account;
import org.chancery.core.access.Account.Assignment;
import org.chancery.core.access.Component;
import org.chancery.core.access.Role;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The tables of accounts and components. */
final class AccountTable {
  private static final String SELECT =
      """
      select a.*,
        (select array_agg(c.component) from account_component c where c.account = a.name) as components,
        (select array_agg(r.role || '@' || coalesce(r.component, '')) from account_role r
          where r.account = a.name) as roles
      from account a
      """;

  private final JdbcClient jdbc;
  private final Clock clock;
  private final Known<Optional<StoredAccount>> known;
  private final Known<List<Component>> knownComponents;

  AccountTable(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
    this.known = new Known<>(clock);
    this.knownComponents = new Known<>(clock);
  }

  /** Whether the moment is still to come. */
  boolean isAhead(Instant moment) {
    return clock.instant().isBefore(moment);
  }

  /** Names are compared without case. */
  static String key(String user) {
    return user.strip().toLowerCase(Locale.ROOT);
  }

  /**
   * The account as it stands, or as it stood less than {@link Known#LIFETIME} ago where the
   * database was changed by other hands than this class's.
   */
  Optional<StoredAccount> known(String user) {
    return known.get(key(user), this::find);
  }

  Optional<StoredAccount> find(String user) {
    return jdbc.sql(SELECT + "where a.name = ?")
        .param(key(user))
        .query((row, number) -> read(row))
        .optional();
  }

  /** What people read for accounts, by the names as they were asked for; none for unknown ones. */
  Map<String, String> displayNames(Collection<String> users) {
    Map<String, String> found = new HashMap<>();
    jdbc.sql("select name, display_name from account where name = any (?)")
        .param(users.stream().map(AccountTable::key).toArray(String[]::new))
        .query(
            row -> {
              found.put(row.getString("name"), row.getString("display_name"));
            });
    Map<String, String> names = new HashMap<>();
    users.forEach(
        user -> Optional.ofNullable(found.get(key(user))).ifPresent(name -> names.put(user, name)));
    return names;
  }

  List<Account> enabled() {
    return jdbc
        .sql(SELECT + "where a.enabled order by a.name")
        .query((row, number) -> read(row))
        .list()
        .stream()
        .map(StoredAccount::account)
        .toList();
  }

  /** Every account, disabled ones too, by name. */
  List<StoredAccount> all() {
    return jdbc.sql(SELECT + "order by a.name").query((row, number) -> read(row)).list();
  }

  /** One change of accounts at a time, until the transaction in progress ends. */
  void hold() {
    jdbc.sql("select pg_advisory_xact_lock(hashtext('chancery.accounts'))::text")
        .query(String.class)
        .single();
  }

  /**
   * Adds an account.
   *
   * @return false when there is one of that name
   */
  boolean insert(Account account, String password) {
    known.forget();
    int made =
        jdbc.sql(
                "insert into account (name, display_name, password, program) values (?, ?, ?, ?)"
                    + " on conflict (name) do nothing")
            .params(account.user(), account.displayName(), password, account.program())
            .update();
    if (made > 0) {
      keepPassword(account.user(), password);
      insertRights(account);
    }
    return made > 0;
  }

  void replace(Account account, boolean enabled) {
    known.forget();
    jdbc.sql(
            "update account set display_name = ?, enabled = ?, revision = revision + 1"
                + " where name = ?")
        .params(account.displayName(), enabled, account.user())
        .update();
    jdbc.sql("delete from account_component where account = ?").param(account.user()).update();
    jdbc.sql("delete from account_role where account = ?").param(account.user()).update();
    insertRights(account);
  }

  /** Another password, with which a lock after wrong ones ends. */
  void setPassword(String user, String password) {
    known.forget();
    jdbc.sql(
            "update account set password = ?, failures = 0, last_failure = null,"
                + " locked_until = null, revision = revision + 1 where name = ?")
        .params(password, user)
        .update();
    keepPassword(user, password);
  }

  private void keepPassword(String user, String password) {
    jdbc.sql("insert into account_password (account, password) values (?, ?)")
        .params(user, password)
        .update();
  }

  /** The passwords of an account, encoded, the latest first. */
  List<String> passwords(String user, int limit) {
    return jdbc.sql(
            "select password from account_password where account = ? order by id desc limit ?")
        .params(key(user), limit)
        .query(String.class)
        .list();
  }

  private void insertRights(Account account) {
    for (String component : account.components()) {
      jdbc.sql("insert into account_component (account, component) values (?, ?)")
          .params(account.user(), component)
          .update();
    }
    for (Assignment assignment : account.assignments()) {
      jdbc.sql("insert into account_role (account, role, component) values (?, ?, ?)")
          .params(account.user(), assignment.role().name(), assignment.component().orElse(null))
          .update();
    }
  }

  /** Counts a wrong password, and locks the account when it was one too many in a row. */
  void failed(String user, Instant now, int limit, Duration window, Duration lock) {
    known.forget();
    jdbc.sql(
            """
            update account set
              failures = case when last_failure > :since then failures + 1 else 1 end,
              last_failure = :now,
              locked_until = case
                when last_failure > :since and failures + 1 >= :limit then cast(:until as timestamptz)
                else locked_until end
            where name = :name
            """)
        .param("since", Timestamp.from(now.minus(window)))
        .param("now", Timestamp.from(now))
        .param("limit", limit)
        .param("until", Timestamp.from(now.plus(lock)))
        .param("name", key(user))
        .update();
  }

  void succeeded(String user) {
    int changed =
        jdbc.sql(
                "update account set failures = 0, last_failure = null, locked_until = null"
                    + " where name = ? and (failures > 0 or locked_until is not null)")
            .param(key(user))
            .update();
    if (changed > 0) {
      known.forget();
    }
  }

  List<Component> components() {
    return knownComponents.get("", all -> storedComponents());
  }

  private List<Component> storedComponents() {
    return jdbc.sql("select code, name from component order by code")
        .query((row, number) -> new Component(row.getString("code"), row.getString("name")))
        .list();
  }

  void insert(Component component) {
    knownComponents.forget();
    jdbc.sql(
            "insert into component (code, name) values (?, ?)"
                + " on conflict (code) do update set name = excluded.name")
        .params(component.code(), component.name())
        .update();
  }

  private static StoredAccount read(ResultSet row) throws SQLException {
    Account account =
        new Account(
            row.getString("name"),
            row.getString("display_name"),
            Set.copyOf(texts(row.getArray("components"))),
            texts(row.getArray("roles")).stream()
                .map(AccountTable::assignment)
                .collect(Collectors.toSet()),
            row.getBoolean("program"));
    return new StoredAccount(
        account,
        row.getString("password"),
        row.getBoolean("enabled"),
        Optional.ofNullable(row.getTimestamp("locked_until")).map(Timestamp::toInstant),
        row.getLong("revision"));
  }

  private static List<String> texts(Array array) throws SQLException {
    return array == null ? List.of() : Arrays.asList((String[]) array.getArray());
  }

  private static Assignment assignment(String text) {
    int at = text.indexOf('@');
    String component = text.substring(at + 1);
    return new Assignment(
        Role.valueOf(text.substring(0, at)),
        component.isEmpty() ? Optional.empty() : Optional.of(component));
  }
}
