package org.chancery.ocr.worker;

import com.sun.jna.Memory;
import com.sun.jna.Pointer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A worker that reads as others do, but fails in a chosen way at a chosen page. */
public final class FaultyWorker {
  private static final long CHUNK = 64L << 20;
  private static final List<Memory> HELD = new ArrayList<>();

  private FaultyWorker() {}

  /** Serves with the fault that the system property {@code fault} names. */
  public static void main(String[] arguments) throws IOException, InterruptedException {
    Job job = new DocumentJobs(Path.of(arguments[0]));
    int page = Integer.getInteger("fault.page", 0);
    WorkerMain.serve(
        (request, step) -> {
          if (request instanceof Request.Recognise recognise && recognise.page() == page) {
            fail(System.getProperty("fault"));
          }
          return job.carryOut(request, step);
        });
  }

  private static void fail(String fault) {
    switch (fault) {
      case "crash" -> new Pointer(8).getInt(0);
      case "crash-once" -> crashOnce(Path.of(System.getProperty("fault.marker")));
      case "hang" -> hang();
      case "swell" -> swell();
      default -> throw new IllegalArgumentException(fault);
    }
  }

  private static void crashOnce(Path marker) {
    try {
      if (!Files.exists(marker)) {
        Files.createFile(marker);
        new Pointer(8).getInt(0);
      }
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private static void hang() {
    while (true) {
      try {
        Thread.sleep(1000);
      } catch (InterruptedException e) {
        System.err.println("not interested");
      }
    }
  }

  private static void swell() {
    while (true) {
      Memory chunk = new Memory(CHUNK);
      chunk.setMemory(0, CHUNK, (byte) 1);
      HELD.add(chunk);
    }
  }
}
