package org.chancery.core.http;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.chancery.core.repository.Node;
import org.chancery.core.repository.NodeId;
import org.chancery.core.rights.Exports;
import org.chancery.core.rights.Rights;
import org.chancery.core.rights.SubjectAccess;
import org.chancery.core.rights.VCard;
import org.chancery.core.stakeholders.Fields;
import org.chancery.core.vocabulary.Cor;
import org.chancery.core.vocabulary.Stk;
import org.chancery.core.vocabulary.Title;

/** What leaves the system: packages for those it is held on, and exports. */
final class SubjectRoutes {
  private static final List<String> COLUMNS =
      List.of(
          "id",
          "prefix",
          "first",
          "middle",
          "last",
          "suffix",
          "organization",
          "title",
          "email",
          "phone",
          "mobile",
          "personal",
          "street",
          "city",
          "state",
          "zip",
          "owner",
          "lastContact");

  private final SubjectAccess subjects;
  private final Exports exports;
  private final StakeholderJson json;

  SubjectRoutes(Rights rights, StakeholderJson json) {
    this.subjects = rights.subjectAccess();
    this.exports = rights.exports();
    this.json = json;
  }

  /** A person of a name, as openapi.yaml says. */
  record PersonBody(
      NodeId id,
      String name,
      Optional<String> organization,
      Optional<String> place,
      StakeholderJson.Owner owner) {}

  /** A correspondent of a name. */
  record WriterBody(
      NodeId id,
      String name,
      Optional<String> place,
      StakeholderJson.Named caseFile,
      Optional<String> subject) {}

  /** Those of a name. */
  record Candidates(List<PersonBody> people, List<WriterBody> correspondents) {}

  Response candidates(Exchange exchange) {
    SubjectAccess.Candidates found =
        subjects.candidates(
            exchange.caller(),
            exchange.parameter("firstName").filter(text -> !text.isBlank()),
            exchange.parameter("lastName"));
    StakeholderJson.Of labels = json.ofOneAnswer();
    return Response.json(
        200,
        new Candidates(
            found.people().stream()
                .map(
                    each ->
                        new PersonBody(
                            each.id(),
                            Title.of(each),
                            each.<String>list(Stk.ORGANIZATIONS).stream().findFirst(),
                            place(each.text(Stk.CITY), each.text(Stk.STATE)),
                            labels.owner(each)))
                .toList(),
            found.writers().stream().map(SubjectRoutes::writer).toList()));
  }

  private static WriterBody writer(SubjectAccess.Writer each) {
    Node correspondent = each.correspondent();
    return new WriterBody(
        correspondent.id(),
        correspondent.name(),
        place(correspondent.text(Cor.CITY), correspondent.text(Cor.STATE)),
        new StakeholderJson.Named(each.file().id(), each.file().name()),
        each.file().text(Cor.SUBJECT));
  }

  private static Optional<String> place(Optional<String> city, Optional<String> state) {
    return city.map(name -> name + state.map(code -> ", " + code).orElse("")).or(() -> state);
  }

  /** Body of {@link #pack}. */
  record Wanted(
      Optional<List<NodeId>> people, Optional<List<NodeId>> correspondents, String reason) {}

  Response pack(Exchange exchange) {
    Wanted wanted = exchange.json(Wanted.class);
    SubjectAccess.Packed packed =
        subjects.pack(
            exchange.actor(),
            new SubjectAccess.Wanted(
                wanted.people().orElse(List.of()),
                wanted.correspondents().orElse(List.of()),
                wanted.reason()));
    byte[] data = Json.bytes(packed.dossier());
    return Spooled.response(
        "application/zip",
        "subject-access.zip",
        out -> subjects.write(exchange.caller(), packed, data, out));
  }

  private static String format(Exchange exchange) {
    String format = exchange.parameter("format").orElse("vcard");
    if (!List.of("vcard", "csv").contains(format)) {
      throw Exchange.badParameter("format", "must be vcard or csv");
    }
    return format;
  }

  Response exportOne(Exchange exchange) {
    NodeId id = Exchange.idOf(exchange.segment("person"));
    exchange.about(id);
    String format = format(exchange);
    Exports.Entry entry = exports.one(exchange.actor(), id, format);
    return Spooled.text(
        type(format),
        "person." + ending(format),
        to -> {
          head(format).ifPresent(to);
          to.accept(line(format, entry));
        });
  }

  Response exportAll(Exchange exchange) {
    String format = format(exchange);
    Exports.Which which =
        new Exports.Which(
            exchange.parameter("component"),
            exchange.parameter("state"),
            exchange.parameter("issue"));
    return Spooled.text(
        type(format),
        "people." + ending(format),
        to -> {
          head(format).ifPresent(to);
          exports.all(exchange.actor(), which, format, entry -> to.accept(line(format, entry)));
        });
  }

  private static String type(String format) {
    return format.equals("csv") ? "text/csv;charset=UTF-8" : "text/vcard;charset=UTF-8";
  }

  private static String ending(String format) {
    return format.equals("csv") ? "csv" : "vcf";
  }

  private static Optional<String> head(String format) {
    return format.equals("csv") ? Optional.of(CsvReport.line(COLUMNS) + "\r\n") : Optional.empty();
  }

  private static String line(String format, Exports.Entry entry) {
    return format.equals("csv")
        ? CsvReport.line(cells(entry.person(), entry.contact())) + "\r\n"
        : VCard.of(entry);
  }

  private static List<String> cells(Node person, Optional<Node> contact) {
    return List.of(
        person.id().value(),
        person.text(Stk.SALUTATION).orElse(""),
        person.text(Stk.FIRST_NAME).orElse(""),
        person.text(Stk.MIDDLE_NAME).orElse(""),
        person.text(Stk.LAST_NAME).orElse(""),
        person.text(Stk.SUFFIX).orElse(""),
        String.join("; ", person.<String>list(Stk.ORGANIZATIONS)),
        person.text(Stk.POSITION).or(() -> person.text(Stk.TITLE)).orElse(""),
        joined(contact, "email"),
        person.text(Stk.OFFICE_PHONE).orElse(""),
        joined(contact, "mobilePhone"),
        joined(contact, "personalPhone"),
        person.text(Stk.WORK_STREET).orElse(""),
        person.text(Stk.CITY).orElse(""),
        person.text(Stk.STATE).orElse(""),
        person.text(Stk.ZIP).orElse(""),
        person.text(Stk.OWNER_COMPONENT).orElse(""),
        person.date(Stk.LAST_CONTACT).map(Object::toString).orElse(""));
  }

  private static String joined(Optional<Node> contact, String field) {
    Object values =
        contact.map(Fields.OF_PRIVATE_CONTACT::of).orElse(Map.of()).getOrDefault(field, List.of());
    return String.join("; ", ((List<?>) values).stream().map(Object::toString).toList());
  }
}
