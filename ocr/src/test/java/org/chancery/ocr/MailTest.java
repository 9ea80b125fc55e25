package org.chancery.ocr;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Mail as different programs write it gives all its transmission data and all its attachments. */
class MailTest {
  private static ReadingPool pool;

  @TempDir private Path directory;
  private final AtomicInteger number = new AtomicInteger();

  @BeforeAll
  static void open() {
    pool = new ReadingPool(Pools.settings(1));
  }

  @AfterAll
  static void close() {
    pool.close();
  }

  private Outcome.Read read(Path file) {
    return Pools.read(pool, file, directory.resolve("out" + number.incrementAndGet()));
  }

  private Path eml(String name, String text) throws IOException {
    return Files.write(
        directory.resolve(name), text.replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8));
  }

  private static String base64(byte[] bytes) {
    return Base64.getMimeEncoder(76, new byte[] {'\n'}).encodeToString(bytes);
  }

  private byte[] scan(String text) throws IOException {
    Path file = directory.resolve("scan" + number.incrementAndGet() + ".pdf");
    try (PDDocument document = new PDDocument()) {
      Paper.addScan(document, Paper.image(text, 200), true);
      document.save(file.toFile());
    }
    return Files.readAllBytes(file);
  }

  @Test
  void aMailKeepsItsWholeHeaderAndEachAttachmentAsItCame() throws IOException {
    Path scan = Files.write(directory.resolve("scan.pdf"), scan("Words on scanned paper"));
    Map<String, Path> files = new LinkedHashMap<>();
    files.put("scan.pdf", scan);
    files.put("note.docx", Office.docx(directory.resolve("note.docx"), "Words in a note"));
    files.put("data.bin", Files.write(directory.resolve("data.bin"), new byte[] {0, 1, 2}));
    Outcome.Read read = read(Office.eml(directory.resolve("a.eml"), "The body", files));

    Outcome.Mail mail = read.mail().orElseThrow();
    assertThat(mail.from()).contains("Margaret Okafor <margaret@example.org>");
    assertThat(mail.to()).containsExactly("Secretary <secretary@example.gov>");
    assertThat(mail.sent()).contains(OffsetDateTime.parse("2011-03-03T10:00:00-05:00"));
    assertThat(mail.subject()).contains("Lost papers");
    assertThat(mail.lines()).startsWith("From: Margaret Okafor").contains("MIME-Version: 1.0");
    assertThat(mail.attachments())
        .extracting(Outcome.Attached::name)
        .containsExactly("scan.pdf", "note.docx", "data.bin");
    assertThat(mail.attachments())
        .extracting(Outcome.Attached::mediaType)
        .containsExactly(
            "application/pdf",
            "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
            "application/octet-stream");
    assertThat(mail.attachments().get(2).note()).contains("unsupported");
    for (Outcome.Attached attached : mail.attachments()) {
      assertThat(attached.file()).hasSameBinaryContentAs(files.get(attached.name()));
      assertThat(read.pages().get(attached.page() - 1))
          .startsWith("Attachment: " + attached.name());
    }
    assertThat(read.pages().get(mail.attachments().get(0).page() - 1))
        .contains("Words on scanned paper");
  }

  @Test
  void whatGmailAndThunderbirdWriteIsUnderstood() throws IOException {
    Outcome.Read read =
        read(
            eml(
                "gmail.eml",
                """
                Delivered-To: secretary@example.gov
                Received: by 2002:a05:6520:4d88 with SMTP id q8csp1; Tue, 5 Mar 2024 18:31:02 -0800 (PST)
                Return-Path: <jose@example.org>
                MIME-Version: 1.0
                From: =?UTF-8?B?Sm9zw6kgR2FyY8OtYQ==?= <jose@example.org>
                Date: Tue, 5 Mar 2024 21:30:45 -0500 (EST)
                Message-ID: <CAF+abc@mail.gmail.com>
                Subject: =?UTF-8?Q?My_mother=E2=80=99s_papers_and_a_very_long?=
                 =?UTF-8?Q?_subject?=
                To: "Secretary, Office of the" <secretary@example.gov>, second@example.gov
                Cc: =?ISO-8859-1?Q?Andr=E9?= <andre@example.org>
                Content-Type: multipart/mixed; boundary="0001"

                --0001
                Content-Type: multipart/alternative; boundary="0002"

                --0002
                Content-Type: text/plain; charset="UTF-8"

                Plain words of the body

                --0002
                Content-Type: text/html; charset="UTF-8"
                Content-Transfer-Encoding: quoted-printable

                <div dir=3D"ltr">Plain words of the body</div>

                --0002--
                --0001
                Content-Type: text/plain; charset=UTF-8; name="=?UTF-8?Q?r=C3=A9sum=C3=A9.txt?="
                Content-Disposition: attachment; filename="=?UTF-8?Q?r=C3=A9sum=C3=A9.txt?="
                Content-Transfer-Encoding: base64

                %s
                --0001--
                """
                    .formatted(base64("Words of the résumé".getBytes(StandardCharsets.UTF_8)))));

    Outcome.Mail mail = read.mail().orElseThrow();
    assertThat(mail.id()).contains("<CAF+abc@mail.gmail.com>");
    assertThat(mail.from()).contains("José García <jose@example.org>");
    assertThat(mail.to())
        .containsExactly("Secretary, Office of the <secretary@example.gov>", "second@example.gov");
    assertThat(mail.cc()).containsExactly("André <andre@example.org>");
    assertThat(mail.subject()).contains("My mother’s papers and a very long subject");
    assertThat(mail.sent()).contains(OffsetDateTime.parse("2024-03-05T21:30:45-05:00"));
    assertThat(mail.lines()).contains("Received: by 2002:a05", "Return-Path: <jose@example.org>");
    assertThat(mail.attachments()).extracting(Outcome.Attached::name).containsExactly("résumé.txt");
    assertThat(read.pages().get(0)).containsOnlyOnce("Plain words of the body");
    assertThat(Pools.text(read)).contains("Words of the résumé");
  }

  @Test
  void aForwardedMessageIsOneOfItsAttachmentsAndSoIsWhatItBrings() throws IOException {
    Outcome.Read read =
        read(
            eml(
                "forward.eml",
                """
                From: Clerk <clerk@example.gov>
                To: Secretary <secretary@example.gov>
                Subject: Fwd: Lost papers
                Date: Thu, 03 Mar 2011 12:00:00 GMT
                MIME-Version: 1.0
                Content-Type: multipart/mixed; boundary="outer"

                --outer
                Content-Type: text/plain

                See below.
                --outer
                Content-Type: message/rfc822; name="Lost papers.eml"
                Content-Disposition: attachment; filename="Lost papers.eml"

                From: Ada Moss <ada@example.org>
                To: Clerk <clerk@example.gov>
                Subject: Lost papers
                Date: Wed, 02 Mar 2011 12:00:00 GMT
                MIME-Version: 1.0
                Content-Type: multipart/mixed; boundary="inner"

                --inner
                Content-Type: text/plain

                Inner words.
                --inner
                Content-Type: application/pdf; name="scan.pdf"
                Content-Disposition: attachment; filename="scan.pdf"
                Content-Transfer-Encoding: base64

                %s
                --inner--

                --outer--
                """
                    .formatted(base64(scan("Zeppelin receipts")))));

    Outcome.Mail mail = read.mail().orElseThrow();
    assertThat(mail.from()).contains("Clerk <clerk@example.gov>");
    assertThat(mail.attachments())
        .extracting(Outcome.Attached::name)
        .containsExactly("Lost papers.eml", "Lost papers.eml/scan.pdf");
    assertThat(mail.attachments().get(0).mediaType()).isEqualTo("message/rfc822");
    assertThat(Files.readString(mail.attachments().get(0).file())).contains("Ada Moss");
    assertThat(read.pages().get(mail.attachments().get(1).page() - 1))
        .contains("Zeppelin receipts");
  }

  @Test
  void anOutlookMessageFromTheInternetKeepsItsWireHeader() throws IOException {
    Outcome.Read read =
        read(
            Letters.msg(
                directory.resolve("wire.msg"),
                new Letters.Message(
                    "Lost papers",
                    "Words of the body",
                    "Ada Moss",
                    "ada@example.org",
                    List.of(new Letters.Recipient(1, "Secretary", "secretary@example.gov")),
                    Optional.of(Instant.parse("2024-03-06T02:30:45Z")),
                    Optional.of(
                        "Received: from mx.example.org\r\nFrom: Ada Moss <ada@example.org>\r\n"
                            + "To: Secretary <secretary@example.gov>\r\nSubject: Lost papers\r\n"
                            + "Message-ID: <1@example.org>\r\n"
                            + "Date: Tue, 5 Mar 2024 21:30:45 -0500\r\n"),
                    false,
                    List.of(new Letters.File("scan.pdf", scan("Zeppelin receipts"))),
                    List.of())));

    Outcome.Mail mail = read.mail().orElseThrow();
    assertThat(read.mediaType()).isEqualTo("application/vnd.ms-outlook");
    assertThat(mail.id()).contains("<1@example.org>");
    assertThat(mail.from()).contains("Ada Moss <ada@example.org>");
    assertThat(mail.sent()).contains(OffsetDateTime.parse("2024-03-05T21:30:45-05:00"));
    assertThat(mail.lines()).contains("Received: from mx.example.org");
    assertThat(mail.attachments()).extracting(Outcome.Attached::name).containsExactly("scan.pdf");
    assertThat(Pools.text(read)).contains("Words of the body", "Zeppelin receipts");
  }

  @Test
  void anOutlookMessageThatNeverLeftItsServerNamesWhoGotIt() throws IOException {
    for (boolean ansi : new boolean[] {false, true}) {
      Outcome.Read read =
          read(
              Letters.msg(
                  directory.resolve("inside" + ansi + ".msg"),
                  new Letters.Message(
                      "Für André",
                      "Words of the body",
                      "Moss, Ada",
                      "ada.moss@agency.example.gov",
                      List.of(
                          new Letters.Recipient(1, "Secretary", "secretary@example.gov"),
                          new Letters.Recipient(2, "André", "andre@example.gov"),
                          new Letters.Recipient(3, "Quiet", "quiet@example.gov")),
                      Optional.of(Instant.parse("2024-03-06T02:30:45Z")),
                      Optional.empty(),
                      ansi,
                      List.of(),
                      List.of())));

      Outcome.Mail mail = read.mail().orElseThrow();
      assertThat(mail.from()).contains("Moss, Ada <ada.moss@agency.example.gov>");
      assertThat(mail.to()).containsExactly("Secretary <secretary@example.gov>");
      assertThat(mail.cc()).containsExactly("André <andre@example.gov>");
      assertThat(mail.bcc()).containsExactly("Quiet <quiet@example.gov>");
      assertThat(mail.subject()).contains("Für André");
      assertThat(mail.id()).isPresent();
      assertThat(mail.sent()).contains(OffsetDateTime.parse("2024-03-06T02:30:45Z"));
      assertThat(mail.lines()).contains("To: Secretary <secretary@example.gov>", "Message-ID: <");
    }
  }

  @Test
  void aMessageWithinAnOutlookMessageBecomesAMessageOfItsOwn() throws IOException {
    Letters.Message inner =
        new Letters.Message(
            "Inner subject",
            "Inner words",
            "Ada Moss",
            "ada@example.org",
            List.of(new Letters.Recipient(1, "Clerk", "clerk@example.gov")),
            Optional.of(Instant.parse("2024-03-01T12:00:00Z")),
            Optional.empty(),
            false,
            List.of(new Letters.File("note.txt", "Zeppelin".getBytes(StandardCharsets.UTF_8))),
            List.of());
    Letters.Message outer =
        new Letters.Message(
            "Outer subject",
            "Outer words",
            "Clerk",
            "clerk@example.gov",
            List.of(new Letters.Recipient(1, "Secretary", "secretary@example.gov")),
            Optional.of(Instant.parse("2024-03-02T12:00:00Z")),
            Optional.empty(),
            false,
            List.of(),
            List.of(inner));
    Outcome.Read read = read(Letters.msg(directory.resolve("outer.msg"), outer));

    Outcome.Mail mail = read.mail().orElseThrow();
    assertThat(mail.attachments()).hasSize(2);
    assertThat(mail.attachments().get(0).mediaType()).isEqualTo("application/vnd.ms-outlook");
    assertThat(mail.attachments().get(1).name()).endsWith("/note.txt");
    assertThat(Pools.text(read)).contains("Outer words", "Inner words", "Zeppelin");
    // Opened by itself it is a whole message.
    Path own = Files.copy(mail.attachments().get(0).file(), directory.resolve("own.msg"));
    Outcome.Mail alone = read(own).mail().orElseThrow();
    assertThat(alone.subject()).contains("Inner subject");
    assertThat(alone.to()).containsExactly("Clerk <clerk@example.gov>");
    assertThat(alone.sent()).contains(OffsetDateTime.parse("2024-03-01T12:00:00Z"));
    assertThat(alone.attachments()).extracting(Outcome.Attached::name).containsExactly("note.txt");
  }

  @Test
  void aMailWithoutMostOfItsHeaderIsStillRead() throws IOException {
    Outcome.Read read =
        read(
            eml(
                "bare.eml",
                """
                Received: from nowhere
                From: ada@example.org
                Date: some day
                To:

                Words of the body
                """));
    Outcome.Mail mail = read.mail().orElseThrow();
    assertThat(mail.from()).contains("ada@example.org");
    assertThat(mail.to()).isEmpty();
    assertThat(mail.sent()).isEmpty();
    assertThat(mail.subject()).isEmpty();
    assertThat(Pools.text(read)).contains("Words of the body");
  }
}
