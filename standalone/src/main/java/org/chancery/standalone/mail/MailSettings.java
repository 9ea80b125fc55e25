package org.chancery.standalone.mail;

import java.util.Optional;
import java.util.Set;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * How mail is sent ({@code --chancery.mail.host} or {@code CHANCERY_MAIL_HOST}); none is without a
 * host.
 *
 * @param host name of the SMTP server
 * @param port of it
 * @param startTls whether the connection must be encrypted by STARTTLS
 * @param user to sign in there as; not at all when not given
 * @param password to sign in with
 * @param from the sender's address
 * @param domain where people have their mailboxes: an account's address is its name at this domain,
 *     unless its name is an address itself
 * @param home the address at which people reach this server, for links
 * @param largest what the files sent with a letter may have together, before they are encoded
 * @param alarmed the users and groups who are told by mail when something is out of place
 */
@ConfigurationProperties("chancery.mail")
public record MailSettings(
    String host,
    @DefaultValue("587") int port,
    @DefaultValue("true") boolean startTls,
    String user,
    String password,
    String from,
    String domain,
    String home,
    @DefaultValue("15MB") DataSize largest,
    @DefaultValue({"GROUP_ROLE_ISSO", "GROUP_ADMINISTRATORS"}) Set<String> alarmed) {

  /** A text that was given and is not blank. */
  static Optional<String> given(String value) {
    return Optional.ofNullable(value).map(String::strip).filter(text -> !text.isEmpty());
  }
}
