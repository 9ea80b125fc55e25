package org.chancery.standalone.demo;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;

/**
 * A case folder of earlier years, with one closed file, brought in from the system before this one.
 *
 * @param holder name of the case folder
 * @param kind of its holder
 * @param state of the union that the holder lives in
 * @param subject of its file
 * @param source a value of the model's list
 * @param daysAgo when something was last done in it
 * @param fate what has become of it, as {@link FormerFates} knows it
 * @param writer prefix, first and last name, city, state and ZIP code
 * @param documents in its file
 */
record FormerFolder(
    String holder,
    String kind,
    String state,
    String subject,
    String source,
    int daysAgo,
    String fate,
    List<String> writer,
    List<Paper> documents) {

  /** A document; a scanned one is painted and has to be recognised. */
  record Paper(String name, String text, boolean scanned) {}

  static List<FormerFolder> load() {
    try (InputStream in = FormerFolder.class.getResourceAsStream("records.json")) {
      return new ObjectMapper().readValue(in, new TypeReference<>() {});
    } catch (IOException e) {
      throw new UncheckedIOException("The demo's records of earlier years cannot be read", e);
    }
  }
}
