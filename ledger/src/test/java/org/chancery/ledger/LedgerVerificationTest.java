package org.chancery.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.chancery.core.memory.SettableClock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Thirty entries, of which the first twenty have been witnessed a while ago and all were witnessed
 * at the end; then somebody who owns the database does something by hand, with the triggers off.
 */
@ExtendWith(TestDatabase.Resolver.class)
class LedgerVerificationTest {
  private static final String TWELFTH =
      "(select entry from chancery_ledger_seal where sequence = 12)";

  private static TestDatabase written;
  @TempDir static Path writtenDirectory;

  @TempDir Path directory;
  private SettableClock clock;
  private TestDatabase database;
  private Ledger ledger;

  @BeforeAll
  static void write(TestDatabase database) {
    written = database;
    SettableClock clock = new SettableClock(Instant.parse("2026-03-02T12:00:00Z"));
    Ledger ledger = Ledger.open(database.host().joined(), database.own(), writtenDirectory, clock);
    for (int i = 0; i < 30; i++) {
      String user = "user" + i;
      database.host().write(() -> ledger.auditTrail().record(Events.by(user)));
      ledger.sealNow();
      if (i == 19) {
        ledger.witnessNow();
      }
      clock.forward(Duration.ofMinutes(1));
    }
    ledger.witnessNow();
  }

  @BeforeEach
  void copy() throws IOException {
    database = written.copy();
    for (String file : List.of(LedgerKey.FILE, Witness.FILE)) {
      Files.copy(writtenDirectory.resolve(file), directory.resolve(file));
    }
    clock = new SettableClock(Instant.parse("2026-03-02T12:00:00Z"));
    clock.forward(Duration.ofMinutes(30));
    ledger = Ledger.open(database.host().joined(), database.own(), directory, clock);
  }

  @AfterEach
  void close() {
    database.close();
  }

  private void record(String user) {
    database.host().write(() -> ledger.auditTrail().record(Events.by(user)));
  }

  @Test
  void aLedgerLeftAloneHasNoFindings() {
    LedgerReport report = verify();
    assertThat(report.findings()).isEmpty();
    assertThat(report.sealed()).isEqualTo(30);
    assertThat(report.witnessed().orElseThrow().sequence()).isEqualTo(30);
    assertThat(report.remarks()).anyMatch(r -> r.contains("later than entry 30"));
  }

  @Test
  void anEmptyLedgerHasNoFindings(@TempDir Path other) {
    database.tamper("truncate chancery_ledger_entry, chancery_ledger_seal, chancery_ledger_key");
    assertThat(new LedgerVerification(database.own(), other).verify().findings()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "actor = 'someone else'",
        "action = 'SEARCH'",
        "object = gen_random_uuid()",
        "object = null",
        "outcome = 'DENIED'",
        "source = ''",
        "details = details || ' '",
        "at = at + interval '1 microsecond'",
        "source = substr(source, 2), outcome = outcome || substr(source, 1, 1)"
      })
  void anEditedEntryIsNamedWhicheverColumnItWas(String change) {
    database.tamper("update chancery_ledger_entry set " + change + " where id = " + TWELFTH);
    assertThat(verify().findings()).containsExactly(new Finding.Altered(12, entry(12)));
  }

  @Test
  void anEditedCodeOrTransactionIsNamed() {
    database.tamper("update chancery_ledger_entry set code = '\\x00' where id = " + TWELFTH);
    database.tamper(
        "update chancery_ledger_entry set xid = '1' where id ="
            + " (select entry from chancery_ledger_seal where sequence = 14)");
    assertThat(verify().findings())
        .containsExactly(new Finding.Altered(12, entry(12)), new Finding.Relinked(14, entry(14)));
  }

