package org.chancery.alfresco.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PlatformTicketTest {

  private static Optional<String> header(String text) {
    return PlatformTicket.of(
        "basic " + Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8)));
  }

  @Test
  void aTicketIsToldFromAPassword() {
    assertThat(header("ROLE_TICKET:TICKET_1")).contains("TICKET_1");
    assertThat(header(":TICKET_1")).contains("TICKET_1");
    assertThat(header("TICKET_1")).contains("TICKET_1");
    assertThat(header("pgm:TICKET_1")).isEmpty();
  }

  @Test
  void whatIsNoBasicHeaderHoldsNoTicket() {
    assertThat(PlatformTicket.of("Bearer abc")).isEmpty();
    assertThat(PlatformTicket.of("Basic %%%")).isEmpty();
    assertThat(header("nocolon")).isEmpty();
    assertThat(header("TICKET_\u00001")).isEmpty();
  }
}
