package org.chancery.core.outreach;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.chancery.core.access.Account;
import org.chancery.core.access.Accounts;
import org.chancery.core.access.Actor;
import org.chancery.core.background.OwnThread;
import org.chancery.core.correspondence.Place;
import org.chancery.core.intake.WorkQueue;
import org.chancery.core.intake.WorkQueue.Work;
import org.chancery.core.repository.Caller;
import org.chancery.core.repository.Change;
import org.chancery.core.repository.Invalid;
import org.chancery.core.repository.NewNode;
import org.chancery.core.repository.Node;
import org.chancery.core.repository.NodeId;
import org.chancery.core.repository.Nodes;
import org.chancery.core.repository.NotFound;
import org.chancery.core.repository.Transactions;
import org.chancery.core.search.Searcher;
import org.chancery.core.search.Tally;
import org.chancery.core.stakeholders.Drawers;
import org.chancery.core.stakeholders.HandOver;
import org.chancery.core.stakeholders.Owners;
import org.chancery.core.stakeholders.Standing;
import org.chancery.core.vocabulary.Stk;
import org.chancery.model.QName;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Hands over all that somebody who leaves has owned (requirement S10), in the background: a killed
 * process goes on where it was. What whoever ordered it may not hand over stays, and is not
 * counted.
 */
