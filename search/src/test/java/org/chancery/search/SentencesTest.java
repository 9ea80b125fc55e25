package org.chancery.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.BreakIterator;
import java.text.StringCharacterIterator;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Chars;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;

class SentencesTest {

  private static List<String> parts(String text) {
    Sentences sentences = new Sentences();
    sentences.setText(new StringCharacterIterator(text));
    List<String> parts = new ArrayList<>();
    int from = sentences.first();
    for (int to = sentences.next(); to != BreakIterator.DONE; to = sentences.next()) {
      parts.add(text.substring(from, to));
      from = to;
    }
    return parts;
  }

  @Test
  void sentencesParagraphsAndPagesBegin() {
    assertThat(parts("The levee broke. \"Who paid?\" We did!\nDear Sir:\n\nI write\u0000page 2"))
        .containsExactly(
            "The levee broke. ",
            "\"Who paid?\" ",
            "We did!\n",
            "Dear Sir:\n\n",
            "I write\u0000",
            "page 2");
  }

  @Test
  void aPointWithinANumberEndsNothing() {
    assertThat(parts("It cost 3.50 at www.fema.gov in all")).hasSize(1);
  }

  @Test
  void anEmptyTextHasNoSentence() {
    assertThat(parts("")).isEmpty();
  }

  @Property
  void goingBackFindsWhatGoingForwardFound(
      @ForAll @Chars({'a', '.', ' ', '\n', '\u0000', '"'}) @StringLength(max = 40) String text) {
    Sentences sentences = new Sentences();
    sentences.setText(text);
    List<Integer> forward = new ArrayList<>();
    for (int at = sentences.first(); at != BreakIterator.DONE; at = sentences.next()) {
      forward.add(at);
    }
    List<Integer> backward = new ArrayList<>();
    for (int at = sentences.last(); at != BreakIterator.DONE; at = sentences.previous()) {
      backward.add(0, at);
    }
    assertThat(backward).isEqualTo(forward);
    assertThat(forward).allMatch(sentences::isBoundary);
  }
}
