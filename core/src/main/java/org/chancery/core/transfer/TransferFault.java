package org.chancery.core.transfer;

import java.util.Optional;

/**
 * Something that is wrong with a package, or with what was to go into it.
 *
 * @param code for programs; never changes
 * @param path where: as people named it, or in the package; empty for the package as a whole
 * @param what is wrong, a plain sentence
 * @param todo what to do, a plain sentence
 * @param node the record that it is about; empty when it is about none
 */
public record TransferFault(
    String code, String path, String what, String todo, Optional<String> node) {

  /** A record that needs a copy in a lasting format, and has none. */
  public static final String COPY_MISSING = "copy-missing";

  /** A record in a format that cannot be transferred. */
  public static final String FORMAT_REFUSED = "format-refused";

  /** A copy that is not the PDF/A it should be. */
  public static final String NOT_PDF_A = "not-pdf-a";

  /** The rows have changed since the package was begun. */
  public static final String ROWS = "rows";

  /** Something else lies where the package belongs: one that was begun before. */
  public static final String PLACE_TAKEN = "place-taken";

  /** Whether a copy that is added beside the record mends it. */
  public boolean mendedByCopy() {
    return code.equals(COPY_MISSING) || code.equals(FORMAT_REFUSED) || code.equals(NOT_PDF_A);
  }
}
