package org.chancery.core.intake;

import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.chancery.core.repository.Node;
import org.chancery.core.vocabulary.Cor;
import org.chancery.model.QName;

/** What of a mail's data stands on the item itself, to be found by. */
final class MailItem {
  /** The model's bounds. */
  private static final int LONGEST = 998;

  private static final int LONGEST_NAME = 255;
  private static final int MOST = 500;
  private static final List<QName> PROPERTIES =
      List.of(
          Cor.MAIL_ID,
          Cor.MAIL_FROM,
          Cor.MAIL_TO,
          Cor.MAIL_CC,
          Cor.MAIL_SUBJECT,
          Cor.MAIL_SENT,
          Cor.ATTACHMENT_NAMES,
          Cor.ATTACHMENT_PAGES);

  private MailItem() {}

  static Map<QName, Object> values(Mail mail) {
    Map<QName, Object> values = new HashMap<>();
    values.put(Cor.MAIL_ID, mail.id().flatMap(MailItem::line).orElse(null));
    values.put(Cor.MAIL_FROM, mail.from().flatMap(MailItem::line).orElse(null));
    values.put(Cor.MAIL_TO, lines(mail.to()));
    values.put(Cor.MAIL_CC, lines(mail.cc()));
    values.put(Cor.MAIL_SUBJECT, mail.subject().flatMap(MailItem::line).orElse(null));
    values.put(Cor.MAIL_SENT, mail.sent().map(OffsetDateTime::toInstant).orElse(null));
    List<Mail.Attached> listed = mail.attachments().stream().limit(MOST).toList();
    values.put(
        Cor.ATTACHMENT_NAMES,
        listed.isEmpty() ? null : listed.stream().map(each -> name(each.name())).toList());
    values.put(
        Cor.ATTACHMENT_PAGES,
        listed.isEmpty() ? null : listed.stream().map(Mail.Attached::page).toList());
    return values;
  }

  /** The same values of another item of the same bytes. */
  static Map<QName, Object> values(Node twin) {
    Map<QName, Object> values = new HashMap<>();
    PROPERTIES.forEach(name -> values.put(name, twin.properties().get(name)));
    return values;
  }

  static Set<QName> aspects(Node twin) {
    return twin.aspects().contains(Cor.MAIL) ? Set.of(Cor.MAIL) : Set.of();
  }

  private static List<String> lines(List<String> texts) {
    List<String> lines =
        texts.stream().map(MailItem::line).flatMap(Optional::stream).limit(MOST).toList();
    return lines.isEmpty() ? null : lines;
  }

  private static Optional<String> line(String text) {
    String clean = text.replaceAll("[\\p{Cntrl}\\p{Cs}]+", " ").strip();
    return Optional.of(clean.length() > LONGEST ? clean.substring(0, LONGEST) : clean)
        .filter(line -> !line.isEmpty());
  }

  /** Cut at its beginning: the file's own name stands at the end. */
  private static String name(String name) {
    String line = line(name).orElse("attachment");
    return line.length() > LONGEST_NAME
        ? "…" + line.substring(line.length() - LONGEST_NAME + 1)
        : line;
  }
}
