package org.chancery.ocr.worker;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;

/** What a worker is asked to do: one line of JSON on its standard input. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "job")
@JsonSubTypes({
  @JsonSubTypes.Type(value = Request.Inspect.class, name = "inspect"),
  @JsonSubTypes.Type(value = Request.Recognise.class, name = "recognise"),
  @JsonSubTypes.Type(value = Request.Assemble.class, name = "assemble")
})
public sealed interface Request {
  /**
   * Find the type, take all text that is there, count pages and say which must be recognised.
   *
   * @param file to read
   * @param name a hint
   * @param directory for results
   */
  record Inspect(String file, String name, String directory) implements Request {}

  /**
   * Recognise one page.
   *
   * @param page from 0
   */
  record Recognise(String file, String mediaType, int page, String directory) implements Request {}

  /** Make searchable PDF, layout and thumbnail from the pages' results. */
  record Assemble(String file, String mediaType, int pages, String directory) implements Request {}
}
