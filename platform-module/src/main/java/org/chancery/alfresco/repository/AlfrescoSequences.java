package org.chancery.alfresco.repository;

import org.chancery.core.repository.Sequences;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Numbers kept in a table, counted up in the transaction that uses them: who comes second waits for
 * the first to commit.
 */
final class AlfrescoSequences implements Sequences {

  private final JdbcClient jdbc;
  private final AlfrescoTransactions transactions;

  AlfrescoSequences(JdbcClient jdbc, AlfrescoTransactions transactions) {
    this.jdbc = jdbc;
    this.transactions = transactions;
  }

  @Override
  public long next(String name) {
    transactions.requireWriting();
    return jdbc.sql(
            """
            INSERT INTO chancery_sequence (name, value) VALUES (:name, 1)
            ON CONFLICT (name) DO UPDATE SET value = chancery_sequence.value + 1
            RETURNING value
            """)
        .param("name", name)
        .query(Long.class)
        .single();
  }
}
