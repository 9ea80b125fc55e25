package org.chancery.core.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.chancery.core.imports.Decision;
import org.chancery.core.imports.Fate;
import org.chancery.core.imports.Field;
import org.chancery.core.imports.FileShape;
import org.chancery.core.imports.FileWarning;
import org.chancery.core.imports.Import;
import org.chancery.core.imports.ImportState;
import org.chancery.core.imports.ImportedEvent;
import org.chancery.core.imports.ImportedPerson;
import org.chancery.core.imports.Imports;
import org.chancery.core.imports.PlannedRow;
import org.chancery.core.imports.RowResult;
import org.chancery.core.repository.Caller;
import org.chancery.core.repository.ContentInfo;
import org.chancery.core.repository.Contents;
import org.chancery.core.repository.Invalid;
import org.chancery.core.repository.Node;
import org.chancery.core.repository.NodeId;
import org.chancery.core.repository.Nodes;
import org.chancery.core.stakeholders.Fields;
import org.chancery.core.stakeholders.PrivateContacts;
import org.chancery.core.vocabulary.Stk;
import org.chancery.core.vocabulary.Title;

/** Imports of people and events from files (requirement S12). */
final class ImportRoutes {
  private static final Set<String> TEXTS = Set.of("name", "component");
  private static final int MOST_ROWS = 200;

  private final Imports imports;
  private final Nodes nodes;
  private final Contents contents;
  private final PrivateContacts privateContacts;
  private final StakeholderJson json;

  ImportRoutes(
      Imports imports,
      Nodes nodes,
      Contents contents,
      PrivateContacts privateContacts,
      StakeholderJson json) {
    this.imports = imports;
    this.nodes = nodes;
    this.contents = contents;
    this.privateContacts = privateContacts;
    this.json = json;
  }

  /** An import, as openapi.yaml says. */
  @JsonInclude(JsonInclude.Include.NON_ABSENT)
  record Body(
      NodeId id,
      Optional<String> name,
      People.Who by,
      Instant at,
      Optional<String> component,
      String state,
      Optional<FileShape> file,
      boolean hidden,
      List<String> fields,
      boolean remembered,
      List<FieldChoice> choices,
      List<List<String>> sample,
      List<FileWarning> warnings,
      Map<String, Integer> counts,
      int decided,
      Map<String, Integer> results,
      Progress progress,
      Instant undoUntil,
      List<StakeholderJson.Named> kept,
      Optional<String> message,
      List<String> allowed) {}

  /** What a column may be. */
  record FieldChoice(String code, String title) {}

  /** How many rows of how many were worked off. */
  record Progress(int done, int of) {}

  /** The caller's imports, as openapi.yaml says. */
  record AllBody(List<Body> items) {}

  /** A row of a file. */
  @JsonInclude(JsonInclude.Include.NON_ABSENT)
  record RowBody(
      int number,
      int line,
      String fate,
      Optional<String> called,
      Optional<ImportedPerson> person,
      Optional<ImportedEvent> event,
      List<String> why,
      List<CandidateBody> candidates,
      Optional<Decision> decision,
      Optional<BecameBody> became) {}

  /** What became of a row. */
  @JsonInclude(JsonInclude.Include.NON_ABSENT)
  record BecameBody(String result, Optional<String> why, Optional<String> node) {
    static BecameBody of(Imports.Became became) {
      return new BecameBody(became.result().code(), became.why(), became.node().map(NodeId::value));
    }
  }

  /** Somebody whom a row may describe. */
  @JsonInclude(JsonInclude.Include.NON_ABSENT)
  record CandidateBody(
      String with,
      Optional<Integer> row,
      double score,
      String why,
      Optional<String> name,
      Optional<Map<String, Object>> person,
      Optional<Map<String, Object>> privateContact,
      Optional<String> organization) {}

  /** Some rows. */
  @JsonInclude(JsonInclude.Include.NON_ABSENT)
  record RowsBody(List<RowBody> items, Optional<String> cursor) {}

  private record Taken(Map<String, String> texts, String name, ContentInfo stored) {}

