package org.chancery.core.http;

import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.chancery.core.erasure.Erasure;
import org.chancery.core.erasure.Erasures;
import org.chancery.core.erasure.Letters;
import org.chancery.core.erasure.Mention;
import org.chancery.core.erasure.Order;
import org.chancery.core.erasure.Preview;
import org.chancery.core.erasure.Reentries;
import org.chancery.core.repository.Caller;
import org.chancery.core.repository.Invalid;
import org.chancery.core.repository.NodeId;
import org.chancery.core.repository.Nodes;
import org.chancery.core.vocabulary.Cor;

/** Erasing people who asked for it, its proof, and who is to be entered again. */
final class ErasureRoutes {
  private static final int PAGE = 50;

  private final Erasures erasures;
  private final Nodes nodes;
  private final StakeholderJson json;

  ErasureRoutes(Erasures erasures, Nodes nodes, StakeholderJson json) {
    this.erasures = erasures;
    this.nodes = nodes;
    this.json = json;
  }

  /** How much of what. */
  record Count(String what, int count) {
    static List<Count> of(Map<String, Integer> counts) {
      return counts.entrySet().stream()
          .map(each -> new Count(each.getKey(), each.getValue()))
          .toList();
    }
  }

  /** What names the person, as openapi.yaml says. */
  record MentionBody(
      NodeId node,
      String kind,
      String title,
      Optional<LocalDate> day,
      Optional<String> text,
      boolean alone,
      List<String> choices,
      Optional<String> preset) {
    static MentionBody of(Mention each) {
      return new MentionBody(
          each.node(),
          each.kind(),
          each.title(),
          each.day(),
          each.text(),
          each.alone(),
          each.choices().stream().map(ErasureRoutes::code).toList(),
          each.preset().map(ErasureRoutes::code));
    }
  }

  private static String code(Mention.Choice choice) {
    return choice.name().toLowerCase(Locale.ROOT);
  }

  /** A letter that stays. */
  record StayBody(
      Optional<StakeholderJson.Named> caseFile,
      Optional<StakeholderJson.Named> document,
      String why) {}

  private List<StayBody> stays(Caller caller, List<Letters.Stay> stays) {
    return stays.stream()
        .map(
            each ->
                new StayBody(
                    each.file()
                        .flatMap(id -> nodes.find(caller, id))
                        .map(
                            file ->
                                new StakeholderJson.Named(
                                    file.id(), file.text(Cor.FILE_NUMBER).orElse(file.name()))),
                    each.document()
                        .flatMap(id -> nodes.find(caller, id))
                        .map(StakeholderJson.Named::of),
                    each.why().code()))
        .filter(each -> each.caseFile().isPresent() || each.document().isPresent())
        .toList();
  }

  /** A preview, as openapi.yaml says. */
  record PreviewBody(
      StakeholderJson.Named person,
      StakeholderJson.Owner owner,
      boolean may,
      Optional<String> held,
      List<Count> goes,
      List<MentionBody> mentions,
      List<StayBody> stays) {}

  Response preview(Exchange exchange) {
    Preview preview = erasures.preview(exchange.caller(), person(exchange));
    return Response.json(
            200,
            new PreviewBody(
                StakeholderJson.Named.of(preview.person()),
                json.ofOneAnswer().owner(preview.person()),
                preview.may(),
                preview.held(),
                Count.of(preview.goes()),
                preview.mentions().stream().map(MentionBody::of).toList(),
                stays(exchange.caller(), preview.stays())))
        .with("Cache-Control", "no-store");
  }

  private static NodeId person(Exchange exchange) {
    NodeId id = Exchange.idOf(exchange.segment("person"));
    exchange.about(id);
    return id;
  }

  /** What is done with a mention. */
  record Decision(NodeId node, String decision) {}

  /** Body of {@link #order}. */
  record OrderBody(
      String via,
      Optional<LocalDate> askedOn,
      String reason,
      Optional<List<Decision>> mentions,
      Optional<List<NodeId>> others) {
    Order read() {
      Map<NodeId, Mention.Choice> decisions = new LinkedHashMap<>();
      for (Decision each : mentions.orElse(List.of())) {
        if (each.node() == null) {
          throw new Invalid(Map.of("mentions", "must each name a node"));
        }
        decisions.put(each.node(), choice(each.decision()));
      }
      return new Order(
          via,
          askedOn,
          reason,
          decisions,
          others.orElse(List.of()).stream().filter(Objects::nonNull).collect(Collectors.toSet()));
    }

    private static Mention.Choice choice(String code) {
      for (Mention.Choice choice : Mention.Choice.values()) {
        if (code(choice).equals(code)) {
          return choice;
        }
      }
      throw new Invalid(Map.of("mentions", "must each be decided as words, text, delete or keep"));
    }
  }

