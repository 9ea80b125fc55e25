package org.chancery.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import org.chancery.core.schedule.ClockRegister;
import org.chancery.core.schedule.ClockRegisterContract;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(TestDatabase.Resolver.class)
class JdbcClockRegisterTest extends ClockRegisterContract {
  private TestDatabase database;
  private ClockRegister register;

  @BeforeEach
  void open(TestDatabase database) {
    this.database = database;
    register = new JdbcClockRegister(database.host().joined());
  }

  @Override
  protected ClockRegister register() {
    return register;
  }

  @Override
  protected void write(Runnable work) {
    database.host().write(work);
  }

  @Test
  void whatIsDueIsReadByTheIndexHoweverManyRun() {
    database.sql(
        "insert into chancery_clock select gen_random_uuid(), 'S', 1, now(), 'close', null, 0,"
            + " null, date '2010-01-01', date '2030-01-01' + i % 1000, 'running', now() from"
            + " generate_series(1, 20000) i; analyze chancery_clock");
    String plan =
        database.one(
            "explain (format json) select * from chancery_clock where state = 'running' and"
                + " eligible_on <= date '2030-01-01' order by eligible_on, folder limit 100");
    assertThat(plan).contains("chancery_clock_standing").doesNotContain("Seq Scan");
  }
}
