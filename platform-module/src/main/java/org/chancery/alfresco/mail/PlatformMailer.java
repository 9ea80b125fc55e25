package org.chancery.alfresco.mail;

import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Date;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.chancery.alfresco.identity.PlatformAccounts;
import org.chancery.core.mail.Handover;
import org.chancery.core.mail.Letter;
import org.chancery.core.mail.MailAddress;
import org.chancery.core.mail.Mailer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.mail.MailAuthenticationException;
import org.springframework.mail.MailException;
import org.springframework.mail.MailSendException;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.mail.javamail.MimeMessageHelper;

/**
 * Hands mail to the repository's own outbound mail, with whose settings (server, sign-in, TLS) it
 * is sent. Accounts are written to at the address in their profile.
 */
public final class PlatformMailer implements Mailer {
  private static final Logger LOG = LoggerFactory.getLogger(PlatformMailer.class);

  /** What a server says begins with its reply (RFC 5321 § 4.2). */
  private static final Pattern REPLY = Pattern.compile("([2-5][0-9]{2})[ -].*", Pattern.DOTALL);

  /** From this reply on the server means it for good. */
  private static final int FOR_GOOD = 500;

  private final JavaMailSender sender;
  private final OutboundMail settings;
  private final Function<String, Optional<String>> profiles;

  private PlatformMailer(
      JavaMailSender sender, OutboundMail settings, Function<String, Optional<String>> profiles) {
    this.sender = sender;
    this.settings = settings;
    this.profiles = profiles;
  }

  /**
   * By the repository's mail; none where no mail server is set.
   *
   * @param sender bean {@code mailService}
   * @param settings what is set
   * @param accounts know their addresses
   */
  public static Optional<Mailer> of(
      JavaMailSender sender, Optional<OutboundMail> settings, PlatformAccounts accounts) {
    settings.ifPresent(
        given -> LOG.info("Mail is sent by the repository's own, from {}", given.from()));
    return settings.map(given -> new PlatformMailer(sender, given, accounts::mailAddress));
  }

  @Override
  public boolean send(String user, String subject, String text) {
    Optional<MailAddress> to = address(user);
    if (to.isEmpty()) {
      return false;
    }
    try {
      MimeMessage mail = sender.createMimeMessage();
      addressed(mail, false, to.get(), subject, text);
      mail.setHeader("Auto-Submitted", "auto-generated");
      sender.send(mail);
      return true;
    } catch (MessagingException | MailException e) {
      throw new UncheckedIOException(new IOException("Mail cannot be sent", e));
    }
  }

  @Override
  public Optional<MailAddress> address(String user) {
    return profiles.apply(user).flatMap(MailAddress::of);
  }

  @Override
  public Handover handOver(Letter letter) {
    try {
      MimeMessage mail = sender.createMimeMessage();
      MimeMessageHelper parts =
          addressed(
              mail, !letter.enclosures().isEmpty(), letter.to(), letter.subject(), letter.text());
      for (Letter.Enclosure each : letter.enclosures()) {
        parts.addAttachment(each.name(), each.bytes()::get, each.mediaType());
      }
      // The sender keeps one that is there.
      mail.setHeader("Message-ID", letter.messageId());
      sender.send(mail);
      return new Handover.Accepted();
    } catch (MailAuthenticationException e) {
      LOG.error("The mail server does not accept the repository's sign-in (mail.username)", e);
      return new Handover.Postponed("The mail server does not accept this system's sign-in.");
    } catch (MailSendException e) {
      return unsent(e);
    } catch (MessagingException | MailException e) {
      LOG.warn("A letter cannot be handed to the mail server now", e);
      return new Handover.Postponed("The mail server cannot be reached, or broke off.");
    }
  }

  private MimeMessageHelper addressed(
      MimeMessage mail, boolean enclosing, MailAddress to, String subject, String text)
      throws MessagingException {
    MimeMessageHelper parts = new MimeMessageHelper(mail, enclosing, StandardCharsets.UTF_8.name());
    parts.setFrom(settings.from().value());
    parts.setTo(to.value());
    parts.setSubject(subject);
    parts.setText(text);
    parts.setSentDate(new Date());
    return parts;
  }

  /** What the server said, when it said something. */
  private static Handover unsent(MailSendException failure) {
    for (Exception told : failure.getMessageExceptions()) {
      for (Exception each = told; each instanceof MessagingException mail; each = next(mail)) {
        Matcher reply = REPLY.matcher(String.valueOf(mail.getMessage()).strip());
        if (mail instanceof SendFailedException && reply.matches()) {
          return said(Integer.parseInt(reply.group(1)), reply.group());
        }
      }
    }
    LOG.warn("A letter cannot be handed to the mail server now", failure);
    return new Handover.Postponed("The mail server cannot be reached, or broke off.");
  }

  private static Exception next(MessagingException mail) {
    return mail.getNextException();
  }

  private static Handover said(int code, String words) {
    String answer = words.strip().replaceAll("\\s+", " ");
    return code >= FOR_GOOD
        ? new Handover.Refused("The mail server refused it: " + answer)
        : new Handover.Postponed("The mail server did not take it yet: " + answer);
  }

  @Override
  public long largest() {
    return settings.largest();
  }

  @Override
  public String home() {
    return settings.home();
  }
}
