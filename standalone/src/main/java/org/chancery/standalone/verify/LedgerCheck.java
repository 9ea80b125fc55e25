package org.chancery.standalone.verify;

import com.zaxxer.hikari.HikariDataSource;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Optional;
import javax.sql.DataSource;
import org.chancery.ledger.Finding;
import org.chancery.ledger.LedgerReport;
import org.chancery.ledger.LedgerVerification;
import org.chancery.standalone.database.Connections;
import org.chancery.standalone.database.RunningDatabase;

/** Verifies a ledger and prints what was found. Both hosts keep theirs in the same tables. */
final class LedgerCheck {
  private LedgerCheck() {}

  /**
   * The ledger in a database elsewhere, an Alfresco repository's above all; who uses the database
   * may go on meanwhile.
   *
   * @param url for JDBC, with user and password
   * @param witness the folder with the key and the witness
   * @return whether all is well
   */
  static boolean ofDatabase(String url, Path witness, PrintStream out) {
    RunningDatabase elsewhere =
        new RunningDatabase(url, Optional.empty(), Optional.empty(), Optional.empty());
    try (HikariDataSource pool = Connections.open(elsewhere)) {
      boolean clean = of(pool, witness, out);
      out.println(
          "Originals: not looked at, since they are not in this database; the daily integrity"
              + " report reads them, and its entry in the ledger is its proof");
      out.println(clean ? "All is well with the ledger." : "Something is wrong; see above.");
      return clean;
    }
  }

  /** Whether all is well with this one. */
  static boolean of(DataSource database, Path witness, PrintStream out) {
    LedgerReport report = new LedgerVerification(database, witness).verify();
    report.remarks().forEach(remark -> out.println("Ledger: " + remark));
    for (Finding finding : report.findings()) {
      out.println("Ledger: WRONG: " + finding.where() + " " + finding.what());
    }
    return report.clean();
  }
}
