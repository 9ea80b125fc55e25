package org.chancery.standalone.verify;

import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.chancery.database.DatabaseException;
import org.chancery.ledger.Finding;
import org.chancery.ledger.LedgerException;
import org.chancery.ledger.LedgerReport;
import org.chancery.ledger.LedgerVerification;
import org.chancery.standalone.ServerSettings;
import org.chancery.standalone.StartRefused;
import org.chancery.standalone.database.Connections;
import org.chancery.standalone.database.RunningDatabase;
import org.chancery.standalone.lifecycle.DataFolder;
import org.chancery.standalone.store.OriginalsVerification;
import org.springframework.dao.DataAccessException;

/**
 * Re-checks every original's hash and the whole ledger of a stopped server, and says what is wrong
 * and where. Changes nothing; an embedded database is started for it and stopped again.
 */
public final class VerifyCommand {
  private static final int WRONG_USE = 2;

  private final ServerSettings settings;
  private final PrintStream out;

  VerifyCommand(ServerSettings settings, PrintStream out) {
    this.settings = settings;
    this.out = out;
  }

  /**
   * Verifies and exits: 0 when all is well, 1 when something is wrong or could not be checked, 2
   * for wrong use.
   *
   * @param args {@code --data DIR}, {@code --ledger-witness DIR}
   */
  public static void main(String[] args) {
    Map<String, String> options = new HashMap<>();
    for (int i = 0; i + 1 < args.length; i += 2) {
      options.put(args[i], args[i + 1]);
    }
    if (!options.containsKey("--data")) {
      System.err.println("chancery: verify: --data DIR is needed");
      System.exit(WRONG_USE);
    }
    ServerSettings settings =
        ServerSettings.of(
            Path.of(options.get("--data")),
            Optional.ofNullable(options.get("--ledger-witness")).map(Path::of),
            Optional.ofNullable(System.getenv("CHANCERY_DB")));
    try {
      System.exit(new VerifyCommand(settings, System.out).run() ? 0 : 1);
    } catch (StartRefused | DatabaseException | LedgerException | DataAccessException e) {
      System.err.println("chancery: verify: " + e.getMessage());
      System.exit(1);
    } catch (IOException e) {
      System.err.println("chancery: verify: the data folder cannot be read: " + e.getMessage());
      System.exit(1);
    }
  }

  /**
   * Verifies.
   *
   * @return whether all is well
   * @throws StartRefused when a server has the folder, or it holds no data
   */
  boolean run() throws IOException {
    boolean present =
        settings.outsideDatabase().isPresent()
            ? Files.isDirectory(settings.data())
            : Files.isDirectory(settings.databaseFolder());
    if (!present) {
      throw new StartRefused("there is no server's data in " + settings.data());
    }
    try (DataFolder folder = DataFolder.take(settings.data());
        RunningDatabase database = RunningDatabase.of(settings, folder);
        HikariDataSource pool = Connections.open(database)) {
      boolean originals = originals(pool);
      boolean ledger = ledger(pool);
      boolean clean = originals && ledger;
      out.println(clean ? "All is well." : "Something is wrong; see above.");
      return clean;
    }
  }

  private boolean originals(HikariDataSource pool) {
    OriginalsVerification.Report report =
        OriginalsVerification.of(pool, settings.contentFolder()).run();
    out.println(
        "Originals: " + report.files() + " files with " + report.bytes() + " bytes hashed again");
    for (OriginalsVerification.Finding finding : report.findings()) {
      out.println("Originals: WRONG: " + describe(finding));
    }
    return report.findings().isEmpty();
  }

  private static String describe(OriginalsVerification.Finding finding) {
    String what =
        switch (finding.fault()) {
          case MISSING -> "is missing";
          case WRONG_SIZE -> "has another size than what was stored";
          case CHANGED -> "does not have the bytes that were stored";
          case UNREADABLE -> "cannot be read";
        };
    return finding.file()
        + " "
        + what
        + " (node "
        + finding.node().value()
        + finding.version().map(version -> ", version " + version).orElse("")
        + ", "
        + finding.property()
        + ", SHA-256 "
        + finding.sha256()
        + ")";
  }

  private boolean ledger(HikariDataSource pool) {
    LedgerReport report = new LedgerVerification(pool, settings.ledgerWitness()).verify();
    report.remarks().forEach(remark -> out.println("Ledger: " + remark));
    for (Finding finding : report.findings()) {
      out.println("Ledger: WRONG: " + finding.where() + " " + finding.what());
    }
    return report.clean();
  }
}
