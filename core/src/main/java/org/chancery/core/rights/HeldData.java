package org.chancery.core.rights;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.chancery.core.access.Accounts;
import org.chancery.core.audit.Action;
import org.chancery.core.audit.AuditTrail;
import org.chancery.core.issues.Issue;
import org.chancery.core.repository.Caller;
import org.chancery.core.repository.Node;
import org.chancery.core.repository.NodeId;
import org.chancery.core.repository.Nodes;
import org.chancery.core.repository.Page;
import org.chancery.core.rights.Dossier.Row;
import org.chancery.core.rights.Dossier.Section;
import org.chancery.core.stakeholders.Fields;
import org.chancery.core.stakeholders.Stakeholders;
import org.chancery.core.stakeholders.Timeline;
import org.chancery.core.vocabulary.Cor;
import org.chancery.core.vocabulary.Stk;
import org.chancery.core.vocabulary.Title;
import org.chancery.model.QName;

/** What is held on a person or a correspondent, section by section, as the caller may see it. */
final class HeldData {
  private static final int PAGE = 200;
  private static final int MOST_ROWS = 2000;

  private final Nodes nodes;
  private final Accounts accounts;
  private final Stakeholders stakeholders;
  private final AuditTrail audit;

  HeldData(Nodes nodes, Accounts accounts, Stakeholders stakeholders, AuditTrail audit) {
    this.nodes = nodes;
    this.accounts = accounts;
    this.stakeholders = stakeholders;
    this.audit = audit;
  }

  List<Section> ofPerson(Caller caller, Node person) {
    NodeId id = person.id();
    String name = Title.of(person);
    Optional<Node> contact = stakeholders.privateContacts().of(caller, id);
    List<Section> sections = new ArrayList<>();
    sections.add(fields("Stakeholder " + name, Fields.OF_PERSON.of(person)));
    sections.add(
        fields(
            "Private numbers and addresses",
            contact.map(Fields.OF_PRIVATE_CONTACT::of).orElse(Map.of())));
    sections.add(new Section("Organizations", affiliations(id)));
    sections.add(new Section("Works with", relations(id)));
    sections.add(new Section("Issues", issues(id)));
    sections.add(new Section("How it is kept", List.of(kept(person))));
    sections.add(
        new Section(
            "What there was: interactions, events, letters, notes, changes",
            happened(caller, person)));
    sections.add(
        new Section(
            "Documents at this entry",
            documents(nodes.childrenOfAll(caller, List.of(id), Cor.DOCUMENT))));
    List<NodeId> trailed = new ArrayList<>(List.of(id));
    contact.map(Node::id).ifPresent(trailed::add);
    sections.add(new Section("Trail of entries and corrections", trail(trailed)));
    return sections;
  }

  private static Section fields(String title, Map<String, Object> fields) {
    List<Map<String, String>> rows = new ArrayList<>();
    fields.forEach((field, value) -> rows.add(new Row().with(words(field), value).values()));
    return new Section(title, rows);
  }

  private List<Map<String, String>> affiliations(NodeId id) {
    return stakeholders.affiliations().of(id).stream()
        .map(
            each ->
                new Row()
                    .with("Organization", each.organizationName())
                    .with("Role", each.role())
                    .with("From", each.from())
                    .with("To", each.to())
                    .values())
        .toList();
  }

  private List<Map<String, String>> relations(NodeId id) {
    return stakeholders.relations().of(id).stream()
        .map(
            each ->
                new Row()
                    .with("Person", each.name())
                    .with("Relation", each.kind() + (each.inverse() ? " (read from there)" : ""))
                    .with("From", each.from())
                    .with("To", each.to())
                    .values())
        .toList();
  }

  private List<Map<String, String>> issues(NodeId id) {
    return stakeholders.people().issues(id).stream()
        .map(Issue::title)
        .map(title -> new Row().with("Issue", title).values())
        .toList();
  }

  private Map<String, String> kept(Node person) {
    return new Row()
        .with("Entered", person.createdAt())
        .with("Owner", person.text(Stk.OWNER_USER).map(accounts::label))
        .with("Component", person.text(Stk.OWNER_COMPONENT))
        .with("Known by", person.list(Stk.KNOWN_BY))
        .with("Latest contact", person.date(Stk.LAST_CONTACT))
        .with("Verified on", person.date(Stk.VERIFIED_ON))
        .with("Asked not to be contacted on", person.date(Stk.NO_CONTACT_ON))
        .with("State of that request", person.text(Stk.NO_CONTACT_STATE))
        .with("What was asked", person.text(Stk.NO_CONTACT_REASON))
        .with("Kept without contact until", person.date(Stk.RENEWED_UNTIL))
        .with("Reason for keeping it", person.text(Stk.RENEWAL_REASON))
        .values();
  }

