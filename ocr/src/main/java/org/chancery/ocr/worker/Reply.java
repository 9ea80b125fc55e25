package org.chancery.ocr.worker;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.List;
import org.chancery.ocr.text.Attachment;

/** What a worker answers: one line of JSON. All but {@link Alive} end the job. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "reply")
@JsonSubTypes({
  @JsonSubTypes.Type(value = Reply.Alive.class, name = "alive"),
  @JsonSubTypes.Type(value = Reply.Inspection.class, name = "inspection"),
  @JsonSubTypes.Type(value = Reply.PageRead.class, name = "page"),
  @JsonSubTypes.Type(value = Reply.Assembled.class, name = "assembled"),
  @JsonSubTypes.Type(value = Reply.Unreadable.class, name = "unreadable")
})
public sealed interface Reply {
  /** A step of a long job is done; the clock for the next one starts anew. */
  record Alive() implements Reply {}

  /**
   * What a file is.
   *
   * @param paged whether it has page images or PDF pages, so that a searchable PDF can be made
   */
  record Inspection(
      String mediaType,
      boolean paged,
      List<FoundPage> pages,
      List<Attachment> attachments,
      List<String> warnings)
      implements Reply {}

  /**
   * One page of an inspected file.
   *
   * @param text its own text; empty when it must be recognised
   */
  record FoundPage(boolean recognise, String text) {}

  /**
   * A recognised page.
   *
   * @param confidence mean, 0 to 100
   * @param letters how many letters that mean stands for
   * @param resolution dots per inch of the scan; 0 when there is no scan on the page
   */
  record PageRead(String text, double confidence, long letters, int resolution) implements Reply {}

  /**
   * Result files in the directory.
   *
   * @param searchable whether the searchable PDF could be made
   * @param thumbnail whether there is a thumbnail
   */
  record Assembled(boolean searchable, boolean thumbnail) implements Reply {}

  /** The file cannot be read; see {@link org.chancery.ocr.page.UnreadableFile}. */
  record Unreadable(String mediaType, String reason, String explanation) implements Reply {}
}
