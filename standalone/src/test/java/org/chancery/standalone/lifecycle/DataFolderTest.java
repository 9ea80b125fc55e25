package org.chancery.standalone.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.chancery.standalone.StartRefused;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataFolderTest {
  @TempDir Path place;

  @Test
  void whatLiesInItIsItsOwnersAloneAndOneServerHasIt() throws Exception {
    Path path = place.resolve("data");
    try (DataFolder folder = DataFolder.take(path)) {
      assertThat(folder.fresh()).isTrue();
      assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(path)))
          .isEqualTo("rwx--x--x");
      Path content = path.resolve("content");
      folder.makePrivate(List.of(content));
      assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(content)))
          .isEqualTo("rwx------");
      assertThatThrownBy(() -> DataFolder.take(path))
          .isInstanceOf(StartRefused.class)
          .hasMessageContaining("in use by another server");
    }
    Files.createDirectory(path.resolve("database"));
    try (DataFolder again = DataFolder.take(path)) {
      assertThat(again.fresh()).isFalse();
    }
  }

  @Test
  void aPlaceThatCannotBeUsedIsRefusedInOneLine() throws Exception {
    Path file = Files.createFile(place.resolve("file"));
    assertThatThrownBy(() -> DataFolder.take(file.resolve("data")))
        .isInstanceOf(StartRefused.class)
        .hasMessageContaining("cannot be used");
  }
}
