package org.chancery.alfresco.identity;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.alfresco.repo.transaction.RetryingTransactionHelper;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The table of sessions. Secrets are looked up by their hash. */
final class SessionTable {
  private static final String INSERT =
      "insert into chancery_session (id, account, platform, opened, seen) values (?, ?, ?, ?, ?)"
          + " on conflict (id) do nothing";

  private final JdbcClient jdbc;
  private final RetryingTransactionHelper transactions;

  SessionTable(DataSource dataSource, RetryingTransactionHelper transactions) {
    this.jdbc = JdbcClient.create(dataSource);
    this.transactions = transactions;
  }

  /** A row. */
  record Row(
      String account,
      boolean platform,
      boolean affirmed,
      Instant opened,
      Instant seen,
      boolean locked) {}

  Optional<Row> find(String secret) {
    return transactions.doInTransaction(
        () ->
            jdbc.sql("select * from chancery_session where id = ?")
                .param(Secrets.hash(secret))
                .query(
                    (row, number) ->
                        new Row(
                            row.getString("account"),
                            row.getBoolean("platform"),
                            row.getBoolean("affirmed"),
                            row.getTimestamp("opened").toInstant(),
                            row.getTimestamp("seen").toInstant(),
                            row.getBoolean("locked")))
                .optional(),
        true,
        false);
  }

  /** In a transaction of its own: a browser's session is there before it is told of. */
  void open(String secret, String account, Instant now) {
    apart(INSERT, row(secret, account, false, now));
  }

  /**
   * The session under a ticket of the platform's; joins the transaction in progress.
   *
   * @return whether it was not there yet
   */
  boolean begin(String ticket, String account, Instant now) {
    return joined(INSERT, row(ticket, account, true, now)) > 0;
  }

  private static Object[] row(String secret, String account, boolean platform, Instant now) {
    return new Object[] {
      Secrets.hash(secret), account, platform, Timestamp.from(now), Timestamp.from(now)
    };
  }

  void seen(String secret, Instant now) {
    apart(
        "update chancery_session set seen = ? where id = ?",
        Timestamp.from(now),
        Secrets.hash(secret));
  }

  /** Joins the transaction in progress. */
  void affirm(String secret) {
    joined("update chancery_session set affirmed = true where id = ?", Secrets.hash(secret));
  }

  /** Joins the transaction in progress. */
  void lock(String secret) {
    joined(
        "update chancery_session set locked = true where id = ? and not platform",
        Secrets.hash(secret));
  }

  /** A browser's session goes on where an earlier one was left; joins the transaction. */
  void goOn(String secret, Row earlier) {
    joined(
        "update chancery_session set affirmed = affirmed or ?, opened = ? where id = ?",
        earlier.affirmed(),
        Timestamp.from(earlier.opened()),
        Secrets.hash(secret));
  }

  /** Joins the transaction in progress. */
  void closeAll(String account) {
    joined("delete from chancery_session where account = ?", account);
  }

  /**
   * Locks the browsers' sessions that nobody has used since, in the transaction in progress.
   *
   * @return whose they are
   */
  List<String> lock(Instant seenBefore) {
    return jdbc.sql(
            """
            update chancery_session set locked = true
            where not platform and not locked and seen < :seen
            returning account
            """)
        .param("seen", Timestamp.from(seenBefore))
        .query(String.class)
        .list();
  }

  /** Joins the transaction in progress. */
  void close(String secret) {
    joined("delete from chancery_session where id = ?", Secrets.hash(secret));
  }

  /**
   * Removes what has ended, in the transaction in progress.
   *
   * @return whose browser sessions have ended
   */
  List<String> end(Instant seenBefore, Instant openedBefore, Instant ticketsBefore) {
    return jdbc.sql(
            """
            with ended as (
              delete from chancery_session
              where case when platform then opened < :tickets
                else seen < :seen or opened < :opened end
              returning account, platform)
            select account from ended where not platform
            """)
        .param("seen", Timestamp.from(seenBefore))
        .param("opened", Timestamp.from(openedBefore))
        .param("tickets", Timestamp.from(ticketsBefore))
        .query(String.class)
        .list();
  }

  private void apart(String sql, Object... values) {
    transactions.doInTransaction(() -> jdbc.sql(sql).params(values).update(), false, true);
  }

  private int joined(String sql, Object... values) {
    return transactions.doInTransaction(() -> jdbc.sql(sql).params(values).update(), false, false);
  }
}
