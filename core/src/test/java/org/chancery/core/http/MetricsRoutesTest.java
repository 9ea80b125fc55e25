package org.chancery.core.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.chancery.core.audit.Action;
import org.chancery.core.metrics.Metric;
import org.chancery.core.repository.AccessList;
import org.chancery.core.repository.Caller;
import org.chancery.core.repository.Grant;
import org.chancery.core.repository.NewNode;
import org.chancery.core.repository.NodeId;
import org.chancery.core.vocabulary.Cm;
import org.chancery.core.vocabulary.Cor;
import org.chancery.model.QName;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MetricsRoutesTest {
  @TempDir Path scratch;
  private TestHost host;
  private NodeId folder;
  private final LocalDate today = LocalDate.now(ZoneOffset.UTC);

  @BeforeEach
  void open() {
    host = new TestHost(scratch);
    folder = NodeId.random();
    host.host.write(
        () -> {
          host.host
              .nodes()
              .create(
                  Caller.ofSystem(),
                  new NewNode(folder, host.host.root(), Cm.FOLDER, "Files", Set.of(), Map.of()));
        });
  }

  @AfterEach
  void close() {
    host.close();
  }

  private int made;

  private NodeId file(String component, String source, String received, String due, String closed) {
    Map<QName, Object> values = new LinkedHashMap<>();
    values.put(Cor.FILE_NUMBER, "F-" + ++made);
    values.put(Cor.SUBJECT, "Subject " + made);
    values.put(Cor.SOURCE, source);
    values.put(Cor.STATUS, closed.isEmpty() ? "open" : "closed");
    values.put(Cor.COMPONENT, List.of(component));
    values.put(Cor.DATE_RECEIVED, LocalDate.parse(received));
    if (!due.isEmpty()) {
      values.put(Cor.DUE_DATE, LocalDate.parse(due));
    }
    if (!closed.isEmpty()) {
      values.put(Cor.DATE_CLOSED, LocalDate.parse(closed));
    }
    return node(folder, Cor.CASE_FILE, "F-" + made, values, "GROUP_COMPONENT_" + component);
  }

  private NodeId node(
      NodeId parent, QName type, String name, Map<QName, Object> values, String reader) {
    NodeId id = NodeId.random();
    host.host.write(
        () -> {
          host.host
              .nodes()
              .create(Caller.ofSystem(), new NewNode(id, parent, type, name, Set.of(), values));
          host.host
              .permissions()
              .set(
                  Caller.ofSystem(),
                  id,
                  new AccessList(
                      false,
                      Set.of(
                          new Grant(reader, Grant.Role.READER),
                          new Grant("GROUP_ROLE_EXECUTIVE_SECRETARY", Grant.Role.READER))));
        });
    return id;
  }

  private void tasking(NodeId file, String state, String due, String assigned, String completed) {
    Map<QName, Object> values = new LinkedHashMap<>();
    values.put(QName.of("cor:taskFile"), file.value());
    values.put(QName.of("cor:assignee"), "GROUP_COMPONENT_OPA");
    values.put(QName.of("cor:assigneeKind"), "component");
    values.put(QName.of("cor:taskAccess"), "edit");
    values.put(QName.of("cor:taskForm"), "cwf:reviewTask");
    values.put(QName.of("cor:taskState"), state);
    values.put(QName.of("cor:assignedBy"), "secretary");
    values.put(
        QName.of("cor:assignedAt"),
        LocalDate.parse(assigned).atStartOfDay().toInstant(ZoneOffset.UTC));
    values.put(QName.of("cor:taskDue"), LocalDate.parse(due));
    if (!completed.isEmpty()) {
      values.put(
          QName.of("cor:completedAt"),
          LocalDate.parse(completed).atStartOfDay().toInstant(ZoneOffset.UTC));
    }
    node(file, QName.of("cor:tasking"), "T-" + ++made, values, "GROUP_COMPONENT_OPA");
  }

  private JsonNode metric(String user, String pathAndQuery) {
    TestHost.Reply reply = host.as(user).get("/metrics/" + pathAndQuery);
    assertThat(reply.status()).as(reply.body()).isEqualTo(200);
    return reply.json();
  }

  private static JsonNode row(JsonNode metric, String key) {
    for (JsonNode row : metric.get("rows")) {
      if (row.get("key").asText().equals(key)) {
        return row;
      }
    }
    throw new AssertionError("No row '" + key + "' in " + metric);
  }

  private static double figure(JsonNode metric, String row, String column) {
    return row(metric, row).get("figures").get(column).asDouble();
  }

  private void year() {
    file("OPA", "congress", "2025-01-10", "2025-01-20", "2025-01-15");
    file("OPA", "public", "2025-01-20", "2025-02-01", "2025-02-09");
    file("OPA", "public", "2025-03-05", "", "2025-03-08");
    file("CBP", "congress", "2025-03-06", "2025-03-20", "");
  }

  @Test
  void volumeIsCountedByMonthWithNothingLeftOut() {
    year();
    JsonNode volume = metric("secretary", "volume?from=2025-01-01&to=2025-12-31");
    assertThat(volume.get("rows"))
        .extracting(row -> row.get("key").asText())
        .containsExactly("2025-01", "2025-02", "2025-03");
    assertThat(figure(volume, "2025-01", "received")).isEqualTo(2);
    assertThat(figure(volume, "2025-01", "closed")).isEqualTo(1);
    assertThat(figure(volume, "2025-02", "received")).isEqualTo(0);
    assertThat(figure(volume, "2025-03", "open")).isEqualTo(1);
    assertThat(volume.at("/total/figures/received").asInt()).isEqualTo(4);
    assertThat(volume.at("/series/0/values").size()).isEqualTo(3);
  }

  @Test
  void timeToCloseAndTheOnTimeRateAreCountedOfWhatWasClosed() {
    year();
    JsonNode days = metric("secretary", "time-to-close?by=source");
    assertThat(figure(days, "public", "closed")).isEqualTo(2);
    assertThat(figure(days, "public", "median")).isEqualTo(3);
    assertThat(figure(days, "public", "mean")).isEqualTo(11.5);
    assertThat(figure(days, "public", "ninetieth")).isEqualTo(20);
    assertThat(row(days, "public").get("label").asText()).isNotEqualTo("public");
    JsonNode onTime = metric("secretary", "on-time?by=component&component=OPA");
    assertThat(figure(onTime, "OPA", "onTime")).isEqualTo(1);
    assertThat(figure(onTime, "OPA", "late")).isEqualTo(1);
    assertThat(figure(onTime, "OPA", "without")).isEqualTo(1);
    assertThat(figure(onTime, "OPA", "rate")).isEqualTo(50);
  }

  @Test
  void pendingWorkIsCountedAsOfToday() {
    file("OPA", "public", today.minusDays(30).toString(), today.minusDays(1).toString(), "");
    file("OPA", "public", today.minusDays(10).toString(), today.toString(), "");
    file("OPA", "public", today.minusDays(2).toString(), "", "");
    JsonNode pending = metric("supervisor", "pending?by=component");
    assertThat(figure(pending, "OPA", "pending")).isEqualTo(3);
    assertThat(figure(pending, "OPA", "overdue")).isEqualTo(1);
    assertThat(figure(pending, "OPA", "soon")).isEqualTo(1);
    assertThat(figure(pending, "OPA", "without")).isEqualTo(1);
    assertThat(figure(pending, "OPA", "age")).isEqualTo(10);
  }

  @Test
  void taskingsAreCountedByWorkgroupAndByWhatTheirFileIs() {
    NodeId one = file("OPA", "congress", "2025-01-10", "", "");
    NodeId two = file("OPA", "public", "2025-01-10", "", "");
    tasking(one, "open", today.minusDays(3).toString(), "2025-01-11", "");
    tasking(one, "done", "2025-02-01", "2025-01-11", "2025-01-15");
    tasking(two, "claimed", today.plusDays(30).toString(), "2025-01-12", "");
    JsonNode groups = metric("supervisor", "workgroups");
    assertThat(figure(groups, "GROUP_COMPONENT_OPA", "open")).isEqualTo(2);
    assertThat(figure(groups, "GROUP_COMPONENT_OPA", "overdue")).isEqualTo(1);
    assertThat(figure(groups, "GROUP_COMPONENT_OPA", "done")).isEqualTo(1);
    assertThat(figure(groups, "GROUP_COMPONENT_OPA", "rate")).isEqualTo(100);
    assertThat(figure(groups, "GROUP_COMPONENT_OPA", "median")).isEqualTo(4);
    JsonNode suspenses = metric("supervisor", "suspenses?by=source");
    assertThat(figure(suspenses, "congress", "overdue")).isEqualTo(1);
    assertThat(figure(suspenses, "public", "later")).isEqualTo(1);
    assertThat(metric("supervisor", "workgroups?source=public").at("/total/figures/open").asInt())
        .isEqualTo(1);
  }

  @Test
  void nobodyLearnsFromAFigureOfWhatTheyMayNotSee() {
    year();
    for (Metric metric : Metric.values()) {
      String seen = metric("supervisor", metric.key()).toString();
      assertThat(seen).as(metric.key()).doesNotContain("CBP");
    }
    assertThat(metric("supervisor", "volume?by=component").at("/total/figures/received").asInt())
        .isEqualTo(3);
    assertThat(metric("stranger", "volume?by=component").at("/total/figures/received").asInt())
        .isEqualTo(1);
  }

  @Test
  void aFigureLeadsToASearchThatFindsAsMany() {
    year();
    for (String path :
        List.of(
            "volume?by=source", "on-time?by=component", "pending?by=component&source=congress")) {
      JsonNode metric = metric("secretary", path);
      for (JsonNode row : metric.get("rows")) {
        Map<String, String> searches = new LinkedHashMap<>();
        row.get("searches")
            .properties()
            .forEach(e -> searches.put(e.getKey(), e.getValue().asText()));
        assertThat(searches).isNotEmpty();
        searches.forEach(
            (column, query) -> {
              assertThat(query).contains("type=cor%3AcaseFile").contains("facet=");
              String plain = URLDecoder.decode(query, StandardCharsets.UTF_8);
              assertThat(plain).doesNotContain("null");
            });
      }
    }
    assertThat(
            row(metric("secretary", "volume?from=2025-01-01"), "2025-01")
                .at("/searches/received")
                .asText())
        .startsWith("q=date%3A%5B2025-01-01+TO+*%5D+AND+date%3A%5B2025-01-01+TO+2025-01-31%5D");
  }

  @Test
  void everyMetricIsListedAndCanBeAskedForByEachOfItsRows() {
    JsonNode list = host.as("secretary").get("/metrics").json().get("items");
    Set<String> names = new TreeSet<>();
    for (JsonNode about : list) {
      names.add(about.get("name").asText());
      for (JsonNode by : about.get("by")) {
        metric("secretary", about.get("name").asText() + "?by=" + by.get("key").asText());
      }
    }
    assertThat(names)
        .containsExactlyInAnyOrder(
            "volume", "time-to-close", "on-time", "pending", "workgroups", "suspenses");
  }

  @Test
  void aMetricComesAsASheetToo() {
    year();
    TestHost.Reply csv = host.as("secretary").get("/metrics/volume?by=component&format=csv");
    String sheet = csv.body();
    assertThat(sheet.lines())
        .first()
        .isEqualTo("Component,Received,Closed,Received and still open");
    assertThat(sheet).contains(",3,3,0").endsWith("All,4,3,1\r\n");
    assertThat(csv.response().headers().get("Content-Disposition")).contains("volume.csv");
  }

  @Test
  void whatIsAskedWrongIsSaid() {
    TestHost.Client secretary = host.as("secretary");
    assertThat(secretary.get("/metrics/nothing").status()).isEqualTo(404);
    assertThat(secretary.get("/metrics/volume?by=assignee").status()).isEqualTo(400);
    assertThat(secretary.get("/metrics/volume?from=soon").status()).isEqualTo(400);
    assertThat(secretary.get("/metrics/volume?from=2025-02-01&to=2025-01-01").status())
        .isEqualTo(400);
    assertThat(host.as("clerk").get("/metrics/volume").status()).isEqualTo(403);
  }

  @Test
  void readingFiguresIsRecorded() {
    metric("secretary", "volume");
    assertThat(host.host.ledger().events())
        .anyMatch(
            event -> event.action() == Action.READ_METRICS && event.user().equals("secretary"));
  }
}
