package org.chancery.standalone.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.GreenMailUtil;
import com.icegreen.greenmail.util.ServerSetupTest;
import jakarta.mail.internet.MimeMessage;
import java.io.UncheckedIOException;
import org.chancery.standalone.StartRefused;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

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
    return new SmtpMailer(
        new MailSettings(
            "127.0.0.1",
            server.getSmtp().getPort(),
            false,
            null,
            null,
            from,
            "office.example",
            "https://chancery.example/"));
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
