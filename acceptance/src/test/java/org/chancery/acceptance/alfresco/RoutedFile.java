package org.chancery.acceptance.alfresco;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.Random;
import org.chancery.acceptance.fixture.Letter;
import org.chancery.acceptance.fixture.Paper;
import org.chancery.acceptance.host.Answer;
import org.chancery.acceptance.host.Client;
import org.chancery.acceptance.host.Host;

/** A case file under way along a template, looked at and moved on by Chancery's own routes. */
final class RoutedFile {
  private final Host host;
  private final String id;
  private final String number;
  private final String route;

  private RoutedFile(Host host, JsonNode file, String route) {
    this.host = host;
    this.id = file.path("id").asText();
    this.number = file.path("name").asText();
    this.route = route;
  }

  /** A letter is filed, and FEMA is to answer it. */
  static RoutedFile start(Host host, String subject) {
    return start(host, subject, "citizenLetter");
  }

  /** The same along another template. */
  static RoutedFile start(Host host, String subject, String template) {
    ShareOffice office = new ShareOffice(host);
    String letter =
        office.readMail(
            "routed-" + subject + ".pdf",
            Paper.bornDigitalPdf(Letter.draw(new Random(), 1)),
            "EXECSEC");
    JsonNode file = office.file(letter, "About " + subject, "Ines", "Moreau").path("caseFile");
    Answer started =
        host.person("clerk")
            .post(
                "case-files/" + file.path("id").asText() + "/routes",
                Map.of(
                    "template",
                    template,
                    "lead",
                    "GROUP_COMPONENT_FEMA",
                    "reviewer",
                    "reviewer",
                    "instruction",
                    "Answer about " + subject))
            .expect(201);
    return new RoutedFile(host, office.node(file.path("id").asText()), started.text("id"));
  }

  String id() {
    return id;
  }

  String number() {
    return number;
  }

  String route() {
    return route;
  }

  /** The newest tasking of a step. */
  JsonNode tasking(String step) {
    JsonNode found = null;
    for (JsonNode each :
        host.admin().get("case-files/" + id + "/taskings").expect(200).list("items")) {
      if (each.path("step").asText().equals(step)) {
        found = each;
      }
    }
    if (found == null) {
      throw new AssertionError("No tasking for " + step);
    }
    return found;
  }

  /** Somebody completes the open tasking of a step in Chancery. */
  void complete(String user, String step, String outcome) {
    Client who = host.person(user);
    Answer tasking = who.get("taskings/" + tasking(step).path("id").asText()).expect(200);
    who.post(
            "taskings/" + tasking.text("id") + "/complete",
            Map.of("outcome", outcome, "comment", "As agreed."),
            "If-Match",
            "\"" + tasking.text("revision") + "\"")
        .expect(200);
  }
}
