package org.chancery.acceptance.stakeholders;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.chancery.acceptance.fixture.Paper;
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
 * A photo of a business card is read, confirmed, and becomes a person whose document it is (row
 * S16).
 */
@ExtendWith(WithHost.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BusinessCardTest {
  private final Random random = new Random();
  private Client clerk;
  private Client stranger;

  @BeforeAll
  void signIn(Host host) {
    clerk = host.person("femaclerk");
    stranger = host.person("cbpclerk");
  }

  @Test
  void aCardIsReadConfirmedAndKeptWithThePerson() {
    String mobile = "(928) 555-" + (1000 + random.nextInt(9000));
    byte[] picture =
        Paper.card(
            List.of(
                "Samuel Whitfield",
                "Harbor Master",
                "City of Yuma",
                "",
                "One City Plaza, Yuma, AZ 85364",
                "Mobile " + mobile,
                "whitfield@yuma.example.org"));
    String card =
        clerk.uploadTo("business-cards", "card.png", picture, Map.of()).expect(201).text("id");
    Host.await(
        "the card to be read",
        IntakeDesk.READING_LIMIT,
        () -> !clerk.get("business-cards/" + card).expect(200).text("state").equals("reading"));
    JsonNode read = clerk.get("business-cards/" + card).expect(200).json();
    assertThat(read.path("state").asText()).isEqualTo("ready");
    Map<String, String> fields = new HashMap<>();
    read.path("fields")
        .forEach(each -> fields.put(each.path("field").asText(), each.path("value").asText()));
    assertThat(fields)
        .containsEntry("firstName", "Samuel")
        .containsEntry("lastName", "Whitfield")
        .containsEntry("organization", "City of Yuma")
        .containsEntry("email", "whitfield@yuma.example.org")
        .containsEntry("zip", "85364");
    assertThat(fields.get("mobilePhone").replaceAll("\\D", ""))
        .isEqualTo(mobile.replaceAll("\\D", ""));
    assertThat(stranger.get("business-cards/" + card).status()).isEqualTo(404);
    assertThat(stranger.get("nodes/" + card + "/content").status()).isEqualTo(404);

    String person =
        clerk
            .post(
                "people",
                Map.of(
                    "person",
                    Map.of(
                        "firstName", fields.get("firstName"), "lastName", fields.get("lastName")),
                    "privateContact",
                    Map.of("mobilePhone", List.of(fields.get("mobilePhone"))),
                    "confirmed",
                    true,
                    "card",
                    card))
            .expect(201)
            .text("id");
    JsonNode page = new OutreachDesk(clerk).page(person).json();
    assertThat(page.at("/documents/0/id").asText()).isEqualTo(card);
    assertThat(clerk.bytes("nodes/" + card + "/content")).isEqualTo(picture);
    assertThat(clerk.get("business-cards/" + card).status()).isEqualTo(404);
    assertThat(stranger.get("people/" + person).expect(200).list("documents")).isEmpty();
    assertThat(stranger.get("nodes/" + card).status()).isEqualTo(404);
  }

  @Test
  void aCardThatBecomesNobodyIsThrownAway() {
    String card =
        clerk
            .uploadTo(
                "business-cards", "text.txt", "Ivo Lark\nHarbor Master\n".getBytes(), Map.of())
            .expect(201)
            .text("id");
    assertThat(clerk.delete("business-cards/" + card).status()).isEqualTo(204);
    assertThat(clerk.get("nodes/" + card).status()).isEqualTo(404);
  }
}
