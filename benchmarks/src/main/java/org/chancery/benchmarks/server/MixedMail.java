package org.chancery.benchmarks.server;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.chancery.acceptance.fixture.Letter;
import org.chancery.acceptance.fixture.Paper;

/** Draws files as they arrive: the same random source draws the same ones. */
public final class MixedMail {
  private static final String[] SYLLABLES = {
    "ba", "de", "fo", "gu", "ka", "le", "mo", "nu", "pa", "re", "so", "tu", "vo"
  };
  private static final List<String> BODY =
      List.of(
          "Dear Madam Secretary:",
          "I am writing about the delay in the adjudication of my",
          "application. The form was filed in March, and since then I",
          "have received no decision and no notice of interview.",
          "I would appreciate a written reply at your convenience.");

  private final Random random;

  /**
   * @param random where the letters come from
   */
  public MixedMail(Random random) {
    this.random = random;
  }

  /**
   * A file.
   *
   * @param name holds a word that stands in no other name
   * @param word a word that stands in no other text; empty when the file cannot be read
   * @param nameWord that of the name
   */
  public record Mail(String name, String nameWord, String word, byte[] bytes) {}

  /**
   * A file of a mixed day's mail: of twenty, nine are plain text, six born-digital PDF, three faxes
   * of a few lines, one is encrypted and one empty.
   */
  public Mail draw(int number) {
    String word = word();
    String nameWord = word();
    String name = String.format(Locale.ROOT, "%05d %s", number, nameWord);
    List<String> lines = new ArrayList<>(BODY);
    lines.add("Our reference is the word " + word + " in all letters.");
    Letter letter = new Letter("", "", List.of(lines), List.of(word));
    int kind = number % 20;
    if (kind < 9) {
      return new Mail(name + ".txt", nameWord, word, Paper.plainText(letter));
    } else if (kind < 15) {
      return new Mail(name + ".pdf", nameWord, word, Paper.bornDigitalPdf(letter));
    } else if (kind < 18) {
      return new Mail(name + ".tif", nameWord, word, Paper.faxTiff(letter));
    } else if (kind == 18) {
      return new Mail(name + ".pdf", nameWord, "", Paper.encryptedPdf(letter));
    }
    return new Mail(name + ".txt", nameWord, "", new byte[0]);
  }

  private String word() {
    StringBuilder word = new StringBuilder("z");
    for (int i = 0; i < 6; i++) {
      word.append(SYLLABLES[random.nextInt(SYLLABLES.length)]);
    }
    return word.toString();
  }
}
