package org.chancery.archive.check;

import java.io.IOException;
import java.nio.file.Path;
import java.util.SortedMap;
import java.util.function.Consumer;
import org.chancery.archive.bag.BagCheck;
import org.chancery.archive.bag.BagContents;
import org.chancery.archive.bag.BagPaths;
import org.chancery.archive.bag.Fault;
import org.chancery.archive.bag.FaultCode;
import org.chancery.archive.format.FormatGate;
import org.chancery.archive.transfer.PackageLayout;

/**
 * The whole check of a transfer package: the bag by RFC 8493, then what the National Archives looks
 * for: the list against the files both ways, metadata for every file, zero-byte, hidden and backup
 * files, empty folders, names that do not travel, formats, and copies that are PDF/A in truth.
 */
public final class PackageCheck {
  private final FormatGate gate = FormatGate.shipped();

  /**
   * Checks the package in that folder and hands on every fault and remark as it is found. One
   * without a fault may be sent.
   *
   * @return what the bag holds, for whoever needs its numbers
   * @throws IOException when the folder itself cannot be read
   */
  public BagContents check(Path folder, Consumer<Fault> faults) throws IOException {
    Path base = folder.toRealPath();
    BagContents contents = BagCheck.check(base, faults);
    SortedMap<String, Long> payload =
        contents.files().subMap(BagPaths.PAYLOAD, BagPaths.PAYLOAD + Character.MAX_VALUE);
    if (contents.sha256().isEmpty()) {
      faults.accept(
          new Fault(FaultCode.MANIFEST_MISSING, "", "There is no payload manifest by SHA-256."));
    }
    new NameCheck(faults).check(contents);
    for (String description : PackageLayout.DESCRIPTIONS) {
      present(contents, description, faults);
    }
    new FileListCheck(base, payload, contents.sha256(), faults).check(contents);
    new MetadataCheck(base, payload, contents.sha256(), gate, faults).check(contents);
    new XmlCheck(base, payload.keySet(), faults).check(contents);
    new RequestCheck(base, payload, faults).check(contents);
    for (String path : payload.keySet()) {
      if (path.startsWith(PackageLayout.COPIES) && path.endsWith(".pdf")) {
        PdfA.whyNot(base.resolve(path))
            .ifPresent(why -> faults.accept(new Fault(FaultCode.NOT_PDF_A, path, why)));
      }
    }
    return contents;
  }

  /** A description is there, and the tag manifest protects it. */
  private static void present(BagContents contents, String path, Consumer<Fault> faults) {
    if (!contents.files().containsKey(path)) {
      faults.accept(new Fault(FaultCode.LIST_MISSING, path, "There is no file of that name."));
    } else if (!contents.tagFiles().contains(path)) {
      faults.accept(new Fault(FaultCode.LIST_MISSING, path, "No tag manifest holds its checksum."));
    }
  }
}
