package org.chancery.ocr.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Only what leaves no doubt is mended. */
class KnownMisreadingsTest {
  private static String mended(String text) {
    List<Word> words = new ArrayList<>();
    for (String word : text.split(" ")) {
      words.add(new Word(word, 10, 10, 30, 10, 20, 10, 90, 0, 0));
    }
    return KnownMisreadings.mended(words).stream().map(Word::text).collect(Collectors.joining(" "));
  }

  @Test
  void aBarBeforeASmallWordIsThePronoun() {
    assertThat(mended("Then | asked")).isEqualTo("Then I asked");
    assertThat(mended("and l have")).isEqualTo("and I have");
  }

  @Test
  void iAmRunTogetherIsParted() {
    assertThat(mended("Secretary: 1am writing")).isEqualTo("Secretary: I am writing");
    assertThat(mended("know that lam grateful")).isEqualTo("know that I am grateful");
    assertThat(mended("!am writing")).isEqualTo("I am writing");
  }

  @Test
  void anHourStaysAnHour() {
    assertThat(mended("closed at 1am every night")).isEqualTo("closed at 1am every night");
    assertThat(mended("between 12pm and 1am daily")).isEqualTo("between 12pm and 1am daily");
  }

  @Test
  void barsOfATableStay() {
    assertThat(mended("Name | Date | 3")).isEqualTo("Name | Date | 3");
  }

  @Test
  void numbersStay() {
    assertThat(mended("item 1 was late")).isEqualTo("item 1 was late");
    assertThat(mended("on page 1 have a look")).isEqualTo("on page 1 have a look");
  }

  @Test
  void numbersCutAtTheLineEndAreWhole() {
    Word first = new Word("596-50-", 0, 0, 1, 1, 1, 1, 90, 0, 0);
    Word second = new Word("2408.", 0, 2, 1, 1, 3, 1, 90, 1, 0);
    Word third = new Word("Next", 0, 4, 1, 1, 5, 1, 90, 2, 0);
    assertThat(PageText.text(List.of(first, second, third))).isEqualTo("596-50-2408.\nNext");
  }
}