  Handler.Work post(Exchange exchange) {
    Taken taken =
        Upload.read(
            exchange.request(),
            TEXTS,
            (texts, fileName, file) -> {
              String name = texts.getOrDefault("name", "").isBlank() ? fileName : texts.get("name");
              return new Taken(texts, name, contents.store(file, "application/octet-stream"));
            });
    String what = new TreeMap<>(taken.texts()) + "\n" + taken.name() + "\n";
    String hash = exchange.hash((what + taken.stored().sha256()).getBytes(StandardCharsets.UTF_8));
    Optional<String> component =
        Optional.ofNullable(taken.texts().get("component")).filter(text -> !text.isBlank());
    return new Handler.Work(
        hash,
        () -> {
          Import made = imports.add(exchange.actor(), taken.name(), component, taken.stored());
          exchange.about(made.id());
          return shown(exchange, 202, made);
        },
        1);
  }

  Response all(Exchange exchange) {
    StakeholderJson.Of labels = json.ofOneAnswer();
    return Response.json(
        200,
        new AllBody(
            imports.all(exchange.caller()).stream()
                .map(each -> body(each, List.of(), List.of(), labels))
                .toList()));
  }

  Response get(Exchange exchange) {
    return shown(exchange, 200, imports.get(exchange.caller(), id(exchange)));
  }

  /** Body of {@link #map}. */
  record Mapping(Optional<List<String>> fields) {}

  Response map(Exchange exchange) {
    Mapping mapping = exchange.json(Mapping.class);
    return shown(
        exchange,
        200,
        imports.map(exchange.actor(), id(exchange), mapping.fields().orElse(List.of())));
  }

  /** Body of {@link #readAgain}. */
  record Reading(Optional<String> sheet, Optional<Boolean> hidden, Optional<Integer> heading) {}

  Response readAgain(Exchange exchange) {
    Reading wanted = exchange.json(Reading.class);
    int heading = wanted.heading().orElse(0);
    if (heading < 0 || heading > 1000) {
      throw new Invalid(Map.of("heading", "must be a row from 1 to 1000, or 0 to have it found"));
    }
    return shown(
        exchange,
        202,
        imports.readAgain(
            exchange.actor(),
            id(exchange),
            wanted.sheet().filter(text -> !text.isBlank()),
            wanted.hidden().orElse(false),
            heading));
  }

  Response rows(Exchange exchange) {
    Imports.Wanted wanted =
        new Imports.Wanted(
            exchange.parameter("fate").map(ImportRoutes::fate),
            exchange.parameter("became").map(ImportRoutes::result));
    int limit = exchange.limit(50, MOST_ROWS);
    Imports.Rows found =
        imports.rows(exchange.caller(), id(exchange), wanted, exchange.parameter("cursor"), limit);
    return Response.json(200, new RowsBody(rows(exchange.caller(), found), found.cursor()));
  }

  private static Fate fate(String code) {
    return Arrays.stream(Fate.values())
        .filter(each -> each.code().equals(code))
        .findFirst()
        .orElseThrow(() -> Exchange.badParameter("fate", "is none there is"));
  }

  private static RowResult result(String code) {
    return Arrays.stream(RowResult.values())
        .filter(each -> each != RowResult.MET && each.code().equals(code))
        .findFirst()
        .orElseThrow(() -> Exchange.badParameter("became", "is none there is"));
  }

  private List<RowBody> rows(Caller caller, Imports.Rows found) {
    List<NodeId> ids =
        found.rows().stream()
            .flatMap(row -> row.candidates().stream())
            .flatMap(each -> each.id().stream())
            .distinct()
            .map(NodeId::of)
            .toList();
    Map<String, Node> people =
        nodes.findAll(caller, ids).stream()
            .collect(Collectors.toMap(node -> node.id().value(), node -> node));
    return found.rows().stream()
        .map(
            row ->
                new RowBody(
                    row.number(),
                    row.line(),
                    row.fate().code(),
                    row.called(),
                    row.person(),
                    row.event(),
                    row.why(),
                    row.candidates().stream().map(each -> candidate(caller, each, people)).toList(),
                    Optional.ofNullable(found.decisions().get(row.number())),
                    Optional.ofNullable(found.became().get(row.number())).map(BecameBody::of)))
        .toList();
  }

