package org.chancery.ocr;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** "Reading is right": recall and precision by file, in reading order, white space folded. */
class ReadingQualityTest {
  @TempDir static Path directory;
  private static ReadingPool pool;

  @BeforeAll
  static void start() {
    pool = new ReadingPool(Pools.settings(2));
  }

  @AfterAll
  static void stop() {
    pool.close();
  }

  @Test
  void scannedLettersAreReadRightAndInOrder() throws IOException {
    Map<Path, String> truths = new LinkedHashMap<>();
    for (Path scan : Pools.scans()) {
      String stem = scan.getFileName().toString().replaceFirst("\\.[^.]+$", "");
      truths.put(scan, Files.readString(scan.resolveSibling(stem + ".truth.txt")));
    }
    if (truths.isEmpty()) {
      truths.putAll(drawnLetters());
    }
    meetsTheGate(truths);
  }

  @Test
  void turnedAndSkewedLettersAreReadAsWell() throws IOException {
    meetsTheGate(drawnLetters());
  }

  private void meetsTheGate(Map<Path, String> truths) throws IOException {
    double recall = 0;
    double precision = 0;
    for (Map.Entry<Path, String> file : truths.entrySet()) {
      Path results = Files.createTempDirectory(directory, "results");
      WordMatch match =
          WordMatch.of(file.getValue(), Pools.text(Pools.read(pool, file.getKey(), results)));
      System.out.printf(
          Locale.ROOT,
          "%-24s recall %6.2f %%  precision %6.2f %%%n",
          file.getKey().getFileName(),
          100 * match.recall(),
          100 * match.precision());
      assertThat(match.recall()).as("recall of " + file.getKey()).isGreaterThanOrEqualTo(0.96);
      recall += match.recall() / truths.size();
      precision += match.precision() / truths.size();
    }
    System.out.printf(
        Locale.ROOT,
        "mean of %d files: recall %.3f %%, precision %.3f %%%n",
        truths.size(),
        100 * recall,
        100 * precision);
    assertThat(recall).isGreaterThanOrEqualTo(0.992);
    assertThat(precision).isGreaterThanOrEqualTo(0.98);
  }

  private static Map<Path, String> drawnLetters() throws IOException {
    BufferedImage straight = Paper.image(Paper.LETTER, 300);
    Map<Path, String> letters = new LinkedHashMap<>();
    for (int turns = 1; turns < 4; turns++) {
      letters.put(
          Images.png(
              directory.resolve("turned-" + turns + ".png"),
              Paper.turned(Paper.skewed(straight, 1.7 - turns), turns)),
          Paper.LETTER);
    }
    letters.put(
        Images.jpeg(directory.resolve("skewed.jpg"), Paper.skewed(straight, -2.3)), Paper.LETTER);
    letters.put(
        Images.tiff(
            directory.resolve("fax.tif"),
            "CCITT T.6",
            200,
            List.of(Paper.bilevel(Paper.image(Paper.LETTER, 200)))),
        Paper.LETTER);
    letters.put(
        Images.png(directory.resolve("noisy.png"), Paper.noisy(straight, 40, 7)), Paper.LETTER);
    return letters;
  }
}
