package org.chancery.standalone.mail;

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
import java.util.Properties;
import org.chancery.core.routing.Mailer;
import org.chancery.standalone.StartRefused;

/** Sends mail to accounts by SMTP. */
public final class SmtpMailer implements Mailer {
  private static final String PATIENCE_MILLIS = "20000";

  private final Session session;
  private final InternetAddress from;
  private final String domain;
  private final String home;

  /**
   * By that server.
   *
   * @throws StartRefused when the settings do not say from whom, to where, or what to link to
   */
  SmtpMailer(MailSettings settings) {
    this.session = session(settings);
    this.from = address(needed("from", settings.from()));
    this.domain = needed("domain", settings.domain());
    this.home = needed("home", settings.home()).replaceAll("/+$", "");
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

  private static InternetAddress address(String text) {
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
    InternetAddress to;
    try {
      to = new InternetAddress(user + "@" + domain, true);
    } catch (AddressException e) {
      return false; // A name that is no part of an address.
    }
    try {
      MimeMessage mail = new MimeMessage(session);
      mail.setFrom(from);
      mail.setRecipient(Message.RecipientType.TO, to);
      mail.setSubject(subject, StandardCharsets.UTF_8.name());
      mail.setText(text, StandardCharsets.UTF_8.name());
      mail.setHeader("Auto-Submitted", "auto-generated");
      Transport.send(mail);
      return true;
    } catch (MessagingException e) {
      throw new UncheckedIOException(new IOException("Mail cannot be sent", e));
    }
  }

  @Override
  public String home() {
    return home;
  }
}
