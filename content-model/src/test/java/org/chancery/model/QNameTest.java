package org.chancery.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class QNameTest {

  @Provide
  Arbitrary<String> part() {
    return Arbitraries.strings().all().excludeChars(':').ofMinLength(1).filter(s -> !s.isBlank());
  }

  @Property
  void whatIsWrittenIsReadUnchanged(@ForAll("part") String prefix, @ForAll("part") String local) {
    QName name = new QName(prefix, local);
    assertThat(QName.of(name.toString())).isEqualTo(name);
  }

  @Property
  void theOrderAgreesWithEquality(
      @ForAll("part") String prefix, @ForAll("part") String a, @ForAll("part") String b) {
    QName one = new QName(prefix, a);
    QName other = new QName(prefix, b);
    assertThat(one.compareTo(other) == 0).isEqualTo(one.equals(other));
    assertThat(Integer.signum(one.compareTo(other)))
        .isEqualTo(-Integer.signum(other.compareTo(one)));
  }

  @Property
  void anyOtherTextIsRefused(@ForAll String text) {
    String[] parts = text.split(":", -1);
    Assume.that(parts.length != 2 || parts[0].isBlank() || parts[1].isBlank());
    assertThatIllegalArgumentException().isThrownBy(() -> QName.of(text));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", ":", "cor", "cor:", ":caseFile", "a:b:c", " : "})
  void aTextWithoutExactlyTwoPartsIsRefused(String text) {
    assertThatIllegalArgumentException().isThrownBy(() -> QName.of(text));
  }
}