  @Test
  void severalEditedEntriesAreAllNamedTheFirstFirst() {
    database.tamper(
        "update chancery_ledger_entry set actor = 'x' where id in (select entry from"
            + " chancery_ledger_seal where sequence in (7, 8, 21))");
    assertThat(verify().findings())
        .containsExactly(
            new Finding.Altered(7, entry(7)),
            new Finding.Altered(8, entry(8)),
            new Finding.Altered(21, entry(21)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "hash = sha256('x')",
        "sealed_at = sealed_at - interval '1 hour'",
        "followed = '7'"
      })
  void anEditedSealIsNamedAndOnlyIt(String change) {
    database.tamper("update chancery_ledger_seal set " + change + " where sequence = 12");
    assertThat(verify().findings()).containsExactly(new Finding.Relinked(12, entry(12)));
  }

  @Test
  void aDeletedEntryIsMissing() {
    UUID twelfth = entry(12);
    database.tamper("delete from chancery_ledger_entry where id = " + TWELFTH);
    assertThat(verify().findings()).containsExactly(new Finding.Missing(12, twelfth));
  }

  @Test
  void anEntryDeletedWithItsSealIsAGap() {
    database.tamper("delete from chancery_ledger_entry where id = " + TWELFTH);
    database.tamper("delete from chancery_ledger_seal where sequence = 12");
    assertThat(verify().findings()).containsExactly(new Finding.Gap(12, 12));
  }

  @Test
  void aDeletedSealIsAGapAndItsEntryLeftOut() {
    UUID twelfth = entry(12);
    database.tamper("delete from chancery_ledger_seal where sequence = 12");
    assertThat(verify().findings())
        .containsExactly(new Finding.Gap(12, 12), new Finding.LeftOut(twelfth, at(twelfth)));
  }

  @Test
  void theFirstEntryDeletedIsAGap() {
    database.tamper("delete from chancery_ledger_seal where sequence <= 2");
    assertThat(verify().findings().get(0)).isEqualTo(new Finding.Gap(1, 2));
  }

  @Test
  void anEntryTakenOutWithTheOthersMovedUpIsNamedWhereTheyBegin() {
    database.tamper("delete from chancery_ledger_entry where id = " + TWELFTH);
    database.tamper(
        "delete from chancery_ledger_seal where sequence = 12;"
            + " update chancery_ledger_seal set sequence = -sequence + 1 where sequence > 12;"
            + " update chancery_ledger_seal set sequence = -sequence where sequence < 0");
    List<Finding> findings = verify().findings();
    assertThat(findings.get(0)).isEqualTo(new Finding.Relinked(12, entry(12)));
    assertThat(findings).contains(new Finding.BehindWitness(29, witnessed(30)));
  }

  @Test
  void exchangedEntriesAreBothNamed() {
    UUID twelfth = entry(12);
    UUID fifteenth = entry(15);
    UUID other = UUID.randomUUID();
    database.tamper(seal(12, other) + seal(15, twelfth) + seal(12, fifteenth));
    assertThat(verify().findings())
        .containsExactly(new Finding.Relinked(12, fifteenth), new Finding.Relinked(15, twelfth));
  }

  private static String seal(long sequence, UUID entry) {
    return "update chancery_ledger_seal set entry = '"
        + entry
        + "' where sequence = "
        + sequence
        + ";";
  }

  @Test
  void anEntryPutInByHandIsForgedSealedOrNot() {
    UUID copy = UUID.randomUUID();
    database.sql(
        "insert into chancery_ledger_entry (id, at, actor, action, object, outcome, source,"
            + " details, code) select '"
            + copy
            + "', at, actor, action, object, outcome, source, details, code from"
            + " chancery_ledger_entry where id = "
            + TWELFTH);
    assertThat(verify().findings()).containsExactly(new Finding.Forged(0, copy));

    ledger.sealNow();
    assertThat(verify().findings()).containsExactly(new Finding.Forged(31, copy));
  }

  @Test
  void anEntryChangedBeforeItWasSealedIsForged() {
    record("ann");
    database.tamper("update chancery_ledger_entry set actor = 'bob' where actor = 'ann'");
    ledger.sealNow();
    assertThat(verify().findings()).containsExactly(new Finding.Forged(31, entry(31)));
  }

  @Test
  void anEntryEditedWithTheWholeChainMadeAnewIsForged() throws SQLException {
    database.tamper("update chancery_ledger_entry set actor = 'x' where id = " + TWELFTH);
    makeChainAnew();
    assertThat(verify().findings())
        .containsExactly(
            new Finding.Forged(12, entry(12)), new Finding.NotAsWitnessed(0, witnessed(20)));
  }

  @Test
  void anEntryTakenOutWithTheWholeChainMadeAnewIsNotAsWitnessed() throws SQLException {
    database.tamper(
        "delete from chancery_ledger_entry where id ="
            + " (select entry from chancery_ledger_seal where sequence = 25)");
    makeChainAnew();
    assertThat(verify().findings()).containsExactly(new Finding.BehindWitness(29, witnessed(30)));
    for (int i = 0; i < 2; i++) {
      record("later");
    }
    makeChainAnew();
    assertThat(verify().findings()).containsExactly(new Finding.NotAsWitnessed(20, witnessed(30)));
  }

  @Test
  void aCutEndIsBehindTheWitness() {
    database.tamper(
        "delete from chancery_ledger_entry where id in"
            + " (select entry from chancery_ledger_seal where sequence > 25)");
    database.tamper("delete from chancery_ledger_seal where sequence > 25");
    assertThat(verify().findings()).containsExactly(new Finding.BehindWitness(25, witnessed(30)));
  }

  @Test
  void anEmptiedLedgerIsBehindTheWitness() {
    database.tamper("truncate chancery_ledger_entry, chancery_ledger_seal");
    assertThat(verify().findings()).containsExactly(new Finding.BehindWitness(0, witnessed(30)));
  }

  @Test
  void aCutOfWhatIsYoungerThanTheWitnessCannotBeSeenAndTheReportSaysSo() {
    record("young");
    ledger.sealNow();
    database.tamper("delete from chancery_ledger_seal where sequence > 30");
    database.tamper("delete from chancery_ledger_entry where actor = 'young'");
    LedgerReport report = verify();
    assertThat(report.findings()).isEmpty();
    assertThat(report.remarks())
        .anyMatch(r -> r.contains("later than entry 30") && r.contains("cannot be detected"));
  }

  @Test
  void seenTwiceIsNamedThoughTheConstraintsWereDropped() {
    database.tamper("alter table chancery_ledger_seal drop constraint chancery_ledger_seal_pkey");
    database.tamper(
        "alter table chancery_ledger_seal drop constraint chancery_ledger_seal_entry_key");
    database.tamper(
        "insert into chancery_ledger_seal select * from chancery_ledger_seal where sequence = 12");
    assertThat(verify().findings())
        .containsExactly(new Finding.Doubled(12), new Finding.Unaccounted(31, 30));
  }

  @Test
  void aSwitchedOffOrDroppedBarrierIsNamed() {
    database.sql("alter table chancery_ledger_entry disable trigger chancery_ledger_append_only");
    database.sql("drop trigger chancery_ledger_append_only on chancery_ledger_seal");
    assertThat(verify().findings())
        .containsExactly(
            new Finding.BarrierDown("chancery_ledger_entry"),
            new Finding.BarrierDown("chancery_ledger_seal"));
  }

  @Test
  void aForgedLineOfTheWitnessIsNamed() throws IOException {
    List<String> lines = new ArrayList<>(Files.readAllLines(witness()));
    lines.set(0, lines.get(0).replaceFirst("^1 20 ", "1 19 "));
    Files.write(witness(), lines);
    assertThat(verify().findings()).containsExactly(new Finding.WitnessForged(1));
  }

  @Test
  void aLineOfTheWitnessThatWasBeingWrittenWhenThePowerWentIsNoFinding() throws IOException {
    Files.writeString(witness(), "1 31 abc", StandardOpenOption.APPEND);
    assertThat(verify().findings()).isEmpty();

    record("ann");
    ledger.witnessNow();
    LedgerReport report = verify();
    assertThat(report.findings()).isEmpty();
    assertThat(report.witnessed().orElseThrow().sequence()).isEqualTo(31);
  }

  @Test
  void aHeadThatTwoProcessesWitnessedIsNoFinding() throws IOException {
    List<String> lines = Files.readAllLines(witness());
    Files.writeString(witness(), lines.get(1) + "\n", StandardOpenOption.APPEND);
    assertThat(verify().findings()).isEmpty();

    Files.writeString(witness(), lines.get(0) + "\n", StandardOpenOption.APPEND);
    assertThat(verify().findings()).containsExactly(new Finding.WitnessForged(4));
  }

  @Test
  void aWitnessThatIsGoneIsAFinding() throws IOException {
    Files.delete(witness());
    assertThat(verify().findings()).hasOnlyElementsOfType(Finding.WitnessMissing.class).hasSize(1);
  }

  @Test
  void aKeyThatIsGoneOrAnotherIsAFindingAndTheChainIsCheckedAllTheSame() throws IOException {
    database.tamper("update chancery_ledger_entry set actor = 'x' where id = " + TWELFTH);
    Files.delete(directory.resolve(LedgerKey.FILE));
    assertThat(verify().findings())
        .hasSize(2)
        .hasAtLeastOneElementOfType(Finding.KeyWrong.class)
        .contains(new Finding.Altered(12, entry(12)));

    LedgerKey.openOrCreate(directory);
    assertThat(verify().findings())
        .hasSize(2)
        .hasAtLeastOneElementOfType(Finding.KeyWrong.class)
        .contains(new Finding.Altered(12, entry(12)));
  }

  @Test
  void ofVeryManyFindingsTheFirstAreListedAndTheRestCounted() {
    database
        .host()
        .write(
            () -> {
              for (int i = 0; i < 200; i++) {
                ledger.auditTrail().record(Events.by("ann"));
              }
            });
    ledger.sealNow();
    database.tamper("update chancery_ledger_entry set actor = 'bob' where actor = 'ann'");
    LedgerReport report = verify();
    assertThat(report.findings()).hasSize(100);
    assertThat(report.findings().get(0)).isEqualTo(new Finding.Altered(31, entry(31)));
    assertThat(report.unlisted()).isEqualTo(100);
  }

  @Test
  void everyFindingSaysWhereAndWhat() {
    database.tamper("update chancery_ledger_entry set actor = 'x' where id = " + TWELFTH);
    Finding finding = verify().findings().get(0);
    assertThat(finding.where()).isEqualTo("entry 12 (" + entry(12) + ")");
    assertThat(finding.what()).contains("changed after it had been sealed");
  }

  @Test
  void verificationChangesNothing() {
    String before = database.one("select txid_current_if_assigned()");
    record("unsealed");
    verify();
    assertThat(database.one("select count(*) from chancery_ledger_seal")).isEqualTo("30");
    assertThat(before).isNull();
  }

  private LedgerReport verify() {
    return new LedgerVerification(database.own(), directory).verify();
  }

  private Path witness() {
    return directory.resolve(Witness.FILE);
  }

  private Head witnessed(long sequence) {
    List<Head> heads = new ArrayList<>();
    new Witness(directory, LedgerKey.open(directory))
        .forEach((line, head) -> head.filter(h -> h.sequence() == sequence).ifPresent(heads::add));
    return heads.get(0);
  }

  private UUID entry(long sequence) {
    return UUID.fromString(
        database.one("select entry from chancery_ledger_seal where sequence = " + sequence));
  }

  private Instant at(UUID entry) {
    return Entry.instant(
        Long.parseLong(
            database.one(
                "select (extract(epoch from at) * 1000000)::bigint from chancery_ledger_entry where"
                    + " id = '"
                    + entry
                    + "'")));
  }

  /** What somebody does who knows the code of this module, but has not the key. */
  private void makeChainAnew() throws SQLException {
    try (Connection connection = database.own().getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute("set session_replication_role = replica");
      List<Chain.Written> entries = new ArrayList<>();
      List<Long> sealedAt = new ArrayList<>();
      List<Long> followed = new ArrayList<>();
      try (ResultSet rows =
          statement.executeQuery(
              "select coalesce(s.sealed_at, e.at), coalesce(s.followed, e.xid), "
                  + WrittenRow.COLUMNS
                  + " from chancery_ledger_entry e left join chancery_ledger_seal s on s.entry ="
                  + " e.id order by s.sequence, e.id")) {
        while (rows.next()) {
          sealedAt.add(WrittenRow.micros(rows, 1));
          followed.add(rows.getLong(2));
          entries.add(WrittenRow.read(rows, 3));
        }
      }
      statement.execute("delete from chancery_ledger_seal");
      Chain chain = new Chain(Optional.empty());
      byte[] hash = Chain.beginning();
      try (PreparedStatement insert =
          connection.prepareStatement(
              "insert into chancery_ledger_seal (sequence, entry, sealed_at, followed, hash)"
                  + " values (?, ?, ?, ?::xid8, ?)")) {
        for (int i = 0; i < entries.size(); i++) {
          Chain.Link link = new Chain.Link(i + 1, sealedAt.get(i), followed.get(i));
          hash = chain.hash(hash, link, entries.get(i));
          insert.setLong(1, link.sequence());
          insert.setObject(2, entries.get(i).entry().id());
          insert.setObject(3, Entry.instant(sealedAt.get(i)).atOffset(ZoneOffset.UTC));
          insert.setString(4, followed.get(i).toString());
          insert.setBytes(5, hash);
          insert.executeUpdate();
        }
      }
      statement.execute("reset session_replication_role");
    }
  }
}
