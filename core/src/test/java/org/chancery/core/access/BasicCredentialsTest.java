package org.chancery.core.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class BasicCredentialsTest {

  private static Optional<BasicCredentials> header(String text) {
    return BasicCredentials.of(
        "basic " + Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8)));
  }

  @Test
  void theNameEndsAtTheFirstColon() {
    assertThat(header("pgm:se:crét")).contains(new BasicCredentials("pgm", "se:crét"));
  }

  @Test
  void whatIsNoBasicHeaderHoldsNothing() {
    assertThat(BasicCredentials.of("Bearer abc")).isEmpty();
    assertThat(BasicCredentials.of("Basic %%%")).isEmpty();
    assertThat(header("nocolon")).isEmpty();
    assertThat(header("a\u0000:b")).isEmpty();
  }
}
