package org.chancery.core.response;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.chancery.core.repository.Node;
import org.chancery.core.vocabulary.Cor;
import org.chancery.model.QName;

/** How people are written to: name, address block and salutation of a file's correspondents. */
final class Correspondents {
  private static final List<String> ADDRESSED =
      List.of("member-of-congress", "writer", "attorney", "representative", "co-signer");
  private static final String FOR = "onBehalfOf";
  private static final Set<String> HONOURS = Set.of("the honorable", "honorable", "hon.", "hon");
  private static final Pattern OFFICE =
      Pattern.compile(
          "(?i)\\b(Senator|Representative|Governor|Mayor|Secretary|Ambassador|Judge|Delegate)\\b");

  private Correspondents() {}

  /**
   * To whom an answer goes: the Member of Congress before the writer, whoever was entered first.
   */
  static Optional<Node> addressee(List<Node> correspondents) {
    for (String role : ADDRESSED) {
      Optional<Node> found =
          correspondents.stream().filter(each -> role.equals(role(each))).findFirst();
      if (found.isPresent()) {
        return found;
      }
    }
    return correspondents.stream().filter(each -> !FOR.equals(role(each))).findFirst();
  }

  /** For whom the letter was written by another. */
  static Optional<Node> constituent(List<Node> correspondents) {
    return correspondents.stream().filter(each -> FOR.equals(role(each))).findFirst();
  }

  private static String role(Node correspondent) {
    return correspondent.text(Cor.ROLE).orElse("writer");
  }

  static String fullName(Node person) {
    String name = joined(" ", person, Cor.PREFIX, Cor.FIRST_NAME, Cor.MIDDLE_NAME, Cor.LAST_NAME);
    return person.text(Cor.SUFFIX).map(suffix -> name + ", " + suffix).orElse(name);
  }

  /** Line by line; a line of which nothing is known is left out. */
  static String addressBlock(Node person) {
    String town =
        Stream.of(person.text(Cor.CITY).orElse(""), joined(" ", person, Cor.STATE, Cor.ZIP))
            .filter(part -> !part.isEmpty())
            .collect(Collectors.joining(", "));
    boolean complete =
        person.text(Cor.STREET).isPresent()
            && person.text(Cor.CITY).isPresent()
            && (person.text(Cor.ZIP).isPresent() || person.text(Cor.STATE).isPresent());
    if (!complete) {
      // Half an address on an envelope is worse than one that has to be asked for.
      return "";
    }
    return Stream.of(
            fullName(person),
            person.text(Cor.TITLE).orElse(""),
            person.text(Cor.ORGANIZATION).orElse(""),
            person.text(Cor.STREET).orElse(""),
            town)
        .filter(line -> !line.isBlank())
        .collect(Collectors.joining("\n"));
  }

  static String salutation(Node person) {
    Optional<String> last = person.text(Cor.LAST_NAME);
    if (last.isEmpty()) {
      return person.text(Cor.ORGANIZATION).map(name -> "Dear Sir or Madam:").orElse("");
    }
    Optional<String> office =
        person
            .text(Cor.TITLE)
            .map(OFFICE::matcher)
            .filter(matcher -> matcher.find())
            .map(matcher -> matcher.group(1));
    Optional<String> prefix =
        person
            .text(Cor.PREFIX)
            .filter(each -> !HONOURS.contains(each.strip().toLowerCase(Locale.ROOT)));
    return office
        .or(() -> prefix)
        .map(how -> "Dear " + how + " " + last.get() + ":")
        .orElseGet(() -> "Dear " + joined(" ", person, Cor.FIRST_NAME, Cor.LAST_NAME) + ":");
  }

  private static String joined(String by, Node person, QName... fields) {
    return Stream.of(fields)
        .flatMap(field -> person.text(field).stream())
        .map(String::strip)
        .filter(text -> !text.isEmpty())
        .collect(Collectors.joining(by));
  }
}
