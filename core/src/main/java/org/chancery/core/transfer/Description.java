package org.chancery.core.transfer;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.chancery.core.repository.Node;
import org.chancery.core.transfer.PackedFile.Kind;
import org.chancery.core.transfer.Records.Document;
import org.chancery.core.vocabulary.Cm;
import org.chancery.core.vocabulary.Cor;
import org.chancery.core.vocabulary.Rec;
import org.chancery.model.QName;

/**
 * What the National Archives are told of a document (NARA Bulletin 2015-04, appendix A), drawn from
 * its case file, its correspondents, the letter and how it was received.
 */
final class Description {
  private static final String MAIL = "message/rfc822";
  private static final int LONGEST = 1000;

  private final String office;
  private final ZoneId zone;

  /**
   * For records of an office.
   *
   * @param office who made what nobody outside is named as the maker of
   * @param zone of the office's days
   */
  Description(String office, ZoneId zone) {
    this.office = office;
    this.zone = zone;
  }

  /** The type that was found in the content; else the one it was stored under. */
  static String mediaType(Node node) {
    return node.text(Cor.DETECTED_TYPE).orElse(node.contents().get(Cm.CONTENT).mediaType());
  }

  /** What the record is. */
  static Kind kind(Node node) {
    String type = mediaType(node);
    if (node.aspects().contains(Cor.MAIL)
        || type.equals(MAIL)
        || type.equals("application/vnd.ms-outlook")) {
      return Kind.EMAIL;
    }
    boolean recognised =
        node.properties().get(Cor.RECOGNISED_PAGES) instanceof Integer pages && pages > 0;
    if (recognised || type.startsWith("image/")) {
      return Kind.DIGITIZED_PAPER;
    }
    boolean text =
        type.equals("application/pdf")
            || type.startsWith("text/")
            || type.contains("word")
            || type.contains("opendocument.text")
            || type.equals("application/rtf");
    return text ? Kind.TEXT : Kind.OTHER;
  }

  PackedFile.Description of(Document document) {
    Node node = document.node();
    return new PackedFile.Description(
        node.text(Rec.RECORD_ID).orElse(node.id().value()),
        title(node),
        text(document),
        creator(document),
        created(node),
        rights(document),
        coverage(document),
        relation(document),
        kind(node) == Kind.DIGITIZED_PAPER
            ? Optional.of(day(node.instant(Cor.RECEIVED_AT).orElse(node.createdAt())))
            : Optional.empty(),
        0);
  }

  private static String title(Node node) {
    return first(
            List.of(
                node.text(Cor.LETTER_SUBJECT), node.text(Cor.MAIL_SUBJECT), node.text(Cm.TITLE)))
        .orElse(node.name());
  }

  private static String text(Document document) {
    Node node = document.node();
    List<String> parts = new ArrayList<>();
    parts.add(what(node));
    first(List.of(node.text(Cor.SENDER_NAME), node.text(Cor.MAIL_FROM)))
        .ifPresent(from -> parts.add("from " + from));
    first(List.of(node.text(Cor.ADDRESSEE), joined(node, Cor.MAIL_TO)))
        .ifPresent(to -> parts.add("to " + to));
    node.date(Cor.LETTER_DATE).ifPresent(on -> parts.add("of " + on));
    StringBuilder text = new StringBuilder(String.join(" ", parts));
    document
        .file()
        .ifPresent(
            file -> {
              text.append("; case file ").append(file.text(Cor.FILE_NUMBER).orElse(file.name()));
              file.text(Cor.SUBJECT).ifPresent(subject -> text.append(": ").append(subject));
              file.date(Cor.DATE_RECEIVED).ifPresent(on -> text.append("; received ").append(on));
              file.date(Cor.DATE_CLOSED).ifPresent(on -> text.append("; closed ").append(on));
            });
    text.append("; case folder ")
        .append(document.unit().text(Cor.HOLDER_NAME).orElse(document.unit().name()));
    String people =
        document.people().stream()
            .map(Description::person)
            .filter(name -> !name.isBlank())
            .collect(Collectors.joining(", "));
    if (!people.isEmpty()) {
      text.append("; correspondents: ").append(people);
    }
    joined(node, Cor.ATTACHMENT_NAMES)
        .ifPresent(names -> text.append("; within it as attachments: ").append(names));
    return cut(text.append('.').toString());
  }

