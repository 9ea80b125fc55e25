package org.chancery.acceptance.verification;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.StreamSupport;
import org.chancery.acceptance.verification.Outcome.Part;
import org.chancery.acceptance.verification.Outcome.Result;

/** What a run came to, in words that a person reads; see {@code docs/alfresco-verification.md}. */
final class Report {
  private static final int LONGEST_REASON = 400;
  private static final DateTimeFormatter WHEN =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm 'UTC'", Locale.ROOT).withZone(ZoneOffset.UTC);

  private final JsonNode repository;
  private final Tally tally;
  private final Instant begun;
  private final Duration took;
  private final List<String> remarks;

  /**
   * @param repository what the repository says of itself
   * @param remarks whatever else is to be known of the run
   */
  Report(JsonNode repository, Tally tally, Instant begun, Duration took, List<String> remarks) {
    this.repository = repository;
    this.tally = tally;
    this.begun = begun;
    this.took = took;
    this.remarks = remarks;
  }

  /** The whole of it, as Markdown. */
  String text() {
    StringBuilder out = new StringBuilder();
    out.append("# Verification on Alfresco\n\n");
    out.append("Written by `./chancery verify-alfresco`; every line is of one run.\n\n");
    out.append("| | |\n| --- | --- |\n");
    row(out, "verdict", tally.good() ? "passed" : "**failed**");
    row(out, "repository", edition());
    row(out, "Chancery", module("chancery").orElse("no module of that name is installed"));
    row(
        out,
        "Governance Services",
        module("org_alfresco_module_rm")
            .orElse("not installed: a model with their names stood in for them"));
    row(out, "date", WHEN.format(begun) + ", " + took.toMinutes() + " minutes");
    remarks.forEach(remark -> row(out, "remark", remark));
    out.append("\n## Totals\n\n| | passed | failed | skipped |\n| --- | ---: | ---: | ---: |\n");
    for (Part part : Part.values()) {
      row(
          out,
          part.title(),
          counted(part, Result.PASSED),
          counted(part, Result.FAILED),
          counted(part, Result.SKIPPED));
    }
    out.append('\n').append(tally.skipping()).append("\n");
    section(out, "Failed", Result.FAILED);
    section(out, "Skipped", Result.SKIPPED);
    section(out, "Passed", Result.PASSED);
    return out.toString();
  }

  private void section(StringBuilder out, String title, Result result) {
    List<Outcome> outcomes = tally.all(result);
    if (outcomes.isEmpty()) {
      return;
    }
    boolean reasons = result != Result.PASSED;
    out.append("\n## ").append(title).append("\n\n");
    out.append(
        reasons ? "| test | reason |\n| --- | --- |\n" : "| class | test |\n| --- | --- |\n");
    for (Outcome each : outcomes) {
      if (reasons) {
        row(out, "`" + each.in() + "` " + cell(each.name()), cell(shortened(each.reason())));
      } else {
        row(out, "`" + each.in() + "`", cell(each.name()));
      }
    }
  }

  private String counted(Part part, Result result) {
    return String.valueOf(tally.count(part, result));
  }

  private String edition() {
    return "Alfresco "
        + repository.path("edition").asText()
        + " "
        + repository.path("version").path("display").asText();
  }

  private Optional<String> module(String id) {
    return StreamSupport.stream(repository.path("modules").spliterator(), false)
        .filter(module -> module.path("id").asText().contains(id))
        .map(module -> module.path("id").asText() + " " + module.path("version").asText())
        .findFirst();
  }

  private static String shortened(String reason) {
    String line = reason.replaceAll("\\s+", " ").strip();
    return line.length() <= LONGEST_REASON ? line : line.substring(0, LONGEST_REASON) + " …";
  }

  private static String cell(String text) {
    return text.replace("|", "\\|").replace("<", "&lt;");
  }

  private static void row(StringBuilder out, String... cells) {
    out.append("| ").append(String.join(" | ", cells)).append(" |\n");
  }
}
