package org.chancery.archive.bag;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Whether a folder is a valid bag by RFC 8493, or by the draft whose version it declares (0.93 to
 * 0.97). Reads every file once, whatever the number of manifests; never writes, follows no link,
 * fetches nothing. Keeps the names of all files in memory; manifests beyond 64 MiB in all are
 * refused.
 */
public final class BagCheck {
  private final Path base;
  private final Consumer<Fault> faults;

  private BagCheck(Path base, Consumer<Fault> faults) {
    this.base = base;
    this.faults = faults;
  }

  /**
   * Checks a folder and hands on every fault, and every remark ({@link Fault#isWarning()}), as it
   * is found. A bag without a fault is complete and valid in the RFC's words.
   *
   * @throws IOException when the folder itself cannot be read
   */
  public static BagContents check(Path base, Consumer<Fault> faults) throws IOException {
    return new BagCheck(base.toRealPath(), faults).check();
  }

  private BagContents check() throws IOException {
    Tree tree = Tree.of(base, faults);
    Map<String, Long> files = tree.files();
    Declaration declaration = declaration(files);
    if (!Files.isDirectory(base.resolve("data"), LinkOption.NOFOLLOW_LINKS)) {
      report(FaultCode.PAYLOAD_FOLDER_MISSING, "data", "There is no folder of that name.");
    }
    List<Manifest> manifests = new ManifestReader(base, declaration, faults).read(files);
    List<Manifest> ofPayload = manifests.stream().filter(m -> !m.ofTags()).toList();
    List<Manifest> ofTags = manifests.stream().filter(Manifest::ofTags).toList();
    if (ofPayload.isEmpty()) {
      report(FaultCode.MANIFEST_MISSING, "", "There is no payload manifest that can be read.");
    }
    scopeOfTagManifests(declaration, ofPayload, ofTags, files);
    FileCheck check = new FileCheck(base, declaration.version(), files, faults);
    check.payload(ofPayload);
    List<String> rightTags = check.tags(ofTags);
    new BagInfo(base, declaration, faults).check(files, !check.sumIsOpen());
    new FetchList(base, declaration, faults).check(files, ofPayload);
    new NameRemarks(faults).remark(files.keySet());
    Optional<Manifest> sha256 =
        ofPayload.stream().filter(m -> m.algorithm().equals(Algorithm.SHA_256)).findFirst();
    return new BagContents(
        tree.files(),
        List.copyOf(tree.emptyFolders()),
        sha256.map(Manifest::checksums).orElse(Map.of()),
        rightTags);
  }

  private Declaration declaration(Map<String, Long> files) throws IOException {
    if (!files.containsKey(Declaration.NAME)) {
      report(FaultCode.BAGIT_MISSING, Declaration.NAME, "There is no file of that name.");
      return Declaration.USUAL;
    }
    return Declaration.read(base.resolve(Declaration.NAME), faults);
  }

  /** RFC 8493, 2.2.1: all payload manifests are in it, tag manifests are not. */
  private void scopeOfTagManifests(
      Declaration declaration,
      List<Manifest> ofPayload,
      List<Manifest> ofTags,
      Map<String, Long> files) {
    if (!declaration.version().isFinal()) {
      return;
    }
    for (Manifest manifest : ofTags) {
      ofPayload.stream()
          .map(Manifest::name)
          .filter(name -> !manifest.checksums().containsKey(name))
          .forEach(
              name ->
                  report(
                      FaultCode.TAG_MANIFEST_SCOPE,
                      manifest.name(),
                      "It does not list the payload manifest " + name + "."));
      manifest.checksums().keySet().stream()
          .filter(n -> Manifest.isManifest(n) && Manifest.isOfTags(n) && files.containsKey(n))
          .forEach(
              n ->
                  report(
                      FaultCode.TAG_MANIFEST_SCOPE,
                      manifest.name(),
                      "It lists the tag manifest " + n + "."));
    }
  }

  private void report(FaultCode code, String path, String what) {
    faults.accept(new Fault(code, path, what));
  }
}
