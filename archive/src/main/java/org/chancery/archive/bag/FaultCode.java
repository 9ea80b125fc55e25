package org.chancery.archive.bag;

/**
 * Every kind of fault, with what to do about it. The first group is RFC 8493's, the second what the
 * National Archives looks at on arrival, the third what stops a package from being written.
 */
public enum FaultCode {
  /** There is no bagit.txt. */
  BAGIT_MISSING("bagit-missing", "Have the package made again: it was not finished."),
  /** bagit.txt is not the two lines that RFC 8493, 2.1.1, asks for. */
  BAGIT_DECLARATION("bagit-declaration", "Write bagit.txt as RFC 8493, section 2.1.1, has it."),
  /** A version of BagIt that is not known here. */
  BAGIT_VERSION("bagit-version", "Make the bag by BagIt 1.0."),
  /** The encoding that bagit.txt names is unknown. */
  TAG_ENCODING_UNKNOWN("tag-encoding-unknown", "Encode the tag files in UTF-8 and say so."),
  /** A tag file is not in the encoding that bagit.txt names. */
  TAG_ENCODING("tag-encoding", "Write the file again in the encoding that bagit.txt names."),
  /** A byte-order mark where the encoding needs none. */
  BYTE_ORDER_MARK("byte-order-mark", "Remove the byte-order mark from the head of the file."),
  /** There is no folder data. */
  PAYLOAD_FOLDER_MISSING("payload-folder-missing", "Put the files into a folder named data."),
  /** No payload manifest. */
  MANIFEST_MISSING("manifest-missing", "Add manifest-sha256.txt with every file below data."),
  /** A manifest's algorithm is not known, or has two manifests. */
  MANIFEST_ALGORITHM("manifest-algorithm", "Use one manifest each of sha256 or sha512."),
  /** A line that is not a checksum and a path. */
  MANIFEST_LINE("manifest-line", "Write the line as a checksum, two spaces and a path."),
  /** A path that leads out of where the manifest's files lie. */
  MANIFEST_PATH("manifest-path", "Name only files of the bag, by paths relative to it."),
  /** A path is listed twice. */
  MANIFEST_DUPLICATE("manifest-duplicate", "List every file exactly once."),
  /** More than this check is ready to hold. */
  TOO_LARGE("too-large", "Part the contents into several packages."),
  /** A tag manifest leaves out a payload manifest, or lists a tag manifest. */
  TAG_MANIFEST_SCOPE(
      "tag-manifest-scope", "List every payload manifest in it, and no tag manifest."),
  /** A listed file is not there. */
  FILE_MISSING("file-missing", "Put the file back, or have the package made again."),
  /** A file of the payload is in no list. */
  FILE_UNLISTED("file-unlisted", "Remove the file, or have the package made again with it."),
  /** A file's content is not what its checksum says. */
  CHECKSUM("checksum", "Put the true file in its place; it was changed after packing."),
  /** The sum of bytes and files is another than bag-info.txt says. */
  PAYLOAD_OXUM("payload-oxum", "Find what was added or lost, then have the package made again."),
  /** A line of bag-info.txt has no label. */
  BAG_INFO_LINE("bag-info-line", "Write the line as a label, a colon, a space and a value."),
  /** fetch.txt is malformed, or names what it must not. */
  FETCH("fetch", "Fetch the files into the package and remove fetch.txt."),
  /** A symbolic link. */
  SYMBOLIC_LINK("symbolic-link", "Put the file itself in the link's place."),
  /** Neither a file nor a folder. */
  SPECIAL_FILE("special-file", "Remove it: only files and folders can be transferred."),
  /** The operating system does not let it be read. */
  UNREADABLE("unreadable", "Give the reader the right to it, then check again."),

