package org.chancery.alfresco.mail;

import java.util.Optional;
import org.chancery.core.mail.MailAddress;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What the repository's settings say of mail.
 *
 * @param from the sender of everything
 * @param home where people reach Chancery's pages, without a slash at its end
 * @param largest how many bytes the enclosures of a letter may have together
 */
public record OutboundMail(MailAddress from, String home, long largest) {
  private static final Logger LOG = LoggerFactory.getLogger(OutboundMail.class);
  private static final long MEGABYTE = 1L << 20;

  /**
   * From the texts of the keys; empty when no mail server is named, no sender, or no page to link
   * to: the log says so. A key that is nowhere set comes as its own placeholder.
   *
   * @param host {@code mail.host}: without it no mail is sent, whatever the platform would try
   * @param from {@code mail.from.default}: without it Chancery sends none
   * @param home {@code chancery.mail.home}
   * @param megabytes {@code chancery.mail.largestMegabytes}
   * @throws IllegalArgumentException naming the key whose value cannot be used
   */
  public static Optional<OutboundMail> of(String host, String from, String home, String megabytes) {
    Optional<MailAddress> sender = MailAddress.of(set(from));
    String address = set(home).replaceAll("/+$", "");
    Optional<String> missing = missing(set(host), set(from), address);
    if (missing.isPresent() || sender.isEmpty()) {
      LOG.warn("No mail is sent, neither reminders nor letters: {}", missing.orElse(""));
      return Optional.empty();
    }
    if (!address.matches("https?://\\S+")) {
      throw new IllegalArgumentException(
          "chancery.mail.home must be the address of Chancery's page in Share, not '" + home + "'");
    }
    if (!megabytes.strip().matches("[1-9][0-9]{0,3}")) {
      throw new IllegalArgumentException(
          "chancery.mail.largestMegabytes must be a whole number from 1 to 9999, not '"
              + megabytes
              + "'");
    }
    return Optional.of(
        new OutboundMail(sender.get(), address, MEGABYTE * Long.parseLong(megabytes.strip())));
  }

  private static Optional<String> missing(String host, String from, String home) {
    if (host.isEmpty()) {
      return Optional.of("no mail server is set (mail.host)");
    }
    if (home.isEmpty()) {
      return Optional.of("where Share is found is not set (share.host, or chancery.mail.home)");
    }
    return MailAddress.of(from).isPresent()
        ? Optional.empty()
        : Optional.of(
            "the sender, mail.from.default, " + MailAddress.problem(from).orElse("is not set"));
  }

  private static String set(String value) {
    return value.contains("${") ? "" : value.strip();
  }
}
