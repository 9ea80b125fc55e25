package org.chancery.archive.check;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.chancery.archive.bag.BagContents;
import org.chancery.archive.bag.Fault;
import org.chancery.archive.bag.FaultCode;
import org.chancery.archive.transfer.PackageLayout;

/** The file list against the files, both ways. */
final class FileListCheck {
  private static final int NAME = 0;
  private static final int SIZE = 1;
  private static final int EXTENSION = 3;
  private static final int PATH = 4;
  private static final int SHA256 = 5;

  private final Path base;
  private final Map<String, Long> payload;
  private final Map<String, String> sha256;
  private final Consumer<Fault> faults;
  private final Set<String> listed = new HashSet<>();

  FileListCheck(
      Path base, Map<String, Long> payload, Map<String, String> sha256, Consumer<Fault> faults) {
    this.base = base;
    this.payload = payload;
    this.sha256 = sha256;
    this.faults = faults;
  }

  void check(BagContents contents) throws IOException {
    if (!contents.files().containsKey(PackageLayout.FILE_LIST)) {
      return;
    }
    new TableReader(PackageLayout.FILE_LIST, PackageLayout.FILE_LIST_COLUMNS, faults)
        .read(base, this::row);
    for (String path : payload.keySet()) {
      if (!listed.contains(path)) {
        report(FaultCode.NOT_IN_LIST, path, "The file list has no row for it.");
      }
    }
  }

  private void row(List<String> row) {
    String path = row.get(PATH);
    if (!listed.add(path)) {
      report(FaultCode.LIST_ROW, path, "The file list has two rows for it.");
      return;
    }
    Long size = payload.get(path);
    if (size == null) {
      report(FaultCode.LISTED_NOT_THERE, path, "The file list has it, the package has not.");
      return;
    }
    if (!row.get(SIZE).equals(size.toString())) {
      report(
          FaultCode.LIST_DIFFERS,
          path,
          "The file list says " + row.get(SIZE) + " bytes; there are " + size + ".");
    }
    String expected = sha256.get(path);
    if (expected != null && !row.get(SHA256).toLowerCase(Locale.ROOT).equals(expected)) {
      report(FaultCode.LIST_DIFFERS, path, "The file list has another SHA-256 than the manifest.");
    }
    String name = path.substring(path.lastIndexOf('/') + 1);
    int dot = name.lastIndexOf('.');
    String extension = dot < 0 ? "" : name.substring(dot + 1);
    if (!row.get(NAME).equals(name) || !row.get(EXTENSION).equals(extension)) {
      report(FaultCode.LIST_DIFFERS, path, "The file list has another name or extension.");
    }
  }

  private void report(FaultCode code, String path, String what) {
    faults.accept(new Fault(code, path, what));
  }
}
