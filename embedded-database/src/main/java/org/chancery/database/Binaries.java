package org.chancery.database;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.io.file.PathUtils;
import org.tukaani.xz.XZInputStream;

/**
 * The database's programs, unpacked once into a cache folder. The folder's name holds the archive's
 * hash, it appears by an atomic rename, and a list of its files' sizes beside it tells a folder
 * that a crash of the machine has damaged.
 */
final class Binaries {

  private static final String ARCHIVE = "/postgres-linux-x86_64.txz";
  private static final String SIZES = "chancery-sizes";

  private Binaries() {}

  /** The folder that holds {@code bin}, {@code lib} and {@code share}; unpacked when needed. */
  static Path in(Path cache) {
    try {
      Path home = cache.resolve("postgresql-" + archiveHash().substring(0, 16));
      if (!isWhole(home)) {
        unpack(home);
      }
      return home.toRealPath();
    } catch (IOException e) {
      throw new DatabaseException("Cannot unpack the database's programs into " + cache, e);
    }
  }

  private static InputStream archive() {
    InputStream bytes = Binaries.class.getResourceAsStream(ARCHIVE);
    if (bytes == null) {
      throw new DatabaseException(
          "This build has no embedded database for this machine (only Linux on x86-64); "
              + "give an outside PostgreSQL with --db.");
    }
    return bytes;
  }

  private static String archiveHash() throws IOException {
    try (DigestInputStream bytes =
        new DigestInputStream(archive(), MessageDigest.getInstance("SHA-256"))) {
      bytes.transferTo(OutputStream.nullOutputStream());
      return HexFormat.of().formatHex(bytes.getMessageDigest().digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  private static boolean isWhole(Path home) throws IOException {
    Path sizes = home.resolve(SIZES);
    if (!Files.isRegularFile(sizes)) {
      return false;
    }
    List<String> lines = Files.readAllLines(sizes, StandardCharsets.UTF_8);
    if (lines.isEmpty() || !lines.get(lines.size() - 1).equals("end")) {
      return false;
    }
    for (String line : lines.subList(0, lines.size() - 1)) {
      int blank = line.indexOf(' ');
      Path file = home.resolve(line.substring(blank + 1));
      if (!Files.isRegularFile(file)
          || Files.size(file) != Long.parseLong(line.substring(0, blank))) {
        return false;
      }
    }
    return true;
  }

  private static void unpack(Path home) throws IOException {
    Path cache = home.getParent();
    Files.createDirectories(cache);
    Path fresh = Files.createTempDirectory(cache, "unpacking-");
    try {
      Files.setPosixFilePermissions(fresh, PosixFilePermissions.fromString("rwxr-xr-x"));
      List<String> sizes = extract(fresh);
      sizes.add("end");
      Files.write(fresh.resolve(SIZES), sizes, StandardCharsets.UTF_8);
      if (Files.exists(home) && !isWhole(home)) {
        Files.move(
            home,
            Files.createTempDirectory(cache, "damaged-").resolve("home"),
            StandardCopyOption.ATOMIC_MOVE);
      }
      try {
        Files.move(fresh, home, StandardCopyOption.ATOMIC_MOVE);
      } catch (IOException e) {
        // Another process was quicker; what it unpacked is as good.
        if (!isWhole(home)) {
          throw e;
        }
      }
    } finally {
      delete(fresh);
    }
  }

  private static List<String> extract(Path target) throws IOException {
    List<String> sizes = new ArrayList<>();
    try (TarArchiveInputStream tar =
        new TarArchiveInputStream(new XZInputStream(new BufferedInputStream(archive(), 1 << 16)))) {
      for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
        Path path = target.resolve(entry.getName()).normalize();
        if (!path.startsWith(target)) {
          throw new IOException("The archive names a file outside itself: " + entry.getName());
        }
        if (entry.isDirectory()) {
          Files.createDirectories(path);
          continue;
        }
        Files.createDirectories(path.getParent());
        if (entry.isSymbolicLink()) {
          Files.createSymbolicLink(path, Path.of(entry.getLinkName()));
        } else if (entry.isLink()) {
          Files.createLink(path, target.resolve(entry.getLinkName()).normalize());
        } else {
          Files.copy(tar, path);
          Files.setPosixFilePermissions(path, permissions(entry.getMode()));
          sizes.add(Files.size(path) + " " + target.relativize(path));
        }
      }
    }
    return sizes;
  }

  private static Set<PosixFilePermission> permissions(int mode) {
    return PosixFilePermissions.fromString((mode & 0100) != 0 ? "rwxr-xr-x" : "rw-r--r--");
  }

  /** Deletes a folder with all it holds; nothing happens when it is not there. */
  static void delete(Path folder) throws IOException {
    if (Files.exists(folder)) {
      PathUtils.deleteDirectory(folder);
    }
  }
}
