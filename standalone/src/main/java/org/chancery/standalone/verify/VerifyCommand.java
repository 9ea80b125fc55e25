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
import org.chancery.ledger.LedgerException;
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
   * @param args {@code --data DIR}, {@code --ledger-witness DIR}; without the first only the ledger
   *     is verified, in the database that the environment's {@code CHANCERY_DB} names
   */
  public static void main(String[] args) {
    Map<String, String> options = new HashMap<>();
    for (int i = 0; i + 1 < args.length; i += 2) {
      options.put(args[i], args[i + 1]);
    }
    Optional<Path> data = Optional.ofNullable(options.get("--data")).map(Path::of);
    Optional<Path> witness = Optional.ofNullable(options.get("--ledger-witness")).map(Path::of);
    Optional<String> db = Optional.ofNullable(System.getenv("CHANCERY_DB"));
    if (data.isEmpty() && (witness.isEmpty() || db.isEmpty())) {
      System.err.println(
          "chancery: verify: --data DIR is needed, or --db URL and --ledger-witness DIR");
      System.exit(WRONG_USE);
    }
    try {
      boolean clean =
          data.isPresent()
              ? new VerifyCommand(ServerSettings.of(data.get(), witness, db), System.out).run()
              : LedgerCheck.ofDatabase(db.get(), witness.get(), System.out);
      System.exit(clean ? 0 : 1);
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
      boolean ledger = LedgerCheck.of(pool, settings.ledgerWitness(), out);
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
}
