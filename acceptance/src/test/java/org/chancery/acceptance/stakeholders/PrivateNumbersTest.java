package org.chancery.acceptance.stakeholders;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import org.chancery.acceptance.authorisation.Rule;
import org.chancery.acceptance.fixture.Newcomer;
import org.chancery.acceptance.host.Answer;
import org.chancery.acceptance.host.Client;
import org.chancery.acceptance.host.Host;
import org.chancery.acceptance.host.OutreachDesk;
import org.chancery.acceptance.host.WithHost;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * A private number or address of a person is in no answer for another component: no page, list,
 * search, order, hint or mail (rows S14, P5).
 */
@ExtendWith(WithHost.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PrivateNumbersTest {
  private final Random random = new Random();
  private final Newcomer newcomer = Newcomer.draw(random);
  private Host host;
  private Client owner;
  private Client stranger;
  private String person;
  private List<String> ids;
  private List<String> secrets;

  @BeforeAll
  void enterSomebody(Host shared) {
    host = shared;
    owner = host.person("femaclerk");
    stranger = host.person("cbpclerk");
    OutreachDesk desk = new OutreachDesk(owner);
    person = desk.enter(newcomer);
    String interaction = desk.interaction(person, Map.of("followUp", "Call back"));
    String event =
        owner
            .post(
                "events",
                Map.of("name", "Forum " + newcomer.last(), "start", "2026-03-03T10:00:00Z"))
            .expect(201)
            .text("id");
    owner.post("events/" + event + "/attendees", Map.of("people", List.of(person))).expect(200);
    String contact =
        owner.get("nodes/" + person + "/children").expect(200).list("items").stream()
            .filter(each -> each.path("type").asText().equals("stk:privateContact"))
            .findFirst()
            .orElseThrow()
            .path("id")
            .asText();
    ids = List.of(person, contact, interaction, event);
    secrets =
        List.of(
            newcomer.mobilePhone(),
            newcomer.mobileDigits(),
            newcomer.mobileDigits().substring(3),
            newcomer.email(),
            newcomer.email().substring(newcomer.email().indexOf('@') + 1));
  }

  /** Every GET route there is, asked about all that hangs on the person. */
  private List<String> addresses() {
    List<String> all = new ArrayList<>();
    Rule.all().stream()
        .filter(rule -> rule.method().equals("GET"))
        .map(rule -> rule.template().substring(1))
        .filter(template -> !template.matches("session|me|health|metrics.*|integrity.*"))
        .forEach(
            template -> {
              if (template.contains("{")) {
                ids.forEach(id -> all.add(template.replaceAll("\\{\\w+\\}", id)));
              } else {
                all.add(template);
              }
            });
    for (String sort : List.of("name", "-name", "contact", "-contact")) {
      all.add("stakeholders?q=" + newcomer.last() + "&facets=true&sort=" + sort);
    }
    all.add("search?q=" + newcomer.last());
    return all;
  }

  @Test
  void noRouteTellsThemToAnotherComponent() {
    int told = 0;
    for (String address : addresses()) {
      String theirs = stranger.get(address).text().toLowerCase(Locale.ROOT);
      assertThat(secrets).as(address).noneMatch(theirs::contains);
      if (address.startsWith("people/") || address.startsWith("nodes/")) {
        told += owner.get(address).text().contains(newcomer.email()) ? 1 : 0;
      }
    }
    assertThat(told).as("so that this walk could have found them").isGreaterThan(1);
    JsonNode page = stranger.get("people/" + person).expect(200).json();
    assertThat(page.path("privateContactWithheld").asBoolean()).isTrue();
    assertThat(page.at("/person/officePhone").asText()).isEqualTo(newcomer.officePhone());
    assertThat(host.person("privacy").get("people/" + person).text()).contains(newcomer.email());
  }

  @Test
  void aNumberFindsItsHolderOnlyForThoseWhoMaySeeIt() {
    String digits = newcomer.mobileDigits();
    for (String number :
        List.of(
            digits,
            Client.encode("+1 " + newcomer.mobilePhone()),
            newcomer.email().toUpperCase(Locale.ROOT))) {
      new OutreachDesk(owner).awaitFound("q=" + number, 1);
      Answer theirs = new OutreachDesk(stranger).find("q=" + number);
      assertThat(theirs.json().path("total").asInt()).as(number).isZero();
      assertThat(theirs.text()).doesNotContain(person);
    }
    assertThat(stranger.getIndexed("search?q=" + digits).expect(200).text()).doesNotContain(person);
    // The office's number is everybody's.
    new OutreachDesk(stranger).awaitFound("q=" + Client.encode(newcomer.officePhone()), 1);
  }

  @Test
  void nothingIsSortedByThem() {
    for (String field : List.of("mobilePhone", "email", "stk:email", "stk:mobilePhone")) {
      assertThat(stranger.get("stakeholders?q=" + newcomer.last() + "&sort=" + field).status())
          .as(field)
          .isEqualTo(400);
    }
  }

  @Test
  void enteringTheSameNumberTellsTheOwnerAndNobodyElse() {
    Newcomer theirs = Newcomer.draw(random);
    Map<String, Object> form =
        OutreachDesk.with(
            OutreachDesk.form(theirs, Map.of()),
            Map.of("privateContact", Map.of("mobilePhone", List.of(newcomer.mobileDigits()))));
    // The owner's colleague is asked; whoever may not see the number enters somebody new.
    assertThat(owner.post("people", form).expect(409).text()).contains(person);
    Answer entered = stranger.post("people", form).expect(201);
    assertThat(entered.text()).doesNotContain(person, newcomer.last());
    host.mailbox()
        .ifPresent(
            mailbox ->
                Host.await(
                    "the owner to be told",
                    OutreachDesk.LIMIT,
                    () ->
                        mailbox.mails().stream()
                            .anyMatch(
                                mail ->
                                    mail.to().contains("femaclerk")
                                        && mail.text().contains(person))));
    host.mailbox()
        .ifPresent(
            mailbox ->
                assertThat(mailbox.mails())
                    .noneMatch(mail -> secrets.stream().anyMatch(mail.text()::contains)));

    // The list of likely duplicates has them for the privacy officer alone.
    String other = entered.text("id");
    Client privacy = host.person("privacy");
    privacy.post("duplicates/search", null).expect(204);
    Host.await(
        "duplicates to have been looked for",
        OutreachDesk.LIMIT,
        () -> !privacy.get("duplicates?limit=1").expect(200).json().path("searching").asBoolean());
    for (Client client : List.of(owner, stranger)) {
      String pairs = new OutreachDesk(client).all("duplicates").toString();
      assertThat(pairs.contains(person) && pairs.contains(other)).isFalse();
      Answer pair = client.get("duplicates/" + person + "/" + other).expect(200);
      assertThat(pair.json().path("personal").asBoolean()).isFalse();
      assertThat(pair.text()).doesNotContain(newcomer.mobileDigits(), newcomer.mobilePhone());
    }
  }
}
