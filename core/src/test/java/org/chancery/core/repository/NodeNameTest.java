package org.chancery.core.repository;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class NodeNameTest {

  @Test
  void aNumberComesBeforeTheExtension() {
    assertThat(NodeName.of("letter.pdf").numbered(2).value()).isEqualTo("letter (2).pdf");
    assertThat(NodeName.of("letter").numbered(12).value()).isEqualTo("letter (12)");
    assertThat(NodeName.of("Okafor, Maria").marked("3f9a1c").value())
        .isEqualTo("Okafor, Maria [3f9a1c]");
  }

  @Property(tries = 3000)
  void anyTextBecomesANameThatAllAccept(
      @ForAll String text, @ForAll @IntRange(min = 2, max = 100000) int number) {
    for (NodeName name : new NodeName[] {NodeName.of(text), NodeName.of(text).numbered(number)}) {
      assertThat(name.value()).hasSizeBetween(1, 200).doesNotEndWith(".").doesNotEndWith(" ");
      assertThat(name.value()).doesNotContainPattern("[\"*\\\\><?/:|\\p{Cc}]");
    }
  }

  @Test
  void aCutNameEndsInNoDotAndOddControlCharactersGo() {
    assertThat(NodeName.of("x".repeat(199) + ". and more").value()).isEqualTo("x".repeat(199));
    assertThat(NodeName.of("Smith\u0092s letter.pdf").value()).isEqualTo("Smith_s letter.pdf");
  }
}
