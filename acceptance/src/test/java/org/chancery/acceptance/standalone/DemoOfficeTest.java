package org.chancery.acceptance.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import org.chancery.acceptance.host.Client;
import org.chancery.acceptance.host.Host;
import org.chancery.acceptance.host.IntakeDesk;
import org.chancery.acceptance.host.WithHost;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The office that {@code --demo} fills in: everybody in it has something to look at. */
@ExtendWith(WithHost.class)
class DemoOfficeTest {

  @Test
  void everybodyLandsOnWhatIsTheirsToDo(Host host) {
    Map.of(
            "drafter", "Debris removal after Hurricane Odette",
            "reviewer", "Inquiry on behalf of Mrs. Dorothy Whitaker",
            "representative", "Levee certification in Bayou County",
            "privacy", "Complaint about an employee")
        .forEach((user, file) -> assertThat(section(host, user, "mine")).contains(file));
    Map.of(
            "supervisor", "Buyout of flooded houses",
            "secretary", "Trailer at Camino Real",
            "femaclerk", "Volunteers turned away at the staging area",
            "drafter", "Lost report of an inspection",
            "cbpclerk", "Levee certification in Bayou County")
        .forEach((user, file) -> assertThat(section(host, user, "group")).contains(file));
    assertThat(section(host, "supervisor", "component")).contains("Debris removal");
    assertThat(section(host, "supervisor", "messages")).contains("Margaret Ellison");
    assertThat(section(host, "drafter", "overdue")).contains("Debris removal");
  }

  @Test
  void lettersHaveComeByEveryWay(Host host) {
    IntakeDesk desk = new IntakeDesk(host.person("clerk"));
    assertThat(desk.await("mail-0013.eml", "ready", "filed").path("channel").asText())
        .isEqualTo("email");
    assertThat(desk.items())
        .anySatisfy(
            item -> {
              assertThat(item.path("name").asText()).startsWith("Phone call from Mrs. Dorothy");
              assertThat(item.path("channel").asText()).isEqualTo("phone");
            });
    assertThat(new IntakeDesk(host.person("femaclerk")).items())
        .anySatisfy(item -> assertThat(item.path("channel").asText()).isEqualTo("paste"));
  }

  @Test
  void filesAreInEveryStateAndALockedOneIsNotThereForOthers(Host host) {
    Client secretary = host.person("secretary");
    assertThat(
            secretary
                .getIndexed("search?q=&type=cor:caseFile&limit=100")
                .expect(200)
                .list("hits")
                .stream()
                .map(hit -> hit.path("properties").path("cor:status").asText()))
        .contains("open", "routed", "in-review", "awaiting-signature", "closed");
    assertThat(found(secretary, "Complaint about an employee")).isNotEmpty();
    assertThat(found(host.person("privacy"), "Complaint about an employee")).isNotEmpty();
    assertThat(found(host.person("clerk"), "Complaint about an employee")).isEmpty();

    JsonNode closed = found(secretary, "Generator for the clinic").get(0);
    JsonNode sent =
        secretary
            .get("case-files/" + closed.path("id").asText() + "/dispatches")
            .expect(200)
            .list("items")
            .get(0);
    assertThat(sent.path("recipient").asText()).contains("Linh Nguyen");
    assertThat(sent.path("date").asText())
        .as("it was done then, not when the office was filled in")
        .isLessThan(closed.path("properties").path("cor:dueDate").asText());
  }

  @Test
  void theDraftThatIsOutForCommentHasAnswersBesideEachOther(Host host) {
    Client drafter = host.person("drafter");
    JsonNode file = found(drafter, "Levee certification").get(0);
    JsonNode summary =
        drafter
            .get("case-files/" + file.path("id").asText() + "/clearances")
            .expect(200)
            .list("rounds")
            .get(0)
            .path("summary");
    assertThat(summary.path("concurWithComment").asInt()).isEqualTo(1);
    assertThat(summary.path("nonConcur").asInt()).isEqualTo(1);
    assertThat(summary.path("outstanding").asInt()).isEqualTo(2);
  }

  private static String section(Host host, String user, String key) {
    return host.person(user).getIndexed("desk").expect(200).list("sections").stream()
        .filter(section -> section.path("key").asText().equals(key))
        .findFirst()
        .orElseThrow()
        .toString();
  }

  private static List<JsonNode> found(Client who, String subject) {
    return who.getIndexed("search?type=cor:caseFile&q=" + Client.encode('"' + subject + '"'))
        .expect(200)
        .list("hits");
  }
}
