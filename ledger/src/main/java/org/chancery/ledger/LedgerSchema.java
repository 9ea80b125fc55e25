package org.chancery.ledger;

/** Where the module's tables come from. */
public final class LedgerSchema {

  /**
   * The class path location of the SQL migrations, in Flyway's naming, versions 1.000 to 1.999; the
   * host adds it to its own migrations ({@code "classpath:" + LOCATION}).
   */
  public static final String LOCATION = "org/chancery/ledger/migration";

  private LedgerSchema() {}
}
