package org.chancery.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.chancery.core.audit.AuditTrail;
import org.chancery.core.memory.SettableClock;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@ExtendWith(TestDatabase.Resolver.class)
class SealerTest {
  private static final String ORDER =
      "select string_agg(e.actor, ' ' order by s.sequence) from chancery_ledger_seal s"
          + " join chancery_ledger_entry e on e.id = s.entry";

  @TempDir Path directory;
  private TestDatabase database;
  private HostTransactions host;
  private Ledger ledger;
  private AuditTrail trail;

  @BeforeEach
  void open(TestDatabase database) {
    this.database = database;
    host = database.host();
    ledger = open();
    trail = ledger.auditTrail();
  }

  private Ledger open() {
    return Ledger.open(host.joined(), database.own(), directory, Clock.systemUTC());
  }

  @Test
  void twoWritersThatCommitInTheReverseOrderOfTheirNumbersAreBothSealedInOrderOfCommit()
      throws Exception {
    ExecutorService other = Executors.newSingleThreadExecutor();
    try {
      host.begin();
      trail.record(Events.by("early"));
      other.submit(() -> host.write(() -> trail.record(Events.by("late")))).get();
      assertThat(ledger.sealNow().orElseThrow().sequence()).isEqualTo(1);
      assertThat(database.one(ORDER)).isEqualTo("late");
      host.commit();
      assertThat(ledger.sealNow().orElseThrow().sequence()).isEqualTo(2);
    } finally {
      other.shutdownNow();
    }
    assertThat(database.one(ORDER)).isEqualTo("late early");
    assertClean(2);
  }

  @Test
  void entriesOfOneTransactionAreSealedInTheOrderTheyWereRecorded() {
    host.write(
        () -> {
          for (String user : List.of("a", "b", "c", "d", "e")) {
            trail.record(Events.by(user));
          }
        });
    ledger.sealNow();
    assertThat(database.one(ORDER)).isEqualTo("a b c d e");
  }

  @Test
  void anEntryThatWasRolledBackLeavesNoGap() {
    host.write(() -> trail.record(Events.by("one")));
    host.begin();
    trail.record(Events.by("never"));
    host.rollback();
    host.write(() -> trail.record(Events.by("two")));

    assertThat(ledger.sealNow().orElseThrow().sequence()).isEqualTo(2);
    assertThat(database.one(ORDER)).isEqualTo("one two");
    assertClean(2);
  }

  @Test
  void whatWasWrittenBeforeACrashIsSealedAtTheNextStart() {
    host.write(() -> trail.record(Events.by("sealed")));
    ledger.sealNow();
    host.write(() -> trail.record(Events.by("unsealed")));
    // The process dies here: nothing of the first ledger is closed.
    LedgerReport crashed = new LedgerVerification(database.own(), directory).verify();
    assertThat(crashed.findings()).isEmpty();
    assertThat(crashed.unsealed()).isEqualTo(1);

    try (Ledger next = open()) {
      next.start();
      await().until(() -> "sealed unsealed".equals(database.one(ORDER)));
    }
    assertClean(2);
  }

  @Test
  void aStartedLedgerSealsByItselfAndWitnessesAtClose() {
    ledger.start();
    host.write(() -> trail.record(Events.by("ann")));
    await().until(() -> "ann".equals(database.one(ORDER)));
    ledger.close();

    LedgerReport report = assertClean(1);
    assertThat(report.witnessed().orElseThrow().sequence()).isEqualTo(1);
    assertThat(report.witnessed().orElseThrow().hash())
        .isEqualTo(report.head().orElseThrow().hash());
  }

  @Test
  void theHeadIsWitnessedEveryMinuteAndAtTheNextStartAfterACrash() {
    SettableClock clock = new SettableClock(Instant.parse("2026-03-02T12:00:00Z"));
    Witness witness = new Witness(directory, LedgerKey.open(directory));
    Ledger timed = Ledger.open(host.joined(), database.own(), directory, clock);
    timed.witnessNow();
    timed.start();
    host.write(() -> timed.auditTrail().record(Events.by("one")));
    await().until(() -> "one".equals(database.one(ORDER)));
    assertThat(witness.last()).isEmpty();
    clock.forward(Duration.ofMinutes(1));
    await().until(() -> witness.last().map(Head::sequence).equals(Optional.of(1L)));

    host.write(() -> timed.auditTrail().record(Events.by("two")));
    await().until(() -> "one two".equals(database.one(ORDER)));
    assertThat(witness.last().map(Head::sequence)).contains(1L);
    Ledger afterCrash = Ledger.open(host.joined(), database.own(), directory, clock);
    afterCrash.start();
    await().until(() -> witness.last().map(Head::sequence).equals(Optional.of(2L)));
    afterCrash.close();
    timed.close();
    assertClean(2);
  }

