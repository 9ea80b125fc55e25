package org.chancery.ocr.worker;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.Map;

/** What a worker is asked to do: one line of JSON on its standard input. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "job")
@JsonSubTypes({
  @JsonSubTypes.Type(value = Request.Inspect.class, name = "inspect"),
  @JsonSubTypes.Type(value = Request.Recognise.class, name = "recognise"),
  @JsonSubTypes.Type(value = Request.Assemble.class, name = "assemble"),
  @JsonSubTypes.Type(value = Request.Merge.class, name = "merge"),
  @JsonSubTypes.Type(value = Request.Print.class, name = "print"),
  @JsonSubTypes.Type(value = Request.Preserve.class, name = "preserve"),
  @JsonSubTypes.Type(value = Request.Rows.class, name = "rows")
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

  /**
   * Fill a letter template.
   *
   * @param values by field name
   * @param letter where the letter is written
   */
  record Merge(String file, Map<String, String> values, String letter) implements Request {}

  /**
   * Lay a letter out as PDF, with a code on each page.
   *
   * @param code the code's text
   * @param number what people read beside it
   * @param letter where the PDF is written
   */
  record Print(String file, String name, String code, String number, String letter)
      implements Request {}

  /**
   * Make a copy in PDF/A.
   *
   * @param drawn whether its pages are pictures of the source's
   * @param copy where it is written
   */
  record Preserve(String file, String name, boolean drawn, String copy) implements Request {}

  /**
   * Read a file to import.
   *
   * @param sheet of a workbook; its first when null
   * @param hidden whether hidden rows and columns of a workbook are read, too
   * @param heading the row of a workbook's headings from 1; found when 0
   * @param rows where they are written, a line of JSON each
   */
  record Rows(String file, String name, String sheet, boolean hidden, int heading, String rows)
      implements Request {}
}
