package org.chancery.archive.transfer;

import java.util.List;

/** Where what lies in a package, and what the columns of its tables are. */
public final class PackageLayout {
  /** Originals, bit by bit as they were received. */
  public static final String ORIGINALS = "data/originals/";

  /** Copies in lasting formats. */
  public static final String COPIES = "data/copies/";

  /** The metadata of NARA Bulletin 2015-04, a row for each file. */
  public static final String METADATA_CSV = "metadata/metadata.csv";

  /** The same in Dublin Core. */
  public static final String DUBLIN_CORE = "metadata/dublin_core.xml";

  /** Files, events and agents in PREMIS 3. */
  public static final String PREMIS = "metadata/premis.xml";

  /** The list of files as NARA's File Lister writes it. */
  public static final String FILE_LIST = "metadata/file_list.csv";

  /** The transfer request's data. */
  public static final String REQUEST_JSON = "metadata/transfer_request.json";

  /** The same for people. */
  public static final String REQUEST_TEXT = "metadata/transfer_request.txt";

  /** All of the above beside the payload. */
  public static final List<String> DESCRIPTIONS =
      List.of(METADATA_CSV, DUBLIN_CORE, PREMIS, FILE_LIST, REQUEST_JSON, REQUEST_TEXT);

  /** The header of the file list, exactly as the File Lister has it. */
  public static final List<String> FILE_LIST_COLUMNS =
      List.of(
          "File Name",
          "Size (bytes)",
          "Date Modified",
          "File Extension",
          "Full Path",
          "SHA-256 Hash");

  /** The longest path that NARA takes, in characters. */
  public static final int LONGEST_PATH = 255;

  private PackageLayout() {}
}
