package org.chancery.standalone.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.chancery.core.repository.Checkpoint;
import org.chancery.standalone.store.BlobStore.Stored;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BlobStoreTest {

  private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");

  @TempDir private Path folder;
  private BlobStore blobs;

  @BeforeEach
  void open() {
    blobs = at(NOW, Checkpoint.NONE);
  }

  @Test
  void bytesLieUnderTheirHashReadOnlyAndNothingIsLeftBesides() throws IOException {
    Stored stored = store("abc");
    Path place =
        folder.resolve("ba/78/ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    assertThat(blobs.path(stored.sha256())).isEqualTo(place);
    assertThat(place).hasContent("abc");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(place)))
        .isEqualTo("r--------");
    assertThat(files()).containsExactly(place);
  }

  @Test
  void theSameBytesAreKeptAsTheyAre() throws IOException {
    Path place = blobs.path(store("abc").sha256());
    Object before = Files.getAttribute(place, "unix:ino");
    store("abc");
    assertThat(Files.getAttribute(place, "unix:ino")).isEqualTo(before);
    assertThat(files()).containsExactly(place);
  }

  @Test
  void aFileThatLostBytesIsReplacedByAWholeOne() throws IOException {
    Path place = blobs.path(store("abc").sha256());
    Files.delete(place);
    Files.writeString(place, "ab");
    store("abc");
    assertThat(place).hasContent("abc");
  }

  @Test
  void anEndAtEitherPointLeavesNothingOrAllOfIt() throws IOException {
    List<String> points = new ArrayList<>();
    at(NOW, points::add).store(stream("words"));
    assertThat(points).containsExactly("after-hash", "after-blob");
    assertThatThrownBy(() -> at(NOW, endAt("after-hash")).store(stream("abc")))
        .hasMessage("after-hash");
    assertThat(files()).hasSize(1);
    assertThatThrownBy(() -> at(NOW, endAt("after-blob")).store(stream("abc")))
        .hasMessage("after-blob");
    assertThat(files()).hasSize(2);
    assertThat(store("abc").size()).isEqualTo(3);
    assertThat(files()).hasSize(2);
  }

  @Test
  void onlyWhatNothingRefersToAndNobodyTouchedForADayIsSwept() throws IOException {
    Stored referred = store("referred to");
    Stored left = store("left alone");
    Stored again = store("stored again");
    Files.writeString(folder.resolve("staging/broken-off.part"), "half");
    Files.setLastModifiedTime(folder.resolve("staging/broken-off.part"), FileTime.from(NOW));
    BlobStore later = at(NOW.plus(Duration.ofHours(25)), Checkpoint.NONE);
    later.store(stream("stored again"));
    List<String> asked = new ArrayList<>();
    int swept =
        later.sweep(
            hashes -> {
              asked.addAll(hashes);
              return hashes.stream().filter(hash -> !hash.equals(referred.sha256())).toList();
            });
    assertThat(asked).containsExactlyInAnyOrder(referred.sha256(), left.sha256());
    assertThat(swept).isEqualTo(1);
    assertThat(files())
        .containsExactlyInAnyOrder(blobs.path(referred.sha256()), blobs.path(again.sha256()));
  }

  @Test
  void whatIsAttachedWhileASweepDecidesIsKept() throws IOException {
    Stored stored = store("abc");
    BlobStore later = at(NOW.plus(Duration.ofHours(25)), Checkpoint.NONE);
    int swept =
        later.sweep(
            hashes -> {
              later.use(stored.sha256(), stored.size());
              return hashes;
            });
    assertThat(swept).isZero();
    assertThat(blobs.path(stored.sha256())).exists();
  }

  @Test
  void aHashIsNeverAPath() {
    for (String bad : List.of("../../etc/passwd", "BA", "", "g".repeat(64))) {
      assertThatThrownBy(() -> blobs.path(bad)).isInstanceOf(IllegalArgumentException.class);
    }
  }

  private BlobStore at(Instant now, Checkpoint checkpoint) {
    return new BlobStore(folder, Clock.fixed(now, ZoneOffset.UTC), checkpoint);
  }

  private static Checkpoint endAt(String point) {
    return name -> {
      if (name.equals(point)) {
        throw new IllegalStateException(point);
      }
    };
  }

  private Stored store(String text) {
    return blobs.store(stream(text));
  }

  private static InputStream stream(String text) {
    return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
  }

  private List<Path> files() throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      return all.filter(Files::isRegularFile).toList();
    }
  }
}
