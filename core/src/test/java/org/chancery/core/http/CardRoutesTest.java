package org.chancery.core.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A business card becomes a person, and is seen by those alone who see their private contact (S16).
 */
class CardRoutesTest {
  private static final String CARD =
      "Ivo Lark\nHarbor Master\nCity of Yuma\nM: 928 555 0199\nlark@yuma.example.org\n";

  @TempDir Path scratch;
  private TestHost host;
  private TestHost.Client clerk;
  private TestHost.Client stranger;

  @BeforeEach
  void open() {
    host = new TestHost(scratch);
    clerk = host.as("clerk");
    stranger = host.as("stranger");
  }

  @AfterEach
  void close() {
    host.close();
  }

  private String received() {
    TestHost.Reply sent = clerk.uploadTo("/business-cards", "card.txt", CARD, Map.of());
    assertThat(sent.status()).as(sent.body()).isEqualTo(201);
    host.awaitRead();
    return sent.text("id");
  }

  private String entered(String card) {
    TestHost.Reply made =
        clerk.post(
            "/people",
            "{'person':{'firstName':'Ivo','lastName':'Lark'},"
                + "'privateContact':{'mobilePhone':['928 555 0199']},'card':'"
                + card
                + "'}");
    assertThat(made.status()).as(made.body()).isEqualTo(201);
    return made.text("id");
  }

  @Test
  void whatIsReadOnACardIsToldWithTheLineItWasReadIn() {
    JsonNode card = clerk.get("/business-cards/" + received()).json();

    assertThat(card.at("/state").asText()).isEqualTo("ready");
    Map<String, String> fields = new HashMap<>();
    card.at("/fields")
        .forEach(each -> fields.put(each.at("/field").asText(), each.at("/value").asText()));
    assertThat(fields)
        .containsEntry("firstName", "Ivo")
        .containsEntry("lastName", "Lark")
        .containsEntry("organization", "City of Yuma")
        .containsEntry("mobilePhone", "928 555 0199")
        .containsEntry("email", "lark@yuma.example.org");
  }

  @Test
  void aCardIsSeenByNoOtherComponentWhileItWaits() {
    String card = received();

    assertThat(stranger.get("/business-cards/" + card).status()).isEqualTo(404);
    assertThat(stranger.get("/business-cards").json().at("/items")).isEmpty();
    assertThat(stranger.get("/nodes/" + card + "/content").status()).isEqualTo(404);
    assertThat(stranger.get("/search?q=yuma").body()).doesNotContain(card);
    assertThat(stranger.delete("/business-cards/" + card).status()).isEqualTo(404);
    assertThat(
            stranger
                .post("/people", "{'person':{'lastName':'Lark'},'card':'" + card + "'}")
                .status())
        .isEqualTo(404);
    assertThat(clerk.get("/business-cards").json().at("/items")).hasSize(1);
  }

  @Test
  void withThePersonTheCardBecomesTheirDocumentForTheOwningComponentAlone() {
    String card = received();
    String person = entered(card);

    assertThat(clerk.get("/people/" + person).json().at("/documents/0/id").asText())
        .isEqualTo(card);
    assertThat(stranger.get("/people/" + person).json().at("/documents")).isEmpty();
    assertThat(stranger.get("/nodes/" + card).status()).isEqualTo(404);
    assertThat(clerk.get("/business-cards").json().at("/items")).isEmpty();
    assertThat(clerk.get("/business-cards/" + card).status()).isEqualTo(404);
  }

  @Test
  void aHandOverTakesTheCardAlong() {
    String card = received();
    String person = entered(card);

    TestHost.Reply handed =
        clerk.post("/people/" + person + "/owner", "{'user':'stranger','reason':'Moved'}");
    assertThat(handed.status()).as(handed.body()).isEqualTo(204);

    assertThat(stranger.get("/nodes/" + card).status()).isEqualTo(200);
    assertThat(clerk.get("/nodes/" + card).status()).isEqualTo(404);
  }

  @Test
  void aCardThatBecomesNobodyIsThrownAway() {
    String card = received();

    assertThat(clerk.delete("/business-cards/" + card).status()).isEqualTo(204);
    assertThat(clerk.get("/nodes/" + card).status()).isEqualTo(404);
    assertThat(clerk.get("/business-cards").json().at("/items")).isEmpty();
  }
}
