package org.chancery.archive.check;

import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.chancery.archive.bag.BagContents;
import org.chancery.archive.bag.BagPaths;
import org.chancery.archive.bag.Fault;
import org.chancery.archive.bag.FaultCode;
import org.chancery.archive.transfer.JunkNames;
import org.chancery.archive.transfer.PackageLayout;

/** Names, sizes and folders, as NARA's own tools look at them on arrival. */
final class NameCheck {
  private static final Pattern FOLDER = Pattern.compile("[a-z0-9_-]+");
  private static final Pattern FILE = Pattern.compile("[a-z0-9_-]+(\\.[a-z0-9_-]+)?");

  private final Consumer<Fault> faults;

  NameCheck(Consumer<Fault> faults) {
    this.faults = faults;
  }

  void check(BagContents contents) {
    contents
        .files()
        .forEach(
            (path, size) -> {
              String name = path.substring(path.lastIndexOf('/') + 1);
              junk(path, name);
              if (path.startsWith(BagPaths.PAYLOAD)) {
                portable(path, name);
                if (size == 0) {
                  report(FaultCode.ZERO_BYTE, path, "The file has no content.");
                }
              }
            });
    for (String folder : contents.emptyFolders()) {
      report(FaultCode.EMPTY_FOLDER, folder, "There is nothing in the folder.");
    }
  }

  private void junk(String path, String name) {
    for (String part : path.split("/")) {
      if (JunkNames.isHidden(part)) {
        report(FaultCode.HIDDEN, path, part + " is hidden, or a system's own.");
        return;
      }
    }
    if (JunkNames.isBackup(name)) {
      report(FaultCode.BACKUP, path, "It has the name of a backup or temporary file.");
    }
  }

  private void portable(String path, String name) {
    if (path.codePointCount(0, path.length()) > PackageLayout.LONGEST_PATH) {
      report(FaultCode.PATH_TOO_LONG, path, "Its path has more than 255 characters.");
    }
    String[] parts = path.split("/");
    for (int i = 0; i < parts.length - 1; i++) {
      if (!FOLDER.matcher(parts[i]).matches()) {
        report(
            FaultCode.NAME_NOT_PORTABLE,
            path,
            "The folder's name " + parts[i] + " may not travel.");
        return;
      }
    }
    if (!FILE.matcher(name).matches()) {
      report(FaultCode.NAME_NOT_PORTABLE, path, "The name may not travel.");
    }
  }

  private void report(FaultCode code, String path, String what) {
    faults.accept(new Fault(code, path, what));
  }
}
