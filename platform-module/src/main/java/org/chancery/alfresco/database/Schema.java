package org.chancery.alfresco.database;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.chancery.ledger.LedgerSchema;
import org.flywaydb.core.Flyway;

/**
 * Brings Chancery's tables up to date when the repository starts, before anything of ours uses
 * them. Nodes of a cluster that start together wait for each other. The platform's own tables and
 * its record of patches are left alone.
 */
public final class Schema {
  /** Where Flyway remembers what it has done. */
  static final String HISTORY = "chancery_schema_history";

  private static final String OURS = "org/chancery/alfresco/migration";

  private final DataSource dataSource;

  /** On the platform's database. */
  public Schema(DataSource dataSource) {
    this.dataSource = dataSource;
  }

  /**
   * Does what is missing.
   *
   * @throws IllegalStateException when the database is not PostgreSQL
   */
  public void migrate() {
    requirePostgres();
    Flyway.configure(Schema.class.getClassLoader())
        .dataSource(dataSource)
        .locations("classpath:" + LedgerSchema.LOCATION, "classpath:" + OURS)
        .table(HISTORY)
        // The platform's tables are there already, and none of ours: nothing is to be skipped.
        .baselineOnMigrate(true)
        .baselineVersion("0")
        .load()
        .migrate();
  }

  private void requirePostgres() {
    try (Connection connection = dataSource.getConnection()) {
      String product = connection.getMetaData().getDatabaseProductName();
      if (!product.equals("PostgreSQL")) {
        throw new IllegalStateException("Chancery needs PostgreSQL; this is " + product);
      }
    } catch (SQLException e) {
      throw new IllegalStateException("The platform's database does not answer", e);
    }
  }
}
