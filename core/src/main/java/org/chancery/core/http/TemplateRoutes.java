package org.chancery.core.http;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.chancery.core.repository.Invalid;
import org.chancery.core.repository.NotFound;
import org.chancery.core.routing.Template;
import org.chancery.core.routing.TemplateRefused;
import org.chancery.core.routing.Templates;

/** Routing templates: shown, and deployed by administrators (requirement C7). */
final class TemplateRoutes {
  private final Templates templates;

  TemplateRoutes(Templates templates) {
    this.templates = templates;
  }

  /** A template, as openapi.yaml says. */
  record Body(
      String key,
      int version,
      String name,
      String description,
      List<StepBody> steps,
      List<String> needs,
      String deployedBy,
      Instant deployedAt,
      Optional<String> bpmn) {}

  /** A step of a template. */
  record StepBody(String id, String name, String form) {}

  /** Templates. */
  record BodyList(List<Body> items) {}

  /** Body of {@link #deploy}. */
  record Wanted(String bpmn) {}

  private static Body shown(Templates.Version version, Optional<String> bpmn) {
    Template template = version.template();
    return new Body(
        template.key(),
        version.deployed().version(),
        template.name(),
        template.description(),
        template.steps().stream()
            .map(step -> new StepBody(step.id(), step.name(), step.form()))
            .toList(),
        template.needs().stream()
            .map(need -> need.name().toLowerCase(Locale.ROOT))
            .sorted()
            .toList(),
        version.deployed().by(),
        version.deployed().at(),
        bpmn);
  }

  Response list(Exchange exchange) {
    return Response.json(
        200,
        new BodyList(templates.all().stream().map(each -> shown(each, Optional.empty())).toList()));
  }

  Response get(Exchange exchange) {
    String key = exchange.segment("key");
    Templates.Version version =
        (exchange.parameter("version").isEmpty()
                ? templates.newest(key)
                : templates.find(key, number(exchange)))
            .orElseThrow(() -> new NotFound(key));
    String bpmn = new String(templates.source(version), StandardCharsets.UTF_8);
    return Response.json(200, shown(version, Optional.of(bpmn)));
  }

  private static int number(Exchange exchange) {
    try {
      return Integer.parseInt(exchange.parameter("version").orElseThrow());
    } catch (NumberFormatException e) {
      throw Exchange.badParameter("version", "must be a number");
    }
  }

  Response deploy(Exchange exchange) {
    Wanted wanted = exchange.json(Wanted.class);
    if (wanted.bpmn() == null || wanted.bpmn().isBlank()) {
      throw new Invalid(Map.of("bpmn", "is missing"));
    }
    try {
      Templates.Version deployed =
          templates.deploy(exchange.actor(), wanted.bpmn().getBytes(StandardCharsets.UTF_8));
      return Response.json(201, shown(deployed, Optional.empty()));
    } catch (TemplateRefused e) {
      throw new Refusal(
          Problem.of(
                  422,
                  "template-refused",
                  "The template is refused",
                  "Only listed elements and calls may stand in a routing template; the problems say"
                      + " where.")
              .withProblems(e.problems()));
    }
  }
}
