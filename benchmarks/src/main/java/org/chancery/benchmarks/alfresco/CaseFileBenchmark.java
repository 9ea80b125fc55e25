package org.chancery.benchmarks.alfresco;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.chancery.benchmarks.server.JsonClient;

/**
 * A case file with three documents made through Chancery's routes, and the same seven nodes made
 * through the platform's REST API v1 in the same repository, in turn; which goes first changes with
 * each turn. Ends with 1 when the median through Chancery takes more than 1.5 times the other.
 *
 * <p>Arguments: {@code --url} the repository's address, such as {@code
 * http://localhost:8080/alfresco}; {@code --turns} (30) counted turns; {@code --warm} (10) turns
 * before them. The password of {@code admin} comes from the environment's {@code
 * CHANCERY_ADMIN_PASSWORD}.
 */
public final class CaseFileBenchmark {
  private static final double LIMIT = 1.5;
  private static final int DOCUMENTS = 3;
  private static final byte[] TEXT =
      "I am writing about the delay in the adjudication of my application. "
          .repeat(40)
          .getBytes(StandardCharsets.UTF_8);

  private final JsonClient chancery;
  private final JsonClient platform;
  private final String caseFolder;
  private int number;

  private CaseFileBenchmark(URI base, String password) throws IOException, InterruptedException {
    chancery = new JsonClient(base.resolve("s/chancery/v1/"), "admin:" + password);
    // A ticket: the platform hashes a password anew for each request, which would be unfair to it.
    String ticket =
        new JsonClient(base, "admin:" + password)
            .post(
                "api/-default-/public/authentication/versions/1/tickets",
                Map.of("userId", "admin", "password", password))
            .path("entry")
            .path("id")
            .asText();
    platform =
        new JsonClient(base.resolve("api/-default-/public/alfresco/versions/1/nodes/"), ticket);
    caseFolder =
        chancery
            .post(
                "case-folders",
                Map.of("holderKind", "individual", "holderName", "Benchmark " + UUID.randomUUID()))
            .path("id")
            .asText();
  }

  /** Measures. */
  public static void main(String[] arguments) throws IOException, InterruptedException {
    Map<String, String> options = new LinkedHashMap<>();
    for (int i = 0; i + 1 < arguments.length; i += 2) {
      options.put(arguments[i], arguments[i + 1]);
    }
    URI base = URI.create(options.get("--url").replaceAll("/+$", "") + "/");
    boolean held =
        new CaseFileBenchmark(base, System.getenv("CHANCERY_ADMIN_PASSWORD"))
            .run(
                Integer.parseInt(options.getOrDefault("--warm", "10")),
                Integer.parseInt(options.getOrDefault("--turns", "30")));
    System.exit(held ? 0 : 1);
  }

  private boolean run(int warm, int turns) throws IOException, InterruptedException {
    List<Double> ours = new ArrayList<>();
    List<Double> theirs = new ArrayList<>();
    for (int turn = -warm; turn < turns; turn++) {
      boolean first = turn % 2 == 0;
      double one = seconds(first);
      double other = seconds(!first);
      if (turn >= 0) {
        ours.add(first ? one : other);
        theirs.add(first ? other : one);
      }
    }
    double ratio = median(ours) / median(theirs);
    System.out.printf(
        Locale.ROOT,
        "a case file with %d documents, %d turns: median %.0f ms through Chancery, %.0f ms through"
            + " REST v1: %.2f ×; means %.0f and %.0f ms: %.2f ×%n",
        DOCUMENTS,
        turns,
        1000 * median(ours),
        1000 * median(theirs),
        ratio,
        1000 * mean(ours),
        1000 * mean(theirs),
        mean(ours) / mean(theirs));
    return ratio <= LIMIT;
  }

  private double seconds(boolean ours) throws IOException, InterruptedException {
    long begun = System.nanoTime();
    if (ours) {
      throughChancery();
    } else {
      throughThePlatform();
    }
    return (System.nanoTime() - begun) / 1e9;
  }

  private void throughChancery() throws IOException, InterruptedException {
    String file =
        chancery
            .post(
                "case-folders/" + caseFolder + "/case-files",
                Map.of("subject", "Delay in adjudication", "source", "public"))
            .path("id")
            .asText();
    String documents = "";
    for (JsonNode part : chancery.get("nodes/" + file + "/children").path("items")) {
      documents =
          part.path("name").asText().equals("documents") ? part.path("id").asText() : documents;
    }
    for (int i = 0; i < DOCUMENTS; i++) {
      chancery.upload("documents", Map.of("parent", documents), "file", name(i), TEXT);
    }
  }

  private void throughThePlatform() throws IOException, InterruptedException {
    String file = child(caseFolder, "cor:caseFile", "plain-" + number++, true);
    child(file, "cor:peoplePart", "people", false);
    child(file, "cor:routingPart", "routing", false);
    String documents = child(file, "cor:documentsPart", "documents", false);
    for (int i = 0; i < DOCUMENTS; i++) {
      platform.upload(
          documents + "/children",
          Map.of("name", name(i), "nodeType", "cor:document"),
          "filedata",
          name(i),
          TEXT);
    }
  }

  private String child(String parent, String type, String name, boolean caseFile)
      throws IOException, InterruptedException {
    Map<String, Object> body = new LinkedHashMap<>(Map.of("nodeType", type, "name", name));
    if (caseFile) {
      body.put(
          "properties",
          Map.of(
              "cor:fileNumber",
              "B-" + UUID.randomUUID().toString().toUpperCase(Locale.ROOT),
              "cor:subject",
              "Delay in adjudication",
              "cor:source",
              "public",
              "cor:status",
              "open"));
    }
    return platform.post(parent + "/children", body).path("entry").path("id").asText();
  }

  private static String name(int document) {
    return "letter-" + document + ".txt";
  }

  private static double median(List<Double> values) {
    List<Double> sorted = new ArrayList<>(values);
    Collections.sort(sorted);
    int half = sorted.size() / 2;
    return sorted.size() % 2 == 1
        ? sorted.get(half)
        : (sorted.get(half - 1) + sorted.get(half)) / 2;
  }

  private static double mean(List<Double> values) {
    return values.stream().mapToDouble(Double::doubleValue).average().orElseThrow();
  }
}
