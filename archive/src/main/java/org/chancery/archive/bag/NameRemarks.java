package org.chancery.archive.bag;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/** Remarks on names that are valid in a bag and yet make trouble elsewhere (RFC 8493, 5 and 6). */
final class NameRemarks {
  private static final Set<String> SYSTEM =
      Set.of(".ds_store", "thumbs.db", "ehthumbs.db", "desktop.ini");

  private final Consumer<Fault> faults;

  NameRemarks(Consumer<Fault> faults) {
    this.faults = faults;
  }

  /** Whether an operating system makes files of that name by itself. */
  static boolean isSystemFile(String path) {
    return SYSTEM.contains(path.substring(path.lastIndexOf('/') + 1).toLowerCase(Locale.ROOT));
  }

  void remark(Set<String> paths) {
    Map<String, String> folded = new HashMap<>();
    for (String path : paths) {
      if (isSystemFile(path)) {
        faults.accept(
            new Fault(FaultCode.SYSTEM_FILE, path, "An operating system has made this file."));
      }
      String other = folded.putIfAbsent(BagPaths.folded(path), path);
      if (other != null) {
        faults.accept(
            new Fault(
                FaultCode.NAMES_ALIKE,
                path,
                "Some systems cannot tell its name from that of " + other + "."));
      }
    }
  }
}
