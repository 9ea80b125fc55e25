package org.chancery.archive.bag;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/** Finds and reads the manifests of a bag, one each for an algorithm. */
final class ManifestReader {
  /** Of all manifests together; what is read is held in memory. */
  private static final long LIMIT = 64L << 20;

  private final Path base;
  private final Declaration declaration;
  private final Consumer<Fault> faults;

  ManifestReader(Path base, Declaration declaration, Consumer<Fault> faults) {
    this.base = base;
    this.declaration = declaration;
    this.faults = faults;
  }

  List<Manifest> read(Map<String, Long> files) throws IOException {
    List<Manifest> manifests = new ArrayList<>();
    Set<String> seen = new HashSet<>();
    long left = LIMIT;
    for (Map.Entry<String, Long> file : files.entrySet()) {
      String name = file.getKey();
      if (!Manifest.isManifest(name) || name.indexOf('/') >= 0) {
        continue;
      }
      Optional<Algorithm> algorithm = Algorithm.of(Manifest.algorithmText(name));
      if (algorithm.isEmpty()) {
        faults.accept(
            new Fault(
                FaultCode.MANIFEST_ALGORITHM, name, "Its checksums' algorithm is not known here."));
      } else if (!seen.add(Manifest.isOfTags(name) + algorithm.get().name())) {
        faults.accept(
            new Fault(FaultCode.MANIFEST_ALGORITHM, name, "Its algorithm has two manifests."));
      } else if (file.getValue() > left) {
        faults.accept(
            new Fault(FaultCode.TOO_LARGE, name, "The manifests have more than 64 MiB together."));
      } else {
        left -= file.getValue();
        manifests.add(read(name, algorithm.get()));
      }
    }
    return manifests;
  }

  private Manifest read(String name, Algorithm algorithm) throws IOException {
    Manifest manifest = new Manifest(name, algorithm, declaration.version(), faults);
    new TagText(name, faults).read(base.resolve(name), declaration.encoding(), manifest::add);
    return manifest;
  }
}
