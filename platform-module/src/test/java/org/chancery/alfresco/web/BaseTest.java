package org.chancery.alfresco.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.chancery.core.http.Address;
import org.junit.jupiter.api.Test;

class BaseTest {

  @Test
  void thePathIsWhatFollowsTheBaseWhateverTheServletIsCalled() {
    assertThat(Base.below("/alfresco/s/chancery/v1/nodes/1/content", null))
        .contains(new Address("/nodes/1/content", Map.of()));
    assertThat(Base.below("/alfresco/service/chancery/v1/me", ""))
        .contains(new Address("/me", Map.of()));
    assertThat(Base.below("/alfresco/s/chancery/v1", null)).contains(new Address("/", Map.of()));
  }

  @Test
  void aPlusSignIsASpaceInTheQueryOnly() {
    assertThat(Base.below("/alfresco/s/chancery/v1/a+b%20c", "q=a+b%20c&q=%2B&x&=y"))
        .contains(
            new Address(
                "/a+b c", Map.of("q", List.of("a b c", "+"), "x", List.of(""), "", List.of("y"))));
  }

  @Test
  void whatIsNotEncodedAsItMustBeIsNoAddress() {
    assertThat(Base.below("/alfresco/s/chancery/v1/%zz", null)).isEqualTo(Optional.empty());
    assertThat(Base.below("/alfresco/s/chancery/v1/a", "q=%")).isEmpty();
    assertThat(Base.below("/alfresco/s/other", null)).isEmpty();
  }
}
