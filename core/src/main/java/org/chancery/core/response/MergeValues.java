package org.chancery.core.response;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.chancery.core.access.Accounts;
import org.chancery.core.access.Component;
import org.chancery.core.correspondence.CaseFiles;
import org.chancery.core.repository.Caller;
import org.chancery.core.repository.Node;
import org.chancery.core.repository.NodeId;
import org.chancery.core.repository.Nodes;
import org.chancery.core.vocabulary.Cor;
import org.chancery.model.QName;

/**
 * What a case file has for the fields of a letter template, as far as whoever drafts the letter may
 * see it: the part that is locked away from them stays out of their letter (requirement P4).
 */
final class MergeValues {
  /** The department's; a letter bears the date of the place where it is signed. */
  private static final ZoneId OFFICE = ZoneId.of("America/New_York");

  private static final Map<String, QName> OF_PEOPLE =
      ordered(
          "Prefix", Cor.PREFIX,
          "FirstName", Cor.FIRST_NAME,
          "MiddleName", Cor.MIDDLE_NAME,
          "LastName", Cor.LAST_NAME,
          "Suffix", Cor.SUFFIX,
          "Title", Cor.TITLE,
          "Organization", Cor.ORGANIZATION,
          "Street", Cor.STREET,
          "City", Cor.CITY,
          "State", Cor.STATE,
          "Zip", Cor.ZIP,
          "Email", Cor.EMAIL);

  private final Nodes nodes;
  private final Accounts accounts;
  private final Clock clock;

  MergeValues(Nodes nodes, Accounts accounts, Clock clock) {
    this.nodes = nodes;
    this.accounts = accounts;
    this.clock = clock;
  }

  private static Map<String, QName> ordered(Object... pairs) {
    Map<String, QName> fields = new LinkedHashMap<>();
    for (int i = 0; i < pairs.length; i += 2) {
      fields.put((String) pairs[i], (QName) pairs[i + 1]);
    }
    return fields;
  }

  /** Who signs. */
  record Signer(Optional<String> name, Optional<String> title) {}

  /** By field name; blank where nothing is known. */
  Map<String, String> of(Caller caller, NodeId caseFile, Signer signer) {
    Node file = nodes.get(caller, caseFile);
    Map<String, String> values = new LinkedHashMap<>();
    values.put("FileNumber", file.text(Cor.FILE_NUMBER).orElse(file.name()));
    values.put("Subject", file.text(Cor.SUBJECT).orElse(""));
    values.put("IssueCode", file.text(Cor.ISSUE_CODE).orElse(""));
    values.put("OnBehalfOf", file.text(Cor.ON_BEHALF_OF).orElse(""));
    values.put("DateReceived", day(file.date(Cor.DATE_RECEIVED)));
    values.put("DueDate", day(file.date(Cor.DUE_DATE)));
    values.put("Date", LocalDate.ofInstant(clock.instant(), OFFICE).toString());
    components(values, file.list(Cor.COMPONENT));
    letter(values, caller, caseFile);
    List<Node> people =
        PartChildren.of(nodes, caller, caseFile, CaseFiles.PEOPLE, Cor.CORRESPONDENT);
    person(values, "", Correspondents.addressee(people));
    person(values, "Constituent", Correspondents.constituent(people));
    if (values.get("ConstituentName").isEmpty()) {
      values.put("ConstituentName", values.get("OnBehalfOf"));
    }
    values.put("SignerName", signer.name().orElse(""));
    values.put("SignerTitle", signer.title().orElse(""));
    values.put("DrafterName", accounts.label(caller.user()));
    return values;
  }

  private void components(Map<String, String> values, List<String> codes) {
    Map<String, String> names =
        accounts.components().stream().collect(Collectors.toMap(Component::code, Component::name));
    List<String> known = codes.stream().map(code -> names.getOrDefault(code, code)).toList();
    values.put("Component", known.stream().findFirst().orElse(""));
    values.put("Components", listed(known));
  }

  /** As in "A, B and C". */
  private static String listed(List<String> names) {
    if (names.size() < 2) {
      return String.join("", names);
    }
    int last = names.size() - 1;
    return String.join(", ", names.subList(0, last)) + " and " + names.get(last);
  }

  /** The letter that is answered: the one that came last. */
  private void letter(Map<String, String> values, Caller caller, NodeId caseFile) {
    Optional<Node> last =
        PartChildren.of(nodes, caller, caseFile, CaseFiles.DOCUMENTS, Cor.DOCUMENT).stream()
            .filter(each -> each.aspects().contains(Cor.LETTER))
            .filter(each -> !each.aspects().contains(Cor.SIGNED_RESPONSE))
            .max(Comparator.comparing(Node::createdAt));
    values.put("LetterDate", day(last.flatMap(each -> each.date(Cor.LETTER_DATE))));
    values.put("LetterSubject", last.flatMap(each -> each.text(Cor.LETTER_SUBJECT)).orElse(""));
  }

  private static void person(Map<String, String> values, String as, Optional<Node> person) {
    OF_PEOPLE.forEach(
        (field, property) ->
            values.put(as + field, person.flatMap(each -> each.text(property)).orElse("")));
    String name = as.isEmpty() ? "FullName" : as + "Name";
    values.put(name, person.map(Correspondents::fullName).orElse(""));
    values.put(as + "AddressBlock", person.map(Correspondents::addressBlock).orElse(""));
    values.put(as + "Salutation", person.map(Correspondents::salutation).orElse(""));
  }

  private static String day(Optional<LocalDate> date) {
    return date.map(LocalDate::toString).orElse("");
  }
}
