package org.chancery.core.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.util.Map;
import java.util.stream.Collectors;

/** JSON as this API speaks it: ISO dates, absent values left out, nothing unknown accepted. */
final class Json {
  private static final JsonMapper MAPPER =
      JsonMapper.builder()
          .addModule(new JavaTimeModule())
          .addModule(new Jdk8Module())
          .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
          .serializationInclusion(JsonInclude.Include.NON_ABSENT)
          .disable(DeserializationFeature.ADJUST_DATES_TO_CONTEXT_TIME_ZONE)
          .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .build();

  private Json() {}

  static byte[] bytes(Object value) {
    try {
      return MAPPER.writeValueAsBytes(value);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("Cannot be written as JSON: " + value.getClass(), e);
    }
  }

  static <T> T read(byte[] json, Class<T> type) {
    try {
      requireStorable(json);
      T value = MAPPER.readValue(json, type);
      if (value == null) {
        throw Refusal.badRequest("invalid-json", "The body must be a JSON object.");
      }
      return value;
    } catch (UnrecognizedPropertyException e) {
      String field = path(e);
      throw refusal("There is no field '" + field + "' here.", field, "is not known");
    } catch (JsonMappingException e) {
      String field = path(e);
      throw refusal("The value of '" + field + "' cannot be read.", field, "cannot be read");
    } catch (JsonProcessingException e) {
      throw Refusal.badRequest(
          "invalid-json", "The body is not well-formed JSON: " + e.getOriginalMessage());
    } catch (IOException e) {
      throw new IllegalStateException("Reading from memory failed", e);
    }
  }

  /**
   * No database keeps the character 0 in a text, and no list here has a place without a value: both
   * are refused for all routes at once.
   */
  private static void requireStorable(byte[] json) throws IOException {
    try (JsonParser parser = MAPPER.createParser(json)) {
      for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
        boolean text = token == JsonToken.VALUE_STRING || token == JsonToken.FIELD_NAME;
        if (text && parser.getText().indexOf('\0') >= 0) {
          throw refusal(
              "The value of '" + field(parser) + "' cannot be read.",
              field(parser),
              "must not contain the character 0");
        }
        if (token == JsonToken.VALUE_NULL && parser.getParsingContext().inArray()) {
          throw refusal(
              "The value of '" + field(parser) + "' cannot be read.",
              field(parser),
              "must not be null");
        }
      }
    }
  }

  private static String field(JsonParser parser) {
    String pointer = parser.getParsingContext().pathAsPointer().toString().replace("\0", "");
    return pointer.isEmpty() ? pointer : pointer.substring(1).replace('/', '.');
  }

  /** Turns a JSON text of our own making into values. */
  static Object values(String json) throws JsonProcessingException {
    return MAPPER.readValue(json, Object.class);
  }

  private static Refusal refusal(String detail, String field, String message) {
    Problem problem =
        Problem.of(400, "invalid-json", "The request cannot be understood", detail)
            .withProblems(field.isEmpty() ? Map.of() : Map.of(field, message));
    return new Refusal(problem);
  }

  private static String path(JsonMappingException e) {
    return e.getPath().stream()
        .map(
            part -> part.getFieldName() == null ? "[" + part.getIndex() + "]" : part.getFieldName())
        .collect(Collectors.joining("."));
  }
}
