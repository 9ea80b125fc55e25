package org.chancery.standalone.mail;

import jakarta.mail.Address;
import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.Authenticator;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.PasswordAuthentication;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Date;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import org.chancery.core.mail.Handover;
import org.chancery.core.mail.Letter;
import org.chancery.core.mail.MailAddress;
import org.chancery.core.mail.Mailer;
import org.chancery.standalone.StartRefused;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Sends mail by SMTP: notices to accounts, letters to people outside. */
public final class SmtpMailer implements Mailer {
  private static final Logger LOG = LoggerFactory.getLogger(SmtpMailer.class);
  private static final String PATIENCE_MILLIS = "20000";

  /** From this reply on the server means it for good (RFC 5321 § 4.2.1). */
  private static final int FOR_GOOD = 500;

  private final Session session;
  private final InternetAddress from;
  private final String domain;
  private final String home;
  private final long largest;
  private final Set<String> alarmed;

  /**
   * By that server.
   *
   * @throws StartRefused when the settings do not say from whom, to where, or what to link to
   */
  SmtpMailer(MailSettings settings) {
    this.session = session(settings);
    this.from = sender(needed("from", settings.from()));
    this.domain = needed("domain", settings.domain());
    this.home = needed("home", settings.home()).replaceAll("/+$", "");
    this.largest = settings.largest().toBytes();
    this.alarmed = Set.copyOf(settings.alarmed());
  }

  private static String needed(String name, String value) {
    return MailSettings.given(value)
        .orElseThrow(
            () ->
                new StartRefused(
                    "mail is to be sent (chancery.mail.host), so chancery.mail."
                        + name
                        + " must be set, too"));
  }

  private static InternetAddress sender(String text) {
    try {
      return new InternetAddress(text, true);
    } catch (AddressException e) {
      throw new StartRefused("chancery.mail.from is no mail address: " + e.getMessage(), e);
    }
  }

  private static Session session(MailSettings settings) {
    Properties how = new Properties();
    how.setProperty("mail.smtp.host", settings.host());
    how.setProperty("mail.smtp.port", String.valueOf(settings.port()));
    how.setProperty("mail.smtp.connectiontimeout", PATIENCE_MILLIS);
    how.setProperty("mail.smtp.timeout", PATIENCE_MILLIS);
    how.setProperty("mail.smtp.writetimeout", PATIENCE_MILLIS);
    how.setProperty("mail.smtp.starttls.enable", String.valueOf(settings.startTls()));
    how.setProperty("mail.smtp.starttls.required", String.valueOf(settings.startTls()));
    if (MailSettings.given(settings.user()).isEmpty()) {
      return Session.getInstance(how);
    }
    how.setProperty("mail.smtp.auth", "true");
    return Session.getInstance(
        how,
        new Authenticator() {
          @Override
          protected PasswordAuthentication getPasswordAuthentication() {
            return new PasswordAuthentication(settings.user(), settings.password());
          }
        });
  }

  @Override
  public boolean send(String user, String subject, String text) {
    Optional<MailAddress> to = address(user);
    if (to.isEmpty()) {
      return false;
    }
    try {
      MimeMessage mail = new MimeMessage(session);
      mail.setFrom(from);
      mail.setRecipient(Message.RecipientType.TO, new InternetAddress(to.get().value(), true));
      mail.setSubject(subject, StandardCharsets.UTF_8.name());
      mail.setText(text, StandardCharsets.UTF_8.name());
      mail.setHeader("Auto-Submitted", "auto-generated");
      mail.setSentDate(new Date());
      Transport.send(mail);
      return true;
    } catch (MessagingException e) {
      throw new UncheckedIOException(new IOException("Mail cannot be sent", e));
    }
  }

  @Override
  public Optional<MailAddress> address(String user) {
    return MailAddress.of(user).or(() -> MailAddress.of(user + "@" + domain));
  }

  @Override
  public Handover handOver(Letter letter) {
    try (Transport server = session.getTransport("smtp")) {
      MimeMessage mail = new LetterMail(session, from, letter);
      mail.saveChanges();
      server.connect();
      server.sendMessage(mail, mail.getAllRecipients());
      return new Handover.Accepted();
    } catch (AuthenticationFailedException e) {
      LOG.error("The mail server does not accept the sign-in of chancery.mail.user", e);
      return new Handover.Postponed("The mail server does not accept this system's sign-in.");
    } catch (MessagingException e) {
      return unsent(e);
    }
  }

  private static Handover unsent(MessagingException failure) {
    for (Exception each = failure;
        each instanceof MessagingException told;
        each = told.getNextException()) {
      Optional<Handover> answer = answer(told);
      if (answer.isPresent()) {
        return answer.get();
      }
    }
    LOG.warn("A letter cannot be handed to the mail server now", failure);
    return new Handover.Postponed("The mail server cannot be reached, or broke off.");
  }

  /** What the server said, when it said something. */
  private static Optional<Handover> answer(MessagingException told) {
    if (told instanceof SMTPAddressFailedException address) {
      return Optional.of(said("The address", address.getReturnCode(), address.getMessage()));
    }
    if (told instanceof SMTPSendFailedException send && send.getReturnCode() > 0) {
      Address[] invalid = send.getInvalidAddresses();
      String what = invalid != null && invalid.length > 0 ? "The address" : "The mail";
      return Optional.of(said(what, send.getReturnCode(), send.getMessage()));
    }
    return Optional.empty();
  }

  private static Handover said(String what, int code, String words) {
    String answer = words == null ? String.valueOf(code) : words.strip().replaceAll("\\s+", " ");
    return code >= FOR_GOOD
        ? new Handover.Refused(what + " was refused by the mail server: " + answer)
        : new Handover.Postponed(what + " was not taken by the mail server yet: " + answer);
  }

  @Override
  public long largest() {
    return largest;
  }

  @Override
  public String home() {
    return home;
  }

  @Override
  public Set<String> alarmed() {
    return alarmed;
  }
}
