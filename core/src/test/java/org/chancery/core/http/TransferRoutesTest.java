package org.chancery.core.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.chancery.core.access.Role;
import org.chancery.core.memory.MemoryPackager;
import org.chancery.core.repository.Caller;
import org.chancery.core.repository.Node;
import org.chancery.core.repository.NodeId;
import org.chancery.core.repository.Sha256;
import org.chancery.core.schedule.ActivityKind;
import org.chancery.core.transfer.PackedFile;
import org.chancery.core.transfer.TransferFault;
import org.chancery.core.vocabulary.Cor;
import org.chancery.core.vocabulary.Rec;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TransferRoutesTest {
  private static final Instant LONG_AGO = Instant.parse("2012-05-05T12:00:00Z");
  private static final LocalDate TODAY = LocalDate.now(ZoneId.of("America/New_York"));

  @TempDir Path scratch;
  private TestHost host;
  private TestHost.Client clerk;
  private TestHost.Client officer;
  private MemoryPackager packager;

  @BeforeEach
  void open() {
    host = new TestHost(scratch);
    packager = host.host.packager();
    host.office.add("officer", "EXECSEC", Role.RECORDS_OFFICER, Role.EXECUTIVE_SECRETARY);
    clerk = host.as("clerk");
    officer = host.as("officer");
  }

  @AfterEach
  void close() {
    host.close();
  }

  private String due(String holder, String... letters) {
    Map<String, String> texts = new LinkedHashMap<>();
    for (String name : letters) {
      texts.put(name, "Dear Sir, of " + holder + " in " + name);
    }
    return host.closedSince(LONG_AGO, clerk, holder, texts);
  }

  /** A transfer of these folders that was approved. */
  private String approved(String... folders) {
    officer.post("/records/run-clock", "{}");
    officer.post(
        "/reviews",
        "{'folders':['"
            + String.join("','", folders)
            + "'],'decision':'permanent','reason':'of lasting value'}");
    officer.post("/records/run-clock", "{}");
    JsonNode all = officer.get("/dispositions?state=PROPOSED").json().get("items");
    assertThat(all).hasSize(1);
    assertThat(all.get(0).get("action").asText()).isEqualTo("TRANSFER");
    String id = all.get(0).get("id").asText();
    TestHost.Reply approved =
        officer.post("/dispositions/" + id + "/approve", "{'reason':'it may go'}");
    assertThat(approved.status()).as(approved.body()).isEqualTo(200);
    return id;
  }

  private JsonNode get(String id) {
    TestHost.Reply reply = officer.get("/transfers/" + id);
    assertThat(reply.status()).as(reply.body()).isEqualTo(200);
    return reply.json();
  }

  private String station(String id) {
    return get(id).get("station").asText();
  }

  private TestHost.Reply post(String id, String what, String body) {
    return officer.post("/transfers/" + id + "/" + what, body);
  }

  private JsonNode packaged(String id, String end) {
    assertThat(post(id, "package", "{}").status()).isEqualTo(202);
    TestHost.await(() -> station(id).equals(end));
    return get(id);
  }

  private Map<String, PackedFile> inside(JsonNode transfer) {
    return packager.of(transfer.get("package").get("name").asText()).orElseThrow();
  }

  @Test
  void isPackagedSentReceiptedAndInCustodyAndOnlyThenDestroyed() {
    String folder = due("Doe, Jane", "letter.txt", "answer.docx");
    String id = approved(folder);
    assertThat(get(id).get("allowed").toString()).contains("package");
    assertThat(post(id, "sent", "{'on':'" + TODAY + "','reason':'by courier'}").status())
        .isEqualTo(409);
    JsonNode made = packaged(id, "packaged");
    assertThat(made.get("package").get("files").asInt()).isEqualTo(4);
    assertThat(made.get("faults")).isEmpty();
    assertThat(inside(made).keySet())
        .anyMatch(path -> path.startsWith("originals/") && path.endsWith("letter.txt"))
        .anyMatch(path -> path.startsWith("originals/") && path.endsWith("answer.docx"))
        .anyMatch(path -> path.startsWith("copies/") && path.endsWith("answer.pdf"));
    PackedFile letter =
        inside(made).entrySet().stream()
            .filter(each -> each.getKey().endsWith("letter.txt"))
            .findFirst()
            .orElseThrow()
            .getValue();
    assertThat(letter.description().recordId()).startsWith("R-");
    assertThat(letter.description().text()).contains("Roof").contains("Doe, Jane");
    assertThat(letter.events().get())
        .extracting(PackedFile.Event::type)
        .contains("capture", "filing", "declaration as a record");
    assertThat(post(id, "receipt", "{'accession':'x','on':'" + TODAY + "'}").status())
        .isEqualTo(409);
    assertThat(post(id, "sent", "{'on':'" + TODAY.plusDays(1) + "','reason':'x'}").status())
        .isEqualTo(400);
    TestHost.Reply sent = post(id, "sent", "{'on':'" + TODAY + "','reason':'by courier'}");
    assertThat(sent.status()).as(sent.body()).isEqualTo(200);
    assertThat(
            post(id, "receipt", "{'accession':'NA-1','on':'" + TODAY.minusDays(1) + "'}").status())
        .isEqualTo(400);
    assertThat(post(id, "receipt", "{'accession':'NA-1','on':'" + TODAY + "'}").status())
        .isEqualTo(200);
    assertThat(host.host.nodes().find(Caller.ofSystem(), NodeId.of(folder))).isPresent();
    TestHost.Reply custody = post(id, "custody", "{'on':'" + TODAY + "'}");
    assertThat(custody.status()).as(custody.body()).isEqualTo(200);
    String name = made.get("package").get("name").asText();
    TestHost.await(() -> packager.of(name).isEmpty());
    TestHost.await(() -> host.host.nodes().find(Caller.ofSystem(), NodeId.of(folder)).isEmpty());
    assertThat(get(id).get("receipt").get("accession").asText()).isEqualTo("NA-1");
  }

  @Test
  void aRecordThatCannotGoIsMendedByACopyBesideItAndPackagingGoesOn() {
    String folder = due("Roe, Richard", "letter.txt", "drawing.odd");
    String id = approved(folder);
    JsonNode refused = packaged(id, "refused");
    assertThat(refused.get("faults")).hasSize(1);
    JsonNode fault = refused.get("faults").get(0);
    assertThat(fault.get("code").asText()).isEqualTo("format-refused");
    assertThat(fault.get("path").asText()).endsWith("drawing.odd");
    String record = fault.get("node").get("id").asText();
    assertThat(officer.get("/transfers/" + id + "/report").body())
        .contains("format-refused")
        .contains(record);
    String before = host.host.nodes().get(Caller.ofSystem(), NodeId.of(record)).toString();
    assertThat(copy(id, record, "drawing.exe", "x").status()).isEqualTo(400);
    assertThat(copy(id, record, "drawing.pdf", "no pdf").status()).isEqualTo(400);
    assertThat(copy(id, folder, "drawing.txt", "x").status()).isEqualTo(404);
    TestHost.Reply added = copy(id, record, "drawing.txt", "A drawing of a roof");
    assertThat(added.status()).as(added.body()).isEqualTo(201);
    TestHost.await(() -> station(id).equals("packaged"));
    assertThat(inside(get(id)).keySet())
        .anyMatch(path -> path.startsWith("copies/") && path.endsWith("drawing.txt"));
    assertThat(host.host.nodes().get(Caller.ofSystem(), NodeId.of(record)).toString())
        .isEqualTo(before);
  }

  private TestHost.Reply copy(String id, String of, String name, String content) {
    String body =
        "--b\r\nContent-Disposition: form-data; name=\"of\"\r\n\r\n"
            + of
            + "\r\n--b\r\nContent-Disposition: form-data; name=\"reason\"\r\n\r\nit lasts\r\n"
            + "--b\r\nContent-Disposition: form-data; name=\"file\"; filename=\""
            + name
            + "\"\r\n\r\n"
            + content
            + "\r\n--b--\r\n";
    return officer.send(
        "POST",
        "/transfers/" + id + "/copies",
        Map.of("Content-Type", "multipart/form-data; boundary=b"),
        body.getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void whatAHoldComesUponLeavesThePackageWhichIsBegunAnew() {
    String one = due("Moss, Ada", "one.txt");
    String two = due("Noon, Ben", "two.txt");
    String id = approved(one, two);
    AtomicInteger files = new AtomicInteger();
    packager.beforeFile.set(
        () -> {
          if (files.incrementAndGet() == 2) {
            hold(two);
          }
        });
    JsonNode made = packaged(id, "packaged");
    assertThat(inside(made).keySet())
        .anyMatch(path -> path.endsWith("one.txt"))
        .noneMatch(path -> path.endsWith("two.txt"));
    assertThat(files.get()).isGreaterThan(2);
    assertThat(host.host.nodes().get(Caller.ofSystem(), NodeId.of(two)).text(Rec.CLOCK_STATE))
        .isEqualTo(Optional.of("eligible"));
  }

  @Test
  void whatIsOpenedAgainWhileItIsPackagedLeavesThePackage() {
    String one = due("Moss, Ada", "one.txt");
    String two = due("Noon, Ben", "two.txt");
    String id = approved(one, two);
    NodeId file =
        host
            .host
            .nodes()
            .children(Caller.ofSystem(), NodeId.of(two), Optional.empty(), 10)
            .items()
            .stream()
            .map(Node::id)
            .findFirst()
            .orElseThrow();
    AtomicInteger files = new AtomicInteger();
    packager.beforeFile.set(
        () -> {
          if (files.incrementAndGet() == 2) {
            TestHost.Reply opened =
                officer.post("/case-files/" + file + "/reopen", "{'reason':'more came'}");
            assertThat(opened.status()).as(opened.body()).isEqualTo(200);
          }
        });
    JsonNode made = packaged(id, "packaged");
    assertThat(inside(made).keySet())
        .anyMatch(path -> path.endsWith("one.txt"))
        .noneMatch(path -> path.endsWith("two.txt"));
  }

  @Test
  void aCopyThatIsReplacedLeavesNoBytesOnceItIsErased() {
    String id = approved(due("Doe, Jane", "letter.txt", "drawing.odd"));
    packaged(id, "refused");
    String record = get(id).get("faults").get(0).get("node").get("id").asText();
    packager.faults.set(
        List.of(new TransferFault("checksum", "data/x", "Bad.", "Again.", Optional.empty())));
    assertThat(copy(id, record, "drawing.txt", "A drawing of a qzxvroof").status()).isEqualTo(201);
    TestHost.await(() -> station(id).equals("refused"));
    packager.faults.set(List.of());
    assertThat(copy(id, record, "drawing.txt", "A better one").status()).isEqualTo(201);
    String replaced = Sha256.of("A drawing of a qzxvroof".getBytes(StandardCharsets.UTF_8));
    assertThat(host.host.keeps(replaced)).isTrue();
    assertThat(host.host.destruction().erase()).isEmpty();
    assertThat(host.host.keeps(replaced)).isFalse();
  }

  private void hold(String folder) {
    String hold = officer.post("/holds", "{'kind':'foia','reason':'asked for'}").text("id");
    assertThat(officer.post("/holds/" + hold + "/items", "{'nodes':['" + folder + "']}").status())
        .isEqualTo(200);
  }

  @Test
  void aHoldStopsWhatIsPackagedFromBeingSent() {
    String one = due("Moss, Ada", "one.txt");
    String two = due("Noon, Ben", "two.txt");
    String id = approved(one, two);
    packaged(id, "packaged");
    hold(two);
    TestHost.Reply sent = post(id, "sent", "{'on':'" + TODAY + "','reason':'by courier'}");
    assertThat(sent.status()).isEqualTo(409);
    TestHost.await(() -> packagedWithout(get(id), "two.txt"));
    assertThat(post(id, "sent", "{'on':'" + TODAY + "','reason':'by courier'}").status())
        .isEqualTo(200);
  }

  private boolean packagedWithout(JsonNode transfer, String name) {
    return transfer.get("station").asText().equals("packaged")
        && packager
            .of(transfer.get("package").get("name").asText())
            .filter(inside -> inside.keySet().stream().noneMatch(path -> path.endsWith(name)))
            .isPresent();
  }

  @Test
  void faultsThatTheCheckFindsRefuseThePackage() {
    String id = approved(due("Doe, Jane", "letter.txt"));
    packager.faults.set(
        List.of(
            new TransferFault("checksum", "data/x", "Bad.", "Make it again.", Optional.empty())));
    JsonNode refused = packaged(id, "refused");
    assertThat(refused.get("faults").get(0).get("code").asText()).isEqualTo("checksum");
    packager.faults.set(List.of());
    packaged(id, "packaged");
  }

  @Test
  void whatIsRejectedGoesBackAndItsPackageGoes() {
    String folder = due("Doe, Jane", "letter.txt");
    String id = approved(folder);
    JsonNode made = packaged(id, "packaged");
    post(id, "sent", "{'on':'" + TODAY + "','reason':'by courier'}");
    TestHost.Reply rejected = post(id, "rejected", "{'reason':'of another agency'}");
    assertThat(rejected.status()).as(rejected.body()).isEqualTo(200);
    assertThat(rejected.text("station")).isEqualTo("rejected");
    String name = made.get("package").get("name").asText();
    TestHost.await(() -> packager.of(name).isEmpty());
    assertThat(host.host.nodes().find(Caller.ofSystem(), NodeId.of(folder))).isPresent();
  }

  @Test
  void aCorrectionGoesWithWhatItCorrectsAndEachNamesTheOther() {
    String folder = due("Doe, Jane", "letter.txt");
    String letter = document(folder, "letter.txt");
    TestHost.Reply added =
        clerk.upload(
            "fix.txt", "Dear Madam", Map.of("corrects", letter, "reason", "the salutation"));
    assertThat(added.status()).as(added.body()).isEqualTo(201);
    TestHost.await(() -> host.host.queue().size("reading") == 0);
    host.host.write(
        () ->
            host.chancery
                .schedule()
                .clocks()
                .migrated(NodeId.of(folder), LONG_AGO, ActivityKind.CLOSE));
    Map<String, PackedFile> inside = inside(packaged(approved(folder), "packaged"));
    assertThat(relation(inside, "letter.txt")).contains("is corrected by fix.txt");
    assertThat(relation(inside, "fix.txt")).contains("corrects letter.txt (R-");
  }

  private String document(String folder, String name) {
    Caller system = Caller.ofSystem();
    return host
        .host
        .nodes()
        .childrenOfAll(
            system,
            host.host.nodes().childrenOfAll(system, files(folder), Cor.DOCUMENTS_PART).stream()
                .map(Node::id)
                .toList(),
            Cor.DOCUMENT)
        .stream()
        .filter(each -> each.name().equals(name))
        .map(each -> each.id().value())
        .findFirst()
        .orElseThrow();
  }

  private List<NodeId> files(String folder) {
    return host
        .host
        .nodes()
        .childrenOfAll(Caller.ofSystem(), List.of(NodeId.of(folder)), Cor.CASE_FILE)
        .stream()
        .map(Node::id)
        .toList();
  }

  private static String relation(Map<String, PackedFile> inside, String name) {
    return inside.entrySet().stream()
        .filter(each -> each.getKey().startsWith("originals/") && each.getKey().endsWith(name))
        .map(each -> each.getValue().description().relation())
        .findFirst()
        .orElseThrow();
  }
}
