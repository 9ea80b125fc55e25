package org.chancery.acceptance.host;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.chancery.acceptance.process.Installation;

/**
 * The published description of the interface, to which every JSON answer is held: status and body
 * must be described there.
 */
final class Contract {
  private static final Contract SHIPPED = read();

  private final JsonNode document;
  private final JsonSchemaFactory schemas =
      JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012);
  private final Map<String, JsonSchema> compiled = new ConcurrentHashMap<>();

  private Contract(JsonNode document) {
    this.document = document;
  }

  static Contract shipped() {
    return SHIPPED;
  }

  private static Contract read() {
    try (var in =
        Files.newInputStream(Installation.root().resolve("core/src/main/resources/openapi.yaml"))) {
      return new Contract(new YAMLMapper().readTree(in));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Fails when the answer is not one the description allows. Methods and paths it does not know
   * must be answered 404 or 405.
   */
  void check(String method, String path, Answer answer) {
    String where = method + " /" + path + " → " + answer.status();
    JsonNode operation = operation(method, "/" + path);
    if (operation == null) {
      if (answer.status() < 400) {
        throw new AssertionError(where + " is answered, but the contract does not describe it");
      }
      return;
    }
    JsonNode responses = operation.path("responses");
    JsonNode response = responses.path(String.valueOf(answer.status()));
    if (response.isMissingNode()) {
      response = responses.path("default");
    }
    if (response.isMissingNode()) {
      throw new AssertionError(where + " is not described by the contract: " + answer.text());
    }
    if (answer.json() != null) {
      JsonNode schema = schemaOf(resolve(response));
      if (schema != null) {
        Set<ValidationMessage> faults =
            compiled
                .computeIfAbsent(schema.toString(), ignored -> compile(schema))
                .validate(answer.json());
        if (!faults.isEmpty()) {
          throw new AssertionError(
              where + " does not keep the contract: " + faults + "\n" + answer.text());
        }
      }
    }
  }

  private JsonNode operation(String method, String path) {
    String[] asked = path.split("/");
    JsonNode best = null;
    int bestLiterals = -1;
    for (Map.Entry<String, JsonNode> each : document.path("paths").properties()) {
      int literals = literalsMatched(each.getKey().split("/"), asked);
      JsonNode operation = each.getValue().path(method.toLowerCase());
      if (literals > bestLiterals && !operation.isMissingNode()) {
        best = operation;
        bestLiterals = literals;
      }
    }
    return best;
  }

  private static int literalsMatched(String[] template, String[] asked) {
    if (template.length != asked.length) {
      return -1;
    }
    int literals = 0;
    for (int i = 0; i < template.length; i++) {
      if (template[i].equals(asked[i])) {
        literals++;
      } else if (!template[i].startsWith("{")) {
        return -1;
      }
    }
    return literals;
  }

  private JsonNode resolve(JsonNode node) {
    return node.has("$ref") ? document.at(node.get("$ref").asText().substring(1)) : node;
  }

  private static JsonNode schemaOf(JsonNode response) {
    for (Map.Entry<String, JsonNode> content : response.path("content").properties()) {
      // Bytes of any type may happen to be JSON.
      if (!content.getKey().equals("*/*") && content.getValue().has("schema")) {
        return content.getValue().get("schema");
      }
    }
    return null;
  }

  private JsonSchema compile(JsonNode schema) {
    ObjectNode whole = new ObjectMapper().createObjectNode();
    whole.set("components", document.path("components"));
    whole.set("allOf", new ObjectMapper().createArrayNode().add(schema));
    return schemas.getSchema(whole);
  }
}