  @Test
  void manyWritersAndTwoSealersMakeOneChain() throws Exception {
    int writers = 4;
    int each = 150;
    AtomicInteger writing = new AtomicInteger(writers);
    ExecutorService threads = Executors.newFixedThreadPool(writers + 2);
    try (Ledger second = open()) {
      List<Future<?>> all = new ArrayList<>();
      for (int w = 0; w < writers; w++) {
        all.add(
            threads.submit(
                () -> {
                  for (int i = 0; i < each; i++) {
                    host.begin();
                    trail.record(Events.by("ann"));
                    trail.record(Events.by("bob"));
                    if (i % 10 == 0) {
                      host.rollback();
                    } else {
                      host.commit();
                    }
                  }
                  writing.decrementAndGet();
                }));
      }
      for (Ledger one : List.of(ledger, second)) {
        all.add(
            threads.submit(
                () -> {
                  while (writing.get() > 0) {
                    one.sealNow();
                  }
                }));
      }
      for (Future<?> one : all) {
        one.get(2, TimeUnit.MINUTES);
      }
      await().until(() -> ledger.sealNow().isPresent());
    } finally {
      threads.shutdownNow();
    }
    assertClean(writers * each * 2 * 9 / 10);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 7, 10, 20, 21, 100})
  void manyBatchesMakeOneChain(int batchSize) {
    Sealer sealer = new Sealer(database.own(), Clock.systemUTC(), Optional.empty(), batchSize);
    for (int round = 1; round <= 3; round++) {
      for (int transaction = 0; transaction < 4; transaction++) {
        host.write(
            () -> {
              for (int i = 0; i < 5; i++) {
                trail.record(Events.by("ann"));
              }
            });
      }
      assertThat(sealer.seal().orElseThrow().sequence()).isEqualTo(20L * round);
      assertThat(sealer.seal().orElseThrow().sequence()).isEqualTo(20L * round);
    }
    LedgerReport report = new LedgerVerification(database.own(), directory, batchSize).verify();
    assertThat(report.findings()).isEmpty();
    assertThat(report.sealed()).isEqualTo(60);
  }

  @Test
  void aDatabaseWhoseTransactionsAreCountedAnewIsSealedAllTheSame() {
    host.write(() -> trail.record(Events.by("before")));
    ledger.sealNow();
    database.tamper("update chancery_ledger_seal set followed = '9000000000000000000'");
    host.write(() -> trail.record(Events.by("after")));
    assertThat(ledger.sealNow().orElseThrow().sequence()).isEqualTo(2);
  }

  @Test
  void nothingIsSealedOnTopOfACutAndTheHealthCheckIsTold() {
    host.write(() -> trail.record(Events.by("one")));
    host.write(() -> trail.record(Events.by("two")));
    ledger.sealNow();
    database.tamper("delete from chancery_ledger_seal where sequence = 2");
    host.write(() -> trail.record(Events.by("three")));

    assertThatThrownBy(ledger::sealNow)
        .isInstanceOf(LedgerException.class)
        .hasMessageContaining("no longer contains the seal 2");
    assertThat(database.one("select max(sequence) from chancery_ledger_seal")).isEqualTo("1");
    ledger.start();
    await().until(() -> ledger.trouble().isPresent());
    ledger.close();
  }

  @Test
  void aCutMadeWhileTheServerWasStoppedIsNoticedAtItsStartByTheWitness() {
    host.write(() -> trail.record(Events.by("one")));
    ledger.close();
    database.tamper("delete from chancery_ledger_seal");

    assertThatThrownBy(open()::sealNow).isInstanceOf(LedgerException.class);
  }

  private LedgerReport assertClean(long sealed) {
    LedgerReport report = new LedgerVerification(database.own(), directory).verify();
    assertThat(report.findings()).isEmpty();
    assertThat(report.clean()).isTrue();
    assertThat(report.sealed()).isEqualTo(sealed);
    assertThat(report.unsealed()).isZero();
    return report;
  }
}
