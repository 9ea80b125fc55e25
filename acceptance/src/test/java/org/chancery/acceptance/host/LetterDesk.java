package org.chancery.acceptance.host;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/** What somebody does who drafts answers, in the words of the tests. */
public final class LetterDesk {
  private static final Duration LIMIT = Duration.ofMinutes(5);

  /** The media type of Word documents. */
  public static final String WORD =
      "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

  private final Client clerk;

  /**
   * @param clerk the drafter
   */
  public LetterDesk(Client clerk) {
    this.clerk = clerk;
  }

  /** A new case file with a correspondent of that name; its id. */
  public String caseFile(String marker) {
    String folder =
        clerk
            .post(
                "case-folders",
                Map.of("holderKind", "individual", "holderName", marker + ", Maria"))
            .expect(201)
            .text("id");
    String file =
        clerk
            .post(
                "case-folders/" + folder + "/case-files",
                Map.of("subject", "A wall in Yuma", "source", "public"))
            .expect(201)
            .text("id");
    String people =
        clerk.get("nodes/" + file + "/children").expect(200).list("items").stream()
            .filter(part -> part.path("type").asText().equals("cor:peoplePart"))
            .map(part -> part.path("id").asText())
            .findFirst()
            .orElseThrow();
    clerk
        .post(
            "nodes/" + people + "/children",
            Map.of(
                "type",
                "cor:correspondent",
                "name",
                marker,
                "properties",
                Map.of(
                    "cor:prefix", "Ms.",
                    "cor:firstName", "Maria",
                    "cor:lastName", marker,
                    "cor:street", "1 Elm Street",
                    "cor:city", "Yuma",
                    "cor:state", "AZ",
                    "cor:zip", "85364")))
        .expect(201);
    return file;
  }

  /** The template of answers to citizens. */
  public String template() {
    return clerk.get("letter-templates").expect(200).list("items").stream()
        .filter(each -> each.path("name").asText().contains("citizen"))
        .map(each -> each.path("id").asText())
        .findFirst()
        .orElseThrow();
  }

  /** Begins a draft. */
  public JsonNode draft(String file) {
    return clerk
        .post(
            "case-files/" + file + "/drafts",
            Map.of("template", template(), "name", "Answer", "signerName", "A. Secretary"))
        .expect(201)
        .json();
  }

  /** Waits until it is written and read. */
  public JsonNode settled(String draft) {
    return Host.awaitValue(
        "the draft to be written and read",
        LIMIT,
        () ->
            Optional.of(clerk.get("nodes/" + draft).expect(200).json())
                .filter(node -> node.path("contents").has("cor:text")));
  }

  /** Its text. */
  public String text(String draft) {
    return clerk.get("nodes/" + draft + "/content?rendition=text").expect(200).text();
  }

  /** A property of a node; empty when it has none. */
  public String property(String id, String name) {
    return clerk.get("nodes/" + id).expect(200).json().path("properties").path(name).asText();
  }

  /** Saves a new version with another body. */
  public void revise(String draft, UnaryOperator<String> change) {
    byte[] revised = revised(clerk.bytes("nodes/" + draft + "/content"), change);
    clerk
        .putBytes(
            "nodes/" + draft + "/content?comment=Revised",
            revised,
            WORD,
            "If-Match",
            clerk.get("nodes/" + draft).expect(200).etag())
        .expect(200);
  }

  /** The same Word document with another text in its body. */
  public static byte[] revised(byte[] docx, UnaryOperator<String> change) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(docx));
        ZipOutputStream zip = new ZipOutputStream(out)) {
      for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
        zip.putNextEntry(new ZipEntry(entry.getName()));
        byte[] bytes = in.readAllBytes();
        if (entry.getName().equals("word/document.xml")) {
          String xml = new String(bytes, StandardCharsets.UTF_8);
          assertThat(change.apply(xml)).isNotEqualTo(xml);
          bytes = change.apply(xml).getBytes(StandardCharsets.UTF_8);
        }
        zip.write(bytes);
        zip.closeEntry();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }

  /** Has it printed for signature. */
  public byte[] printed(String draft) {
    clerk.post("documents/" + draft + "/print", Map.of()).expect(202);
    Host.awaitValue(
        "the letter to be laid out",
        LIMIT,
        () ->
            Optional.of(property(draft, "cor:printState"))
                .filter(state -> !state.equals("waiting")));
    assertThat(property(draft, "cor:printState")).isEqualTo("ready");
    return clerk.bytes("nodes/" + draft + "/content?rendition=letter");
  }
}
