package org.chancery.core.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class ResponseTest {
  private final ByteArrayOutputStream sent = new ByteArrayOutputStream();

  private static Response.Body stream(String text, long length) {
    return new Response.Stream(
        new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), length);
  }

  @Test
  void noMoreIsSentThanWasAnnounced() throws IOException {
    stream("the letter and more", 10).writeTo(sent);

    assertThat(sent.toString(StandardCharsets.UTF_8)).isEqualTo("the letter");
  }

  @Test
  void aStreamThatEndsEarlyIsNoWholeAnswer() {
    assertThatThrownBy(() -> stream("the let", 10).writeTo(sent))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("3 bytes early");
  }
}
