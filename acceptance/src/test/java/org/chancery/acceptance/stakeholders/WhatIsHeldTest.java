package org.chancery.acceptance.stakeholders;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.zip.ZipInputStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.chancery.acceptance.fixture.Newcomer;
import org.chancery.acceptance.host.Answer;
import org.chancery.acceptance.host.Client;
import org.chancery.acceptance.host.Host;
import org.chancery.acceptance.host.LetterDesk;
import org.chancery.acceptance.host.OutreachDesk;
import org.chancery.acceptance.host.WithHost;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * What is held on somebody leaves by the privacy officer for themselves, and by administrators
 * otherwise (rows P10, P12).
 */
@ExtendWith(WithHost.class)
class WhatIsHeldTest {
  private final Random random = new Random();

  @Test
  void allThatIsHeldOnAnIndividualIsPackedByThePrivacyOfficer(Host host) throws IOException {
    Client clerk = host.person("femaclerk");
    Client privacy = host.person("privacy");
    OutreachDesk desk = new OutreachDesk(clerk);
    Newcomer newcomer = Newcomer.draw(random);
    byte[] paper = ("Card of " + newcomer.name()).getBytes(StandardCharsets.UTF_8);
    String card =
        clerk.uploadTo("business-cards", "card.txt", paper, Map.of()).expect(201).text("id");
    String person =
        desk.enter(OutreachDesk.with(OutreachDesk.form(newcomer, Map.of()), Map.of("card", card)));
    clerk
        .post("people/" + person + "/notes", Map.of("text", "Prefers written answers"))
        .expect(201);
    desk.interaction(person, Map.of("outcome", "Wants the figures"));
    new LetterDesk(host.person("secretary")).caseFile(newcomer.last());

    String named = "subject-access?lastName=" + newcomer.last();
    assertThat(clerk.get(named).status()).isEqualTo(403);
    Host.await(
        "entry and correspondent to be found",
        OutreachDesk.LIMIT,
        () -> {
          Answer found = privacy.getIndexed(named).expect(200);
          return found.list("people").size() == 1 && found.list("correspondents").size() == 1;
        });
    assertThat(privacy.get(named).list("people").get(0).path("id").asText()).isEqualTo(person);
    Map<String, Object> request = Map.of("people", List.of(person), "reason", "Request 12");
    assertThat(clerk.post("subject-access", request).status()).isEqualTo(403);
    Map<String, byte[]> files =
        unzipped(privacy.post("subject-access", request).expect(200).bytes());
    assertThat(files).containsKeys("held.pdf", "held.json").hasSize(3);
    assertThat(files.values()).anyMatch(each -> Arrays.equals(each, paper));
    assertThat(text(files.get("held.pdf")))
        .contains(newcomer.last(), newcomer.email(), "Prefers written answers")
        .contains("Wants the figures");
    assertThat(new String(files.get("held.json"), StandardCharsets.UTF_8))
        .contains(newcomer.mobilePhone(), newcomer.officePhone(), "Wants the figures");
    assertThat(host.person("isso").get("audit?limit=200&object=" + person).expect(200).text())
        .contains("SUBJECT_ACCESS")
        .doesNotContain(newcomer.last());
  }

  private static String text(byte[] pdf) throws IOException {
    try (var document = Loader.loadPDF(pdf)) {
      return new PDFTextStripper().getText(document);
    }
  }

  private static Map<String, byte[]> unzipped(byte[] bytes) throws IOException {
    Map<String, byte[]> files = new LinkedHashMap<>();
    try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(bytes))) {
      for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        files.put(entry.getName(), zip.readAllBytes());
      }
    }
    return files;
  }

  @Test
  void administratorsAloneExportPeopleAndWhoAskedNotToBeContactedIsLeftOut(Host host) {
    Client clerk = host.person("femaclerk");
    Client admin = host.admin();
    Newcomer newcomer = Newcomer.draw(random);
    String person =
        new OutreachDesk(clerk).enter(OutreachDesk.form(newcomer, Map.of("state", "GU")));
    String sheet = "exports/people?format=csv&state=GU";
    for (Client client : List.of(clerk, host.person("privacy"))) {
      assertThat(client.get(sheet).status()).isEqualTo(403);
      assertThat(client.get("people/" + person + "/export").status()).isEqualTo(403);
    }
    Host.await(
        "the person to be in the sheet",
        OutreachDesk.LIMIT,
        () -> admin.getIndexed(sheet).expect(200).text().contains(newcomer.email()));
    assertThat(admin.get("people/" + person + "/export").expect(200).text())
        .startsWith("BEGIN:VCARD\r\nVERSION:4.0")
        .contains("N:" + newcomer.last() + ";" + newcomer.first(), newcomer.email());
    clerk.post("people/" + person + "/do-not-contact", Map.of("via", "email")).expect(204);
    Host.await(
        "the person to be left out",
        OutreachDesk.LIMIT,
        () -> !admin.getIndexed(sheet).expect(200).text().contains(newcomer.email()));
    assertThat(host.person("isso").get("audit?limit=200&action=STAKEHOLDER_EXPORT").text())
        .contains("\"STAKEHOLDER_EXPORT\"");
  }
}
