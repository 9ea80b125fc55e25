package org.chancery.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.chancery.core.audit.Action;
import org.chancery.core.audit.AuditEvent;
import org.chancery.core.audit.AuditTrail;
import org.chancery.core.audit.AuditTrail.AuditEntry;
import org.chancery.core.audit.AuditTrail.Filter;
import org.chancery.core.repository.NodeId;
import org.chancery.core.repository.Page;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@ExtendWith(TestDatabase.Resolver.class)
class JdbcAuditTrailTest {
  private static final Filter ALL =
      new Filter(
          Optional.empty(),
          Set.of(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty());
  private static final Instant NOON = Instant.parse("2026-03-02T12:00:00.123456Z");

  private TestDatabase database;
  private AuditTrail trail;
  private Ledger ledger;

  @BeforeEach
  void open(TestDatabase database, @TempDir Path directory) {
    this.database = database;
    ledger = open(directory, Clock.fixed(NOON, ZoneOffset.UTC));
    trail = ledger.auditTrail();
  }

  private Ledger open(Path directory, Clock clock) {
    return Ledger.open(database.host().joined(), database.own(), directory, clock);
  }

  @Test
  void anEntryReadsAsItWasWritten() {
    AuditEvent event =
        new AuditEvent(
            "m.müller",
            Action.FILE,
            Optional.of(NodeId.random()),
            AuditEvent.Outcome.DONE,
            "192.0.2.7",
            Map.of("z", "1", "a", "\"quoted\" \\ \u0000 \uD83D\uDE00"));
    record(event);

    assertThat(trail.read(ALL, Optional.empty(), 10).items())
        .containsExactly(new AuditEntry(Optional.empty(), NOON, event));
    ledger.sealNow();
    assertThat(trail.read(ALL, Optional.empty(), 10).items())
        .containsExactly(new AuditEntry(Optional.of(1L), NOON, event));
  }

  @Test
  void anEntryOfATransactionThatRollsBackNeverWas() {
    database.host().begin();
    trail.record(Events.by("ann"));
    database.host().rollback();

    assertThat(trail.read(ALL, Optional.empty(), 10).items()).isEmpty();
  }

  @Test
  void aChangeWhoseEntryCannotBeWrittenNeverWas() {
    database.sql("create table change (body text)");
    database.sql("alter table chancery_ledger_entry add constraint closed check (false) not valid");
    assertThatThrownBy(
            () ->
                database
                    .host()
                    .write(
                        () -> {
                          try (Connection joined = database.host().joined().getConnection();
                              Statement statement = joined.createStatement()) {
                            statement.execute("insert into change (body) values ('done')");
                          } catch (SQLException e) {
                            throw new AssertionError(e);
                          }
                          trail.record(Events.by("ann"));
                        }))
        .isInstanceOf(LedgerException.class);
    assertThat(database.one("select count(*) from change")).isEqualTo("0");
  }

  @Test
  void anEntryIsSeenByOthersOnlyOnceItsTransactionHasCommitted() {
    database.host().begin();
    trail.record(Events.by("ann"));
    assertThat(database.one("select count(*) from chancery_ledger_entry")).isEqualTo("0");
    database.host().commit();
    assertThat(database.one("select count(*) from chancery_ledger_entry")).isEqualTo("1");
  }

  @Test
  void aFailedSignInWithAnAbsurdNameIsRecordedAllTheSame() {
    record(Events.event("\0" + "x".repeat(100_000), Action.SIGN_IN, AuditEvent.Outcome.FAILED));
    record(Events.event("half\uD83D", Action.SIGN_IN, AuditEvent.Outcome.FAILED));

    List<AuditEntry> entries = trail.read(ALL, Optional.empty(), 10).items();
    assertThat(entries.get(0).event().user()).isEqualTo("half?");
    assertThat(entries.get(1).event().user()).startsWith("\uFFFDxx").endsWith("x…").hasSize(255);
  }

  @Test
  void pagesReachEveryEntryOnceNewestFirst() {
    for (int i = 0; i < 25; i++) {
      record(Events.by("user" + i));
    }
    List<String> seen = new ArrayList<>();
    Optional<String> cursor = Optional.empty();
    int pages = 0;
    do {
      Page<AuditEntry> page = trail.read(ALL, cursor, 10);
      page.items().forEach(entry -> seen.add(entry.event().user()));
      cursor = page.cursor();
      pages++;
    } while (cursor.isPresent());

    assertThat(pages).isEqualTo(3);
    assertThat(seen).hasSize(25).doesNotHaveDuplicates();
    assertThat(seen.get(0)).isEqualTo("user24");
    assertThat(seen.get(24)).isEqualTo("user0");
  }

  @Test
  void theLastPageHasNoCursorEvenWhenItIsFull() {
    record(Events.by("ann"));
    record(Events.by("ann"));

    assertThat(trail.read(ALL, Optional.empty(), 2).cursor()).isEmpty();
    assertThat(trail.read(ALL, Optional.empty(), 1).cursor()).isPresent();
  }

  @Test
  void everyPartOfAFilterRestricts() {
    AuditEvent failed = Events.event("ann", Action.SIGN_IN, AuditEvent.Outcome.FAILED);
    AuditEvent denied = Events.event("bob", Action.VIEW, AuditEvent.Outcome.DENIED);
    AuditEvent done = Events.event("bob", Action.VIEW, AuditEvent.Outcome.DONE);
    record(failed);
    record(denied);
    record(done);

    assertThat(events(filter("ann", Set.of(), null, null))).containsExactly(failed);
    assertThat(events(filter(null, Set.of(Action.VIEW), null, null))).containsExactly(done, denied);
    assertThat(events(filter(null, Set.of(Action.SIGN_IN, Action.VIEW), null, null))).hasSize(3);
    assertThat(events(filter(null, Set.of(), AuditEvent.Outcome.DENIED, null)))
        .containsExactly(denied);
    assertThat(events(filter("bob", Set.of(Action.VIEW), AuditEvent.Outcome.DONE, null)))
        .containsExactly(done);
    assertThat(events(Filter.ofObject(denied.object().orElseThrow()))).containsExactly(denied);
    assertThat(events(filter(null, Set.of(), null, NOON))).hasSize(3);
    assertThat(events(filter(null, Set.of(), null, NOON.plusNanos(1000)))).isEmpty();
    Filter before =
        new Filter(
            Optional.empty(),
            Set.of(),
            Optional.empty(),
            Optional.empty(),
            Optional.of(NOON.minus(Duration.ofHours(1))),
            Optional.of(NOON));
    assertThat(events(before)).isEmpty();
  }

  @Test
  void aForeignCursorIsRefused() {
    assertThatThrownBy(() -> trail.read(ALL, Optional.of("12"), 10))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> trail.read(ALL, Optional.of("1.x"), 10))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void theApplicationItselfCanNeitherChangeNorDeleteNorEmpty() {
    record(Events.by("ann"));
    ledger.sealNow();

    for (String table :
        List.of("chancery_ledger_entry", "chancery_ledger_seal", "chancery_ledger_key")) {
      assertThatThrownBy(() -> database.sql("delete from " + table))
          .hasRootCauseMessage(
              "ERROR: The ledger is append-only: DELETE on "
                  + table
                  + " is refused\n  Where: PL/pgSQL function chancery_ledger_refuse() line 3 at RAISE");
      assertThatThrownBy(() -> database.sql("truncate " + table))
          .isInstanceOf(AssertionError.class);
    }
    assertThatThrownBy(() -> database.sql("update chancery_ledger_entry set actor = 'bob'"))
        .isInstanceOf(AssertionError.class);
    assertThat(database.one("select actor from chancery_ledger_entry")).isEqualTo("ann");
  }

  @Test
  void aLedgerCannotBeOpenedWithAnotherKey(@TempDir Path other) {
    assertThatThrownBy(() -> open(other, Clock.systemUTC())).isInstanceOf(LedgerException.class);
    assertThat(other).isEmptyDirectory();

    LedgerKey.openOrCreate(other);
    assertThatThrownBy(() -> open(other, Clock.systemUTC()))
        .isInstanceOf(LedgerException.class)
        .hasMessageContaining("is not the one this ledger was written with");
  }

  private void record(AuditEvent event) {
    database.host().write(() -> trail.record(event));
  }

  private List<AuditEvent> events(Filter filter) {
    return trail.read(filter, Optional.empty(), 100).items().stream()
        .map(AuditEntry::event)
        .toList();
  }

  private static Filter filter(
      String user, Set<Action> actions, AuditEvent.Outcome outcome, Instant from) {
    return new Filter(
        Optional.ofNullable(user),
        actions,
        Optional.empty(),
        Optional.ofNullable(outcome),
        Optional.ofNullable(from),
        Optional.empty());
  }
}
