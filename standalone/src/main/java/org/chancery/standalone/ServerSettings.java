package org.chancery.standalone;

import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Optional;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What the command line and the environment may set ({@code --chancery.data} or {@code
 * CHANCERY_DATA}).
 *
 * @param data where everything is kept
 * @param inbox the watched folder; {@code data/inbox} when not given
 * @param ledgerWitness where the ledger's signed head is written; {@code data/witness} when not
 *     given
 * @param ui the built browser application; the API alone is served when it is not there
 * @param db the JDBC URL of an outside PostgreSQL; the embedded one when not given
 * @param demo whether to fill an empty data folder with a small office
 * @param idle how long without a request of its user's until a browser session is locked
 *     (requirement P7)
 * @param sessionEnd how long without one until it ends
 * @param adminPassword the first administrator's password; asked for or made when not given
 * @param office the time zone of the office, whose days retention periods count (requirement R3)
 * @param declareOnClose whether what is in a case file is declared when it is closed (requirement
 *     R9)
 */
@ConfigurationProperties("chancery")
public record ServerSettings(
    @DefaultValue("chancery-data") Path data,
    Path inbox,
    Path ledgerWitness,
    Path ui,
    String db,
    @DefaultValue("false") boolean demo,
    @DefaultValue("15m") Duration idle,
    @DefaultValue("4h") Duration sessionEnd,
    String adminPassword,
    @DefaultValue("America/New_York") ZoneId office,
    @DefaultValue("true") boolean declareOnClose) {

  /** Fills in what was not given. */
  public ServerSettings {
    data = data.toAbsolutePath().normalize();
    inbox = (inbox == null ? data.resolve("inbox") : inbox).toAbsolutePath().normalize();
    ledgerWitness =
        (ledgerWitness == null ? data.resolve("witness") : ledgerWitness)
            .toAbsolutePath()
            .normalize();
    ui = ui == null ? data.resolve("no-ui") : ui;
    sessionEnd = sessionEnd.compareTo(idle) < 0 ? idle : sessionEnd;
  }

  /** Settings for looking at a server's data. */
  public static ServerSettings of(Path data, Optional<Path> ledgerWitness, Optional<String> db) {
    return new ServerSettings(
        data,
        null,
        ledgerWitness.orElse(null),
        null,
        db.orElse(null),
        false,
        Duration.ofMinutes(15),
        Duration.ofHours(4),
        null,
        ZoneId.of("America/New_York"),
        true);
  }

  /** The JDBC URL of an outside PostgreSQL, when one is to be used. */
  public Optional<String> outsideDatabase() {
    return given(db);
  }

  /** The first administrator's password, when one was given. */
  public Optional<String> firstPassword() {
    return given(adminPassword);
  }

  private static Optional<String> given(String value) {
    return Optional.ofNullable(value).filter(text -> !text.isBlank());
  }

  /** The embedded database's files. */
  public Path databaseFolder() {
    return data.resolve("database");
  }

  /** The originals and everything else stored by its hash. */
  public Path contentFolder() {
    return data.resolve("content");
  }

  /** The search index; may be deleted, is then made anew. */
  public Path indexFolder() {
    return data.resolve("index");
  }

  /** Programs and libraries unpacked for this machine; may be deleted, is then made anew. */
  public Path cacheFolder() {
    return data.resolve("cache");
  }

  /** What reading is at work on; emptied at each start. */
  public Path workFolder() {
    return data.resolve("work");
  }
}
