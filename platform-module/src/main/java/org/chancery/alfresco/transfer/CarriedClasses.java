package org.chancery.alfresco.transfer;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import org.chancery.packaging.ArchiveClasses;

/**
 * The archive's classes and those that check PDF/A, which our JAR carries as JARs within itself:
 * they are for a process of their own, and nobody in the repository's comes upon them. Unpacked
 * when they are first asked for.
 */
public final class CarriedClasses implements ArchiveClasses {
  private static final String CARRIED = "org/chancery/alfresco/transfer/carried/";

  private final Path folder;
  private String path;

  /** Unpacked below that folder, which may be emptied at any time the repository does not run. */
  public CarriedClasses(Path folder) {
    this.folder = folder.toAbsolutePath().normalize();
  }

  @Override
  public synchronized String path() throws IOException {
    if (path == null) {
      path = unpacked(ours());
    }
    return path;
  }

  private static Path ours() throws IOException {
    try {
      return Path.of(
          CarriedClasses.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    } catch (URISyntaxException e) {
      throw new IOException("Our own JAR cannot be found.", e);
    }
  }

  private String unpacked(Path ours) throws IOException {
    String build = Files.size(ours) + "-" + Files.getLastModifiedTime(ours).toMillis();
    Path target = Files.createDirectories(folder.resolve(build));
    List<String> found = new ArrayList<>();
    try (JarFile jar = new JarFile(ours.toFile())) {
      for (JarEntry entry : jar.stream().toList()) {
        String name = entry.getName();
        if (name.startsWith(CARRIED) && name.endsWith(".jar")) {
          Path file = target.resolve(name.substring(CARRIED.length()));
          unpack(jar, entry, file);
          found.add(file.toString());
        }
      }
    }
    if (found.isEmpty()) {
      throw new IOException("Our JAR carries no classes of the archive: build it with package.");
    }
    found.sort(null);
    return String.join(File.pathSeparator, found);
  }

  /** In one step, for another node of a cluster may look at the same time. */
  private static void unpack(JarFile jar, JarEntry entry, Path file) throws IOException {
    if (Files.isRegularFile(file) && Files.size(file) == entry.getSize()) {
      return;
    }
    Path fresh = Files.createTempFile(file.getParent(), "unpacked", ".tmp");
    try (InputStream in = jar.getInputStream(entry)) {
      Files.copy(in, fresh, StandardCopyOption.REPLACE_EXISTING);
    }
    Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }
}
