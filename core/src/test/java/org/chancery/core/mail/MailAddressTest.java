package org.chancery.core.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MailAddressTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a@b.gov",
        "first.last+tag@mail.example.org",
        "o'neill@xn--bcher-kva.example",
        " spaces.around@example.gov ",
        "x_y-z@a-b.co"
      })
  void whatMailCanBeSentToIsOne(String text) {
    assertThat(MailAddress.of(text)).contains(new MailAddress(text.strip()));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "   ",
        "nobody",
        "@example.gov",
        "nobody@",
        "two words@example.gov",
        "a@b",
        "a..b@example.gov",
        ".a@example.gov",
        "a.@example.gov",
        "a@-b.gov",
        "a@b-.gov",
        "a@example..gov",
        "a@127.0.0.1",
        "a@[127.0.0.1]",
        "\"quoted\"@example.gov",
        "Jane <jane@example.gov>",
        "a@example.gov,b@example.gov",
        "a@b@example.gov",
        "a@example.gov\r\nBcc: b@example.gov",
        "jürgen@example.gov",
        "a@exämple.gov"
      })
  void whatIsNoneIsNot(String text) {
    assertThat(MailAddress.of(text)).isEmpty();
    assertThatThrownBy(() -> new MailAddress(text)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void whatIsTooLongIsNone() {
    assertThat(MailAddress.of("a".repeat(64) + "@example.gov")).isPresent();
    assertThat(MailAddress.problem("a".repeat(65) + "@example.gov"))
        .contains("is too long for a mail address");
    assertThat(MailAddress.of("a@" + "b.".repeat(130) + "gov")).isEmpty();
  }
}
