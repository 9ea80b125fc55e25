package org.chancery.core.addresses;

import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/** The states and territories by their letters, for maps and lists. */
public final class Territories {
  private Territories() {}

  /** Names by letters, in the order of the names; without the armed forces' and what is abroad. */
  public static Map<String, String> names() {
    return States.names();
  }

  /** The FEMA region it is in; none for what is none of them. */
  public static Optional<Integer> femaRegion(String letters) {
    OptionalInt region = States.femaRegion(letters);
    return region.isPresent() ? Optional.of(region.getAsInt()) : Optional.empty();
  }
}
