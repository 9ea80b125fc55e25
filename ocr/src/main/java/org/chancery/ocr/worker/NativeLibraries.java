package org.chancery.ocr.worker;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;

/** Unpacks Tesseract and Leptonica from their jars, once for all processes on the machine. */
final class NativeLibraries {
  private static final String DIRECTORY = "native-tesseract-5.5.1-leptonica-1.85.0";
  private static final List<String> RESOURCES =
      List.of(
          "/org/bytedeco/tesseract/linux-x86_64/libtesseract.so.5.5",
          "/org/bytedeco/leptonica/linux-x86_64/libleptonica.so.6",
          "/org/bytedeco/leptonica/linux-x86_64/libgomp.so.1");

  private NativeLibraries() {}

  /** The directory that holds them; whole, whoever else unpacks at the same time. */
  static Path unpackedIn(Path cache) throws IOException {
    Path target = cache.resolve(DIRECTORY);
    if (Files.isDirectory(target)) {
      return target;
    }
    Files.createDirectories(cache);
    Path fresh = Files.createTempDirectory(cache, "unpacking-");
    for (String resource : RESOURCES) {
      try (InputStream in = NativeLibraries.class.getResourceAsStream(resource)) {
        if (in == null) {
          throw new IOException("not on the class path: " + resource);
        }
        Files.copy(in, fresh.resolve(resource.substring(resource.lastIndexOf('/') + 1)));
      }
    }
    link(fresh, "libtesseract.so", "libtesseract.so.5.5");
    link(fresh, "libleptonica.so", "libleptonica.so.6");
    try {
      Files.move(fresh, target, StandardCopyOption.ATOMIC_MOVE);
    } catch (FileSystemException e) {
      // Another process was faster, and its directory is as good. What the system calls that
      // differs.
      TemporaryFiles.delete(fresh);
      if (!Files.isDirectory(target)) {
        throw e;
      }
    }
    return target;
  }

  private static void link(Path directory, String name, String target) throws IOException {
    Files.createSymbolicLink(directory.resolve(name), Path.of(target));
  }
}
