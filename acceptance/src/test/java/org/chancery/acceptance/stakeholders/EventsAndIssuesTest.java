package org.chancery.acceptance.stakeholders;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.chancery.acceptance.fixture.Newcomer;
import org.chancery.acceptance.host.Answer;
import org.chancery.acceptance.host.Client;
import org.chancery.acceptance.host.Host;
import org.chancery.acceptance.host.IntakeDesk;
import org.chancery.acceptance.host.OutreachDesk;
import org.chancery.acceptance.host.WithHost;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Events with those who attend, what was said to whom on which issue, what was promised; and what a
 * stakeholder's page says of it (rows S1, S4, S5, S6).
 */
@ExtendWith(WithHost.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EventsAndIssuesTest {
  private static final LocalDate TODAY = OutreachDesk.today();

  private final Random random = new Random();
  private Client clerk;
  private Client border;
  private OutreachDesk desk;

  @BeforeAll
  void signIn(Host host) {
    clerk = host.person("femaclerk");
    border = host.person("cbpclerk");
    desk = new OutreachDesk(clerk);
  }

  @Test
  void oneInteractionIsNotedWithAllWhoAttendAnEvent(Host host) {
    String issue = OwnIssue.enter(host, random);
    Newcomer newcomer = Newcomer.draw(random);
    String one = desk.enter(newcomer);
    String two = desk.enter(Newcomer.draw(random));
    String organization = desk.organization("Sheriffs of " + Newcomer.word(random));
    String event =
        border
            .post(
                "events",
                Map.of(
                    "name",
                    "Border forum " + newcomer.last(),
                    "start",
                    TODAY.minusDays(10) + "T15:00:00Z",
                    "city",
                    "McAllen",
                    "state",
                    "TX",
                    "zip",
                    "78501",
                    "issues",
                    List.of(issue)))
            .expect(201)
            .text("id");
    Answer attended =
        clerk
            .post(
                "events/" + event + "/attendees",
                Map.of("people", List.of(one, two), "organizations", List.of(organization)))
            .expect(200);
    assertThat(attended.list("attendees")).hasSize(2);
    assertThat(attended.text("femaRegion")).isEqualTo("6");
    assertThat(attended.json().path("counted").asBoolean()).isTrue();
    assertThat(desk.page(one).json().path("contacts").asInt()).isEqualTo(1);

    clerk
        .post(
            "events/" + event + "/interactions",
            Map.of(
                "outcome",
                "All want the maps",
                "followUp",
                "Send the maps",
                "followUpDue",
                TODAY.minusDays(1).toString()))
        .expect(201);
    for (String person : List.of(one, two)) {
      JsonNode page = desk.page(person).json();
      assertThat(page.path("contacts").asInt()).isEqualTo(2);
      assertThat(page.at("/openFollowUps/0/text").asText()).isEqualTo("Send the maps");
      assertThat(page.at("/openFollowUps/0/overdue").asBoolean()).isTrue();
      // The owner's component in front, and the one that held the event.
      assertThat(page.path("knownBy").findValuesAsText("component")).containsExactly("FEMA", "CBP");
      assertThat(desk.timeline(person, ""))
          .extracting(each -> each.path("kind").asText())
          .contains("interaction", "event");
    }
    JsonNode known = clerk.get("organizations/" + organization).expect(200).json();
    assertThat(known.path("contacts").asInt()).isEqualTo(2);

    String interaction = desk.page(one).json().at("/openFollowUps/0/interaction").asText();
    Host.await(
        "the follow-up to be on the list",
        OutreachDesk.LIMIT,
        () -> desk.all("follow-ups?mine=true&overdue=true").toString().contains(interaction));
    border.post("interactions/" + interaction + "/follow-up-done", null).expect(200);
    assertThat(desk.page(two).json().path("openFollowUps")).isEmpty();
    Host.await(
        "the follow-up to be off the list",
        OutreachDesk.LIMIT,
        () -> !desk.all("follow-ups?mine=true&overdue=true").toString().contains(interaction));

    Host.await(
        "the issue's page to tell of both",
        OutreachDesk.LIMIT,
        () -> {
          JsonNode page = clerk.get("issues/" + issue).expect(200).json();
          return page.path("interactions").asInt() == 1
              && page.path("events").toString().contains(event);
        });
  }

  @Test
  void theIndexFollowsWithLatestContactAndWhoKnowsThem() {
    Newcomer newcomer = Newcomer.draw(random);
    String person = desk.enter(newcomer);
    desk.awaitFound("q=" + newcomer.last() + "&never=true", 1);
    border
        .post(
            "interactions",
            OutreachDesk.call(
                person, Map.of("date", TODAY.minusDays(3).toString(), "employee", "Kim Lopez")))
        .expect(201);
    JsonNode page = desk.page(person).json();
    assertThat(page.path("lastContact").asText()).isEqualTo(TODAY.minusDays(3).toString());
    assertThat(page.at("/knownBy/1/component").asText()).isEqualTo("CBP");
    String since = "&component=CBP&lastContactFrom=" + TODAY.minusDays(3);
    JsonNode found = desk.awaitFound("q=" + newcomer.last() + since, 1).list("items").get(0);
    assertThat(found.path("lastContact").asText()).isEqualTo(TODAY.minusDays(3).toString());
    assertThat(found.at("/knownBy/0/coordinateWith/name").asText()).isEqualTo("femaclerk");
    assertThat(found.at("/knownBy/1/coordinateWith/label").asText()).isEqualTo("Kim Lopez");
    desk.awaitFound("q=" + newcomer.last() + "&never=true", 0);
  }

  @Test
  void lettersInCaseFilesAreInTheTimelineForThoseWhoMaySeeTheFile() {
    Newcomer newcomer = Newcomer.draw(random);
    String person = desk.enter(newcomer);
    String name = "roof-" + newcomer.last() + ".txt";
    clerk
        .upload(name, ("Dear sir,\n\nmy roof.\n\n" + newcomer.name()).getBytes(), Map.of())
        .expect(201);
    String item = new IntakeDesk(clerk).await(name, "ready").path("id").asText();
    clerk
        .post(
            "intake/" + item + "/file",
            Map.of(
                "newCaseFolder",
                Map.of("holderKind", "individual", "holderName", newcomer.name()),
                "newCaseFile",
                Map.of("subject", "A roof", "source", "public"),
                "correspondent",
                Map.of("firstName", newcomer.first(), "lastName", newcomer.last())))
        .expect(200);
    Host.await(
        "the letter to be in the timeline",
        OutreachDesk.LIMIT,
        () -> !desk.timeline(person, "letter").isEmpty());
    assertThat(desk.timeline(person, "letter").get(0).path("title").asText()).contains("A roof");
    assertThat(new OutreachDesk(border).timeline(person, "letter")).isEmpty();
  }
}
