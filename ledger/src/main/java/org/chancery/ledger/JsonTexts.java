package org.chancery.ledger;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.util.Map;

/** Named texts as JSON: names sorted, no white space, so that equal texts are equal JSON. */
final class JsonTexts {
  private static final TypeReference<Map<String, String>> TEXTS = new TypeReference<>() {};
  private final ObjectMapper json =
      new ObjectMapper().enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS);

  String write(Map<String, String> texts) {
    try {
      return json.writeValueAsString(texts);
    } catch (JsonProcessingException e) {
      throw new LedgerException("Texts cannot be written as JSON", e);
    }
  }

  Map<String, String> read(String text) {
    try {
      return json.readValue(text, TEXTS);
    } catch (JsonProcessingException e) {
      throw new LedgerException("Stored texts are not the JSON that was written", e);
    }
  }
}
