package org.chancery.benchmarks.clock;

import com.zaxxer.hikari.HikariDataSource;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What the database has read so far, by table: rows of the table read one after the other, and
 * entries of its indexes; an entry whose row is looked at, too, counts once. Analysing and
 * vacuuming are not in it.
 */
record RowsRead(Map<String, Long> byTable) {

  /**
   * Up to now. Sessions tell what they read with a delay, but all of it when they end: so the
   * sessions that were open end first.
   */
  static RowsRead upToNow(JdbcClient jdbc, List<HikariDataSource> pools)
      throws InterruptedException {
    String now = jdbc.sql("SELECT clock_timestamp()::text").query(String.class).single();
    pools.forEach(pool -> pool.getHikariPoolMXBean().softEvictConnections());
    while (jdbc.sql(
                "SELECT count(*) FROM pg_stat_activity WHERE backend_type = 'client backend' AND"
                    + " backend_start < :now::timestamptz")
            .param("now", now)
            .query(Long.class)
            .single()
        > 0) {
      Thread.sleep(50);
      pools.forEach(pool -> pool.getHikariPoolMXBean().softEvictConnections());
    }
    Map<String, Long> read = new TreeMap<>();
    jdbc.sql(
            """
            SELECT relname, seq_tup_read FROM pg_stat_user_tables
            UNION ALL SELECT indexrelname, idx_tup_read FROM pg_stat_user_indexes
            """)
        .query(
            rows -> {
              read.put(rows.getString(1), rows.getLong(2));
            });
    return new RowsRead(read);
  }

  RowsRead since(RowsRead before) {
    Map<String, Long> read = new TreeMap<>();
    byTable.forEach(
        (table, rows) -> {
          long more = rows - before.byTable.getOrDefault(table, 0L);
          if (more > 0) {
            read.put(table, more);
          }
        });
    return new RowsRead(read);
  }

  long all() {
    return byTable.values().stream().mapToLong(Long::longValue).sum();
  }

  @Override
  public String toString() {
    StringBuilder text = new StringBuilder(String.format(Locale.ROOT, "%,d rows read:", all()));
    byTable.entrySet().stream()
        .sorted(Map.Entry.<String, Long>comparingByValue().reversed())
        .limit(12)
        .forEach(
            each ->
                text.append(
                    String.format(Locale.ROOT, " %s %,d;", each.getKey(), each.getValue())));
    return text.toString();
  }
}
