package org.chancery.archive.format;

import java.util.Optional;

/** What a record is, which decides what it may be transferred as (NARA Bulletin 2014-04). */
public enum RecordKind {
  /** A message, with its transmission data: as EML or MBOX, never as a picture of itself. */
  EMAIL("e-mail"),
  /** A scan of paper: as TIFF, JPEG 2000, PNG or PDF/A. */
  DIGITIZED_PAPER("digitized paper"),
  /** Written text that was never on paper: as PDF/A, or plain text. */
  TEXT("text"),
  /** Everything else: by the list alone. */
  OTHER("other");

  private final String label;

  RecordKind(String label) {
    this.label = label;
  }

  /** As it stands in the metadata. */
  public String label() {
    return label;
  }

  /** The kind of that label. */
  public static Optional<RecordKind> ofLabel(String label) {
    for (RecordKind kind : values()) {
      if (kind.label.equals(label)) {
        return Optional.of(kind);
      }
    }
    return Optional.empty();
  }
}
