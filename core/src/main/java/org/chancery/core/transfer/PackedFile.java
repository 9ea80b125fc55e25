package org.chancery.core.transfer;

import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * One file of a package: a record as it was received, or a copy of one in a lasting format.
 *
 * @param id unique in the package, and the same whenever it is asked for
 * @param copyOf the original's id when this is a copy
 * @param folders names of the folders it lies in, from the top
 * @param name of the file
 * @param size in bytes
 * @param sha256 in lower-case hexadecimal, of the day it was received
 * @param modified when the content was last changed
 * @param source opens it
 * @param kind what the record is
 * @param mediaType as it was detected; empty when it was not
 * @param pdfA the flavour of PDF/A that it was found to be, such as {@code 2b}; empty for none
 * @param description what the National Archives are told of it (NARA Bulletin 2015-04)
 * @param events what was done with it, asked for when they are written
 */
public record PackedFile(
    String id,
    Optional<String> copyOf,
    List<String> folders,
    String name,
    long size,
    String sha256,
    Instant modified,
    Source source,
    Kind kind,
    String mediaType,
    String pdfA,
    Description description,
    Supplier<List<Event>> events) {

  /** Opens a content from its first byte; who opened it closes it. */
  @FunctionalInterface
  public interface Source {
    /** A fresh stream. */
    InputStream open() throws IOException;
  }

  /** What a record is, which decides what it may go as. */
  public enum Kind {
    /** A message, with its transmission data. */
    EMAIL,
    /** Paper that was scanned. */
    DIGITIZED_PAPER,
    /** Text that never was on paper. */
    TEXT,
    /** Everything else. */
    OTHER
  }

  /**
   * The elements of NARA Bulletin 2015-04.
   *
   * @param recordId given when it was declared
   * @param title empty for none
   * @param text the description
   * @param creator person or office that made it
   * @param created the day it was made
   * @param rights restrictions; empty for none
   * @param coverage place or time it is about; empty for none
   * @param relation to other records; empty for none
   * @param digitizedOn the day the paper was digitized; empty for what never was paper
   * @param resolution of the scan in pixels an inch; 0 when it is not known
   */
  public record Description(
      String recordId,
      String title,
      String text,
      String creator,
      LocalDate created,
      String rights,
      String coverage,
      String relation,
      Optional<LocalDate> digitizedOn,
      int resolution) {}

  /**
   * Something that was done with it (PREMIS 3).
   *
   * @param id unique in the package
   * @param type in PREMIS' words where it has one
   * @param at when
   * @param outcome how it ended
   * @param agent who did it, as an account's name
   * @param agentName as people know them
   * @param person whether that is a person, not a program
   */
  public record Event(
      String id,
      String type,
      Instant at,
      String outcome,
      String agent,
      String agentName,
      boolean person) {}
}
