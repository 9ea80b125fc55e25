package org.chancery.acceptance.host;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.StreamSupport;

/**
 * What a host answered.
 *
 * @param question method and address, for messages
 * @param response status, headers, bytes
 * @param json the body when it is JSON, else null
 */
public record Answer(String question, HttpResponse<byte[]> response, JsonNode json) {

  /** The HTTP status. */
  public int status() {
    return response.statusCode();
  }

  /** The body as text. */
  public String text() {
    return new String(response.body(), StandardCharsets.UTF_8);
  }

  /** The body's bytes. */
  public byte[] bytes() {
    return response.body();
  }

  /** Fails with question and answer unless the status is this. */
  public Answer expect(int status) {
    if (status() != status) {
      throw new AssertionError(
          question + "\n  expected " + status + " but was " + status() + ": " + text());
    }
    return this;
  }

  /** The problem's code, or empty text. */
  public String code() {
    return json == null ? "" : json.path("code").asText();
  }

  /** A text member of the body. */
  public String text(String member) {
    return json.path(member).asText();
  }

  /** The elements of an array member. */
  public List<JsonNode> list(String member) {
    return StreamSupport.stream(json.path(member).spliterator(), false).toList();
  }

  /** The entity tag. */
  public String etag() {
    return response
        .headers()
        .firstValue("ETag")
        .orElseThrow(() -> new AssertionError(question + " gave no ETag"));
  }
}
