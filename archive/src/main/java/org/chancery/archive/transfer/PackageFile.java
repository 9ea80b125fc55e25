package org.chancery.archive.transfer;

import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.chancery.archive.format.FormatGate;
import org.chancery.archive.format.RecordKind;

/**
 * One file that goes into a package: an original, or a copy of one in a lasting format.
 *
 * @param id unique within the package and the same whenever the package is resumed; no control
 *     character and no pipe
 * @param copyOf the original's id when this is a copy
 * @param folders names of the folders it lies in, from the top, as people gave them
 * @param name of the file, as people gave it
 * @param bytes its content
 * @param kind what the record is
 * @param mediaType as it was detected; empty when it was not
 * @param pronom format by the PRONOM registry; empty when not known
 * @param metadata about it
 * @param events what was done with it
 */
public record PackageFile(
    String id,
    Optional<String> copyOf,
    List<String> folders,
    String name,
    Bytes bytes,
    RecordKind kind,
    String mediaType,
    String pronom,
    Metadata metadata,
    List<PreservationEvent> events) {

  /**
   * A file's content.
   *
   * @param size in bytes
   * @param sha256 in lower-case hexadecimal, as it was when the record was received; empty for a
   *     copy whose checksum nobody knows yet
   * @param modified when the content was last changed
   * @param source opens it
   */
  public record Bytes(long size, String sha256, Instant modified, Source source) {}

  /** Opens a file's content. Called once for each file in a package that is not interrupted. */
  @FunctionalInterface
  public interface Source {

    /** A fresh stream from the first byte; the writer closes it. */
    InputStream open() throws IOException;
  }

  /** Lists are kept as they are. */
  public PackageFile {
    folders = List.copyOf(folders);
    events = List.copyOf(events);
  }

  /** An original. */
  public static PackageFile original(
      String id,
      List<String> folders,
      String name,
      Bytes bytes,
      RecordKind kind,
      String mediaType,
      Metadata metadata) {
    return new PackageFile(
        id, Optional.empty(), folders, name, bytes, kind, mediaType, "", metadata, List.of());
  }

  /** A copy of this original, in the same folders of the part for copies. */
  public PackageFile copy(String copyId, String copyName, String copyMediaType, Bytes copyBytes) {
    return new PackageFile(
        copyId,
        Optional.of(id),
        folders,
        copyName,
        copyBytes,
        kind,
        copyMediaType,
        "",
        metadata,
        List.of());
  }

  /** The same with its events. */
  public PackageFile with(List<PreservationEvent> itsEvents) {
    return new PackageFile(
        id, copyOf, folders, name, bytes, kind, mediaType, pronom, metadata, itsEvents);
  }

  /** The same with its PRONOM identifier. */
  public PackageFile withPronom(String identifier) {
    return new PackageFile(
        id, copyOf, folders, name, bytes, kind, mediaType, identifier, metadata, events);
  }

  /** What the format gate asks. */
  public FormatGate.Candidate candidate() {
    return new FormatGate.Candidate(name, mediaType, pronom);
  }
}
