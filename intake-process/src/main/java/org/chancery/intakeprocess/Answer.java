package org.chancery.intakeprocess;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;

/**
 * What the repository answered.
 *
 * @param status HTTP status
 * @param json the body; missing when it is no JSON
 */
record Answer(int status, JsonNode json) {
  private static final ObjectMapper JSON = new ObjectMapper();

  static Answer of(int status, byte[] body) {
    try {
      JsonNode read = body.length == 0 ? null : JSON.readTree(body);
      return new Answer(status, read == null ? MissingNode.getInstance() : read);
    } catch (IOException e) {
      // A proxy's page, most often; the status says enough.
      return new Answer(status, MissingNode.getInstance());
    }
  }

  /** The code of a problem (RFC 9457); empty when it is none of ours. */
  String code() {
    return json.path("code").asText("");
  }

  /** What a person should know of the problem. */
  String detail() {
    return json.path("detail").asText("the answer was " + status);
  }
}
