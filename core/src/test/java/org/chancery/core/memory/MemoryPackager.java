package org.chancery.core.memory;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;
import org.chancery.core.transfer.Packager;
import org.chancery.core.transfer.PackedFile;
import org.chancery.core.transfer.PackedFile.Kind;
import org.chancery.core.transfer.TransferFault;

/**
 * Packages in memory. PDFs, Word documents and pages of paper need a copy in PDF/A, names that end
 * in {@code .odd} are refused; a file is PDF/A that begins with {@code %PDF lasting}.
 */
public final class MemoryPackager implements Packager {
  private final Map<String, Map<String, PackedFile>> packages = new ConcurrentHashMap<>();

  /** What the next checks find. */
  public final AtomicReference<List<TransferFault>> faults = new AtomicReference<>(List.of());

  /** Run before each file that is written. */
  public final AtomicReference<Runnable> beforeFile = new AtomicReference<>(() -> {});

  /** What lies in a package, by path; empty when there is none. */
  public Optional<Map<String, PackedFile>> of(String name) {
    return Optional.ofNullable(packages.get(name));
  }

  @Override
  public Fate fate(Kind kind, String name, String mediaType, String pdfA) {
    if (name.endsWith(".odd")) {
      return new Fate.Refused("Nobody knows the ending odd.");
    }
    boolean copy = name.endsWith(".pdf") && pdfA.isEmpty() || name.endsWith(".docx");
    return copy ? new Fate.NeedsCopy("pdf-a") : new Fate.Goes();
  }

  @Override
  public boolean stands(String name) {
    return name.endsWith(".pdf") || name.endsWith(".txt");
  }

  @Override
  public List<PdfA> pdfA(List<Path> files, BooleanSupplier alive) throws IOException {
    List<PdfA> found = new ArrayList<>();
    for (Path file : files) {
      boolean lasting =
          new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1)
              .startsWith("%PDF lasting");
      found.add(lasting ? new PdfA("2b", "") : new PdfA("", "It does not last."));
    }
    return found;
  }

  @Override
  public Written write(Shipment shipment, Iterable<PackedFile> files, Progress progress)
      throws IOException {
    Map<String, PackedFile> written = new LinkedHashMap<>();
    long bytes = 0;
    for (PackedFile file : files) {
      beforeFile.get().run();
      String path = String.join("/", file.folders()) + "/" + file.name();
      try (InputStream in = file.source().open()) {
        byte[] read = in.readAllBytes();
        if (!sha256(read).equals(file.sha256())) {
          return new Written.Stopped(
              List.of(
                  new TransferFault(
                      "original-differs", path, "It differs.", "Look.", Optional.empty())));
        }
        bytes += read.length;
      }
      written.put((file.copyOf().isPresent() ? "copies/" : "originals/") + path, file);
      progress.copied(written.size(), bytes);
    }
    packages.put(shipment.name(), written);
    return new Written.Complete(written.size(), bytes, "0".repeat(64));
  }

  private static String sha256(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java has SHA-256", e);
    }
  }

  @Override
  public List<TransferFault> check(String name, Iterable<PackedFile> files, BooleanSupplier alive) {
    return faults.get();
  }

  @Override
  public void discard(String name) {
    packages.remove(name);
  }

  @Override
  public Path place() {
    return Path.of("nowhere");
  }

  @Override
  public Sender sender() {
    return Sender.usual();
  }
}
