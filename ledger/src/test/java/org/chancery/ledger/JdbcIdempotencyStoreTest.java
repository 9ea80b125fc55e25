package org.chancery.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.chancery.core.http.IdempotencyStore;
import org.chancery.core.http.IdempotencyStore.Answer;
import org.chancery.core.http.IdempotencyStore.Fresh;
import org.chancery.core.http.IdempotencyStore.InProgress;
import org.chancery.core.http.IdempotencyStore.Mismatch;
import org.chancery.core.http.IdempotencyStore.Replay;
import org.chancery.core.http.IdempotencyStore.Reservation;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(TestDatabase.Resolver.class)
class JdbcIdempotencyStoreTest {
  private static final Answer CREATED =
      new Answer(201, Map.of("Location", "/api/v1/nodes/1", "ETag", "\"1\""), "{\"id\":\"1\"}");

  private TestDatabase database;
  private HostTransactions host;
  private IdempotencyStore store;

  @BeforeEach
  void open(TestDatabase database) {
    this.database = database;
    host = database.host();
    store = new JdbcIdempotencyStore(host.joined());
  }

  @Test
  void theSameRequestGetsTheSameAnswer() {
    create("ann", "k1");
    assertThat(reserve("ann", "k1", "hash")).isEqualTo(new Replay(CREATED));
    assertThat(reserve("ann", "k1", "hash")).isEqualTo(new Replay(CREATED));
  }

  @Test
  void anotherRequestWithTheSameKeyIsAMismatch() {
    create("ann", "k1");
    assertThat(reserve("ann", "k1", "other")).isInstanceOf(Mismatch.class);
  }

  @Test
  void theSameKeyOfAnotherAccountIsAnotherKey() {
    create("ann", "k1");
    assertThat(reserve("bob", "k1", "hash")).isInstanceOf(Fresh.class);
  }

  @Test
  void whatRolledBackIsFreshAgain() {
    host.begin();
    assertThat(store.reserve("ann", "k1", "hash")).isInstanceOf(Fresh.class);
    store.complete("ann", "k1", CREATED);
    host.rollback();
    assertThat(reserve("ann", "k1", "another")).isInstanceOf(Fresh.class);
  }

  @Test
  void aSecondRequestLearnsAtOnceThatTheFirstIsStillAtWork() throws Exception {
    ExecutorService other = Executors.newSingleThreadExecutor();
    try {
      host.begin();
      assertThat(store.reserve("ann", "k1", "hash")).isInstanceOf(Fresh.class);
      assertThat(other.submit(() -> reserve("ann", "k1", "hash")).get())
          .isInstanceOf(InProgress.class);
      assertThat(other.submit(() -> reserve("ann", "k2", "hash")).get()).isInstanceOf(Fresh.class);
      store.complete("ann", "k1", CREATED);
      host.commit();
      assertThat(other.submit(() -> reserve("ann", "k1", "hash")).get())
          .isEqualTo(new Replay(CREATED));
    } finally {
      other.shutdownNow();
    }
  }

  @Test
  void aReservationCommittedWithoutAnAnswerNeverWas() {
    host.write(() -> store.reserve("ann", "k1", "hash"));
    assertThat(reserve("ann", "k1", "hash")).isInstanceOf(Fresh.class);
  }

  @Test
  void anAnswerIsForgottenAfterADayAndDeletedByALaterRequest() {
    create("ann", "k1");
    create("ann", "k2");
    database.sql("update chancery_idempotency set at = now() - interval '24 hours 1 second'");
    create("ann", "k3");
    assertThat(database.one("select string_agg(key, ' ') from chancery_idempotency"))
        .isEqualTo("k3");

    database.sql("update chancery_idempotency set at = now() - interval '24 hours 1 second'");
    assertThat(reserve("ann", "k3", "other")).isInstanceOf(Fresh.class);
  }

  @Test
  void anAnswerIsKeptForADay() {
    create("ann", "k1");
    database.sql("update chancery_idempotency set at = now() - interval '23 hours 59 minutes'");
    assertThat(reserve("ann", "k1", "hash")).isEqualTo(new Replay(CREATED));
  }

  @Test
  void onlyAReservedKeyCanBeCompleted() {
    assertThatThrownBy(() -> host.write(() -> store.complete("ann", "k1", CREATED)))
        .isInstanceOf(IllegalStateException.class);
    create("ann", "k1");
    assertThatThrownBy(() -> host.write(() -> store.complete("ann", "k1", CREATED)))
        .isInstanceOf(IllegalStateException.class);
  }

  @Test
  void aKeyHasOneTo255Characters() {
    for (String key : new String[] {"", "x".repeat(256), "a\0b"}) {
      assertThatThrownBy(() -> reserve("ann", key, "hash"))
          .isInstanceOf(IllegalArgumentException.class);
    }
    assertThat(reserve("ann", "x".repeat(255), "hash")).isInstanceOf(Fresh.class);
  }

  private void create(String user, String key) {
    host.write(
        () -> {
          assertThat(store.reserve(user, key, "hash")).isInstanceOf(Fresh.class);
          store.complete(user, key, CREATED);
        });
  }

  private Reservation reserve(String user, String key, String hash) {
    host.begin();
    try {
      return store.reserve(user, key, hash);
    } finally {
      host.rollback();
    }
  }
}
