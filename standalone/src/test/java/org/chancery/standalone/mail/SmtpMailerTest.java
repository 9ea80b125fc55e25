package org.chancery.standalone.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.GreenMailUtil;
import com.icegreen.greenmail.util.ServerSetupTest;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.ByteArrayInputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import org.chancery.core.mail.Handover;
import org.chancery.core.mail.Letter;
import org.chancery.core.mail.MailAddress;
import org.chancery.standalone.StartRefused;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.util.unit.DataSize;

class SmtpMailerTest {
  private final GreenMail server = new GreenMail(ServerSetupTest.SMTP.dynamicPort());

  @BeforeEach
  void open() {
    server.start();
  }

  @AfterEach
  void close() {
    server.stop();
  }

  private SmtpMailer mailer(String from) {
    return mailer(from, server.getSmtp().getPort());
  }

  private static SmtpMailer mailer(String from, int port) {
    return new SmtpMailer(
        new MailSettings(
            "127.0.0.1",
            port,
            false,
            null,
            null,
            from,
            "office.example",
            "https://chancery.example/",
            DataSize.ofMegabytes(1),
            Set.of("GROUP_ROLE_ISSO")));
  }

  private static Letter letter(String to) {
    byte[] pdf = "%PDF-1.7 Grüße".getBytes(StandardCharsets.UTF_8);
    return new Letter(
        "<0f0e9f5c@chancery.example>",
        new MailAddress(to),
        "Your letter — CF-2026-000001",
        "Dear Ms. Núñez:\nPlease find our answer attached.",
        List.of(
            new Letter.Enclosure(
                "Antwort an Núñez.pdf",
                "application/pdf",
                pdf.length,
                () -> new ByteArrayInputStream(pdf))));
  }

  @Test
  void aLetterArrivesWithItsEnclosureUnderItsOwnMessageId() throws Exception {
    assertThat(mailer("chancery@office.example").handOver(letter("writer@example.org")))
        .isEqualTo(new Handover.Accepted());
    MimeMessage mail = server.getReceivedMessages()[0];
    assertThat(mail.getMessageID()).isEqualTo("<0f0e9f5c@chancery.example>");
    assertThat(mail.getAllRecipients())
        .extracting(Object::toString)
        .containsExactly("writer@example.org");
    assertThat(mail.getSubject()).isEqualTo("Your letter — CF-2026-000001");
    MimeMultipart parts = (MimeMultipart) mail.getContent();
    assertThat(parts.getBodyPart(0).getContent().toString()).contains("Dear Ms. Núñez:");
    assertThat(parts.getBodyPart(1).getFileName()).isEqualTo("Antwort an Núñez.pdf");
    assertThat(parts.getBodyPart(1).getContentType()).startsWith("application/pdf");
    assertThat(parts.getBodyPart(1).getInputStream().readAllBytes())
        .isEqualTo("%PDF-1.7 Grüße".getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void aServerThatIsAwayPostponesALetter() {
    SmtpMailer mailer = mailer("chancery@office.example");
    server.stop();
    assertThat(mailer.handOver(letter("writer@example.org")))
        .isInstanceOf(Handover.Postponed.class);
  }

  @Test
  void whatTheServerRefusesForGoodAndWhatItMayTakeLaterAreToldApart() throws Exception {
    try (AnsweringServer refusing = new AnsweringServer("550 5.1.1 No such mailbox");
        AnsweringServer busy = new AnsweringServer("451 4.3.0 Try again later")) {
      assertThat(
              mailer("chancery@office.example", refusing.port())
                  .handOver(letter("gone@example.org")))
          .isInstanceOfSatisfying(
              Handover.Refused.class,
              refused -> assertThat(refused.reason()).contains("550 5.1.1 No such mailbox"));
      assertThat(
              mailer("chancery@office.example", busy.port()).handOver(letter("grey@example.org")))
          .isInstanceOfSatisfying(
              Handover.Postponed.class,
              later -> assertThat(later.reason()).contains("451 4.3.0 Try again later"));
    }
  }

  @Test
  void anAccountWhoseNameIsAnAddressHasIt() {
    SmtpMailer mailer = mailer("chancery@office.example");
    assertThat(mailer.address("jane@dhs.example")).contains(new MailAddress("jane@dhs.example"));
    assertThat(mailer.address("jane")).contains(new MailAddress("jane@office.example"));
  }

  @Test
  void aMailReachesTheAccountsAddress() throws Exception {
    assertThat(mailer("chancery@office.example").send("drafter", "Overdue", "1 of yours")).isTrue();
    MimeMessage mail = server.getReceivedMessages()[0];
    assertThat(mail.getAllRecipients()[0]).hasToString("drafter@office.example");
    assertThat(mail.getSubject()).isEqualTo("Overdue");
    assertThat(GreenMailUtil.getBody(mail)).isEqualTo("1 of yours");
  }

  @Test
  void aLineBreakInASubjectMakesNoHeader() throws Exception {
    mailer("chancery@office.example").send("drafter", "Overdue\r\nBcc: x@evil.example", "text");
    assertThat(server.getReceivedMessages()).hasSize(1);
    assertThat(server.getReceivedMessages()[0].getHeader("Bcc")).isNull();
  }

  @Test
  void aNameThatIsNoPartOfAnAddressGetsNoMail() {
    assertThat(mailer("chancery@office.example").send("two words", "Overdue", "text")).isFalse();
    assertThat(server.getReceivedMessages()).isEmpty();
  }

  @Test
  void aServerThatIsAwayIsSaid() {
    SmtpMailer mailer = mailer("chancery@office.example");
    server.stop();
    assertThatThrownBy(() -> mailer.send("drafter", "Overdue", "text"))
        .isInstanceOf(UncheckedIOException.class);
  }

  @Test
  void withoutASenderTheServerDoesNotStart() {
    assertThatThrownBy(() -> mailer(" "))
        .isInstanceOf(StartRefused.class)
        .hasMessageContaining("chancery.mail.from");
  }

  @Test
  void theLinkHasNoSlashTwice() {
    assertThat(mailer("chancery@office.example").home()).isEqualTo("https://chancery.example");
  }
}
