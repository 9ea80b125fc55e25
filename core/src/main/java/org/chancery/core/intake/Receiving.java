package org.chancery.core.intake;

import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.chancery.core.audit.Action;
import org.chancery.core.audit.AuditTrail;
import org.chancery.core.correspondence.GivingWay;
import org.chancery.core.correspondence.Place;
import org.chancery.core.repository.Caller;
import org.chancery.core.repository.Checkpoint;
import org.chancery.core.repository.ContentInfo;
import org.chancery.core.repository.Contents;
import org.chancery.core.repository.NameTaken;
import org.chancery.core.repository.NewNode;
import org.chancery.core.repository.Node;
import org.chancery.core.repository.NodeId;
import org.chancery.core.repository.NodeName;
import org.chancery.core.repository.Nodes;
import org.chancery.core.repository.Transactions;
import org.chancery.core.vocabulary.Cm;
import org.chancery.core.vocabulary.Cor;
import org.chancery.model.QName;

/**
 * Takes originals in, exactly once each (requirements C1, C14): first the bytes, synced to disk,
 * then one transaction with the node, its place in the reading queue and its row in the ledger. An
 * arrival that comes again under its claim is the item it already is.
 */
public final class Receiving {
  /** Media type of what nobody has looked into yet. */
  static final String UNKNOWN_TYPE = "application/octet-stream";

  private static final int TRIES = 20;

  private final Nodes nodes;
  private final GivingWay room;
  private final Contents contents;
  private final WorkQueue queue;
  private final Transactions transactions;
  private final AuditTrail audit;
  private final Checkpoint checkpoint;
  private final Clock clock;
  private Runnable listener = () -> {};

  /** On these ports. */
  public Receiving(
      Nodes nodes,
      GivingWay room,
      Contents contents,
      WorkQueue queue,
      Transactions transactions,
      AuditTrail audit,
      Checkpoint checkpoint,
      Clock clock) {
    this.nodes = nodes;
    this.room = room;
    this.contents = contents;
    this.queue = queue;
    this.transactions = transactions;
    this.audit = audit;
    this.checkpoint = checkpoint;
    this.clock = clock;
  }

  /** Has someone told, after the commit, that there is something to read. */
  void onReceived(Runnable told) {
    listener = told;
  }

  /**
   * Takes an arrival in and commits. A component that is not known leads to the mailroom, with a
   * note for the clerk.
   */
  public Node receive(Arrival arrival) {
    ContentInfo stored = contents.store(arrival.bytes(), UNKNOWN_TYPE);
    return withFreshName(() -> transactions.write(() -> enter(arrival, stored)));
  }

  /**
   * Enters an original whose bytes have been stored, within the transaction in progress; the
   * arrival's own stream is not touched.
   *
   * @throws NameTaken when someone took the name meanwhile; try again
   */
  public Node enter(Arrival arrival, ContentInfo stored) {
    return enter(arrival, stored, IntakeState.RECEIVED);
  }

  /**
   * Enters an original whose text is known already: nothing is left to be read.
   *
   * @throws NameTaken when someone took the name meanwhile; try again
   */
  Node enterRead(Arrival arrival, ContentInfo stored) {
    return enter(arrival, stored, IntakeState.READY);
  }

