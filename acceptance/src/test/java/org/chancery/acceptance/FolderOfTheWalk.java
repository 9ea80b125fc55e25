package org.chancery.acceptance;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.chancery.acceptance.fixture.Letter;
import org.chancery.acceptance.host.Client;
import org.chancery.acceptance.host.Host;
import org.chancery.acceptance.host.IntakeDesk;

/**
 * A case folder with one open file, in which are a letter and a drawing that the National Archives
 * do not take as it is; and a series of its own whose time is over on the day of the latest
 * activity, since nobody can make a host's clock go faster.
 *
 * @param word in everything it holds, and in nothing else
 * @param holder whose folder it is
 * @param series code
 */
record FolderOfTheWalk(
    String word,
    String holder,
    String series,
    String folder,
    String file,
    String letter,
    String drawing) {

  static FolderOfTheWalk make(Client clerk, Client officer) {
    Random random = new Random();
    String word = Letter.draw(random, 1).markers().get(0);
    String holder = word + ", Ada";
    String folder =
        clerk
            .post("case-folders", Map.of("holderKind", "individual", "holderName", holder))
            .expect(201)
            .text("id");
    String file =
        clerk
            .post(
                "case-folders/" + folder + "/case-files",
                Map.of("subject", "The wall of " + word, "source", "public"))
            .expect(201)
            .text("id");
    String letter =
        document(clerk, file, "letter.txt", "Dear Sir, the wall of " + word + " has fallen.");
    String drawing = document(clerk, file, "drawing.odd", "Lines of " + word);
    String series = "WALK-" + (100_000 + random.nextInt(900_000));
    plan(officer, series);
    return new FolderOfTheWalk(word, holder, series, folder, file, letter, drawing);
  }

  /** What the drawing shows, in a format that lasts. */
  byte[] copy() {
    return ("Lines of " + word).getBytes(StandardCharsets.UTF_8);
  }

  /** All that has to be gone in the end. */
  List<String> whole() {
    return List.of(folder, file, letter, drawing);
  }

  /** The number that the National Archives give. */
  String accession() {
    return series.replace("WALK", "NN");
  }

  static String aspects(Client client, String id) {
    return client.get("nodes/" + id).expect(200).json().path("aspects").toString();
  }

  private static String document(Client clerk, String file, String name, String text) {
    String part =
        clerk.get("nodes/" + file + "/children").expect(200).list("items").stream()
            .filter(child -> child.path("name").asText().equals("documents"))
            .findFirst()
            .orElseThrow()
            .path("id")
            .asText();
    String id =
        clerk
            .upload(name, text.getBytes(StandardCharsets.UTF_8), Map.of("parent", part))
            .expect(201)
            .text("id");
    Host.await(
        name + " to be read",
        IntakeDesk.READING_LIMIT,
        () -> aspects(clerk, id).contains("cor:read"));
    return id;
  }

  private static void plan(Client officer, String series) {
    String plan =
        new String(officer.bytes("file-plan?format=csv"), StandardCharsets.UTF_8).stripTrailing();
    String row =
        String.join(
            ",",
            series,
            "Correspondence about the wall",
            "EXAMPLE-9",
            "example",
            "",
            "permanent",
            "last-activity",
            "",
            "0",
            "days",
            "transfer",
            "It tells of the wall");
    officer
        .post(
            "file-plan",
            Map.of("csv", plan + "\r\n" + row + "\r\n", "reason", "The wall's letters"))
        .expect(200);
  }
}
