package org.chancery.acceptance.leak;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.chancery.acceptance.fixture.Letter;
import org.chancery.acceptance.host.Answer;
import org.chancery.acceptance.host.Client;
import org.chancery.acceptance.host.Host;
import org.chancery.acceptance.host.IntakeDesk;

/**
 * A case file with a marker word in each part, each locked so that one supervisor alone sees it;
 * and beside it a hidden case file, a hidden folder and a hidden item at the intake desk.
 */
final class Secrets {
  /** Who alone may see all of it. */
  static final String KEEPER = "supervisor";

  /** An empty page. */
  private static final String PDF =
      "%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n"
          + "2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n"
          + "3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 200 200]>>endobj\n"
          + "trailer<</Root 1 0 R>>\n%%EOF\n";

  private static final Map<String, Object> LOCK =
      Map.of(
          "inherits", false, "grants", List.of(Map.of("authority", KEEPER, "role", "COORDINATOR")));

  private final Random random = new Random();
  private final Map<String, String> words = new LinkedHashMap<>();
  private final List<String> hidden = new ArrayList<>();
  private final List<String> visible = new ArrayList<>();
  private final Client admin;
  private final Client clerk;
  private final Client keeper;
  private Sendable letter;

  /**
   * A hidden document that can be sent by mail.
   *
   * @param file its case file, which may be seen
   * @param word in its name
   */
  record Sendable(String file, String document, String word) {}

  Secrets(Host host) {
    admin = host.admin();
    clerk = host.person("femaclerk");
    keeper = host.person(KEEPER);
    caseFile();
    hiddenFile();
    hiddenFolder();
    hiddenItem();
  }

  /** What each marker word stands in, by word. */
  Map<String, String> words() {
    return words;
  }

  /** Every id that nobody but the keeper may learn. */
  List<String> hidden() {
    return hidden;
  }

  /** What lies around it and may be seen. */
  List<String> visible() {
    return visible;
  }

  /**
   * Long enough that no word of another test's letters is like it: a search that finds nothing
   * looks for words that differ in a letter or two, and what it then finds would be taken for a
   * leak.
   */
  private String word(String place) {
    String word = String.join("", Letter.draw(random, 2).markers());
    words.put(word, place);
    return word;
  }

  private String folder(String holder) {
    return clerk
        .post("case-folders", Map.of("holderKind", "individual", "holderName", holder))
        .expect(201)
        .text("id");
  }

  private String file(String folder, Map<String, Object> values) {
    return clerk.post("case-folders/" + folder + "/case-files", values).expect(201).text("id");
  }

  private Map<String, String> parts(String file) {
    Map<String, String> parts = new LinkedHashMap<>();
    clerk
        .get("nodes/" + file + "/children")
        .expect(200)
        .list("items")
        .forEach(part -> parts.put(part.path("name").asText(), part.path("id").asText()));
    return parts;
  }

  private String child(Client who, String parent, String type, Map<String, Object> properties) {
    return who.post(
            "nodes/" + parent + "/children",
            Map.of("type", type, "name", "n-" + UUID.randomUUID(), "properties", properties))
        .expect(201)
        .text("id");
  }

  private void caseFile() {
    String folder = folder("Okafor, " + UUID.randomUUID());
    String file = file(folder, Map.of("subject", "A visible file", "source", "public"));
    Map<String, String> parts = parts(file);
    String people = parts.get("people");
    String correspondent =
        child(
            clerk,
            people,
            "cor:correspondent",
            Map.of("cor:lastName", word("the people part"), "cor:city", "Laredo"));
    String value =
        child(
            clerk,
            correspondent,
            "cor:protectedValue",
            Map.of("cor:kind", "ssn", "cor:value", word("a protected value")));
    String note =
        child(
            clerk,
            parts.get("routing"),
            "cor:note",
            Map.of("cor:noteText", word("the routing part")));
    String document = document(parts.get("documents"));
    letter = letter(file, parts.get("documents"));
    for (String part : parts.values()) {
      lock(keeper, part);
    }
    visible.addAll(List.of(folder, file));
    hidden.addAll(List.of(correspondent, value, note, document, letter.document()));
    hidden.addAll(parts.values());
  }

  /** What the keeper can send by mail. */
  Sendable letter() {
    return letter;
  }

  private Sendable letter(String file, String part) {
    String word = word("the name of a document that is mailed");
    String id =
        clerk
            .upload(word + ".pdf", PDF.getBytes(StandardCharsets.UTF_8), Map.of("parent", part))
            .expect(201)
            .text("id");
    return new Sendable(file, id, word);
  }

  private String document(String part) {
    String name = word("a document's name");
    String text = "A letter about " + word("a document's text") + " and more.";
    String id =
        clerk
            .upload(name + ".txt", text.getBytes(StandardCharsets.UTF_8), Map.of("parent", part))
            .expect(201)
            .text("id");
    awaitRead(id);
    Answer titled =
        clerk
            .put(
                "nodes/" + id + "/properties",
                Map.of("properties", Map.of("cm:title", word("a document's title"))),
                "If-Match",
                clerk.get("nodes/" + id).etag())
            .expect(200);
    clerk
        .putBytes(
            "nodes/" + id + "/content?comment=" + word("a version's comment"),
            text.getBytes(StandardCharsets.UTF_8),
            "text/plain",
            "If-Match",
            titled.etag())
        .expect(200);
    awaitRead(id);
    return id;
  }

  private void awaitRead(String id) {
    Host.await(
        id + " to be read",
        IntakeDesk.READING_LIMIT,
        () -> admin.get("nodes/" + id).json().path("aspects").toString().contains("cor:read"));
  }

  private void hiddenFile() {
    String folder = visible.get(0);
    String file =
        file(
            folder,
            Map.of(
                "subject",
                word("a hidden file's subject"),
                "source",
                "public",
                "issueCode",
                word("a hidden file's issue, which is a facet")));
    hidden.addAll(parts(file).values());
    hidden.add(file);
    lock(keeper, file);
  }

  private void hiddenFolder() {
    String library =
        admin.get("nodes/root/children").expect(200).list("items").stream()
            .filter(child -> child.path("name").asText().equals("Library"))
            .findFirst()
            .orElseThrow()
            .path("id")
            .asText();
    String folder =
        admin
            .post(
                "nodes/" + library + "/children",
                Map.of("type", "cm:folder", "name", word("a hidden folder's name")))
            .expect(201)
            .text("id");
    lock(admin, folder);
    visible.add(library);
    hidden.add(folder);
  }

  private void hiddenItem() {
    String name = word("the name of an item at the intake desk");
    String item =
        clerk
            .upload(
                name + ".txt",
                ("Dear Secretary,\n\n" + word("the text of an item at the intake desk") + "\n")
                    .getBytes(StandardCharsets.UTF_8),
                Map.of())
            .expect(201)
            .text("id");
    new IntakeDesk(clerk).await(name + ".txt", "ready");
    lock(admin, item);
    hidden.add(item);
  }

  private void lock(Client who, String id) {
    Map<String, Object> body = new LinkedHashMap<>(LOCK);
    body.put("reason", "Because of " + word("the reason of a lock on " + id));
    who.put("nodes/" + id + "/permissions", body).expect(200);
  }
}
