package org.chancery.docker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ComposeTest {
  private static final Pattern SECRET = Pattern.compile("PASSWORD|SECRET|TOKEN|KEY|HASH");
  private static final Pattern PINNED = Pattern.compile("\\S+:\\d+(\\.\\d+)*(-\\w+)?");

  @Test
  void itIsValidByTheSpecificationsSchema() throws IOException {
    Path schema = Stack.FOLDER.resolve("node_modules/dclint/schemas/compose.schema.json");
    assumeTrue(Files.exists(schema), "the schema comes with npm ci in docker/");
    ObjectMapper json = new ObjectMapper();
    JsonNode rules = json.readTree(schema.toFile());
    // Relative to nothing, which the validator refuses.
    ((ObjectNode) rules).remove("$id");
    JsonSchema validator =
        JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V7).getSchema(rules);

    assertThat(validator.validate(json.valueToTree(Stack.whole()))).isEmpty();

    // It can fail.
    Map<String, Object> broken = Stack.whole();
    Stack.map(Stack.map(broken.get("services")).get("share")).put("restrat", "always");
    assertThat(validator.validate(json.valueToTree(broken))).isNotEmpty();
  }

  @Test
  void everyServiceRestartsIsWatchedAndIsLimited() throws IOException {
    Stack.services()
        .forEach(
            (name, value) -> {
              Map<String, Object> service = Stack.map(value);
              assertThat(service).as(name).containsEntry("restart", "unless-stopped");
              assertThat(Stack.texts(Stack.map(service.get("healthcheck")).get("test")))
                  .as(name)
                  .startsWith("CMD");
              Object limits =
                  Stack.map(Stack.map(service.get("deploy")).get("resources")).get("limits");
              assertThat(Stack.map(limits)).as(name).containsKeys("memory", "pids");
            });
  }

  @Test
  void everyVolumeIsDeclaredAndUsed() throws IOException {
    Set<String> used = new TreeSet<>();
    for (Object service : Stack.services().values()) {
      for (String volume : Stack.texts(Stack.map(service).get("volumes"))) {
        if (!volume.startsWith("$")) {
          used.add(volume.split(":", 2)[0]);
        }
      }
    }

    assertThat(used).isEqualTo(new TreeSet<>(Stack.map(Stack.whole().get("volumes")).keySet()));
  }

  @Test
  void onlyShareCanBeReachedAndOnlyFromThisMachineUnlessToldOtherwise() throws IOException {
    Map<String, Object> open = new TreeMap<>();
    Stack.services()
        .forEach(
            (name, value) -> {
              Map<String, Object> service = Stack.map(value);
              assertThat(service).as(name).doesNotContainKey("network_mode");
              if (service.containsKey("ports")) {
                open.put(name, Stack.texts(service.get("ports")));
                assertThat(Stack.texts(service.get("ports")))
                    .allMatch(port -> port.startsWith("${CHANCERY_SHARE_ADDRESS:-127.0.0.1}:"));
              } else {
                assertThat(Stack.texts(service.get("networks"))).as(name).containsOnly("inside");
              }
            });

    assertThat(open).containsOnlyKeys("share");
    assertThat(Stack.map(Stack.map(Stack.whole().get("networks")).get("inside")))
        .containsEntry("internal", true);
  }

  @Test
  void noSecretHasADefault() throws IOException {
    for (Object service : Stack.services().values()) {
      Stack.map(Stack.map(service).get("environment"))
          .forEach(
              (name, value) -> {
                if (SECRET.matcher(name).find()) {
                  assertThat(value.toString()).as(name).matches("\\$\\{\\w+:\\?[^}]+}");
                }
              });
    }
    Pattern.compile("\\$\\{(\\w+)(\\W[^}]*)?}")
        .matcher(Stack.text())
        .results()
        .filter(found -> SECRET.matcher(found.group(1)).find())
        .forEach(found -> assertThat(found.group(2)).as(found.group()).startsWith(":?"));
  }

  @Test
  void everyVariableIsDocumentedWithoutAValue() throws IOException {
    Set<String> documented = new TreeSet<>();
    for (String line : Files.readAllLines(Stack.FOLDER.resolve(".env.example"))) {
      if (line.matches("#?[A-Z_]+=.*")) {
        assertThat(line).endsWith("=");
        documented.add(line.replaceAll("[#=]", ""));
      }
    }

    assertThat(documented).isEqualTo(Stack.variables());
  }

  @Test
  void everyImageIsPinned() throws IOException {
    assertThat(Stack.service("database").get("image").toString()).matches(PINNED);
    for (String image : Set.of("repository", "share", "intake")) {
      assertThat(Stack.service(image)).containsKey("build");
      assertThat(lines(image, "FROM (.+)").map(found -> found.group(1)))
          .isNotEmpty()
          .allMatch(PINNED.asMatchPredicate());
    }
  }

  /** The launcher's command fills the folder {@code packages}; all else is in the sources. */
  @Test
  void whatIsCopiedIntoTheImagesIsThere() throws IOException {
    Path sources = Stack.FOLDER.getParent();
    for (String image : Set.of("repository", "share", "intake")) {
      assertThat(lines(image, "COPY (?:--\\S+ )*(\\S+) .*").map(found -> found.group(1)))
          .isNotEmpty()
          .allMatch(path -> path.startsWith("packages/") || Files.exists(sources.resolve(path)));
    }
    assertThat(Files.readAllLines(sources.resolve(".dockerignore")))
        .contains("*", "!packages", "!docker/repository", "!docker/intake");
  }

  private static Stream<MatchResult> lines(String image, String form) throws IOException {
    String text = Files.readString(Stack.FOLDER.resolve(image).resolve("Dockerfile"));
    return Pattern.compile("(?m)^" + form + "$").matcher(text).results();
  }
}
