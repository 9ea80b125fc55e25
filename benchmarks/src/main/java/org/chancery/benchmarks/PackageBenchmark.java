package org.chancery.benchmarks;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.RandomAccessFile;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.chancery.archive.bag.Fault;
import org.chancery.archive.check.PackageCheck;
import org.chancery.archive.format.RecordKind;
import org.chancery.archive.transfer.LegalTransfer;
import org.chancery.archive.transfer.Metadata;
import org.chancery.archive.transfer.PackageFile;
import org.chancery.archive.transfer.PackageWriter;
import org.chancery.archive.transfer.TransferRequest;
import org.chancery.archive.transfer.Written;

/**
 * A transfer package beside a plain copy of the same bytes with SHA-256: {@code [--files N]
 * [--bytes N] [--folder DIR]}, 10,000 files and 5 GB unless told otherwise. The copy is made before
 * and after, never synced; the better one counts. The originals are sparse files, so that only what
 * is written takes room on the disk; everything is removed at the end. Ends with 1 when the package
 * is written at less than half the copy's speed, or is faulty.
 */
public final class PackageBenchmark {
  private static final double LIMIT = 0.5;
  private static final int BUFFER = 1 << 18;
  private static final Instant MODIFIED = Instant.parse("2014-03-03T12:00:00Z");

  private final Path work;
  private final int files;
  private final long bytes;
  private final String[] sha256;

  private PackageBenchmark(Path work, int files, long bytes) {
    this.work = work;
    this.files = files;
    this.bytes = bytes;
    this.sha256 = new String[files];
  }

  /** Runs it and ends the process. */
  public static void main(String[] arguments) throws IOException {
    int files = 10_000;
    long bytes = 5_000_000_000L;
    Path folder = Path.of(System.getProperty("java.io.tmpdir"));
    for (int i = 0; i + 1 < arguments.length; i += 2) {
      switch (arguments[i]) {
        case "--files" -> files = Integer.parseInt(arguments[i + 1]);
        case "--bytes" -> bytes = Long.parseLong(arguments[i + 1]);
        case "--folder" -> folder = Path.of(arguments[i + 1]);
        default -> throw new IllegalArgumentException("unknown option " + arguments[i]);
      }
    }
    // One copy at a time lies there; twice that leaves the disk room to breathe.
    if (Files.getFileStore(folder).getUsableSpace() < 2 * bytes) {
      System.err.println("There is not room for twice " + bytes + " bytes in " + folder);
      System.exit(2);
    }
    Path work = Files.createTempDirectory(folder, "package-benchmark");
    boolean held;
    try {
      held = new PackageBenchmark(work, files, bytes).run();
    } finally {
      delete(work);
    }
    System.exit(held ? 0 : 1);
  }

  private boolean run() throws IOException {
    makeOriginals();
    double first = copy();
    resetPeaks();
    double packaged = seconds(this::writePackage);
    long peak = peak();
    List<Fault> faults = new ArrayList<>();
    double checked = seconds(() -> new PackageCheck().check(work.resolve("package"), faults::add));
    delete(work.resolve("package"));
    double copied = Math.min(first, copy());
    double ratio = copied / packaged;
    System.out.printf(
        Locale.ROOT,
        "%d files, %d bytes: copied with SHA-256 in %.1f s (%.0f MB/s), packaged in %.1f s (%.0f"
            + " MB/s): %.2f of the speed; heap at most %d MB of %d; checked in %.1f s, %d faults%n",
        files,
        bytes,
        copied,
        bytes / 1e6 / copied,
        packaged,
        bytes / 1e6 / packaged,
        ratio,
        peak >> 20,
        Runtime.getRuntime().maxMemory() >> 20,
        checked,
        faults.size());
    faults.stream().limit(10).map(Fault::row).forEach(System.out::println);
    return ratio >= LIMIT && faults.isEmpty();
  }

  /** Each begins with words of its own; the rest is a hole. */
  private void makeOriginals() throws IOException {
    Files.createDirectories(work.resolve("originals"));
    for (int i = 0; i < files; i++) {
      try (RandomAccessFile file = new RandomAccessFile(original(i).toFile(), "rw")) {
        file.write(("original " + i).getBytes(StandardCharsets.US_ASCII));
        file.setLength(size(i));
      }
    }
  }

  /** From a third to five thirds of the mean. */
  private long size(int number) {
    long mean = bytes / files;
    return Math.max(32, mean / 3 + mean * 4 / 3 * (number % 101) / 100);
  }

  private Path original(int number) {
    return work.resolve("originals/" + number);
  }

  private double copy() throws IOException {
    Path target = Files.createDirectories(work.resolve("copy"));
    double seconds =
        seconds(
            () -> {
              MessageDigest digest = sha256();
              byte[] buffer = new byte[BUFFER];
              for (int i = 0; i < files; i++) {
                copy(i, target.resolve(Integer.toString(i)), digest, buffer);
              }
            });
    delete(target);
    return seconds;
  }

  private void copy(int number, Path target, MessageDigest digest, byte[] buffer)
      throws IOException {
    try (InputStream in = Files.newInputStream(original(number));
        OutputStream out = Files.newOutputStream(target)) {
      for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
        digest.update(buffer, 0, n);
        out.write(buffer, 0, n);
      }
    }
    sha256[number] = HexFormat.of().formatHex(digest.digest());
  }

  private void writePackage() throws IOException {
    Iterable<PackageFile> rows =
        () -> Stream.iterate(0, i -> i + 1).limit(files).map(this::row).iterator();
    Written written =
        new PackageWriter().write(request(), rows, work.resolve("package"), (count, sum) -> {});
    if (written instanceof Written.Stopped stopped) {
      throw new IllegalStateException(stopped.faults().toString());
    }
  }

  private PackageFile row(int number) {
    return PackageFile.original(
        "id-" + number,
        List.of("Case folder " + number / 50, "Case file " + number / 5),
        "Letter " + number + ".txt",
        new PackageFile.Bytes(
            size(number), sha256[number], MODIFIED, () -> Files.newInputStream(original(number))),
        RecordKind.TEXT,
        "text/plain",
        Metadata.of(
            "WF-" + number,
            "Letter " + number,
            "A letter and what was answered",
            "Office of the Executive Secretary",
            LocalDate.of(2014, 3, 3)));
  }

  private static TransferRequest request() {
    return new TransferRequest(
        "benchmark",
        "Department of Homeland Security",
        "Office of the Executive Secretary",
        "563",
        "Correspondence",
        "Letters",
        LocalDate.of(2012, 1, 1),
        LocalDate.of(2014, 12, 31),
        "EXAMPLE",
        LegalTransfer.DIRECT_OFFER,
        "",
        new TransferRequest.Contact("Records officer", "", ""),
        MODIFIED);
  }

  private interface Work {
    void run() throws IOException;
  }

  private static double seconds(Work work) throws IOException {
    long start = System.nanoTime();
    work.run();
    return (System.nanoTime() - start) / 1e9;
  }

  private static void resetPeaks() {
    heap().forEach(MemoryPoolMXBean::resetPeakUsage);
  }

  private static long peak() {
    return heap().mapToLong(pool -> pool.getPeakUsage().getUsed()).sum();
  }

  private static Stream<MemoryPoolMXBean> heap() {
    return ManagementFactory.getMemoryPoolMXBeans().stream()
        .filter(pool -> pool.getType() == MemoryType.HEAP);
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java has SHA-256.", e);
    }
  }

  private static void delete(Path root) throws IOException {
    if (!Files.exists(root)) {
      return;
    }
    try (Stream<Path> all = Files.walk(root)) {
      for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    }
  }
}
