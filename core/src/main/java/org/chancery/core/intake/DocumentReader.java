package org.chancery.core.intake;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
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

  /**
   * Writes a letter, in the same process apart: templates and drafts come from outside, too. A
   * reader that writes none refuses.
   *
   * @param source the template or the draft; not changed
   * @param name its name, a hint only
   * @param letter what is to be made of it
   * @param workDirectory an empty directory for the result; the caller removes it
   * @return {@link Written} or {@link Refused}
   */
  default Outcome write(Path source, String name, Letter letter, Path workDirectory) {
    return new Refused("application/octet-stream", "unsupported", "No letters are written here.");
  }

  /** What is to be made of a source. */
  @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
  @JsonSubTypes({
    @JsonSubTypes.Type(value = Merge.class, name = "merge"),
    @JsonSubTypes.Type(value = Print.class, name = "print"),
    @JsonSubTypes.Type(value = Preserve.class, name = "preserve"),
    @JsonSubTypes.Type(value = Rows.class, name = "rows")
  })
  sealed interface Letter {}

  /**
   * A Word document from a template.
   *
   * @param values by field name; blank for what the case has no value of
   */
  record Merge(Map<String, String> values) implements Letter {
    /** Copies the values. */
    public Merge {
      values = Map.copyOf(values);
    }
  }

  /**
   * A PDF to be signed, with a code on each page.
   *
   * @param code its text
   * @param number what people read beside it
   */
  record Print(String code, String number) implements Letter {}

  /**
   * A copy in PDF/A, for the National Archives.
   *
   * @param drawn whether its pages are pictures of the source's, with the text invisible over them;
   *     else they are the source's own
   */
  record Preserve(boolean drawn) implements Letter {}

  /**
   * The rows of a file to import, a line of JSON each: no letter, but made in the same way.
   *
   * @param sheet of a workbook; its first when empty
   * @param hidden whether hidden rows and columns of a workbook are read, too
   * @param heading the row of a workbook's headings from 1; found when 0
   */
  record Rows(String sheet, boolean hidden, int heading) implements Letter {}

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
   * @param codes texts of the QR codes on pages that were paper
   * @param mail what its header says and what is attached to it; empty for what is no mail
   */
  record Read(
      String mediaType,
      List<String> pages,
      double confidence,
      int recognisedPages,
      Optional<Path> searchablePdf,
      Optional<Path> layout,
      Optional<Path> thumbnail,
      List<String> warnings,
      List<String> codes,
      Optional<ReadMail> mail)
      implements Outcome {}

  /**
   * A letter was written.
   *
   * @param letter file in the work directory
   * @param unfilled names of fields that stand in it where values should
   */
  record Written(Path letter, List<String> unfilled) implements Outcome {}

  /**
   * A mail that was read.
   *
   * @param mail its data
   * @param attachments the files in the work directory, one for each of the mail's attachments
   */
  record ReadMail(Mail mail, List<Path> attachments) {}

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
