package org.chancery.alfresco.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class SecretsTest {

  @Test
  void everySecretIsAnother() {
    assertThat(Secrets.make()).hasSize(43).isNotEqualTo(Secrets.make());
  }

  /** Who reads the table or the token can make neither the secret nor the other from it. */
  @Test
  void whatIsStoredAndWhatIsToldDiffer() {
    String secret = Secrets.make();

    assertThat(Secrets.hash(secret)).hasSize(32).isEqualTo(Secrets.hash(secret));
    assertThat(new String(Secrets.hash(secret), StandardCharsets.ISO_8859_1))
        .doesNotContain(secret);
    assertThat(Secrets.forgeryToken(secret))
        .isEqualTo(Secrets.forgeryToken(secret))
        .isNotEqualTo(Secrets.forgeryToken(Secrets.make()));
  }
}
