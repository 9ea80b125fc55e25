package org.chancery.alfresco.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class AddressTest {

  @Test
  void thePathIsWhatFollowsTheBaseWhateverTheServletIsCalled() {
    assertThat(Address.of("/alfresco/s/chancery/v1/nodes/1/content", null))
        .contains(new Address("/nodes/1/content", Map.of()));
    assertThat(Address.of("/alfresco/service/chancery/v1/me", ""))
        .contains(new Address("/me", Map.of()));
    assertThat(Address.of("/alfresco/s/chancery/v1", null)).contains(new Address("/", Map.of()));
  }

  @Test
  void aPlusSignIsASpaceInTheQueryOnly() {
    assertThat(Address.of("/alfresco/s/chancery/v1/a+b%20c", "q=a+b%20c&q=%2B&x&=y"))
        .contains(
            new Address(
                "/a+b c", Map.of("q", List.of("a b c", "+"), "x", List.of(""), "", List.of("y"))));
  }

  @Test
  void whatIsNotEncodedAsItMustBeIsNoAddress() {
    assertThat(Address.of("/alfresco/s/chancery/v1/%zz", null)).isEqualTo(Optional.empty());
    assertThat(Address.of("/alfresco/s/chancery/v1/a", "q=%")).isEmpty();
    assertThat(Address.of("/alfresco/s/other", null)).isEmpty();
  }
}