  private Node enter(Arrival arrival, ContentInfo stored, IntakeState first) {
    Caller system = Caller.ofSystem();
    Optional<Node> known = known(arrival.claimId());
    boolean same = known.filter(node -> holds(node, stored)).isPresent();
    if (same) {
      return known.get();
    }
    // Other bytes under a claim that was received: someone went on writing. That is one more item.
    String claimId =
        known.isEmpty()
            ? arrival.claimId()
            : arrival.claimId() + ":" + stored.sha256().substring(0, 16);
    Optional<Node> late = known.isEmpty() ? Optional.empty() : known(claimId);
    if (late.isPresent()) {
      return late.get();
    }
    Optional<NodeId> folder =
        arrival
            .component()
            .map(code -> Place.intakeOf(Optional.of(code)))
            .filter(id -> nodes.find(system, id).isPresent());
    NodeId parent = folder.orElseGet(() -> Place.intakeOf(Optional.empty()));
    Optional<Reason> reason =
        stored.size() == 0 ? Optional.of(EMPTY) : note(arrival, folder, known.isPresent());
    IntakeState state = stored.size() == 0 ? IntakeState.QUARANTINED : first;
    Map<QName, Object> properties = new HashMap<>();
    properties.put(Cor.CLAIM_ID, claimId);
    properties.put(Cor.SHA256, stored.sha256());
    properties.put(Cor.RECEIVED_AT, clock.instant());
    properties.put(Cor.CHANNEL, arrival.channel());
    properties.put(Cor.INTAKE_STATE, state.code());
    NodeName name = NodeName.of(arrival.name());
    properties.put(Cor.ORIGINAL_NAME, printable(arrival.name(), name));
    folder
        .flatMap(id -> arrival.component())
        .ifPresent(code -> properties.put(Cor.DROP_COMPONENT, code));
    reason.ifPresent(
        why -> {
          properties.put(Cor.INTAKE_REASON, why.code());
          properties.put(Cor.INTAKE_EXPLANATION, why.explanation());
        });
    Caller elevated = arrival.actor().caller().elevated();
    Node created =
        nodes.create(
            elevated,
            new NewNode(
                NodeId.random(),
                parent,
                Cor.DOCUMENT,
                room.free(arrival.actor().caller(), parent, name),
                Set.of(Cor.RECEIVED),
                properties));
    Node node = contents.attach(elevated, created.id(), Cm.CONTENT, stored);
    audit.record(
        arrival
            .actor()
            .did(
                Action.RECEIVE,
                node.id(),
                Map.of(
                    "sha256", stored.sha256(),
                    "channel", arrival.channel(),
                    "claim", claimId)));
    if (state == IntakeState.RECEIVED) {
      queue.add(ReadingWork.QUEUE, node.id().value());
      transactions.afterCommit(listener);
    } else if (state == IntakeState.QUARANTINED) {
      audit.record(
          arrival.actor().did(Action.QUARANTINE, node.id(), Map.of("reason", EMPTY.code())));
    }
    transactions.afterCommit(() -> checkpoint.reached("after-commit"));
    checkpoint.reached("before-commit");
    return node;
  }

  private Optional<Node> known(String claimId) {
    return nodes.byProperty(Caller.ofSystem(), Cor.CLAIM_ID, claimId, 1).stream().findFirst();
  }

  private static boolean holds(Node node, ContentInfo stored) {
    return node.text(Cor.SHA256).filter(stored.sha256()::equals).isPresent();
  }

  private static final Reason EMPTY =
      new Reason("empty", "The file has no content. Ask the sender, or scan the letter again.");

  private static final Reason CHANGED_LATE =
      new Reason(
          "changed-late",
          "It was written to after it had been received; the earlier state is an item of its own.");

  private static Optional<Reason> note(
      Arrival arrival, Optional<NodeId> folder, boolean changedLate) {
    if (changedLate) {
      return Optional.of(CHANGED_LATE);
    }
    if (arrival.component().isPresent() && folder.isEmpty()) {
      return Optional.of(
          new Reason(
              "unknown-component",
              "It was addressed to '"
                  + NodeName.of(arrival.component().get()).value()
                  + "', which is no component; it came to the mailroom instead."));
    }
    return arrival.note();
  }

  /** The name as it came, unless it holds what no text may hold. */
  private static String printable(String name, NodeName cleaned) {
    boolean clean =
        name.length() <= 255 && !name.isBlank() && name.matches("[^\\p{Cntrl}\\p{Cs}]+");
    return clean ? name : cleaned.value();
  }

  /** Someone else may take the name between the look and the commit. */
  private static Node withFreshName(Supplier<Node> attempt) {
    for (int tries = 1; ; tries++) {
      try {
        return attempt.get();
      } catch (NameTaken e) {
        if (tries == TRIES) {
          throw e;
        }
      }
    }
  }
}
