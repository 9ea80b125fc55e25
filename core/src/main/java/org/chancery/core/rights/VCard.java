package org.chancery.core.rights;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.chancery.core.repository.Node;
import org.chancery.core.stakeholders.ContactBlock;
import org.chancery.core.vocabulary.Stk;
import org.chancery.core.vocabulary.Title;
import org.chancery.model.QName;

/** A person as a card of an address book, vCard 4.0 (RFC 6350). */
public final class VCard {
  private static final int OCTETS = 75;
  private final StringBuilder card = new StringBuilder();

  private VCard() {}

  /** The card, lines ended by CR LF and folded. */
  public static String of(Exports.Entry entry) {
    VCard made = new VCard();
    made.write(entry.person(), entry.contact());
    return made.card.toString();
  }

  private void write(Node person, Optional<Node> contact) {
    line("BEGIN:VCARD");
    line("VERSION:4.0");
    line("UID:urn:uuid:" + person.id().value());
    line("FN:" + escaped(Title.of(person)));
    line(
        "N:"
            + structured(
                person,
                Stk.LAST_NAME,
                Stk.FIRST_NAME,
                Stk.MIDDLE_NAME,
                Stk.SALUTATION,
                Stk.SUFFIX));
    List<String> organizations = person.list(Stk.ORGANIZATIONS);
    organizations.forEach(name -> line("ORG:" + escaped(name)));
    person
        .text(Stk.POSITION)
        .or(() -> person.text(Stk.TITLE))
        .ifPresent(text -> line("TITLE:" + escaped(text)));
    phones("work,voice", person.text(Stk.OFFICE_PHONE).stream());
    phones("work,voice", person.<String>list(Stk.OTHER_OFFICE_PHONES).stream());
    phones("work,fax", person.text(Stk.OFFICE_FAX).stream());
    contact.ifPresent(this::secret);
    if (Stream.of(Stk.WORK_STREET, Stk.CITY, Stk.STATE, Stk.ZIP)
        .anyMatch(part -> person.text(part).isPresent())) {
      line(
          "ADR;TYPE=work:;;"
              + structured(person, Stk.WORK_STREET, Stk.CITY, Stk.STATE, Stk.ZIP, Stk.COUNTRY));
    }
    person.text(Stk.URL).ifPresent(url -> line("URL:" + url));
    List<String> interests = person.list(Stk.INTERESTS);
    if (!interests.isEmpty()) {
      line("CATEGORIES:" + interests.stream().map(VCard::escaped).collect(Collectors.joining(",")));
    }
    ContactBlock.since(person)
        .ifPresent(day -> line("NOTE:" + escaped("Asked not to be contacted since " + day)));
    line("END:VCARD");
  }

  private void secret(Node contact) {
    phones("cell", contact.<String>list(Stk.MOBILE_PHONE).stream());
    phones("home,voice", contact.<String>list(Stk.PERSONAL_PHONE).stream());
    contact.<String>list(Stk.EMAIL).forEach(address -> line("EMAIL:" + escaped(address)));
    contact
        .<String>list(Stk.INSTANT_MESSENGER)
        .forEach(name -> line("X-INSTANT-MESSENGER:" + escaped(name)));
  }

  private void phones(String type, Stream<String> numbers) {
    numbers.forEach(number -> line("TEL;TYPE=\"" + type + "\":" + escaped(number)));
  }

  private static String structured(Node node, QName... parts) {
    return Stream.of(parts)
        .map(part -> escaped(node.text(part).orElse("")))
        .collect(Collectors.joining(";"));
  }

  private static String escaped(String text) {
    return text.replace("\\", "\\\\")
        .replace(",", "\\,")
        .replace(";", "\\;")
        .replaceAll("\\R", "\\\\n");
  }

  /** Folded so that no line has more than 75 octets, and no character is split. */
  private void line(String text) {
    int octets = 0;
    for (int at = 0; at < text.length(); ) {
      int end = text.offsetByCodePoints(at, 1);
      String letter = text.substring(at, end);
      int more = letter.getBytes(StandardCharsets.UTF_8).length;
      if (octets + more > OCTETS) {
        card.append("\r\n ");
        octets = 1;
      }
      card.append(letter);
      octets += more;
      at = end;
    }
    card.append("\r\n");
  }
}