  private CandidateBody candidate(
      Caller caller, PlannedRow.Likely likely, Map<String, Node> people) {
    Optional<Node> node = likely.id().map(people::get);
    return new CandidateBody(
        likely.id().orElseGet(() -> "row:" + likely.row().orElseThrow()),
        likely.row(),
        Math.round(likely.score() * 1000) / 1000.0,
        likely.words(),
        node.map(Title::of),
        node.map(Fields.OF_PERSON::of),
        node.flatMap(each -> privateContacts.of(caller, each.id()))
            .map(Fields.OF_PRIVATE_CONTACT::of),
        node.flatMap(each -> each.<String>list(Stk.ORGANIZATIONS).stream().findFirst()));
  }

  /** A decision on a row. */
  record DecisionBody(String decision, Optional<String> with) {
    Decision read() {
      if (decision == null) {
        throw new Invalid(Map.of("decision", "must be new, merge or skip"));
      }
      return new Decision(decision, with);
    }
  }

  Response decide(Exchange exchange) {
    String row = exchange.segment("row");
    if (!row.matches("[1-9]\\d{0,6}")) {
      throw new Invalid(Map.of("row", "must be the number of a row"));
    }
    Decision decision = exchange.json(DecisionBody.class).read();
    return shown(
        exchange,
        200,
        imports.decide(exchange.actor(), id(exchange), Map.of(Integer.parseInt(row), decision)));
  }

  /** Decisions on several rows. */
  record Decisions(List<RowDecision> decisions) {}

  /** A decision on one of several rows. */
  record RowDecision(int row, String decision, Optional<String> with) {}

  Response decideAll(Exchange exchange) {
    Decisions body = exchange.json(Decisions.class);
    if (body.decisions() == null || body.decisions().isEmpty()) {
      throw new Invalid(Map.of("decisions", "must name at least one row"));
    }
    Map<Integer, Decision> wanted = new LinkedHashMap<>();
    body.decisions()
        .forEach(
            each -> wanted.put(each.row(), new DecisionBody(each.decision(), each.with()).read()));
    return shown(exchange, 200, imports.decide(exchange.actor(), id(exchange), wanted));
  }

  Response run(Exchange exchange) {
    return shown(exchange, 202, imports.run(exchange.actor(), id(exchange)));
  }

  Response cancel(Exchange exchange) {
    return shown(exchange, 200, imports.cancel(exchange.actor(), id(exchange)));
  }

  Response undo(Exchange exchange) {
    return shown(exchange, 202, imports.undo(exchange.actor(), id(exchange)));
  }

  private static NodeId id(Exchange exchange) {
    NodeId id = Exchange.idOf(exchange.segment("import"));
    exchange.about(id);
    return id;
  }

  private Response shown(Exchange exchange, int status, Import each) {
    List<List<String>> sample =
        each.state() == ImportState.MAPPING
            ? imports.sample(exchange.caller(), each.id())
            : List.of();
    List<StakeholderJson.Named> kept =
        nodes.findAll(exchange.caller(), each.kept()).stream()
            .map(node -> new StakeholderJson.Named(node.id(), Title.of(node)))
            .toList();
    return Response.json(status, body(each, sample, kept, json.ofOneAnswer()));
  }

  private static Body body(
      Import each,
      List<List<String>> sample,
      List<StakeholderJson.Named> kept,
      StakeholderJson.Of labels) {
    return new Body(
        each.id(),
        each.name(),
        labels.who(each.by()),
        each.at(),
        each.component(),
        each.state().code(),
        each.shape(),
        each.hidden(),
        each.fields(),
        each.remembered(),
        each.state() == ImportState.MAPPING
            ? Arrays.stream(Field.values())
                .map(field -> new FieldChoice(field.code(), field.title()))
                .toList()
            : List.of(),
        sample,
        each.warnings(),
        each.counts(),
        each.decided(),
        each.results(),
        new Progress(each.done(), each.of()),
        each.until(),
        kept,
        each.message(),
        allowed(each));
  }

  private static List<String> allowed(Import each) {
    return switch (each.state()) {
      case MAPPING -> List.of("map", "read-again", "cancel");
      case DECIDING -> List.of("decide", "run", "map", "read-again", "cancel");
      case READING, PREVIEWING, RUNNING -> List.of("cancel");
      case DONE, CANCELLED ->
          each.name().isPresent() && !each.results().isEmpty() ? List.of("undo") : List.of();
      default -> List.of();
    };
  }
}
