package org.chancery.core.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Gaps and overlaps, reports, kept searches and lists (requirements S7 to S9, P10). */
class ReachRoutesTest {
  @TempDir Path scratch;
  private TestHost host;
  private TestHost.Client clerk;
  private TestHost.Client stranger;
  private String maria;
  private String ward;

  @BeforeEach
  void open() {
    host = new TestHost(scratch);
    clerk = host.as("clerk");
    stranger = host.as("stranger");
    maria =
        made(
            clerk,
            "/people",
            "{'person':{'firstName':'Maria','lastName':'Okafor','state':'TX'},"
                + "'issues':['border-wait-times','flood-insurance']}");
    ward =
        made(
            clerk,
            "/people",
            "{'person':{'firstName':'Ann','lastName':'Ward','state':'NY'},"
                + "'issues':['flood-insurance']}");
    made(clerk, "/interactions", interaction("2026-05-04", maria, "border-wait-times"));
    made(stranger, "/interactions", interaction("2026-06-01", maria, "border-wait-times"));
    made(stranger, "/interactions", interaction("2026-06-02", ward, "worker-visas"));
  }

  @AfterEach
  void close() {
    host.close();
  }

  private static String interaction(String date, String person, String issue) {
    return "{'date':'%s','mode':'phone','people':['%s'],'issues':['%s']}"
        .formatted(date, person, issue);
  }

  private static String made(TestHost.Client client, String path, String body) {
    TestHost.Reply reply = client.post(path, body);
    assertThat(reply.status()).as(reply.body()).isEqualTo(201);
    return reply.text("id");
  }

  private JsonNode json(TestHost.Client client, String path) {
    TestHost.Reply reply = client.get(path);
    assertThat(reply.status()).as(reply.body()).isEqualTo(200);
    return reply.json();
  }

