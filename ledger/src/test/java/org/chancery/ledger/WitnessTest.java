package org.chancery.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WitnessTest {
  private static final Instant AT = Instant.parse("2026-03-02T12:00:00.123456Z");

  @TempDir Path directory;
  private Witness witness;

  @BeforeEach
  void open() {
    witness = new Witness(directory, LedgerKey.openOrCreate(directory));
  }

  @Test
  void headsReadAsTheyWereWritten() throws IOException {
    assertThat(witness.last()).isEmpty();
    assertThat(heads()).isEmpty();
    for (int i = 1; i <= 50; i++) {
      witness.append(head(i));
      assertThat(witness.last()).contains(head(i));
    }
    assertThat(heads())
        .hasSize(50)
        .doesNotContain(Optional.empty())
        .startsWith(Optional.of(head(1)));
    assertThat(Files.getPosixFilePermissions(witness.file()))
        .isEqualTo(PosixFilePermissions.fromString("rw-------"));
  }

  @Test
  void anUnfinishedLineIsIgnoredAndReplaced() throws IOException {
    witness.append(head(1));
    Files.writeString(witness.file(), "1 2 ab", StandardOpenOption.APPEND);
    assertThat(witness.last()).contains(head(1));
    assertThat(heads()).hasSize(1);

    witness.append(head(2));
    assertThat(heads()).containsExactly(Optional.of(head(1)), Optional.of(head(2)));
  }

  @Test
  void anUnfinishedFirstLineIsIgnoredAndReplaced() throws IOException {
    Files.writeString(witness.file(), "1 2 ab");
    assertThat(witness.last()).isEmpty();
    assertThat(heads()).isEmpty();
    witness.append(head(1));
    assertThat(heads()).containsExactly(Optional.of(head(1)));
  }

  @Test
  void aChangedLineIsNotGenuine() throws IOException {
    witness.append(head(1));
    String line = Files.readString(witness.file());
    for (int i = 0; i < line.length() - 1; i++) {
      char other = line.charAt(i) == '1' ? '2' : '1';
      Files.writeString(witness.file(), line.substring(0, i) + other + line.substring(i + 1));
      assertThat(heads()).containsExactly(Optional.empty());
      assertThatThrownBy(witness::last).isInstanceOf(LedgerException.class);
    }
  }

  @Test
  void aLineSignedWithAnotherKeyIsNotGenuine(@TempDir Path other) {
    witness.append(head(1));
    List<Optional<Head>> heads = new ArrayList<>();
    LedgerKey foreign = LedgerKey.openOrCreate(other);
    new Witness(directory, foreign).forEach((line, head) -> heads.add(head));
    assertThat(heads).containsExactly(Optional.empty());
  }

  private List<Optional<Head>> heads() {
    List<Optional<Head>> heads = new ArrayList<>();
    witness.forEach((line, head) -> heads.add(head));
    return heads;
  }

  private static Head head(long sequence) {
    return Head.of(sequence, Chain.beginning(), AT.plusSeconds(60 * sequence));
  }
}
