package org.chancery.core.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.chancery.core.correspondence.Correspondent;
import org.chancery.core.intake.Arrival;
import org.chancery.core.intake.ArrivingFile;
import org.chancery.core.intake.Filing;
import org.chancery.core.intake.IntakeDesk;
import org.chancery.core.intake.IntakeItem;
import org.chancery.core.intake.IntakeState;
import org.chancery.core.intake.LetterSuggestions;
import org.chancery.core.intake.Match;
import org.chancery.core.intake.ReadingProgress;
import org.chancery.core.repository.Caller;
import org.chancery.core.repository.ContentInfo;
import org.chancery.core.repository.Invalid;
import org.chancery.core.repository.Node;
import org.chancery.core.repository.NodeId;
import org.chancery.core.repository.Nodes;
import org.chancery.core.repository.Page;
import org.chancery.core.vocabulary.Cm;
import org.chancery.core.vocabulary.Cor;
import org.chancery.model.QName;

/** The intake desk. */
final class IntakeRoutes {
  private final IntakeDesk desk;
  private final Filing filing;
  private final Nodes nodes;
  private final CaseRoutes cases;
  private final NodeJson json;

  IntakeRoutes(IntakeDesk desk, Filing filing, Nodes nodes, CaseRoutes cases, NodeJson json) {
    this.desk = desk;
    this.filing = filing;
    this.nodes = nodes;
    this.cases = cases;
    this.json = json;
  }

  /** An item, as openapi.yaml says. */
  @JsonInclude(JsonInclude.Include.NON_ABSENT)
  record Item(
      String id,
      String name,
      String state,
      Optional<String> sha256,
      Optional<String> reason,
      Optional<String> explanation,
      long size,
      Optional<String> mediaType,
      String channel,
      Optional<String> component,
      Optional<Instant> receivedAt,
      Optional<Integer> pageCount,
      Optional<Integer> pagesRead,
      Optional<Double> confidence,
      List<String> warnings,
      List<Duplicate> duplicateOf,
      Optional<Long> revision,
      Optional<NodeId> caseFile,
      Optional<Suggested> suggestions) {

    /** The same by another name. */
    Item named(String other) {
      return new Item(
          id,
          other,
          state,
          sha256,
          reason,
          explanation,
          size,
          mediaType,
          channel,
          component,
          receivedAt,
          pageCount,
          pagesRead,
          confidence,
          warnings,
          duplicateOf,
          revision,
          caseFile,
          suggestions);
    }
  }

  /** Another item of the same bytes. */
  record Duplicate(NodeId id, String name, String state) {}

  /** What the letter suggests, with what it may belong to. */
  record Suggested(
      Optional<LetterSuggestions.Dated> letterDate,
      Optional<LetterSuggestions.Sender> sender,
      Optional<LetterSuggestions.Said> addressee,
      Optional<LetterSuggestions.Said> subject,
      List<Match> matches) {}

  /** A page of items. */
  record ItemPage(List<Item> items, Map<String, Long> counts, Optional<String> cursor) {}

  Response list(Exchange exchange) {
    Caller caller = exchange.caller();
    Set<IntakeState> states = states(exchange);
    Page<IntakeItem> page =
        SearchRoutes.answered(
            () -> desk.list(caller, states, exchange.parameter("cursor"), exchange.limit(50, 200)));
    List<Item> items = new ArrayList<>();
    if (states.contains(IntakeState.ARRIVING) && exchange.parameter("cursor").isEmpty()) {
      desk.arriving(caller).forEach(file -> items.add(arriving(file)));
    }
    page.items().forEach(item -> items.add(shown(item)));
    Map<String, Long> counts = new LinkedHashMap<>();
    SearchRoutes.answered(() -> desk.counts(caller))
        .forEach((state, count) -> counts.put(state.code(), count));
    return Response.json(200, new ItemPage(items, counts, page.cursor()))
        .with("Cache-Control", "no-store");
  }

  private static Set<IntakeState> states(Exchange exchange) {
    Set<IntakeState> states = EnumSet.noneOf(IntakeState.class);
    for (String code : exchange.parameters("state")) {
      try {
        states.add(IntakeState.valueOf(code.toUpperCase(Locale.ROOT)));
      } catch (IllegalArgumentException e) {
        throw Exchange.badParameter("state", "must be an intake state, such as ready");
      }
    }
    return states.isEmpty() ? EnumSet.complementOf(EnumSet.of(IntakeState.FILED)) : states;
  }

  Response get(Exchange exchange) {
    Caller caller = exchange.caller();
    IntakeItem item = desk.get(caller, exchange.id());
    LetterSuggestions letter = desk.suggestions(caller, item);
    List<Match> matches = SearchRoutes.answered(() -> desk.matches(caller, letter));
    Suggested suggested =
        new Suggested(
            letter.letterDate(), letter.sender(), letter.addressee(), letter.subject(), matches);
    Optional<NodeId> caseFile =
        item.state() == IntakeState.FILED
            ? nodes.ancestors(caller, item.node().id()).stream()
                .filter(node -> node.type().equals(Cor.CASE_FILE))
                .map(Node::id)
                .findFirst()
            : Optional.empty();
    return Response.json(
            200, shown(item, Optional.of(item.node().revision()), caseFile, Optional.of(suggested)))
        .withRevision(item.node().revision());
  }