  private static String what(Node node) {
    return switch (kind(node)) {
      case EMAIL -> "E-mail";
      case DIGITIZED_PAPER -> "Scanned letter or paper";
      case TEXT, OTHER -> node.aspects().contains(Cor.DRAFT) ? "Draft answer" : "Document";
    };
  }

  private static String person(Node correspondent) {
    String name =
        Stream.of(Cor.PREFIX, Cor.FIRST_NAME, Cor.MIDDLE_NAME, Cor.LAST_NAME, Cor.SUFFIX)
            .flatMap(part -> correspondent.text(part).stream())
            .collect(Collectors.joining(" "));
    return Stream.of(Optional.of(name), correspondent.text(Cor.ORGANIZATION))
        .flatMap(Optional::stream)
        .filter(part -> !part.isBlank())
        .collect(Collectors.joining(" of "));
  }

  /** Who wrote it: for what came in whoever sent it, for the rest the office. */
  private String creator(Document document) {
    Node node = document.node();
    Optional<String> sender = first(List.of(node.text(Cor.SENDER_NAME), node.text(Cor.MAIL_FROM)));
    if (sender.isPresent()) {
      return cut(sender.get());
    }
    if (node.aspects().contains(Cor.RECEIVED)) {
      return document.people().stream()
          .map(Description::person)
          .filter(name -> !name.isBlank())
          .findFirst()
          .or(() -> document.unit().text(Cor.HOLDER_NAME))
          .orElse("Not known");
    }
    return office;
  }

  private LocalDate created(Node node) {
    return node.date(Cor.LETTER_DATE)
        .or(() -> node.instant(Cor.MAIL_SENT).map(this::day))
        .or(() -> node.instant(Cor.RECEIVED_AT).map(this::day))
        .orElseGet(() -> day(node.createdAt()));
  }

  LocalDate day(Instant at) {
    return at.atZone(zone).toLocalDate();
  }

  /** Letters of people tell of people; a locked part says so itself. */
  private static String rights(Document document) {
    boolean locked =
        document.node().aspects().contains(Cor.LOCKED)
            || document.file().filter(file -> file.aspects().contains(Cor.LOCKED)).isPresent();
    String personal =
        document.people().isEmpty()
            ? ""
            : "May hold personal information of correspondents (5 U.S.C. 552(b)(6))";
    String kept = locked ? "Access was restricted in the office" : "";
    return Stream.of(personal, kept)
        .filter(part -> !part.isEmpty())
        .collect(Collectors.joining("; "));
  }

  private static String coverage(Document document) {
    return document.people().stream()
        .flatMap(
            each -> Stream.of(each.text(Cor.CITY), each.text(Cor.STATE)).flatMap(Optional::stream))
        .distinct()
        .collect(Collectors.joining(", "));
  }

  private static String relation(Document document) {
    List<String> relations = new ArrayList<>();
    document
        .file()
        .ifPresent(
            file ->
                relations.add(
                    "is part of case file " + file.text(Cor.FILE_NUMBER).orElse(file.name())));
    relations.addAll(document.relations());
    return String.join("; ", relations);
  }

  private static Optional<String> joined(Node node, QName property) {
    List<String> values = node.list(property);
    return values.isEmpty() ? Optional.empty() : Optional.of(String.join(", ", values));
  }

  private static Optional<String> first(List<Optional<String>> texts) {
    return texts.stream().flatMap(Optional::stream).filter(text -> !text.isBlank()).findFirst();
  }

  private static String cut(String text) {
    return text.length() > LONGEST ? text.substring(0, LONGEST - 1) + "…" : text;
  }
}
