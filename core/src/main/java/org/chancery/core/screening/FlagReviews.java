package org.chancery.core.screening;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.chancery.core.access.Actor;
import org.chancery.core.audit.Action;
import org.chancery.core.audit.AuditTrail;
import org.chancery.core.repository.Caller;
import org.chancery.core.repository.Change;
import org.chancery.core.repository.Invalid;
import org.chancery.core.repository.Node;
import org.chancery.core.repository.NodeId;
import org.chancery.core.repository.Nodes;
import org.chancery.core.repository.NotFound;
import org.chancery.core.repository.WrongState;
import org.chancery.core.search.SearchQuery;
import org.chancery.core.search.SearchResult;
import org.chancery.core.search.Searcher;
import org.chancery.core.vocabulary.Stk;
import org.chancery.model.QName;

/** What authors kept although it was flagged, for the privacy officer to decide on. */
public final class FlagReviews {
  /** Nobody has decided yet. */
  public static final String OPEN = "open";

  /** The words may stay. */
  public static final String ACCEPTED = "accepted";

  /** The words were taken out. */
  public static final String REMOVED = "removed";

  private static final String FIELD = "stk:flagReview";
  private static final String IN_PLACE = "Removed by the privacy officer.";
  private static final int LONGEST = 4000;

  private final Nodes nodes;
  private final Searcher searcher;
  private final Screening screening;
  private final AuditTrail audit;
  private final Clock clock;

  /** On these. */
  public FlagReviews(
      Nodes nodes, Searcher searcher, Screening screening, AuditTrail audit, Clock clock) {
    this.nodes = nodes;
    this.searcher = searcher;
    this.screening = screening;
    this.audit = audit;
    this.clock = clock;
  }

  /** Some notes and interactions, and how to get the next ones. */
  public record Listed(List<Node> items, Optional<String> cursor) {}

  /** The texts of something with flags, in the order in which they are shown. */
  public static Optional<String> text(Node node) {
    return node.type().equals(Stk.NOTE) ? node.text(Stk.NOTE_TEXT) : ofInteraction(node);
  }

  private static Optional<String> ofInteraction(Node node) {
    Optional<String> outcome = node.text(Stk.OUTCOME);
    Optional<String> followUp = node.text(Stk.FOLLOW_UP);
    return outcome.isPresent() && followUp.isPresent()
        ? Optional.of(outcome.get() + "\n" + followUp.get())
        : outcome.or(() -> followUp);
  }

  /**
   * Those in a state, the latest first; not to be called within a transaction.
   *
   * @throws IllegalArgumentException when the cursor is none of ours
   */
  public Listed list(Caller caller, String state, Optional<String> cursor, int limit) {
    SearchResult found =
        searcher.search(
            new SearchQuery(
                "",
                List.of(Stk.NOTE, Stk.INTERACTION),
                Optional.empty(),
                Map.of(FIELD, List.of(state)),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                "-modified",
                cursor,
                limit),
            caller);
    List<NodeId> ids = found.hits().stream().map(SearchResult.Hit::id).toList();
    return new Listed(nodes.findAll(caller, ids), found.cursor());
  }

  /** What is flagged in it now. */
  public List<Flag> found(Node node) {
    return text(node).map(screening::of).orElse(List.of());
  }

  /**
   * Decides, within the transaction in progress. What is removed is gone: nothing keeps the words.
   *
   * @throws NotFound when there is nothing of that id with flags
   * @throws Invalid for an unknown decision, or without a reason
   * @throws WrongState when it was decided before
   */
  public Node decide(Actor actor, NodeId id, String decision, String reason) {
    boolean known = ACCEPTED.equals(decision) || REMOVED.equals(decision);
    if (!known) {
      throw new Invalid(Map.of("decision", "must be accepted or removed"));
    }
    if (reason == null || reason.isBlank() || reason.length() > LONGEST) {
      throw new Invalid(Map.of("reason", "must have between 1 and " + LONGEST + " characters"));
    }
    nodes
        .find(actor.caller(), id)
        .filter(node -> node.aspects().contains(Stk.FLAGGED))
        .orElseThrow(() -> new NotFound(id));
    Caller elevated = actor.caller().elevated();
    Node node = nodes.hold(elevated, id);
    if (!node.text(Stk.FLAG_REVIEW).equals(Optional.of(OPEN))) {
      throw new WrongState("This was decided on before.");
    }
    Map<QName, Object> values = new LinkedHashMap<>();
    values.put(Stk.FLAG_REVIEW, decision);
    values.put(Stk.FLAG_DECISION_REASON, reason.strip());
    values.put(Stk.FLAG_DECIDED_BY, actor.caller().user());
    values.put(Stk.FLAG_DECIDED_AT, clock.instant().truncatedTo(ChronoUnit.MILLIS));
    if (decision.equals(REMOVED)) {
      List.of(Stk.NOTE_TEXT, Stk.OUTCOME, Stk.FOLLOW_UP)
          .forEach(
              field ->
                  node.text(field)
                      .filter(text -> field.equals(Stk.NOTE_TEXT) || flagged(text))
                      .ifPresent(text -> values.put(field, IN_PLACE)));
    }
    Node decided =
        nodes.update(
            elevated, id, Optional.empty(), new Change(values, Set.of(), Set.of(Stk.FLAG_DECIDED)));
    audit.record(actor.did(Action.FLAG_DECIDE, id, Map.of("decision", decision)));
    return decided;
  }

  private boolean flagged(String text) {
    return !screening.of(text).isEmpty();
  }
}
