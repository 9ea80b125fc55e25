package org.chancery.archive.transfer;

import java.util.Arrays;
import java.util.List;

/**
 * The columns of the metadata table: the elements of NARA Bulletin 2015-04, then those that 36 CFR
 * 1236.54 adds for digitized records and what the check needs.
 */
public enum MetadataColumn {
  /** The file's name in the package. */
  FILE_NAME("File Name", true),
  /** The record's identifier. */
  RECORD_ID("Record ID", true),
  /** Title, or the record's identifier. */
  TITLE("Title", true),
  /** What the record is about. */
  DESCRIPTION("Description", true),
  /** Who made it. */
  CREATOR("Creator", true),
  /** The day it was made, as year-month-day. */
  CREATION_DATE("Creation Date", true),
  /** Restrictions. */
  RIGHTS("Rights", false),
  /** Place or time it is about. */
  COVERAGE("Coverage", false),
  /** To other records and files. */
  RELATION("Relation", false),
  /** Path in the package. */
  FILE_PATH("File Path", true),
  /** What the record is; decides what it may be transferred as. */
  RECORD_TYPE("Record Type", true),
  /** The name people gave the file. */
  ORIGINAL_NAME("Original File Name", true),
  /** For a copy, the path of its original. */
  COPY_OF("Copy Of", false),
  /** As it was detected. */
  MEDIA_TYPE("Media Type", false),
  /** Format by NARA's list. */
  FILE_FORMAT("File Format", false),
  /** Format by the PRONOM registry. */
  PRONOM("PRONOM ID", false),
  /** Size. */
  SIZE("File Size (bytes)", true),
  /** Checksum in hexadecimal. */
  CHECKSUM("Checksum", true),
  /** Its algorithm. */
  ALGORITHM("Checksum Algorithm", true),
  /** Pixels. */
  WIDTH("Pixel Width", false),
  /** Pixels. */
  HEIGHT("Pixel Height", false),
  /** Bits of a pixel. */
  BIT_DEPTH("Bit Depth", false),
  /** Colour space. */
  COLOR_SPACE("Color Space", false),
  /** Compression. */
  COMPRESSION("Compression", false),
  /** Pixels an inch. */
  RESOLUTION("Resolution (ppi)", false),
  /** Make and model. */
  SCANNER("Scanner", false),
  /** Day of digitization. */
  DIGITIZED_ON("Date Digitized", false);

  private final String title;
  private final boolean mandatory;

  MetadataColumn(String title, boolean mandatory) {
    this.title = title;
    this.mandatory = mandatory;
  }

  /** As it stands in the header. */
  public String title() {
    return title;
  }

  /** Whether every row must have a value. */
  public boolean isMandatory() {
    return mandatory;
  }

  /** The table's header. */
  public static List<String> header() {
    return Arrays.stream(values()).map(MetadataColumn::title).toList();
  }

  /** The cell of a row that has all columns. */
  public String of(List<String> row) {
    return row.get(ordinal());
  }
}
