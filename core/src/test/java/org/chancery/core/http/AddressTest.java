package org.chancery.core.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AddressTest {

  @Test
  void theBaseItselfIsTheRoot() {
    assertThat(Address.of("", null)).contains(new Address("/", Map.of()));
    assertThat(Address.of("/nodes/1/content", ""))
        .contains(new Address("/nodes/1/content", Map.of()));
  }

  @Test
  void aPlusSignIsASpaceInTheQueryOnly() {
    assertThat(Address.of("/a+b%20c", "q=a+b%20c&q=%2B&x&=y"))
        .contains(
            new Address(
                "/a+b c", Map.of("q", List.of("a b c", "+"), "x", List.of(""), "", List.of("y"))));
  }

  @Test
  void whatIsNotEncodedAsItMustBeIsNoAddress() {
    assertThat(Address.of("/%zz", null)).isEmpty();
    assertThat(Address.of("/a", "q=%")).isEmpty();
    assertThat(Address.malformed().status()).isEqualTo(400);
  }
}