public final class Leavers implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Leavers.class);
  private static final Caller SYSTEM = Caller.ofSystem();
  private static final String QUEUE = "hand-over";
  private static final String RUNNING = "running";
  private static final Duration POLL = Duration.ofSeconds(2);
  private static final Duration LEASE = Duration.ofMinutes(2);
  private static final Duration AGAIN = Duration.ofSeconds(30);
  private static final int PART = 100;
  private static final List<QName> TYPES =
      List.of(Stk.PERSON, Stk.ORGANIZATION, Stk.EVENT, Stk.INTERACTION, Stk.ISSUE);

  private final Nodes nodes;
  private final Transactions transactions;
  private final WorkQueue queue;
  private final Searcher searcher;
  private final Accounts accounts;
  private final HandOver handOver;
  private final OwnThread thread = new OwnThread("hand-over");

  /** Nothing runs before {@link #start}. */
  public Leavers(
      Nodes nodes,
      Transactions transactions,
      WorkQueue queue,
      Searcher searcher,
      Accounts accounts,
      HandOver handOver) {
    this.nodes = nodes;
    this.transactions = transactions;
    this.queue = queue;
    this.searcher = searcher;
    this.accounts = accounts;
    this.handOver = handOver;
  }

  /**
   * How far it has come.
   *
   * @param state {@code running}, {@code done} or {@code failed}
   * @param done how many have been handed over
   * @param of how many there were
   */
  public record Progress(
      NodeId id, String from, String to, String by, String state, int done, Optional<Integer> of) {
    static Progress of(Node node) {
      return new Progress(
          node.id(),
          node.text(Stk.HAND_FROM).orElseThrow(),
          node.text(Stk.HAND_TO).orElseThrow(),
          node.text(Stk.HAND_BY).orElseThrow(),
          node.text(Stk.HAND_STATE).orElseThrow(),
          (Integer) node.properties().getOrDefault(Stk.HAND_DONE, 0),
          Optional.ofNullable((Integer) node.properties().get(Stk.HAND_OF)));
    }
  }

  /**
   * Orders it, within the transaction in progress.
   *
   * @throws Invalid for nobody to hand over from, or what {@link HandOver#to} refuses
   */
  public Progress order(Actor actor, String from, HandOver.To to) {
    if (from == null || from.isBlank() || from.equals(to.user())) {
      throw new Invalid(Map.of("from", "must be an account, and another one than the new owner"));
    }
    NodeId id = NodeId.random();
    Map<QName, Object> values = new HashMap<>();
    values.put(Stk.HAND_FROM, from);
    values.put(Stk.HAND_TO, to.user());
    to.component().ifPresent(code -> values.put(Stk.HAND_COMPONENT, code));
    values.put(Stk.HAND_REASON, to.reason());
    values.put(Stk.HAND_BY, actor.caller().user());
    values.put(Stk.HAND_STATE, RUNNING);
    Node made =
        nodes.create(
            SYSTEM,
            new NewNode(
                id,
                Place.STAKEHOLDERS.below("Hand-overs"),
                Stk.HAND_OVER,
                Drawers.name("Hand-over", id),
                Set.of(),
                values));
    queue.add(QUEUE, id.value());
    return Progress.of(made);
  }

  /**
   * How far one has come, for whoever ordered it.
   *
   * @throws NotFound when the caller ordered none of that id
   */
  public Progress progress(Caller caller, NodeId id) {
    return nodes
        .find(SYSTEM, id)
        .filter(node -> node.type().equals(Stk.HAND_OVER))
        .filter(node -> node.text(Stk.HAND_BY).filter(caller.user()::equals).isPresent())
        .map(Progress::of)
        .orElseThrow(() -> new NotFound(id));
  }

  /** Begins to look for what was ordered. */
  public void start() {
    thread.every(Duration.ZERO, POLL, "Handing over failed", this::once);
  }

  /** Does now what there is to do, on the calling thread; not to be called in a transaction. */
  public void once() {
    Optional<Work> next = queue.take(QUEUE, LEASE);
    while (next.isPresent() && !thread.ending()) {
      Work work = next.get();
      try {
        goOn(work);
      } catch (RuntimeException e) {
        LOG.error("Hand-over {} failed; it is tried again", work.key(), e);
        queue.later(work, AGAIN, String.valueOf(e.getMessage()));
      }
      next = queue.take(QUEUE, LEASE);
    }
  }

  private void goOn(Work work) {
    NodeId id = NodeId.of(work.key());
    Node order = transactions.read(() -> nodes.get(SYSTEM, id));
    Optional<Account> by = accounts.find(order.text(Stk.HAND_BY).orElseThrow());
    if (by.isEmpty()) {
      end(work, id, "failed");
      return;
    }
    Actor actor = Actor.of(by.get(), "system");
    HandOver.To to =
        new HandOver.To(
            order.text(Stk.HAND_TO).orElseThrow(),
            order.text(Stk.HAND_COMPONENT),
            order.text(Stk.HAND_REASON).orElseThrow());
    List<NodeId> entries = entries(actor.caller(), order.text(Stk.HAND_FROM).orElseThrow());
    int before = Progress.of(order).done();
    transactions.write(() -> set(id, Map.of(Stk.HAND_OF, before + entries.size())));
    for (int from = 0; from < entries.size(); from += PART) {
      if (thread.ending()) {
        queue.release(work);
        return;
      }
      List<NodeId> part = entries.subList(from, Math.min(entries.size(), from + PART));
      transactions.write(() -> part(actor, id, part, to));
      queue.extend(work, LEASE);
    }
    end(work, id, "done");
  }

  /** Those the actor may hand over, in the order in which everybody holds them. */
  private List<NodeId> entries(Caller caller, String owner) {
    List<NodeId> found = new ArrayList<>();
    for (QName type : TYPES) {
      Tally owned = Tally.of(type).with(new Tally.AnyOf("stk:ownerUser", Set.of(owner)));
      int from = 0;
      Tally.Listed listed;
      do {
        listed = searcher.listed(owned, Tally.DAY, from, PART, caller);
        nodes.findAll(caller, listed.ids()).stream()
            .filter(node -> Owners.answers(caller, node))
            .map(Node::id)
            .forEach(found::add);
        from += PART;
      } while (from < listed.total());
    }
    return Standing.inOrder(found);
  }

  private void part(Actor actor, NodeId order, List<NodeId> part, HandOver.To to) {
    String from = nodes.get(SYSTEM, order).text(Stk.HAND_FROM).orElseThrow();
    List<Node> still =
        nodes.findAll(actor.caller(), part).stream()
            .filter(node -> node.text(Stk.OWNER_USER).filter(from::equals).isPresent())
            .toList();
    still.forEach(node -> handOver.handOver(actor, node, to));
    int done = Progress.of(nodes.hold(SYSTEM, order)).done() + still.size();
    set(order, Map.of(Stk.HAND_DONE, done));
  }

  private void end(Work work, NodeId id, String state) {
    transactions.write(
        () -> {
          set(id, Map.of(Stk.HAND_STATE, state));
          if (!queue.done(work)) {
            throw new IllegalStateException("Another node has taken over " + work.key());
          }
        });
  }

  private void set(NodeId id, Map<QName, Object> values) {
    nodes.update(SYSTEM, id, Optional.empty(), Change.of(values));
  }

  @Override
  public void close() {
    thread.close();
  }
}
