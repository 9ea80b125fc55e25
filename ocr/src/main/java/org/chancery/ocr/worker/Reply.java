package org.chancery.ocr.worker;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.List;
import org.chancery.ocr.letter.Unfilled;
import org.chancery.ocr.text.Attachment;
import org.chancery.ocr.text.MailHeader;

/** What a worker answers: one line of JSON. All but {@link Alive} end the job. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "reply")
@JsonSubTypes({
  @JsonSubTypes.Type(value = Reply.Alive.class, name = "alive"),
  @JsonSubTypes.Type(value = Reply.Inspection.class, name = "inspection"),
  @JsonSubTypes.Type(value = Reply.PageRead.class, name = "page"),
  @JsonSubTypes.Type(value = Reply.Assembled.class, name = "assembled"),
  @JsonSubTypes.Type(value = Reply.Merged.class, name = "merged"),
  @JsonSubTypes.Type(value = Reply.Printed.class, name = "printed"),
  @JsonSubTypes.Type(value = Reply.Preserved.class, name = "preserved"),
  @JsonSubTypes.Type(value = Reply.RowsRead.class, name = "rows"),
  @JsonSubTypes.Type(value = Reply.Unreadable.class, name = "unreadable")
})
public sealed interface Reply {
  /** A step of a long job is done; the clock for the next one starts anew. */
  record Alive() implements Reply {}

  /**
   * What a file is.
   *
   * @param paged whether it has page images or PDF pages, so that a searchable PDF can be made
   * @param mail what its header says; null for what is no mail
   */
  record Inspection(
      String mediaType,
      boolean paged,
      List<FoundPage> pages,
      List<Attachment> attachments,
      List<String> warnings,
      MailHeader mail)
      implements Reply {}

  /**
   * One page of an inspected file.
   *
   * @param text its own text; empty when it must be recognised
   * @param codes texts of the codes on it, when it is a scan whose text somebody has recognised
   */
  record FoundPage(boolean recognise, String text, List<String> codes) {}

  /**
   * A recognised page.
   *
   * @param confidence mean, 0 to 100
   * @param letters how many letters that mean stands for
   * @param resolution dots per inch of the scan; 0 when there is no scan on the page
   * @param codes texts of the codes on it
   */
  record PageRead(String text, double confidence, long letters, int resolution, List<String> codes)
      implements Reply {}

  /**
   * Result files in the directory.
   *
   * @param searchable whether the searchable PDF could be made
   * @param thumbnail whether there is a thumbnail
   */
  record Assembled(boolean searchable, boolean thumbnail) implements Reply {}

  /**
   * A letter has been written from a template.
   *
   * @param fields how many were filled
   * @param unfilled which were not
   */
  record Merged(int fields, List<Unfilled> unfilled) implements Reply {}

  /**
   * A letter has been laid out.
   *
   * @param pages how many
   * @param unfilled names of fields that still stand where values should
   */
  record Printed(int pages, List<String> unfilled) implements Reply {}

  /**
   * A copy in PDF/A was made.
   *
   * @param pages how many
   */
  record Preserved(int pages) implements Reply {}

  /**
   * A file to import was read.
   *
   * @param rows how many were written
   */
  record RowsRead(int rows) implements Reply {}

  /** The file cannot be read; see {@link org.chancery.ocr.page.UnreadableFile}. */
  record Unreadable(String mediaType, String reason, String explanation) implements Reply {}
}
