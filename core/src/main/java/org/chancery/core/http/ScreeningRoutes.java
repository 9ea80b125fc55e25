package org.chancery.core.http;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.chancery.core.repository.ContentInfo;
import org.chancery.core.repository.Invalid;
import org.chancery.core.repository.Node;
import org.chancery.core.repository.NodeId;
import org.chancery.core.repository.Nodes;
import org.chancery.core.screening.Confirmation;
import org.chancery.core.screening.Flag;
import org.chancery.core.screening.FlagReviews;
import org.chancery.core.screening.Screening;
import org.chancery.core.screening.WordsFlagged;
import org.chancery.core.vocabulary.Stk;
import org.chancery.model.ConstraintDefinition;
import org.chancery.model.ContentModel;

/** What is flagged while it is written, and what the privacy officer says of what was kept. */
final class ScreeningRoutes {
  private static final int LONGEST = 20_000;
  private static final int LONGEST_LIST = 200_000;

  private final Screening screening;
  private final FlagReviews reviews;
  private final Nodes nodes;
  private final ContentModel model;
  private final StakeholderJson json;

  ScreeningRoutes(
      Screening screening,
      FlagReviews reviews,
      Nodes nodes,
      ContentModel model,
      StakeholderJson json) {
    this.screening = screening;
    this.reviews = reviews;
    this.nodes = nodes;
    this.model = model;
    this.json = json;
  }

  /** Flagged words, as openapi.yaml says. */
  record FlagBody(String flag, String label, int from, int to, String words) {}

  /** What is flagged. */
  record Result(List<FlagBody> flags) {}

  /** A confirmation, as it is sent. */
  record ConfirmationBody(String flag, String reason) {
    static List<Confirmation> read(Optional<List<ConfirmationBody>> given) {
      return given.orElse(List.of()).stream()
          .map(each -> new Confirmation(each.flag(), each.reason()))
          .toList();
    }
  }

  /** Does it, and answers what is flagged and not confirmed with its words. */
  <T> T screened(Supplier<T> work) {
    try {
      return work.get();
    } catch (WordsFlagged e) {
      throw new Refusal(
          Problem.of(
                  422,
                  "screened",
                  "Words were flagged",
                  "Rephrase what is flagged, or say for each kind why it has to be kept; the privacy"
                      + " officer will see it.")
              .with("flags", bodies(e.flags())));
    }
  }

  private List<FlagBody> bodies(List<Flag> flags) {
    return flags.stream()
        .map(
            each ->
                new FlagBody(each.flag(), label(each.flag()), each.from(), each.to(), each.words()))
        .toList();
  }

  private String label(String flag) {
    return model.property(Stk.FLAGS).orElseThrow().constraints().stream()
        .filter(ConstraintDefinition.OneOf.class::isInstance)
        .flatMap(list -> ((ConstraintDefinition.OneOf) list).choices().stream())
        .filter(choice -> choice.value().equals(flag))
        .map(ConstraintDefinition.Choice::label)
        .findFirst()
        .orElse(flag);
  }

  /** Body of {@link #screen}. */
  record Text(String text) {}

  Response screen(Exchange exchange) {
    String text = exchange.json(Text.class).text();
    if (text == null || text.length() > LONGEST) {
      throw new Invalid(Map.of("text", "must have at most " + LONGEST + " characters"));
    }
    return Response.json(200, new Result(bodies(screening.of(text))));
  }

  /** What was kept, as openapi.yaml says. */
  record Kept(
      NodeId id,
      StakeholderJson.Named on,
      String kind,
      String text,
      List<FlagBody> found,
      List<String> flags,
      String reason,
      People.Who confirmedBy,
      Instant confirmedAt,
      String state,
      Optional<People.Who> decidedBy,
      Optional<Instant> decidedAt,
      Optional<String> decisionReason) {}

  /** Some of it. */
  record KeptList(List<Kept> items, Optional<String> cursor) {}

  Response list(Exchange exchange) {
    String state = exchange.parameter("state").orElse(FlagReviews.OPEN);
    if (!List.of(FlagReviews.OPEN, FlagReviews.ACCEPTED, FlagReviews.REMOVED).contains(state)) {
      throw Exchange.badParameter("state", "must be open, accepted or removed");
    }
    FlagReviews.Listed found =
        exchange.page(
            () ->
                reviews.list(
                    exchange.caller(),
                    state,
                    exchange.parameter("cursor"),
                    exchange.limit(50, 200)));
    StakeholderJson.Of labels = json.ofOneAnswer();
    return Response.json(
        200,
        new KeptList(
            found.items().stream().map(each -> kept(exchange, each, labels)).toList(),
            found.cursor()));
  }

  private Kept kept(Exchange exchange, Node node, StakeholderJson.Of labels) {
    boolean note = node.type().equals(Stk.NOTE);
    Node on =
        note ? node.parent().flatMap(id -> nodes.find(exchange.caller(), id)).orElse(node) : node;
    return new Kept(
        node.id(),
        StakeholderJson.Named.of(on),
        note ? "note" : "interaction",
        FlagReviews.text(node).orElse(""),
        bodies(reviews.found(node)),
        node.list(Stk.FLAGS),
        node.text(Stk.FLAG_REASON).orElse(""),
        labels.who(node.text(Stk.FLAG_CONFIRMED_BY).orElse(node.createdBy())),
        node.instant(Stk.FLAG_CONFIRMED_AT).orElse(node.createdAt()),
        node.text(Stk.FLAG_REVIEW).orElse(FlagReviews.OPEN),
        node.text(Stk.FLAG_DECIDED_BY).map(labels::who),
        node.instant(Stk.FLAG_DECIDED_AT),
        node.text(Stk.FLAG_DECISION_REASON));
  }

  /** Body of {@link #decide}. */
  record Decision(String decision, String reason) {}

  Response decide(Exchange exchange) {
    Decision decision = exchange.json(Decision.class);
    NodeId id = Exchange.idOf(exchange.segment("flag"));
    exchange.about(id);
    Node decided = reviews.decide(exchange.actor(), id, decision.decision(), decision.reason());
    return Response.json(200, kept(exchange, decided, json.ofOneAnswer()));
  }

  Response words(Exchange exchange) {
    return Response.json(200, new Text(screening.list()));
  }

  /** The list is stored before the transaction begins, as contents must. */
  Handler.Work changeWords(Exchange exchange) {
    String text = exchange.json(Text.class).text();
    if (text == null || text.isBlank() || text.length() > LONGEST_LIST) {
      throw new Invalid(Map.of("text", "must have between 1 and " + LONGEST_LIST + " characters"));
    }
    ContentInfo stored = screening.checked(text);
    return new Handler.Work(
        exchange.hash(),
        () -> {
          screening.change(exchange.actor(), stored);
          return Response.json(200, new Text(text));
        });
  }
}
