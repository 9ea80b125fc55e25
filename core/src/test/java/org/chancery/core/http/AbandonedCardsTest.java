package org.chancery.core.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.chancery.core.memory.SettableClock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Business cards that nobody enters do not stay (requirements S15, S16). */
class AbandonedCardsTest {
  @TempDir Path scratch;
  private final SettableClock clock = new SettableClock(Instant.parse("2026-03-02T10:00:00Z"));
  private TestHost host;
  private TestHost.Client clerk;

  @BeforeEach
  void open() {
    host = new TestHost(scratch, true, true, clock);
    clerk = host.as("clerk");
  }

  @AfterEach
  void close() {
    host.close();
  }

  private String card(String text) {
    TestHost.Reply sent = clerk.uploadTo("/business-cards", "card.txt", text, Map.of());
    assertThat(sent.status()).as(sent.body()).isEqualTo(201);
    host.awaitRead();
    return sent.text("id");
  }

  private void after(int days) {
    clock.forward(Duration.ofDays(days));
    host.chancery.rights().clock().once();
  }

  @Test
  void oneThatWaitsIsRemindedOfAndThenErased() {
    String card = card("Qadira Zephyrine\n956 555 0199");
    String entered = card("Ann Bello");
    after(29);
    assertThat(host.mailer.notices.toString()).doesNotContain("Business cards");
    after(1);
    TestHost.await(() -> host.mailer.notices.toString().contains("Business cards"));
    assertThat(
            clerk
                .post("/people", "{'person':{'lastName':'Bello'},'card':'" + entered + "'}")
                .status())
        .isEqualTo(201);
    after(6);
    assertThat(clerk.get("/business-cards/" + card).status()).isEqualTo(200);
    after(1);
    assertThat(clerk.get("/business-cards/" + card).status()).isEqualTo(404);
    host.chancery.rights().clock().erase();
    TestHost.await(() -> host.host.queue().size("one-year-erasing") == 0);
    assertThat(host.host.wherever("Zephyrine")).isEmpty();
    // What became a person's document is kept with them.
    assertThat(clerk.get("/nodes/" + entered).status()).isEqualTo(200);
    assertThat(host.mailer.notices.toString().split("Business cards", -1)).hasSizeLessThan(4);
  }
}
