package org.chancery.core.transfer;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.chancery.core.transfer.PackedFile.Kind;

/**
 * Writes and checks packages, in a folder outside of the content store. What it says of formats is
 * the National Archives' own list.
 */
public interface Packager {

  /**
   * What can become of a file in a package. It opens no file: it goes by name and type.
   *
   * @param pdfA the flavour of PDF/A that it was found to be; empty for none
   */
  Fate fate(Kind kind, String name, String mediaType, String pdfA);

  /** What can become of a file in a package. */
  sealed interface Fate {
    /** It goes as it is. */
    record Goes() implements Fate {}

    /**
     * It goes, and with it a copy.
     *
     * @param target {@code pdf-a}, or the ending of another format
     */
    record NeedsCopy(String target) implements Fate {}

    /**
     * It goes only with a copy that somebody makes.
     *
     * @param reason a plain sentence
     */
    record Refused(String reason) implements Fate {}
  }

  /** Whether a copy of that name may stand for an original that cannot go by itself. */
  boolean stands(String name);

  /**
   * Looks which of the files are PDF/A, in a process of its own.
   *
   * @return for each of them, in their order, what it is
   * @throws IOException when no such process can be started
   */
  List<PdfA> pdfA(List<Path> files, BooleanSupplier alive) throws IOException;

  /**
   * What a file was found to be.
   *
   * @param flavour such as {@code 2b}; empty when it is not PDF/A
   * @param why it is not; empty when it is
   */
  record PdfA(String flavour, String why) {}

  /**
   * Writes a package, or goes on with it where it was interrupted: the same shipment with the same
   * files gives the same package to the last byte. One that is whole already is left as it is.
   *
   * @param files gone through several times, in the same order each time
   * @throws IOException when the disk or a source fails; writing again goes on from there
   */
  Written write(Shipment shipment, Iterable<PackedFile> files, Progress progress)
      throws IOException;

  /** Told of every file that is done. */
  @FunctionalInterface
  interface Progress {
    /**
     * So much is copied, counting what was copied before the writing was resumed.
     *
     * @throws RuntimeException to have it ended here
     */
    void copied(long files, long bytes);
  }

  /** How the writing ended. */
  sealed interface Written {
    /**
     * It is whole.
     *
     * @param seal SHA-256 of the tag manifest, and with it of everything in it
     */
    record Complete(long files, long bytes, String seal) implements Written {}

    /** There is none, for these reasons; what was copied is kept for the next try. */
    record Stopped(List<TransferFault> faults) implements Written {}
  }

  /**
   * Checks a package that was written, as the National Archives will, in a process of its own with
   * bounded heap.
   *
   * @param files the same that it was written of, to tell which of them a fault is about
   * @param alive asked on the way; false to have it ended
   * @throws IOException when it cannot be checked
   */
  List<TransferFault> check(String name, Iterable<PackedFile> files, BooleanSupplier alive)
      throws IOException;

  /** Removes a package, whole or not, with all that lies beside it; nothing when there is none. */
  void discard(String name) throws IOException;

  /** Where packages lie, for people. */
  Path place();

  /** Who transfers, as the office has set it. */
  Sender sender();

  /**
   * Who transfers.
   *
   * @param agency the department
   * @param office that created the records
   * @param recordGroup the National Archives' number for the agency; may be empty
   * @param contact whom the National Archives ask
   * @param phone of the contact; may be empty
   * @param email of the contact; may be empty
   */
  record Sender(
      String agency,
      String office,
      String recordGroup,
      String contact,
      String phone,
      String email) {

    /** The department's Executive Secretariat. */
    public static Sender usual() {
      return new Sender(
          "Department of Homeland Security",
          "Office of the Executive Secretary",
          "563",
          "Records Officer",
          "",
          "");
    }
  }

  /**
   * What a package is of.
   *
   * @param name of the package and of the transfer
   * @param seriesTitle of the records
   * @param description of them
   * @param from first day of the date span
   * @param to last day
   * @param authority the disposition authority's number
   * @param restrictions on access or use; empty for none
   * @param preparedAt when the package was begun; the same when it is resumed
   */
  record Shipment(
      String name,
      String seriesTitle,
      String description,
      LocalDate from,
      LocalDate to,
      String authority,
      String restrictions,
      Instant preparedAt) {}
}
