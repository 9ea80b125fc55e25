package org.chancery.core.routing;

import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import org.chancery.core.repository.Node;
import org.chancery.core.repository.NodeId;
import org.chancery.core.vocabulary.Cor;

/**
 * The way of a case file along a routing template (requirement C7).
 *
 * @param id its node
 * @param within the routing part it lies in
 * @param template key of the template
 * @param version of the template
 * @param process the engine's id; empty while it is being started
 * @param state whether it is under way
 * @param startedBy who started it
 * @param startedAt when, UTC
 * @param endedAt when it ended or was withdrawn, UTC
 * @param reason why it was withdrawn
 */
public record Route(
    NodeId id,
    NodeId within,
    String template,
    int version,
    Optional<String> process,
    State state,
    String startedBy,
    Instant startedAt,
    Optional<Instant> endedAt,
    Optional<String> reason) {

  /** Whether a route is under way. */
  public enum State {
    /** It is. */
    RUNNING,
    /** It has come to its end. */
    ENDED,
    /** It was taken back. */
    WITHDRAWN;

    /** As it is stored and written. */
    public String code() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** Reads a node of type {@code cor:route}. */
  static Route of(Node node) {
    return new Route(
        node.id(),
        node.parent().orElseThrow(),
        node.text(Cor.TEMPLATE).orElseThrow(),
        ((Number) node.properties().get(Cor.TEMPLATE_VERSION)).intValue(),
        node.text(Cor.PROCESS_ID),
        State.valueOf(node.text(Cor.ROUTE_STATE).orElseThrow().toUpperCase(Locale.ROOT)),
        node.createdBy(),
        node.instant(Cor.STARTED_AT).orElseThrow(),
        node.instant(Cor.ENDED_AT),
        node.text(Cor.ROUTE_REASON));
  }
}
