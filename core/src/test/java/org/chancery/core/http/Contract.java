package org.chancery.core.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** openapi.yaml, as tests hold answers to it. */
final class Contract {
  private final ObjectMapper json = new ObjectMapper();
  private final JsonNode document;
  private final Map<String, JsonSchema> schemas = new LinkedHashMap<>();

  Contract() {
    try (InputStream yaml = Contract.class.getResourceAsStream("/openapi.yaml")) {
      document = new YAMLMapper().readTree(yaml);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Every operation as "METHOD /template". */
  Set<String> operations() {
    Set<String> found = new TreeSet<>();
    for (Map.Entry<String, JsonNode> path : document.path("paths").properties()) {
      for (Map.Entry<String, JsonNode> entry : path.getValue().properties()) {
        if (Set.of("get", "post", "put", "delete").contains(entry.getKey())) {
          found.add(entry.getKey().toUpperCase(Locale.ROOT) + " " + path.getKey());
        }
      }
    }
    return found;
  }

  /** Fails when the answer is not what openapi.yaml says that operation answers. */
  void hold(String method, String template, Response response) {
    JsonNode responses =
        document
            .path("paths")
            .path(template)
            .path(method.toLowerCase(Locale.ROOT))
            .path("responses");
    JsonNode declared = responses.path(String.valueOf(response.status()));
    if (declared.isMissingNode()) {
      declared = responses.path("default");
    }
    if (declared.isMissingNode()) {
      throw new AssertionError(method + " " + template + " declares no " + response.status());
    }
    if (declared.has("$ref")) {
      declared = document.at(declared.get("$ref").asText().substring(1));
    }
    JsonNode content = declared.path("content");
    if (content.isMissingNode()) {
      if (response.body().length() != 0) {
        throw new AssertionError(method + " " + template + " declares no body");
      }
      return;
    }
    if (!(response.body() instanceof Response.Bytes body)) {
      return;
    }
    String type = response.headers().get("Content-Type");
    JsonNode schema = content.path(type).path("schema");
    if (schema.isMissingNode()) {
      throw new AssertionError(method + " " + template + " declares no " + type);
    }
    String name = schema.get("$ref").asText();
    try {
      Set<ValidationMessage> wrong =
          schemas.computeIfAbsent(name, this::schema).validate(json.readTree(body.bytes()));
      if (!wrong.isEmpty()) {
        throw new AssertionError(
            method + " " + template + ": " + wrong + "\n" + new String(body.bytes()));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private JsonSchema schema(String reference) {
    ObjectNode root = JsonNodeFactory.instance.objectNode();
    root.put("$ref", reference);
    root.set("components", document.get("components"));
    return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012).getSchema(root);
  }
}
