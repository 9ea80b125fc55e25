package org.chancery.standalone.database;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.pool.HikariPool;
import org.chancery.standalone.StartRefused;

/** Opens the pool of connections. */
public final class Connections {
  private static final int MOST = 24;

  private Connections() {}

  /**
   * Opens the pool; the caller closes it.
   *
   * @throws StartRefused when the database cannot be reached
   */
  public static HikariDataSource open(RunningDatabase database) {
    HikariConfig config = new HikariConfig();
    config.setPoolName("chancery");
    config.setJdbcUrl(database.url());
    database.user().ifPresent(config::setUsername);
    database.password().ifPresent(config::setPassword);
    config.setMaximumPoolSize(MOST);
    config.setMinimumIdle(2);
    try {
      return new HikariDataSource(config);
    } catch (HikariPool.PoolInitializationException e) {
      Throwable cause = e.getCause() == null ? e : e.getCause();
      throw new StartRefused("the database cannot be reached: " + cause.getMessage(), e);
    }
  }
}
