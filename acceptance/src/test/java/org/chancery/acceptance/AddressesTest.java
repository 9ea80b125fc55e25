package org.chancery.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.chancery.acceptance.host.Answer;
import org.chancery.acceptance.host.Client;
import org.chancery.acceptance.host.Host;
import org.chancery.acceptance.host.LetterDesk;
import org.chancery.acceptance.host.WithHost;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Addresses are looked at, and nothing but suggestions comes of it (row C6). */
@ExtendWith(WithHost.class)
class AddressesTest {
  private static Answer check(Client who, Map<String, String> address) {
    return who.post("addresses/check", address).expect(200);
  }

  /** Field and value of each suggestion. */
  private static Map<String, String> suggested(Answer answer) {
    Map<String, String> all = new TreeMap<>();
    for (JsonNode each : answer.list("suggestions")) {
      assertThat(each.path("reason").asText()).as("a suggestion says why").isNotBlank();
      all.put(each.path("field").asText(), each.path("value").asText());
    }
    return all;
  }

  @Test
  void aZipCodeTellsPlaceCountyAndRegionAndWhereThatIsFrom(Host host) {
    Answer answer = check(host.person("clerk"), Map.of("zip", "78040"));
    assertThat(suggested(answer)).isEqualTo(Map.of("city", "LAREDO", "state", "TX"));
    assertThat(answer.text("county")).isEqualTo("Webb");
    assertThat(answer.json().path("femaRegion").asInt()).isEqualTo(6);
    assertThat(answer.text("source")).contains("GeoNames");
  }

  @Test
  void aStateThatIsNotTheZipCodesIsPointedOut(Host host) {
    Answer answer =
        check(
            host.person("clerk"),
            Map.of(
                "street", "118 Cottonwood Lane", "city", "Fargo", "state", "SD", "zip", "58102"));
    assertThat(suggested(answer))
        .isEqualTo(Map.of("street", "118 COTTONWOOD LN", "city", "FARGO", "state", "ND"));
  }

  @Test
  void anAddressThatIsWellGetsNoSuggestion(Host host) {
    Answer answer =
        check(
            host.person("clerk"),
            Map.of("street", "118 COTTONWOOD LN", "city", "FARGO", "state", "ND", "zip", "58102"));
    assertThat(suggested(answer)).isEmpty();
  }

  @Test
  void whatNobodyKnowsIsSaidSo(Host host) {
    Client clerk = host.person("clerk");
    assertThat(check(clerk, Map.of("zip", "00000")).json().path("notes").toString())
        .contains("00000");
    assertThat(check(clerk, Map.of("state", "Narnia")).json().path("notes").toString())
        .contains("Narnia");
    assertThat(suggested(check(clerk, Map.of()))).isEmpty();
  }

  @Test
  void aCorrespondentsAddressIsNeverChangedByTheCheck(Host host) {
    Client clerk = host.person("femaclerk");
    String file = new LetterDesk(clerk).caseFile("Addressed" + UUID.randomUUID());
    String people =
        clerk.get("nodes/" + file + "/children").expect(200).list("items").stream()
            .filter(part -> part.path("type").asText().equals("cor:peoplePart"))
            .findFirst()
            .orElseThrow()
            .path("id")
            .asText();
    JsonNode before = clerk.get("nodes/" + people + "/children").expect(200).json();
    JsonNode properties = before.at("/items/0/properties");
    Answer answer =
        check(
            clerk,
            Map.of(
                "street", properties.path("cor:street").asText(),
                "city", properties.path("cor:city").asText(),
                "state", "CA",
                "zip", properties.path("cor:zip").asText()));
    assertThat(suggested(answer)).containsEntry("state", "AZ").containsEntry("city", "YUMA");
    assertThat(clerk.get("nodes/" + people + "/children").expect(200).json()).isEqualTo(before);
  }

  @Test
  void nothingThatIsTypedStandsInTheLedger(Host host) {
    String street = UUID.randomUUID() + " Lane";
    check(host.person("clerk"), Map.of("street", street));
    assertThat(host.person("isso").get("audit?limit=100").expect(200).text())
        .doesNotContain(street);
  }

  @ParameterizedTest
  @ValueSource(strings = {"street", "city", "state", "zip"})
  void whatIsTooLongIsRefusedByItsField(String field, Host host) {
    Answer refused =
        host.person("clerk").post("addresses/check", Map.of(field, "9".repeat(256))).expect(400);
    assertThat(refused.json().path("problems").has(field)).isTrue();
  }

  @Test
  void aFieldThatNoAddressHasIsRefused(Host host) {
    host.person("clerk").post("addresses/check", Map.of("planet", "Earth")).expect(400);
    host.person("clerk").post("addresses/check", null).expect(415);
  }
}
