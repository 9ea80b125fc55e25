package org.chancery.archive.bag;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;

/**
 * Files against manifests, both ways, each file read once for all of its checksums (RFC 8493, 3).
 */
final class FileCheck {
  private static final int BUFFER = 1 << 18;

  private final Path base;
  private final BagVersion version;
  private final Map<String, Long> files;
  private final Consumer<Fault> faults;
  private final byte[] buffer = new byte[BUFFER];
  private Map<String, String> alike;
  private boolean sumIsOpen;

  FileCheck(Path base, BagVersion version, Map<String, Long> files, Consumer<Fault> faults) {
    this.base = base;
    this.version = version;
    this.files = files;
    this.faults = faults;
  }

  /**
   * Every file of the payload is in every manifest; before 1.0, in one of them. Every listed one is
   * there, and right.
   */
  void payload(List<Manifest> manifests) {
    for (String path : files.keySet()) {
      if (!path.startsWith(BagPaths.PAYLOAD)) {
        continue;
      }
      List<Manifest> listing = listing(manifests, path);
      if (listing.isEmpty() && !manifests.isEmpty()) {
        report(FaultCode.FILE_UNLISTED, path, "No manifest lists it.");
      } else if (version.isFinal()) {
        manifests.stream()
            .filter(m -> !listing.contains(m))
            .forEach(m -> report(FaultCode.FILE_UNLISTED, path, m.name() + " does not list it."));
      }
      compare(path, listing);
    }
    missing(manifests);
  }

  /** Whether files are gone that a system removes by itself, so that no sum can come out right. */
  boolean sumIsOpen() {
    return sumIsOpen;
  }

  /** Returns the listed tag files that are there and right. */
  List<String> tags(List<Manifest> manifests) {
    Set<String> listed = new TreeSet<>();
    manifests.forEach(m -> listed.addAll(m.checksums().keySet()));
    List<String> right = new ArrayList<>();
    for (String path : listed) {
      if (files.containsKey(path) && compare(path, listing(manifests, path))) {
        right.add(path);
      }
    }
    missing(manifests);
    return right;
  }

  private static List<Manifest> listing(List<Manifest> manifests, String path) {
    return manifests.stream().filter(m -> m.checksums().containsKey(path)).toList();
  }

  private void missing(List<Manifest> manifests) {
    Set<String> reported = new TreeSet<>();
    for (Manifest manifest : manifests) {
      for (String path : manifest.checksums().keySet()) {
        if (!files.containsKey(path) && reported.add(path) && !tolerated(manifest, path)) {
          report(
              FaultCode.FILE_MISSING, path, "It is listed in " + manifest.name() + ", not there.");
        }
      }
    }
  }

  /**
   * Early versions said nothing of names that one file system tells apart and another does not, nor
   * of files that systems make and remove by themselves. Nothing is lost where the same content is
   * there under the like name.
   */
  private boolean tolerated(Manifest manifest, String path) {
    if (version.isFinal()) {
      return false;
    }
    if (NameRemarks.isSystemFile(path)) {
      report(FaultCode.SYSTEM_FILE, path, "It is listed, and a system has removed it.");
      sumIsOpen = true;
      return true;
    }
    String other = alike().get(BagPaths.folded(path));
    boolean alike =
        other != null && manifest.checksums().get(path).equals(manifest.checksums().get(other));
    if (alike) {
      report(FaultCode.NAMES_ALIKE, path, "It is there under a like name, with the same content.");
    }
    return alike;
  }

  /** The files that are there, by what a less exact file system would make of their paths. */
  private Map<String, String> alike() {
    if (alike == null) {
      alike = new HashMap<>();
      files.keySet().forEach(p -> alike.put(BagPaths.folded(p), p));
    }
    return alike;
  }

  /** Whether the file has the checksum of every manifest given. */
  private boolean compare(String path, List<Manifest> listing) {
    if (listing.isEmpty()) {
      return true;
    }
    List<MessageDigest> digests = listing.stream().map(m -> m.algorithm().digest()).toList();
    try (InputStream in = Files.newInputStream(base.resolve(path), LinkOption.NOFOLLOW_LINKS)) {
      for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
        for (MessageDigest digest : digests) {
          digest.update(buffer, 0, n);
        }
      }
    } catch (IOException e) {
      report(FaultCode.UNREADABLE, path, "It cannot be read to its end.");
      return false;
    }
    boolean right = true;
    for (int i = 0; i < listing.size(); i++) {
      String found = HexFormat.of().formatHex(digests.get(i).digest());
      if (!found.equals(listing.get(i).checksums().get(path))) {
        report(
            FaultCode.CHECKSUM,
            path,
            "Its content is not the one that " + listing.get(i).name() + " lists.");
        right = false;
      }
    }
    return right;
  }

  private void report(FaultCode code, String path, String what) {
    faults.accept(new Fault(code, path, what));
  }
}
