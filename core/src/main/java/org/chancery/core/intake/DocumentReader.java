package org.chancery.core.intake;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Reads an original in a process apart from the server (design § 5): type, text page by page,
 * searchable PDF, thumbnail. The server's own process opens no untrusted file.
 */
public interface DocumentReader {
  /** Of the text that is kept: pages parted by a form feed. */
  String TEXT_MEDIA_TYPE = "text/plain;charset=UTF-8";

  /**
   * Reads one original. Takes as long as it takes; bounded per page.
   *
   * @param original the bytes; not changed
   * @param name the file's name, a hint only
   * @param workDirectory an empty directory for results; the caller removes it
   * @param progress told how many of how many pages are done
   */
  Outcome read(Path original, String name, Path workDirectory, Progress progress);

  /** Told while reading goes on. */
  @FunctionalInterface
  interface Progress {
    /** Pages done so far, of all. */
    void pages(int done, int of);
  }

  /** How reading ended. */
  sealed interface Outcome {}

  /**
   * The original was read.
   *
   * @param mediaType by content, not by name
   * @param pages text by page in reading order
   * @param confidence mean word confidence 0 to 100 of what was recognised; 100 for born-digital
   *     text
   * @param recognisedPages how many pages had to be recognised
   * @param searchablePdf file in the work directory; empty when there is no page image (text
   *     formats)
   * @param layout file in the work directory: word boxes by page as JSON; empty when there are none
   * @param thumbnail PNG in the work directory
   * @param warnings for the clerk, such as a low resolution
   */
  record Read(
      String mediaType,
      List<String> pages,
      double confidence,
      int recognisedPages,
      Optional<Path> searchablePdf,
      Optional<Path> layout,
      Optional<Path> thumbnail,
      List<String> warnings)
      implements Outcome {}

  /**
   * It cannot be read; the original is kept and the item quarantined.
   *
   * @param mediaType by content, as far as it could be told
   * @param reason a code such as {@code encrypted}, {@code damaged}, {@code too-large}, {@code
   *     empty}, {@code worker-died}
   * @param explanation what it means and what a clerk can do
   */
  record Refused(String mediaType, String reason, String explanation) implements Outcome {}
}
