package org.chancery.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;
import org.chancery.core.memory.SettableClock;

/**
 * Whatever somebody who owns the database does by hand to the rows of the ledger, edits, deletes,
 * puts in, exchanges, moves or cuts off, verification names the first row it happened to.
 */
class LedgerTamperingPropertiesTest {
  private static final int ROWS = 40;

  private static final List<String> EDITS =
      List.of(
          "actor = actor || 'x'",
          "actor = ''",
          "action = 'VIEW'",
          "object = gen_random_uuid()",
          "object = null",
          "outcome = 'DENIED'",
          "source = source || ' '",
          "details = '{}'",
          "at = at - interval '1 microsecond'",
          "code = sha256(code)",
          "xid = '3'");
  private static final List<String> SEAL_EDITS =
      List.of(
          "hash = sha256(hash)",
          "sealed_at = sealed_at + interval '1 microsecond'",
          "followed = '7'");

  private static Path directory;
  private static TestDatabase written;
  private static TestDatabase database;

  @BeforeContainer
  static void write() throws IOException {
    directory = Files.createTempDirectory("ledger-tampering");
    written = TestDatabase.alone();
    SettableClock clock = new SettableClock(Instant.parse("2026-03-02T12:00:00Z"));
    Ledger ledger = Ledger.open(written.host().joined(), written.own(), directory, clock);
    for (int i = 0; i < ROWS; i++) {
      String user = "user" + i % 7;
      written.host().write(() -> ledger.auditTrail().record(Events.by(user)));
      ledger.sealNow();
      if (i % 9 == 0) {
        ledger.witnessNow();
      }
      clock.forward(Duration.ofMinutes(1));
    }
    ledger.witnessNow();
    database = written.copy();
  }

  @AfterContainer
  static void close() throws IOException {
    database.close();
    written.closeAll();
    List<Path> all;
    try (Stream<Path> files = Files.walk(directory)) {
      all = files.sorted(Comparator.reverseOrder()).toList();
    }
    for (Path each : all) {
      Files.delete(each);
    }
  }

  /**
   * Something that is done by hand.
   *
   * @param first the first row that is no longer as it was
   * @param sql what does it
   */
  record Tampering(int first, String sql) {}

  @Property(tries = 150)
  void theFirstRowThatWasTamperedWithIsNamed(@ForAll("tamperings") List<Tampering> done) {
    database.become(written);
    done.forEach(each -> database.tamper(each.sql()));
    LedgerReport report = new LedgerVerification(database.own(), directory, 16).verify();
    assertThat(report.clean()).as(done.toString()).isFalse();
    assertThat(report.findings().stream().mapToLong(LedgerTamperingPropertiesTest::row).min())
        .as("%s found %s", done, report.findings())
        .hasValue(done.stream().mapToInt(Tampering::first).min().orElseThrow());
    assertThat(row(report.findings().get(0)))
        .as("the first finding of %s", report.findings())
        .isEqualTo(done.stream().mapToInt(Tampering::first).min().orElseThrow());
  }

  @Property(tries = 20)
  void aRowPutInByHandIsNamedByItsId(@ForAll("anyRow") int like) {
    database.become(written);
    UUID id = UUID.randomUUID();
    database.tamper(
        "insert into chancery_ledger_entry (id, at, actor, action, object, outcome, source,"
            + " details, code) select '"
            + id
            + "', at, actor, action, object, outcome, source, details, code from"
            + " chancery_ledger_entry where id = "
            + entry(like));
    LedgerReport report = new LedgerVerification(database.own(), directory).verify();
    assertThat(report.findings()).containsExactly(new Finding.Forged(0, id));
  }

  @Example
  void aLedgerLeftAloneIsClean() {
    database.become(written);
    assertThat(new LedgerVerification(database.own(), directory).verify().clean()).isTrue();
  }

  @Provide
  Arbitrary<Integer> anyRow() {
    return Arbitraries.integers().between(1, ROWS);
  }

  /** One thing, or another one further on after it. */
  @Provide
  Arbitrary<List<Tampering>> tamperings() {
    Arbitrary<List<Tampering>> one = tampering(1).map(List::of);
    Arbitrary<List<Tampering>> two =
        tampering(1)
            .filter(first -> first.first() < ROWS - 3)
            .flatMap(
                first ->
                    tampering(first.first() + 2)
                        // What comes second comes first by number, and is done before rows move.
                        .map(second -> List.of(second, first)));
    return Arbitraries.oneOf(one, two);
  }

