package org.chancery.acceptance.authorisation;

import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import org.chancery.acceptance.fixture.Letter;
import org.chancery.acceptance.fixture.Paper;
import org.chancery.acceptance.host.Answer;
import org.chancery.acceptance.host.Client;
import org.chancery.acceptance.host.Host;

/**
 * An item of every kind in every {@link Situation}. "Own" is everything assigned to the components
 * that the participants work in, FEMA, ICE and the Executive Secretariat; "other" is CBP's. What is
 * hidden is left to one clerk, who takes no part.
 */
final class Kit {
  private static final Duration READ = Duration.ofMinutes(2);
  private static final String KEEPER = "clerk";

  private final Client admin;
  private final Client keeper;
  private final Client secretary;
  private final Map<Situation, Map<String, String>> ids = new EnumMap<>(Situation.class);

  Kit(Host host) {
    admin = host.admin();
    keeper = host.person(KEEPER);
    secretary = host.person("secretary");
    Client own = host.person("femaclerk");
    Client other = host.person("cbpclerk");
    for (Situation situation : Situation.values()) {
      ids.put(situation, items(situation == Situation.OTHER ? other : own, situation));
    }
    for (Situation situation : Situation.values()) {
      Map<String, String> of = ids.get(situation);
      of.put("tasking", tasking(situation));
      of.put("route", route(situation));
      of.put("message", message(situation));
      mailed(situation).ifPresent(id -> of.put("dispatch", id));
    }
    for (Situation situation : Situation.values()) {
      ids.get(situation).values().forEach(id -> awaitRead(situation, id));
    }
    lock(Situation.HIDDEN, "hidden");
    lock(Situation.READ_ONLY, "read-only");
    secretary
        .post("nodes/" + ids.get(Situation.DECLARED).get("file") + "/declare", null)
        .expect(200);
  }

  private static Map<String, String> items(Client clerk, Situation situation) {
    String name = "Matrix " + situation + " " + UUID.randomUUID();
    Map<String, String> ids = new HashMap<>();
    String folder =
        clerk
            .post("case-folders", Map.of("holderKind", "individual", "holderName", name))
            .expect(201)
            .text("id");
    List<String> further = situation == Situation.OTHER ? List.of() : List.of("EXECSEC", "ICE");
    String file =
        clerk
            .post(
                "case-folders/" + folder + "/case-files",
                Map.of("subject", name, "source", "public", "component", further))
            .expect(201)
            .text("id");
    String part =
        clerk.get("nodes/" + file + "/children").expect(200).list("items").stream()
            .filter(child -> child.path("name").asText().equals("documents"))
            .findFirst()
            .orElseThrow()
            .path("id")
            .asText();
    ids.put("folder", folder);
    ids.put("file", file);
    ids.put("part", part);
    ids.put("document", upload(clerk, name, Map.of("parent", part)));
    if (situation != Situation.DECLARED) {
      ids.put("intake", upload(clerk, "Intake " + name, Map.of()));
    }
    return ids;
  }

  private String tasking(Situation situation) {
    return secretary
        .post(
            "case-files/" + ids.get(situation).get("file") + "/taskings",
            Map.of(
                "assignee",
                "GROUP_COMPONENT_" + component(situation),
                "instruction",
                "The authorisation matrix",
                "due",
                LocalDate.now(ZoneOffset.UTC).plusDays(30).toString(),
                "access",
                "view"))
        .expect(201)
        .text("id");
  }

  /** What the file is on its way along. */
  private String route(Situation situation) {
    return secretary
        .post(
            "case-files/" + ids.get(situation).get("file") + "/routes",
            Map.of(
                "template",
                "citizenLetter",
                "lead",
                "GROUP_COMPONENT_" + component(situation),
                "instruction",
                "The authorisation matrix"))
        .expect(201)
        .text("id");
  }

  private String message(Situation situation) {
    return secretary
        .post(
            "case-files/" + ids.get(situation).get("file") + "/messages",
            Map.of(
                "to",
                List.of("GROUP_COMPONENT_" + component(situation)),
                "text",
                "The authorisation matrix"))
        .expect(201)
        .text("id");
  }

  /** A letter on its way by mail; empty where the host sends none. */
  private Optional<String> mailed(Situation situation) {
    Map<String, String> of = ids.get(situation);
    String letter =
        secretary
            .upload(
                "Letter.pdf",
                Paper.bornDigitalPdf(Letter.draw(new Random(), 1)),
                Map.of("parent", of.get("part")))
            .expect(201)
            .text("id");
    // What it is, is known then.
    awaitRead(situation, letter);
    Answer dispatched =
        secretary.post(
            "case-files/" + of.get("file") + "/dispatches",
            Map.of(
                "documents", List.of(letter),
                "channel", "email",
                "recipient", "Somebody",
                "purpose", "The authorisation matrix",
                "authority", "The authorisation matrix",
                "mail",
                    Map.of("to", "matrix@example.org", "subject", "A letter", "text", "Here.")));
    return dispatched.code().equals("wrong-state")
        ? Optional.empty()
        : Optional.of(dispatched.expect(201).text("id"));
  }

  private static String component(Situation situation) {
    return situation == Situation.OTHER ? "CBP" : "FEMA";
  }

  private static String upload(Client clerk, String name, Map<String, String> where) {
    return clerk.upload(name + ".txt", ("Of " + name).getBytes(), where).expect(201).text("id");
  }

  private void awaitRead(Situation situation, String id) {
    Answer node = admin.get("nodes/" + id).expect(200);
    if (node.text("type").equals("cor:document")) {
      Host.await(
          id + " (" + situation + ") to be read",
          READ,
          () -> admin.get("nodes/" + id).json().path("aspects").toString().contains("cor:read"));
    }
  }

  private void lock(Situation situation, String mode) {
    for (String item : List.of("intake", "file", "folder")) {
      // Intake folders are the administrators' to lock.
      Client locker = item.equals("intake") ? admin : secretary;
      locker
          .put(
              "nodes/" + ids.get(situation).get(item) + "/permissions",
              Map.of(
                  "inherits",
                  false,
                  "mode",
                  mode,
                  "grants",
                  List.of(Map.of("authority", KEEPER, "role", "COORDINATOR")),
                  "reason",
                  "The authorisation matrix"))
          .expect(200);
    }
  }

  /** The item of that kind; empty when there is none in the situation. */
  Optional<String> id(Situation situation, String item) {
    return Optional.ofNullable(ids.get(situation).get(item));
  }

  /** The text with the ids of the situation in place of their names. */
  String filled(Situation situation, String item, String text) {
    String filled = text.replace("{random}", UUID.randomUUID().toString());
    for (Map.Entry<String, String> each : ids.get(situation).entrySet()) {
      filled = filled.replace("{" + each.getKey() + "}", each.getValue());
    }
    return filled.replace("{id}", id(situation, item).orElse("none"));
  }

  /** The entity tag of an item as it is now, whoever may see it. */
  String etag(Situation situation, String item) {
    Client sees = situation == Situation.HIDDEN ? keeper : admin;
    return sees.get("nodes/" + id(situation, item).orElseThrow()).expect(200).etag();
  }
}
