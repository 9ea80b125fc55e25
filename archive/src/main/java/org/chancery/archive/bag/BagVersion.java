package org.chancery.archive.bag;

import java.util.Optional;
import java.util.Set;

/** A version of BagIt. The drafts before 1.0 were more lenient, and are held to what they said. */
record BagVersion(String number) {
  static final BagVersion FINAL = new BagVersion("1.0");

  private static final Set<String> KNOWN = Set.of("0.93", "0.94", "0.95", "0.96", "0.97", "1.0");

  static Optional<BagVersion> of(String number) {
    return KNOWN.contains(number) ? Optional.of(new BagVersion(number)) : Optional.empty();
  }

  /** Whether it is RFC 8493 itself. */
  boolean isFinal() {
    return equals(FINAL);
  }
}
