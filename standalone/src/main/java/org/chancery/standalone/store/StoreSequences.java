package org.chancery.standalone.store;

import org.chancery.core.repository.Sequences;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Numbers kept in a table, counted up in the transaction that uses them: who comes second waits for
 * the first to commit, and a rolled-back number is given again, to someone else and for the first
 * time.
 */
final class StoreSequences implements Sequences {
  private final JdbcClient jdbc;

  StoreSequences(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  @Override
  public long next(String name) {
    return jdbc.sql(
            """
            INSERT INTO sequence_number (name, value) VALUES (:name, 1)
            ON CONFLICT (name) DO UPDATE SET value = sequence_number.value + 1
            RETURNING value
            """)
        .param("name", name)
        .query(Long.class)
        .single();
  }
}