  /** An asterisk before a path, as checksum tools write it. */
  ASTERISK("asterisk", "Nothing must be done; BagIt 1.0 no longer allows it.", true),
  /** A path with a leading dot and slash. */
  DOT_SLASH("dot-slash", "Nothing must be done; other tools may not know the path.", true),
  /** Names that some file systems cannot tell apart. */
  NAMES_ALIKE("names-alike", "Nothing must be done; on other systems one may hide another.", true),
  /** A file is listed twice with the same checksum, which early versions allowed. */
  LISTED_TWICE("listed-twice", "Nothing must be done; BagIt 1.0 no longer allows it.", true),
  /** A file that operating systems leave behind. */
  SYSTEM_FILE("system-file", "Remove it before the bag is made; it is no record.", true),

  /** A name outside a-z, 0-9, hyphen, underscore and one period. */
  NAME_NOT_PORTABLE(
      "name-not-portable", "Use a to z, 0 to 9, hyphen, underscore, one period before the ending."),
  /** A path longer than 255 characters. */
  PATH_TOO_LONG("path-too-long", "Shorten names or folders to 255 characters in all."),
  /** A file without a byte. */
  ZERO_BYTE("zero-byte", "Remove the file, or find its content."),
  /** A hidden file, or one that an operating system makes. */
  HIDDEN("hidden", "Remove it, or give it a name that shows."),
  /** A backup or temporary file. */
  BACKUP("backup", "Remove it, or give it the name of a record."),
  /** A folder without a file. */
  EMPTY_FOLDER("empty-folder", "Remove the folder."),
  /** The file list or the metadata is not in the package. */
  LIST_MISSING("list-missing", "Have the package made again; the list belongs to it."),
  /** A row of the list or metadata cannot be read. */
  LIST_ROW("list-row", "Have the package made again, or repair the row."),
  /** A row about a file that is not there. */
  LISTED_NOT_THERE("listed-not-there", "Put the file back or remove its row."),
  /** A file that the list does not have. */
  NOT_IN_LIST("not-in-list", "Add a row for the file or remove it."),
  /** The list says another size or checksum. */
  LIST_DIFFERS("list-differs", "Find out which is true, the file or its row."),
  /** No metadata for a file. */
  METADATA_MISSING("metadata-missing", "Add the row that NARA Bulletin 2015-04 asks for."),
  /** Metadata without what is mandatory. */
  METADATA_INCOMPLETE(
      "metadata-incomplete", "Add the mandatory element of NARA Bulletin 2015-04, appendix A."),
  /** An XML file that is not well-formed, brings a DTD, or is about other files. */
  METADATA_XML("metadata-xml", "Have the package made again."),
  /** The transfer request's data are missing or not complete. */
  TRANSFER_REQUEST("transfer-request", "Complete the transfer request, then make the package."),
  /** A copy that is not PDF/A. */
  NOT_PDF_A("not-pdf-a", "Make the copy again as PDF/A; the row names the rule it breaks."),
  /** A format that cannot be transferred. */
  FORMAT_REFUSED("format-refused", "Add a copy beside it in an accepted format, such as PDF/A."),
  /** A file in a format that needs a copy in another, without that copy. */
  COPY_MISSING("copy-missing", "Make the copy in the format that the row names."),

  /** An original is not the one that was expected. */
  ORIGINAL_DIFFERS("original-differs", "Do not send it; find out what changed the original."),
  /** Rows that cannot be told apart, or were changed between two runs. */
  ROWS("rows", "Begin the package anew."),
  /** The place is taken by something that is not this package. */
  PLACE_TAKEN("place-taken", "Choose another folder, or remove what lies there.");

  private final String key;
  private final String remedy;
  private final boolean warning;

  FaultCode(String key, String remedy) {
    this(key, remedy, false);
  }

  FaultCode(String key, String remedy, boolean warning) {
    this.key = key;
    this.remedy = remedy;
    this.warning = warning;
  }

  /** The name in rows and for programs; never changes. */
  public String key() {
    return key;
  }

  /** What to do, a plain sentence. */
  public String remedy() {
    return remedy;
  }

  /** Whether a package with it is still good. */
  public boolean isWarning() {
    return warning;
  }
}
