package org.chancery.benchmarks.desk;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.chancery.benchmarks.server.JsonClient;
import org.chancery.benchmarks.server.ProgramClient;

/** Case files that are on a route, by the host's own engine. */
final class Routed {
  private static final String TEMPLATE = "citizenLetter";

  private Routed() {}

  /**
   * So many open files of a component, sent on their way as the product does, unless they are
   * already.
   */
  static List<String> files(ProgramClient reader, JsonClient writer, String component, int wanted)
      throws IOException, InterruptedException {
    List<String> files = new ArrayList<>();
    String query =
        "search?q=&type=cor:caseFile&facet=component:"
            + component
            + "&facet=status:open&facet=status:routed&sort=date&limit="
            + wanted;
    for (JsonNode hit : reader.get(query).path("hits")) {
      String id = hit.path("id").asText();
      if (reader.get("case-files/" + id + "/routes").path("items").isEmpty()) {
        writer.post("case-files/" + id + "/routes", Map.of("template", TEMPLATE));
      }
      files.add(id);
    }
    return files;
  }
}