  /** Looks for what names the person before the transaction begins, as searches must. */
  Handler.Work order(Exchange exchange) {
    NodeId id = person(exchange);
    Order order = exchange.json(OrderBody.class).read();
    Erasures.Found found = erasures.find(exchange.caller(), id);
    return new Handler.Work(
        exchange.hash(),
        () -> {
          Erasure erasure = erasures.order(exchange.actor(), found, order);
          return Response.json(202, body(exchange.caller(), erasure, json.ofOneAnswer()));
        });
  }

  /** An erasure, as openapi.yaml says. */
  record Body(
      NodeId id,
      NodeId entry,
      String state,
      People.Who by,
      Optional<StakeholderJson.ComponentName> component,
      String via,
      Optional<LocalDate> askedOn,
      String reason,
      Instant at,
      Optional<Instant> ended,
      List<Count> gone,
      List<StayBody> stays,
      Optional<String> problem,
      boolean proof) {}

  private Body body(Caller caller, Erasure erasure, StakeholderJson.Of labels) {
    return new Body(
        erasure.id(),
        erasure.entry(),
        erasure.state().code(),
        labels.who(erasure.by()),
        erasure.component().map(labels::component),
        erasure.via(),
        erasure.askedOn(),
        erasure.reason(),
        erasure.at(),
        erasure.ended(),
        Count.of(erasure.counts()),
        stays(caller, erasures.stays(caller, erasure)),
        erasure.problem(),
        erasure.state() == Erasure.State.DONE);
  }

  /** Some erasures. */
  record BodyList(List<Body> items, Optional<String> cursor) {}

  Response list(Exchange exchange) {
    int from = TimelineRoutes.offset(exchange);
    int limit = exchange.limit(PAGE, 200);
    List<Erasure> all = erasures.all(exchange.caller());
    StakeholderJson.Of labels = json.ofOneAnswer();
    return Response.json(
        200,
        new BodyList(
            all.stream()
                .skip(from)
                .limit(limit)
                .map(each -> body(exchange.caller(), each, labels))
                .toList(),
            TimelineRoutes.next(from + limit, all.size())));
  }

  Response get(Exchange exchange) {
    Erasure erasure = erasures.get(exchange.caller(), erasure(exchange));
    return Response.json(200, body(exchange.caller(), erasure, json.ofOneAnswer()))
        .with("Cache-Control", "no-store");
  }

  private static NodeId erasure(Exchange exchange) {
    NodeId id = Exchange.idOf(exchange.segment("erasure"));
    exchange.about(id);
    return id;
  }

  Response proof(Exchange exchange) {
    Erasures.Paper paper = erasures.proof(exchange.caller(), erasure(exchange));
    return new Response(
            200,
            Map.of("Content-Type", "application/pdf"),
            new Response.Stream(paper.bytes(), paper.size()))
        .with("Content-Disposition", "attachment; filename=\"" + paper.name() + "\"")
        .with("X-Content-Type-Options", "nosniff")
        .with("Cache-Control", "no-store");
  }

  /** A stopped entry, as openapi.yaml says. */
  record StoppedBody(
      NodeId id,
      People.Who by,
      Optional<StakeholderJson.ComponentName> component,
      Instant at,
      List<String> why,
      List<Body> erasures,
      String state,
      Optional<People.Who> decidedBy,
      Optional<Instant> decidedAt,
      Optional<String> reason) {}

  /** Some stopped entries. */
  record StoppedList(List<StoppedBody> items) {}

  Response stopped(Exchange exchange) {
    String state = exchange.parameter("state").orElse("open");
    if (!List.of("open", "allowed", "refused").contains(state)) {
      throw Exchange.badParameter("state", "must be open, allowed or refused");
    }
    StakeholderJson.Of labels = json.ofOneAnswer();
    return Response.json(
        200,
        new StoppedList(
            erasures.reentries().list(state).stream()
                .limit(200)
                .map(each -> stopped(exchange.caller(), each, labels))
                .toList()));
  }

  private StoppedBody stopped(Caller caller, Reentries.Item each, StakeholderJson.Of labels) {
    return new StoppedBody(
        each.id(),
        labels.who(each.by()),
        each.component().map(labels::component),
        each.at(),
        each.why().stream().sorted().toList(),
        each.erasures().stream().map(erasure -> body(caller, erasure, labels)).toList(),
        each.state(),
        each.decidedBy().map(labels::who),
        each.decidedAt(),
        each.reason());
  }

  /** Body of {@link #decide}. */
  record StoppedDecision(String decision, String reason) {}

  Response decide(Exchange exchange) {
    StoppedDecision decision = exchange.json(StoppedDecision.class);
    NodeId id = Exchange.idOf(exchange.segment("entry"));
    exchange.about(id);
    Reentries.Item item =
        erasures.reentries().decide(exchange.actor(), id, decision.decision(), decision.reason());
    return Response.json(200, stopped(exchange.caller(), item, json.ofOneAnswer()));
  }
}