  Response retry(Exchange exchange) {
    return Response.json(202, shown(desk.retry(exchange.actor(), exchange.id())));
  }

  Response unfile(Exchange exchange) {
    return Response.json(200, shown(filing.unfile(exchange.actor(), exchange.id())));
  }

  /** How to file an item, as openapi.yaml says. */
  record FilingBody(
      Optional<NodeId> caseFile,
      Optional<NodeId> caseFolder,
      Optional<CaseRoutes.FolderBody> newCaseFolder,
      Optional<CaseRoutes.FileBody> newCaseFile,
      Optional<Map<String, String>> correspondent,
      Optional<LetterBody> letter) {}

  /** What a letter says of itself. */
  record LetterBody(
      Optional<LocalDate> letterDate,
      Optional<String> senderName,
      Optional<String> senderAddress,
      Optional<String> addressee,
      Optional<String> letterSubject) {}

  /** What came of filing. */
  record Filed(NodeJson.Body document, NodeJson.Body caseFile, NodeJson.Body caseFolder) {}

  Response file(Exchange exchange) {
    FilingBody body = exchange.json(FilingBody.class);
    Filing.Filed filed =
        filing.file(
            exchange.actor(),
            exchange.id(),
            new Filing.Request(
                target(body),
                body.correspondent().map(Correspondent::of),
                body.letter().map(IntakeRoutes::letter).orElse(Map.of())));
    Caller caller = exchange.caller();
    return Response.json(
        200,
        new Filed(
            json.of(caller, filed.document()),
            json.of(caller, filed.caseFile()),
            json.of(caller, filed.caseFolder())));
  }

  private Filing.Target target(FilingBody body) {
    boolean file = body.newCaseFile().isPresent();
    boolean into = body.caseFile().isPresent();
    boolean folder = body.caseFolder().isPresent();
    boolean newFolder = body.newCaseFolder().isPresent();
    if (into && !folder && !newFolder && !file) {
      return new Filing.IntoFile(body.caseFile().get());
    }
    if (folder && file && !into && !newFolder) {
      return new Filing.IntoFolder(body.caseFolder().get(), cases.file(body.newCaseFile().get()));
    }
    if (newFolder && file && !into && !folder) {
      return new Filing.IntoNewFolder(
          cases.folder(body.newCaseFolder().get()), cases.file(body.newCaseFile().get()));
    }
    throw new Invalid(
        Map.of(
            "caseFile",
            "give either caseFile, or caseFolder and newCaseFile, or newCaseFolder and"
                + " newCaseFile"));
  }

  private static Map<QName, Object> letter(LetterBody body) {
    Map<QName, Object> values = new LinkedHashMap<>();
    body.letterDate().ifPresent(value -> values.put(Cor.LETTER_DATE, value));
    put(values, Cor.SENDER_NAME, body.senderName());
    put(values, Cor.SENDER_ADDRESS, body.senderAddress());
    put(values, Cor.ADDRESSEE, body.addressee());
    put(values, Cor.LETTER_SUBJECT, body.letterSubject());
    return values;
  }

  private static void put(Map<QName, Object> values, QName name, Optional<String> text) {
    text.map(String::strip)
        .filter(value -> !value.isEmpty())
        .ifPresent(value -> values.put(name, value));
  }

  static Item shown(IntakeItem item) {
    return shown(item, Optional.empty(), Optional.empty(), Optional.empty());
  }

  private static Item shown(
      IntakeItem item,
      Optional<Long> revision,
      Optional<NodeId> caseFile,
      Optional<Suggested> suggestions) {
    Node node = item.node();
    Optional<ContentInfo> original = Optional.ofNullable(node.contents().get(Cm.CONTENT));
    Optional<Integer> known = Optional.ofNullable((Integer) node.properties().get(Cor.PAGE_COUNT));
    return new Item(
        node.id().value(),
        node.name(),
        item.state().code(),
        node.text(Cor.SHA256),
        node.text(Cor.INTAKE_REASON),
        node.text(Cor.INTAKE_EXPLANATION),
        original.map(ContentInfo::size).orElse(0L),
        original.map(ContentInfo::mediaType),
        node.text(Cor.CHANNEL).orElse(Arrival.UPLOAD),
        node.text(Cor.DROP_COMPONENT),
        node.instant(Cor.RECEIVED_AT),
        item.progress().map(ReadingProgress.Pages::of).or(() -> known),
        item.progress().map(ReadingProgress.Pages::done),
        Optional.ofNullable((Double) node.properties().get(Cor.CONFIDENCE)),
        node.list(Cor.WARNINGS),
        item.doubles().stream()
            .map(other -> new Duplicate(other.id(), other.name(), other.state().code()))
            .toList(),
        revision,
        caseFile,
        suggestions);
  }

  private static Item arriving(ArrivingFile file) {
    return new Item(
        file.id(),
        file.name(),
        IntakeState.ARRIVING.code(),
        Optional.empty(),
        Optional.of(file.reason().code()),
        Optional.of(file.reason().explanation()),
        file.size(),
        Optional.empty(),
        Arrival.WATCHED_FOLDER,
        file.component(),
        Optional.of(file.since()),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        List.of(),
        List.of(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }
}
