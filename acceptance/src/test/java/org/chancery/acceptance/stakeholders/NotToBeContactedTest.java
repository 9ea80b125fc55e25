package org.chancery.acceptance.stakeholders;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.chancery.acceptance.fixture.Letter;
import org.chancery.acceptance.fixture.Newcomer;
import org.chancery.acceptance.fixture.Paper;
import org.chancery.acceptance.host.Answer;
import org.chancery.acceptance.host.Client;
import org.chancery.acceptance.host.Host;
import org.chancery.acceptance.host.LetterDesk;
import org.chancery.acceptance.host.OutreachDesk;
import org.chancery.acceptance.host.WithHost;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Who asks not to be contacted is not, from that moment on; and who is of no use any more is listed
 * to be renewed or deleted (rows S15, S17).
 */
@ExtendWith(WithHost.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class NotToBeContactedTest {
  private final Random random = new Random();
  private Host host;
  private Client clerk;
  private Client stranger;
  private OutreachDesk desk;

  @BeforeAll
  void signIn(Host shared) {
    host = shared;
    clerk = host.person("femaclerk");
    stranger = host.person("cbpclerk");
    desk = new OutreachDesk(clerk);
  }

  private void asks(String person) {
    stranger
        .post(
            "people/" + person + "/do-not-contact",
            Map.of("via", "phone", "reason", "No more calls"))
        .expect(204);
  }

  @Test
  void aRequestRecordedByAnyoneBlocksContactAndTheOwnerRestricts() {
    Newcomer newcomer = Newcomer.draw(random);
    String person = desk.enter(newcomer);
    asks(person);

    Answer call = clerk.post("interactions", OutreachDesk.call(person, Map.of())).expect(409);
    assertThat(call.code()).isEqualTo("do-not-contact");
    desk.interaction(person, Map.of("theirs", true));
    desk.interaction(person, Map.of("date", OutreachDesk.today().minusDays(3).toString()));
    String event =
        clerk
            .post(
                "events",
                Map.of("name", "Forum", "start", OutreachDesk.today().plusDays(30) + "T15:00:00Z"))
            .expect(201)
            .text("id");
    assertThat(
            clerk
                .post("events/" + event + "/attendees", Map.of("people", List.of(person)))
                .expect(409)
                .code())
        .isEqualTo("do-not-contact");
    Host.await(
        "the request to be listed for the owner",
        OutreachDesk.LIMIT,
        () -> desk.all("do-not-contact?mine=true&state=requested").toString().contains(person));
    host.mailbox()
        .ifPresent(
            mailbox ->
                Host.await(
                    "the owner to be told by mail",
                    OutreachDesk.LIMIT,
                    () ->
                        mailbox.mails().stream()
                            .anyMatch(
                                mail ->
                                    mail.to().contains("femaclerk")
                                        && mail.text().contains(person))));

    String restriction = "people/" + person + "/restriction";
    assertThat(stranger.post(restriction, Map.of("reason", "Mine")).status()).isEqualTo(403);
    clerk.post(restriction, Map.of("reason", "She insists")).expect(204);
    assertThat(desk.page(person).text()).doesNotContain(newcomer.email(), newcomer.mobilePhone());
    assertThat(host.person("privacy").get("people/" + person).text()).contains(newcomer.email());
    desk.awaitFound("q=" + newcomer.mobileDigits(), 0);
    clerk.post("people/" + person + "/contact-again", Map.of("reason", "She called")).expect(204);
    desk.interaction(person, Map.of());
    assertThat(desk.page(person).text()).contains(newcomer.email());
    assertThat(desk.timeline(person, "request")).hasSize(3);
  }

  @Test
  void aLetterToThemStopsUntilItIsConfirmedThatAnAnswerIsOwed() {
    String marker = Newcomer.word(random);
    String file = new LetterDesk(clerk).caseFile(marker);
    String person =
        desk.enter(
            Map.of("person", Map.of("firstName", "Maria", "lastName", marker, "state", "AZ")));
    String part =
        clerk.get("nodes/" + file + "/children").expect(200).list("items").stream()
            .filter(each -> each.path("type").asText().equals("cor:documentsPart"))
            .findFirst()
            .orElseThrow()
            .path("id")
            .asText();
    String letter =
        clerk
            .upload(
                "Answer.pdf", Paper.bornDigitalPdf(Letter.draw(random, 1)), Map.of("parent", part))
            .expect(201)
            .text("id");
    asks(person);
    Map<String, Object> sent =
        Map.of(
            "documents", List.of(letter),
            "channel", "post",
            "recipient", "Ms. Maria " + marker,
            "purpose", "Answer",
            "authority", "Reply to the correspondent");
    String dispatches = "case-files/" + file + "/dispatches";
    Host.await(
        "the letter to be stopped",
        OutreachDesk.LIMIT,
        () -> clerk.post(dispatches, sent).code().equals("do-not-contact"));
    assertThat(clerk.get(dispatches).expect(200).list("items")).isEmpty();
    clerk.post(dispatches, OutreachDesk.with(sent, Map.of("despite", true))).expect(201);
    assertThat(clerk.get(dispatches).expect(200).list("items")).hasSize(1);
  }

  @Test
  void whoseIssuesAreAllInactiveIsListedRenewedOrDeleted() {
    String issue = OwnIssue.enter(host, random);
    String kept = desk.enter(engagedOn(issue));
    String gone = desk.enter(engagedOn(issue));
    assertThat(clerk.post("people/" + gone + "/deletion", Map.of()).status()).isEqualTo(409);
    Client representative = host.person("representative");
    representative
        .put(
            "issues/" + issue,
            Map.of("active", false),
            "If-Match",
            representative.get("issues/" + issue).expect(200).etag())
        .expect(200);
    Host.await(
        "both to be listed",
        OutreachDesk.LIMIT,
        () -> listed(kept).isPresent() && listed(gone).isPresent());
    assertThat(listed(kept).orElseThrow().at("/expiry/reason").asText())
        .isEqualTo("inactive-issues");

    assertThat(stranger.post("people/" + kept + "/renewal", Map.of("reason", "Mine")).status())
        .isEqualTo(403);
    clerk
        .post("people/" + kept + "/renewal", Map.of("reason", "Speaks at the forum in May"))
        .expect(204);
    Host.await(
        "the renewed one to be off the list", OutreachDesk.LIMIT, () -> listed(kept).isEmpty());
    assertThat(desk.timeline(kept, "renewal")).hasSize(1);

    assertThat(stranger.post("people/" + gone + "/deletion", Map.of()).status()).isEqualTo(403);
    clerk.post("people/" + gone + "/deletion", Map.of()).expect(204);
    assertThat(clerk.get("people/" + gone).status()).isEqualTo(404);
    Host.await(
        "the deleted one to be off the list", OutreachDesk.LIMIT, () -> listed(gone).isEmpty());
  }

  private Map<String, Object> engagedOn(String issue) {
    return OutreachDesk.with(
        OutreachDesk.form(Newcomer.draw(random), Map.of()), Map.of("issues", List.of(issue)));
  }

  private Optional<JsonNode> listed(String person) {
    return desk.all("expiring?mine=true").stream()
        .filter(each -> each.path("id").asText().equals(person))
        .findFirst();
  }
}
