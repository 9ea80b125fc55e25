package org.chancery.alfresco.transfer;

import java.nio.file.Path;
import org.chancery.core.KillPoint;
import org.chancery.core.transfer.Packager;
import org.chancery.packaging.ArchivePackager;

/** The packager, from the texts of the keys {@code chancery.transfer.*}. */
public final class PlatformPackager {
  private PlatformPackager() {}

  /**
   * Makes it.
   *
   * @param place where packages are written, outside of the content store; shared by all nodes of a
   *     cluster
   * @param classes below which folder the classes of the checking process are unpacked
   * @throws IllegalArgumentException naming the key whose value cannot be used
   */
  public static Packager of(
      String place,
      String classes,
      String agency,
      String office,
      String recordGroup,
      String contact,
      String phone,
      String email) {
    if (place.isBlank() || place.contains("${")) {
      throw new IllegalArgumentException(
          "chancery.transfer.place must name a folder, not '" + place + "'");
    }
    return new ArchivePackager(
        Path.of(place.strip()),
        new Packager.Sender(agency, office, recordGroup, contact, phone, email),
        new CarriedClasses(Path.of(classes.strip()).resolve("archive-classes")),
        KillPoint.ofEnvironment());
  }
}
