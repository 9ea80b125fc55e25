package org.chancery.benchmarks.labelled;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PairScoreTest {
  @TempDir Path folder;

  @Test
  void precisionAndRecallAreThoseOfEverythingFromAScoreOn() throws IOException {
    PairScore score =
        score("a,b\nc,d\ne,f\ng,h\n", "b,a,0.9\nc,d,0.8\na,c,0.8\ne,f,0.7\nx,y,0.6\n");

    assertThat(score.points())
        .containsExactly(
            new PairScore.Point(0.9, 1, 1.0, 0.25),
            new PairScore.Point(0.8, 3, 2 / 3.0, 0.5),
            new PairScore.Point(0.7, 4, 0.75, 0.75),
            new PairScore.Point(0.6, 5, 0.6, 0.75));
    assertThat(score.at(0.75)).contains(new PairScore.Point(0.7, 4, 0.75, 0.75));
    assertThat(score.at(0.99)).contains(new PairScore.Point(0.9, 1, 1.0, 0.25));
  }

  @Test
  void aPairNamedTwiceCountsOnceWithItsBestScore() throws IOException {
    PairScore score = score("a,b\n", "a,b,0.2\nb,a,0.9\n");

    assertThat(score.points()).containsExactly(new PairScore.Point(0.9, 1, 1.0, 1.0));
  }

  @Test
  void withoutAnyRightPairNoThresholdIsPrecise() throws IOException {
    assertThat(score("a,b\n", "a,c,0.9\n").at(0.99)).isEmpty();
    assertThat(score("a,b\n", "").at(0.99)).isEmpty();
  }

  @Test
  void aRowPairedWithItselfIsRefused() {
    assertThatThrownBy(() -> score("a,b\n", "a,a,1\n"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("itself");
  }

  @Test
  void missedAndWrongPairsAreToldByKind() throws IOException {
    Path kinds = folder.resolve("kinds.csv");
    Files.writeString(
        kinds,
        """
        id,person,household,place,office,job,called,kinds
        a,1,1,father,5,0,john smith,nickname
        b,1,1,father,6,1,john smith,
        c,2,1,son,,-1,john smith,
        d,3,3,,5,0,john smith,
        e,4,4,,5,0,mary jones,
        """);
    PairScore score = score("a,b\n", "a,c,0.9\na,d,0.9\na,e,0.1\n");
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    PairKinds read = PairKinds.read(kinds);
    read.print(score, 0.5, new PrintStream(out, true, StandardCharsets.UTF_8));

    assertThat(read.ofTrue(PairScore.Pair.of("a", "b"))).isEqualTo(Set.of("nickname", "moved-job"));
    assertThat(List.of(out.toString(StandardCharsets.UTF_8).split("\\R")))
        .anyMatch(line -> line.matches("nickname +1 +1 +100.0%"))
        .anyMatch(line -> line.matches("father-and-son +1 +1 +100.0%"))
        .anyMatch(line -> line.matches("namesakes-at-one-office +1 +1 +100.0%"))
        .anyMatch(line -> line.matches("one-office +1 +0 +0.0%"));
  }

  private PairScore score(String truth, String pairs) throws IOException {
    Path truthFile = Files.writeString(folder.resolve("truth.csv"), "id1,id2\n" + truth);
    Path pairsFile = Files.writeString(folder.resolve("pairs.csv"), "id1,id2,score\n" + pairs);
    return new PairScore(PairScore.readTruth(truthFile), PairScore.readPairs(pairsFile));
  }
}
