package org.chancery.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LedgerKeyTest {
  @TempDir Path directory;

  @Test
  void aNewKeyIsReadableByItsOwnerOnlyAndLeavesNothingElseBehind() throws IOException {
    LedgerKey key = LedgerKey.openOrCreate(directory.resolve("new"));
    Path file = directory.resolve("new").resolve(LedgerKey.FILE);

    assertThat(Files.getPosixFilePermissions(file))
        .isEqualTo(PosixFilePermissions.fromString("rw-------"));
    assertThat(directory.resolve("new")).isDirectoryContaining(f -> f.equals(file));
    try (var files = Files.list(directory.resolve("new"))) {
      assertThat(files).hasSize(1);
    }
    assertThat(Files.readString(file)).doesNotContain(key.fingerprint());
  }

  @Test
  void aKeyThatIsThereIsKept() {
    String first = LedgerKey.openOrCreate(directory).fingerprint();
    assertThat(LedgerKey.openOrCreate(directory).fingerprint()).isEqualTo(first);
    assertThat(LedgerKey.open(directory).fingerprint()).isEqualTo(first);
  }

  @Test
  void twoKeysDiffer(@TempDir Path other) {
    assertThat(LedgerKey.openOrCreate(directory).fingerprint())
        .isNotEqualTo(LedgerKey.openOrCreate(other).fingerprint());
  }

  @Test
  void halfAKeyIsRefused() throws IOException {
    Files.writeString(directory.resolve(LedgerKey.FILE), "abcd");
    assertThatThrownBy(() -> LedgerKey.openOrCreate(directory))
        .isInstanceOf(LedgerException.class)
        .hasMessageContaining("not 256 bits");
    Files.writeString(directory.resolve(LedgerKey.FILE), "not hexadecimal");
    assertThatThrownBy(() -> LedgerKey.open(directory)).isInstanceOf(LedgerException.class);
  }
}
