package org.chancery.ocr.worker;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NativeLibrariesTest {

  @Test
  void workersThatStartAtOnceShareOneUnpackedDirectory(@TempDir Path cache) throws Exception {
    ExecutorService starters = Executors.newFixedThreadPool(4);
    try {
      Callable<Path> start = () -> NativeLibraries.unpackedIn(cache);
      List<Future<Path>> started = starters.invokeAll(List.of(start, start, start, start));
      for (Future<Path> each : started) {
        assertThat(each.get().resolve("libtesseract.so")).exists();
      }
    } finally {
      starters.shutdownNow();
    }
    try (Stream<Path> left = Files.list(cache)) {
      assertThat(left).hasSize(1);
    }
  }
}
