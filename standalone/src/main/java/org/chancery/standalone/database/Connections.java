package org.chancery.standalone.database;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.pool.HikariPool;
import org.chancery.standalone.StartRefused;

/** Opens the pools of connections. */
public final class Connections {
  private static final int MOST = 24;
  private static final int MOST_UNSYNCED = 6;

  private Connections() {}

  /**
   * Opens the pool; the caller closes it.
   *
   * @throws StartRefused when the database cannot be reached
   */
  public static HikariDataSource open(RunningDatabase database) {
    HikariConfig config = config(database);
    config.setPoolName("chancery");
    config.setMaximumPoolSize(MOST);
    config.setMinimumIdle(2);
    return open(config);
  }

  /**
   * Opens a small pool of connections whose commits do not wait for the disk; the caller closes it.
   *
   * @throws StartRefused when the database cannot be reached
   */
  public static HikariDataSource openUnsynced(RunningDatabase database) {
    HikariConfig config = config(database);
    config.setPoolName("unsynced");
    config.setMaximumPoolSize(MOST_UNSYNCED);
    config.setMinimumIdle(1);
    config.setConnectionInitSql("SET synchronous_commit = off");
    return open(config);
  }

  private static HikariConfig config(RunningDatabase database) {
    HikariConfig config = new HikariConfig();
    config.setJdbcUrl(database.url());
    database.user().ifPresent(config::setUsername);
    database.password().ifPresent(config::setPassword);
    return config;
  }

  private static HikariDataSource open(HikariConfig config) {
    try {
      return new HikariDataSource(config);
    } catch (HikariPool.PoolInitializationException e) {
      Throwable cause = e.getCause() == null ? e : e.getCause();
      throw new StartRefused("the database cannot be reached: " + cause.getMessage(), e);
    }
  }
}
