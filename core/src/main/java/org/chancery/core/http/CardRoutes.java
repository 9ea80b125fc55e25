package org.chancery.core.http;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.chancery.core.cards.BusinessCards;
import org.chancery.core.cards.CardField;
import org.chancery.core.repository.ContentInfo;
import org.chancery.core.repository.Contents;
import org.chancery.core.repository.Node;
import org.chancery.core.repository.NodeId;
import org.chancery.core.vocabulary.Cor;

/** Business cards, until they are people. */
final class CardRoutes {
  private final BusinessCards cards;
  private final Contents contents;

  CardRoutes(BusinessCards cards, Contents contents) {
    this.cards = cards;
    this.contents = contents;
  }

  /** A card, as openapi.yaml says. */
  record Body(
      NodeId id,
      String name,
      String state,
      Instant at,
      List<CardField> fields,
      Optional<String> why) {
    static Body of(Node card, List<CardField> fields) {
      return new Body(
          card.id(),
          card.name(),
          BusinessCards.state(card).name().toLowerCase(Locale.ROOT),
          card.createdAt(),
          fields,
          card.<String>list(Cor.WARNINGS).stream().findFirst());
    }
  }

  /** Those that wait. */
  record Waiting(List<Body> items) {}

  private record Taken(String name, ContentInfo stored) {}

  /** Stores the bytes before the transaction begins; what they are is found by the reader. */
  Handler.Work receive(Exchange exchange) {
    Taken taken =
        Upload.read(
            exchange.request(),
            Set.of(),
            (texts, name, file) ->
                new Taken(
                    name.isBlank() ? "card" : name,
                    contents.store(file, "application/octet-stream")));
    String what = taken.name() + "\n" + taken.stored().sha256();
    return new Handler.Work(
        exchange.hash(what.getBytes(StandardCharsets.UTF_8)),
        () -> {
          Node card = cards.receive(exchange.actor(), taken.name(), taken.stored());
          exchange.about(card.id());
          return Response.json(201, Body.of(card, List.of()));
        },
        Handler.Work.SEVERAL);
  }

  Response list(Exchange exchange) {
    return Response.json(
        200,
        new Waiting(
            cards.waiting(exchange.caller()).stream()
                .map(card -> Body.of(card, List.of()))
                .toList()));
  }

  Response get(Exchange exchange) {
    Node card = cards.get(exchange.caller(), id(exchange));
    return Response.json(200, Body.of(card, cards.read(exchange.caller(), card)));
  }

  Response discard(Exchange exchange) {
    cards.discard(exchange.actor(), id(exchange));
    return Response.empty(204);
  }

  private static NodeId id(Exchange exchange) {
    NodeId id = Exchange.idOf(exchange.segment("card"));
    exchange.about(id);
    return id;
  }
}