  private static JsonNode with(JsonNode list, String field, String value) {
    return StreamSupport.stream(list.spliterator(), false)
        .filter(each -> each.path(field).asText().equals(value))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void everyStateIsThereAndOneWithNobodyIsAGap() {
    JsonNode gaps = json(clerk, "/gaps?issue=border-wait-times");
    JsonNode texas = with(gaps.at("/places"), "place", "TX");
    assertThat(texas.at("/people").asInt()).isEqualTo(1);
    assertThat(texas.at("/interactions").asInt()).isEqualTo(2);
    assertThat(texas.at("/overlaps").asInt()).isEqualTo(1);
    assertThat(texas.at("/region").asText()).isEqualTo("6");
    assertThat(with(gaps.at("/places"), "place", "NY").at("/people").asInt()).isZero();
    assertThat(with(gaps.at("/places"), "place", "GU").at("/label").asText()).isEqualTo("Guam");
    assertThat(gaps.at("/places")).hasSizeGreaterThanOrEqualTo(57);
    JsonNode all = json(clerk, "/gaps?by=region&component=CBP&from=2026-06-01&to=2026-06-01");
    assertThat(all.at("/places")).hasSize(11);
    JsonNode sixth = with(all.at("/places"), "place", "6");
    assertThat(sixth.at("/interactions").asInt()).isEqualTo(1);
    assertThat(sixth.at("/people").asInt()).isEqualTo(1);
    assertThat(with(all.at("/places"), "place", "2").at("/interactions").asInt()).isZero();
  }

  @Test
  void cellsAreOfIssuesOrOfComponents() {
    JsonNode issues = json(clerk, "/gaps?by=region");
    assertThat(issues.at("/rows").findValuesAsText("key")).contains("flood-insurance");
    JsonNode flood =
        StreamSupport.stream(issues.at("/cells").spliterator(), false)
            .filter(each -> each.at("/row").asText().equals("flood-insurance"))
            .filter(each -> each.at("/place").asText().equals("6"))
            .findFirst()
            .orElseThrow();
    assertThat(flood.at("/people").asInt()).isEqualTo(1);
    assertThat(flood.at("/interactions").asInt()).isZero();
    JsonNode components = json(clerk, "/gaps?by=region&across=component&issue=worker-visas");
    assertThat(components.at("/cells")).hasSize(1);
    assertThat(components.at("/cells/0/row").asText()).isEqualTo("CBP");
    String sheet = clerk.get("/gaps?by=state&format=csv").body();
    assertThat(sheet)
        .startsWith("Issue,State,Component,People")
        .contains("border-wait-times,TX,CBP,1,0,1,0");
  }

  @Test
  void whomTwoComponentsCourtOnTheSameIssueStandsOut() {
    JsonNode gaps = json(clerk, "/gaps");
    assertThat(gaps.at("/overlapTotal").asInt()).isEqualTo(1);
    assertThat(gaps.at("/overlaps/0/stakeholder/name").asText()).isEqualTo("Maria Okafor");
    assertThat(gaps.at("/overlaps/0/issues/0/components")).hasSize(2);
    assertThat(json(clerk, "/gaps?from=2026-05-15").at("/overlaps")).isEmpty();
    assertThat(json(clerk, "/gaps?issue=worker-visas").at("/overlaps")).isEmpty();
    assertThat(json(clerk, "/stakeholders?overlap=any").at("/total").asInt()).isEqualTo(1);
  }

  @Test
  void reportsAreTablesAndNamesLeaveInSheetsForAdministratorsAlone() {
    JsonNode spoken = json(clerk, "/outreach-reports/spoken?region=6&issue=border-wait-times");
    assertThat(spoken.at("/rows")).hasSize(1);
    assertThat(spoken.at("/rows/0/cells/0").asText()).isEqualTo("Maria Okafor");
    assertThat(spoken.at("/rows/0/cells/4").asText()).isEqualTo("2");
    assertThat(spoken.at("/rows/0/cells/5").asText()).isEqualTo("2026-06-01");
    assertThat(json(clerk, "/outreach-reports/spoken?to=2026-05-31").at("/rows/0/cells/5").asText())
        .isEqualTo("2026-05-04");
    assertThat(clerk.get("/outreach-reports/spoken?format=csv").status()).isEqualTo(403);
    assertThat(host.as("admin").get("/outreach-reports/spoken?format=csv").body())
        .contains("Maria Okafor");
    JsonNode regions = json(clerk, "/outreach-reports/per-region");
    assertThat(regions.at("/rows")).hasSize(11);
    assertThat(regions.at("/rows/5/cells").toString())
        .isEqualTo("[\"Region 6\",\"1\",\"0\",\"2\",\"0\"]");
    assertThat(regions.at("/rows/5/link/search").asText()).isEqualTo("region=6");
    assertThat(clerk.get("/outreach-reports/per-region?format=csv").body()).contains("Region 6,1");
    JsonNode months = json(clerk, "/outreach-reports/per-component?from=2026-04-01&to=2026-06-30");
    assertThat(months.at("/columns").findValuesAsText("title"))
        .containsExactly("Component", "2026-04", "2026-05", "2026-06", "All");
    assertThat(
            StreamSupport.stream(months.at("/rows").spliterator(), false)
                .map(row -> row.at("/cells/3").asText() + "/" + row.at("/cells/4").asText()))
        .containsExactlyInAnyOrder("2/2", "0/1");
    assertThat(clerk.get("/outreach-reports/nothing").status()).isEqualTo(404);
  }

  @Test
  void aSearchIsItsKeepersUntilItIsShared() {
    TestHost.Reply saved =
        clerk.post("/saved-searches", "{'name':'Texas','query':'state=TX&never=true'}");
    assertThat(saved.status()).as(saved.body()).isEqualTo(201);
    String path = "/saved-searches/" + saved.text("id");
    assertThat(json(clerk, "/saved-searches").at("/items/0/query").asText())
        .isEqualTo("state=TX&never=true");
    assertThat(json(stranger, "/saved-searches").at("/items")).isEmpty();
    assertThat(stranger.delete(path).status()).isEqualTo(404);
    TestHost.Reply shared =
        clerk.put(
            path, "{'name':'Texas','query':'state=TX','shared':['CBP']}", "If-Match", saved.tag());
    assertThat(shared.status()).as(shared.body()).isEqualTo(200);
    JsonNode seen = json(stranger, "/saved-searches").at("/items/0");
    assertThat(seen.at("/name").asText()).isEqualTo("Texas");
    assertThat(seen.at("/mine").asBoolean()).isFalse();
    assertThat(stranger.delete(path).status()).isEqualTo(403);
    assertThat(clerk.delete(path).status()).isEqualTo(204);
    assertThat(json(clerk, "/saved-searches").at("/items")).isEmpty();
    assertThat(clerk.post("/saved-searches", "{'name':' ','query':''}").status()).isEqualTo(400);
    assertThat(clerk.post("/saved-searches", "{'name':'x','query':'','shared':['NONE']}").status())
        .isEqualTo(400);
  }

  @Test
  void aListHoldsWhomWasPutOnIt() {
    TestHost.Reply made = clerk.post("/lists", "{'name':'Town halls','description':'Spring'}");
    assertThat(made.status()).as(made.body()).isEqualTo(201);
    String path = "/lists/" + made.text("id");
    String entries = path + "/entries";
    String both = "{'add':['" + maria + "','" + ward + "']}";
    assertThat(stranger.post(entries, both).status()).isEqualTo(404);
    TestHost.Reply filled = clerk.post(entries, both);
    assertThat(filled.status()).as(filled.body()).isEqualTo(200);
    assertThat(json(clerk, path).at("/entries").findValuesAsText("name"))
        .containsSequence(List.of("Maria Okafor"))
        .contains("Ann Ward");
    assertThat(json(clerk, "/lists").at("/items/0").has("entries")).isFalse();
    clerk.post(entries, "{'remove':['" + maria + "']}");
    assertThat(json(clerk, path).at("/entries")).hasSize(1);
    assertThat(clerk.post(entries, "{'add':['" + made.text("id") + "']}").status()).isEqualTo(404);
    assertThat(clerk.delete(path).status()).isEqualTo(204);
    assertThat(clerk.get("/people/" + ward).status()).isEqualTo(200);
  }
}