  private List<Map<String, String>> happened(Caller caller, Node person) {
    return stakeholders.timeline().of(caller, person, EnumSet.allOf(Timeline.Kind.class)).stream()
        .map(
            each ->
                new Row()
                    .with("Day", each.day())
                    .with("What", each.kind().code())
                    .with("Title", each.title())
                    .with("Text", each.text())
                    .with("Component", each.component())
                    .with("By", each.by().map(accounts::label))
                    .with("Issues", each.issues())
                    .values())
        .toList();
  }

  private static List<Map<String, String>> documents(List<Node> documents) {
    return documents.stream()
        .sorted(Comparator.comparing(Node::createdAt))
        .map(
            each ->
                new Row()
                    .with("Document", Title.of(each))
                    .with("Dated", each.date(Cor.LETTER_DATE))
                    .with("Added", each.createdAt())
                    .values())
        .toList();
  }

  static String nameOf(Node correspondent) {
    String name =
        Stream.of(Cor.FIRST_NAME, Cor.MIDDLE_NAME, Cor.LAST_NAME)
            .flatMap(part -> correspondent.text(part).stream())
            .collect(Collectors.joining(" "));
    return name.isEmpty() ? correspondent.name() : name;
  }

  List<Section> ofWriter(Caller caller, SubjectAccess.Writer writer) {
    Node correspondent = writer.correspondent();
    Node file = writer.file();
    Map<String, Object> own = new TreeMap<>();
    correspondent.properties().forEach((name, value) -> put(own, name, value));
    nodes
        .childrenOfAll(caller, List.of(correspondent.id()), Cor.PROTECTED_VALUE)
        .forEach(
            each ->
                own.put(each.text(Cor.KIND).orElse(each.name()), each.text(Cor.VALUE).orElse("")));
    List<NodeId> parts =
        nodes.childrenOfAll(caller, List.of(file.id()), Cor.DOCUMENTS_PART).stream()
            .map(Node::id)
            .toList();
    return List.of(
        fields("Correspondent in case file " + file.name(), own),
        new Section(
            "Case file " + file.name(),
            List.of(
                new Row()
                    .with("Subject", file.text(Cor.SUBJECT))
                    .with("Received", file.date(Cor.DATE_RECEIVED))
                    .with("State", file.text(Cor.STATUS))
                    .with("Components", file.list(Cor.COMPONENT))
                    .values())),
        new Section(
            "Letters and other documents in case file " + file.name(),
            documents(nodes.childrenOfAll(caller, parts, Cor.DOCUMENT))),
        new Section("Trail of entries and corrections", trail(List.of(correspondent.id()))));
  }

  private static void put(Map<String, Object> values, QName name, Object value) {
    if (name.prefix().equals("cor")) {
      values.put(name.localName(), value);
    }
  }

  /** What was done to it, but for having been looked at; the newest first. */
  private List<Map<String, String>> trail(List<NodeId> ids) {
    List<Map<String, String>> rows = new ArrayList<>();
    for (NodeId id : ids) {
      Optional<String> cursor = Optional.empty();
      do {
        Page<AuditTrail.AuditEntry> page = audit.read(AuditTrail.Filter.ofObject(id), cursor, PAGE);
        page.items().stream()
            .filter(entry -> entry.event().action() != Action.VIEW)
            .forEach(entry -> rows.add(row(entry)));
        cursor = page.cursor();
      } while (cursor.isPresent() && rows.size() < MOST_ROWS);
    }
    return rows;
  }

  private Map<String, String> row(AuditTrail.AuditEntry entry) {
    return new Row()
        .with("At", entry.at())
        .with("What", words(entry.event().action().name().toLowerCase(Locale.ROOT)))
        .with("By", accounts.label(entry.event().user()))
        .with("Outcome", entry.event().outcome().name().toLowerCase(Locale.ROOT))
        .values();
  }

  /** {@code officePhone} and {@code office_phone} as "Office phone". */
  private static String words(String name) {
    String spaced =
        name.replace('_', ' ').replaceAll("(?<=[a-z])(?=[A-Z])", " ").toLowerCase(Locale.ROOT);
    String plain =
        spaced
            .replaceAll("\\bzip\\b", "ZIP code")
            .replaceAll("\\bfema\\b", "FEMA")
            .replaceAll("\\burl\\b", "web address");
    return Character.toUpperCase(plain.charAt(0)) + plain.substring(1);
  }
}
