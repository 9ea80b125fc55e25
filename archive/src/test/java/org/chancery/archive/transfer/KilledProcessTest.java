package org.chancery.archive.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.chancery.archive.format.RecordKind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A writing process killed by the operating system, in the middle of copying. */
class KilledProcessTest {
  private static final int FILES = 600;
  private static final int STUCK = 400;
  private static final int JOURNALLED = 250;
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  @TempDir Path place;

  /** Writes a package into the folder named, and gets stuck in the middle. */
  public static final class Writing {
    private Writing() {}

    /** Gives one folder. */
    public static void main(String[] arguments) throws IOException {
      List<PackageFile> files = files(new Office());
      PackageFile one = files.get(STUCK);
      PackageFile.Bytes bytes = one.bytes();
      PackageFile.Bytes stuck =
          new PackageFile.Bytes(
              bytes.size(),
              bytes.sha256(),
              bytes.modified(),
              // Nobody ever writes there.
              () -> System.in);
      files.set(
          STUCK,
          PackageFile.original(
              one.id(), one.folders(), one.name(), stuck, one.kind(), "", one.metadata()));
      Office.write(files, Path.of(arguments[0]));
    }
  }

  @Test
  void isTakenUpWhereItFell() throws IOException, InterruptedException {
    Path folder = place.resolve("p");
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx64m",
                "-cp",
                System.getProperty("java.class.path"),
                Writing.class.getName(),
                folder.toString())
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    Path journal = place.resolve("p.journal");
    Instant end = Instant.now().plus(PATIENCE);
    while (lines(journal) < JOURNALLED && process.isAlive() && Instant.now().isBefore(end)) {
      Thread.sleep(5);
    }
    process.destroyForcibly().waitFor();
    assertThat(folder).doesNotExist();
    long journalled = lines(journal) - 1;
    assertThat(journalled).isBetween(JOURNALLED - 1L, (long) STUCK);

    Office office = new Office();
    Office.write(files(office), folder);
    assertThat(office.opened.get()).isEqualTo((int) (FILES - journalled));
    Office.write(files(office), place.resolve("unbroken"));
    assertThat(Office.image(folder)).isEqualTo(Office.image(place.resolve("unbroken")));
  }

  private static List<PackageFile> files(Office office) {
    List<PackageFile> files = new ArrayList<>();
    for (int i = 0; i < FILES; i++) {
      files.add(
          office.original(
              "n" + i,
              List.of("f" + i % 9),
              "n.txt",
              ("note " + i).repeat(200),
              RecordKind.TEXT,
              "text/plain"));
    }
    return files;
  }

  private static long lines(Path file) throws IOException {
    return Files.exists(file) ? Files.readString(file).lines().count() : 0;
  }
}