  private static Arbitrary<Tampering> tampering(int from) {
    Arbitrary<Integer> row = Arbitraries.integers().between(from, ROWS);
    Arbitrary<Tampering> edited =
        Combinators.combine(row, Arbitraries.of(EDITS))
            .as(
                (k, change) ->
                    new Tampering(
                        k,
                        "update chancery_ledger_entry set " + change + " where id = " + entry(k)));
    Arbitrary<Tampering> resealed =
        Combinators.combine(row, Arbitraries.of(SEAL_EDITS))
            .as(
                (k, change) ->
                    new Tampering(
                        k, "update chancery_ledger_seal set " + change + " where sequence = " + k));
    Arbitrary<Tampering> entryGone =
        row.map(k -> new Tampering(k, "delete from chancery_ledger_entry where id = " + entry(k)));
    Arbitrary<Tampering> sealGone =
        row.map(k -> new Tampering(k, "delete from chancery_ledger_seal where sequence = " + k));
    Arbitrary<Tampering> bothGone =
        row.map(
            k ->
                new Tampering(
                    k,
                    "delete from chancery_ledger_entry where id = "
                        + entry(k)
                        + "; delete from chancery_ledger_seal where sequence = "
                        + k));
    Arbitrary<Tampering> closedUp =
        row.map(
            k ->
                new Tampering(
                    k,
                    "delete from chancery_ledger_entry where id = "
                        + entry(k)
                        + "; delete from chancery_ledger_seal where sequence = "
                        + k
                        + moved(k, -1)));
    Arbitrary<Tampering> putIn =
        row.map(
            k ->
                new Tampering(
                    k,
                    "with copied as (insert into chancery_ledger_entry (id, at, actor, action,"
                        + " object, outcome, source, details, code) select gen_random_uuid(), at,"
                        + " actor, action, object, outcome, source, details, code from"
                        + " chancery_ledger_entry where id = "
                        + entry(k)
                        + " returning id) insert into chancery_ledger_seal select "
                        + (ROWS + 1000)
                        + ", copied.id, sealed_at, followed, hash from copied, chancery_ledger_seal"
                        + " where sequence = "
                        + k
                        + moved(k - 1, 1)
                        + "; update chancery_ledger_seal set sequence = "
                        + k
                        + " where sequence = "
                        + (ROWS + 1001)));
    Arbitrary<Tampering> cutOff =
        row.map(
            k ->
                new Tampering(
                    k,
                    "delete from chancery_ledger_entry where id in (select entry from"
                        + " chancery_ledger_seal where sequence >= "
                        + k
                        + "); delete from chancery_ledger_seal where sequence >= "
                        + k));
    Arbitrary<Tampering> exchanged =
        Arbitraries.integers()
            .between(Math.min(from, ROWS - 1), ROWS - 1)
            .map(one -> exchange(one, one + 1));
    return Arbitraries.oneOf(
        edited, resealed, entryGone, sealGone, bothGone, closedUp, putIn, cutOff, exchanged);
  }

  private static Tampering exchange(int one, int other) {
    return new Tampering(
        one,
        "create temporary table kept as select sequence, entry from chancery_ledger_seal where"
            + " sequence in ("
            + one
            + ", "
            + other
            + "); update chancery_ledger_seal set entry = gen_random_uuid() where sequence = "
            + one
            + exchanged(other, one)
            + exchanged(one, other)
            + "; drop table kept");
  }

  private static String exchanged(int seal, int entry) {
    return "; update chancery_ledger_seal set entry = (select entry from kept where sequence = "
        + entry
        + ") where sequence = "
        + seal;
  }

  /** Seals after that one, each moved; past one another, since their numbers are unique. */
  private static String moved(int after, int by) {
    return "; update chancery_ledger_seal set sequence = -(sequence + "
        + by
        + ") where sequence > "
        + after
        + "; update chancery_ledger_seal set sequence = -sequence where sequence < 0";
  }

  private static String entry(int sequence) {
    return "(select entry from chancery_ledger_seal where sequence = " + sequence + ")";
  }

  /** The number of the row a finding is about; after all others when it is about none. */
  private static long row(Finding finding) {
    if (finding instanceof Finding.Altered altered) {
      return altered.sequence();
    } else if (finding instanceof Finding.Relinked relinked) {
      return relinked.sequence();
    } else if (finding instanceof Finding.Missing missing) {
      return missing.sequence();
    } else if (finding instanceof Finding.Gap gap) {
      return gap.first();
    } else if (finding instanceof Finding.Doubled doubled) {
      return doubled.sequence();
    } else if (finding instanceof Finding.BehindWitness behind) {
      return behind.sequence() + 1;
    } else if (finding instanceof Finding.NotAsWitnessed other) {
      return other.witnessed().sequence();
    } else if (finding instanceof Finding.Forged forged && forged.sequence() > 0) {
      return forged.sequence();
    }
    return Long.MAX_VALUE;
  }
}
