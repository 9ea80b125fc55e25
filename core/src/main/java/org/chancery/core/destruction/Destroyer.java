package org.chancery.core.destruction;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.chancery.core.holds.HoldRule;
import org.chancery.core.repository.Caller;
import org.chancery.core.repository.Checkpoint;
import org.chancery.core.repository.Held;
import org.chancery.core.repository.Node;
import org.chancery.core.repository.NodeId;
import org.chancery.core.repository.Nodes;
import org.chancery.core.repository.Transactions;
import org.chancery.core.repository.Versions;
import org.chancery.core.vocabulary.Cor;
import org.chancery.core.vocabulary.Rec;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Removes on a host's own ports, and has one place after another erased. */
public final class Destroyer implements Destruction {
  private static final Logger LOG = LoggerFactory.getLogger(Destroyer.class);
  private static final Caller SYSTEM = Caller.ofSystem();

  private final Nodes nodes;
  private final Versions versions;
  private final Transactions transactions;
  private final Traces traces;
  private final Remains remains;
  private final List<Eraser> erasers;
  private final Checkpoint checkpoint;
  private final HoldRule holds;
  private final ReentrantLock erasing = new ReentrantLock();

  /**
   * On a host.
   *
   * @param nodes the host's own, not guarded
   * @param versions the host's own
   * @param transactions the host's
   * @param traces what the host notes beside
   * @param remains what is left
   * @param erasers every place where something may be left, in the order in which it is erased
   * @param checkpoint told {@code erase-} and the place before each, {@code erase-forget} at the
   *     end
   */
  public Destroyer(
      Nodes nodes,
      Versions versions,
      Transactions transactions,
      Traces traces,
      Remains remains,
      List<Eraser> erasers,
      Checkpoint checkpoint) {
    this.nodes = nodes;
    this.versions = versions;
    this.transactions = transactions;
    this.traces = traces;
    this.remains = remains;
    this.erasers = List.copyOf(erasers);
    this.checkpoint = checkpoint;
    this.holds = new HoldRule(nodes);
  }

  @Override
  public void remove(Caller elevated, NodeId folder) {
    Caller caller = elevated.elevated();
    // Kept from changing first, so that a hold that is placed at the same moment is seen.
    List<Node> all = nodes.holdAll(caller, folder);
    // Each by itself, too: what is destroyed must not hang on the marks above being right.
    boolean held =
        holds.held(folder).isPresent()
            || all.stream().anyMatch(node -> node.aspects().contains(Rec.HELD));
    if (held) {
      throw new Held(
          "'"
              + all.get(0).name()
              + "' is under a hold, or something above or in it is: it is not destroyed before the"
              + " hold is released.");
    }
    List<Left> left = new ArrayList<>();
    all.forEach(node -> note(node, left));
    left.addAll(traces.of(folder));
    remains.add(left);
    nodes.delete(caller, folder, Optional.empty());
  }

  @Override
  public void overwritten(Collection<NodeId> all) {
    remains.add(all.stream().map(each -> new Left(Left.Kind.NODE, each.value())).toList());
  }

  private void note(Node node, List<Left> left) {
    left.add(new Left(Left.Kind.NODE, node.id().value()));
    node.contents().values().forEach(each -> left.add(bytes(each.sha256())));
    for (Versions.Version version : versions.list(SYSTEM, node.id())) {
      version.contents().values().forEach(each -> left.add(bytes(each.sha256())));
    }
    node.text(Cor.PROCESS_ID).ifPresent(id -> left.add(new Left(Left.Kind.PROCESS, id)));
  }

  private static Left bytes(String sha256) {
    return new Left(Left.Kind.BYTES, sha256);
  }

  @Override
  public List<Remnant> erase() {
    erasing.lock();
    try {
      Set<Left> left = transactions.read(remains::all);
      return left.isEmpty() ? List.of() : erase(left);
    } finally {
      erasing.unlock();
    }
  }

  private List<Remnant> erase(Set<Left> noted) {
    Removed removed = Removed.of(noted);
    List<Remnant> still = new ArrayList<>();
    for (Eraser eraser : erasers) {
      checkpoint.reached("erase-" + eraser.where());
      long from = System.nanoTime();
      List<String> left = attempt(eraser, removed);
      left.forEach(why -> still.add(new Remnant(eraser.where(), why)));
      LOG.info(
          "Erasing what {} removed items left: {} in {} ms, {} left",
          removed.nodes().size(),
          eraser.where(),
          TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - from),
          left.size());
    }
    if (still.isEmpty()) {
      checkpoint.reached("erase-forget");
      transactions.write(() -> remains.forget(noted));
    }
    return List.copyOf(still);
  }

  /** What goes wrong in one place does not keep the others from being erased. */
  private static List<String> attempt(Eraser eraser, Removed removed) {
    try {
      return eraser.erase(removed);
    } catch (RuntimeException e) {
      LOG.error("Erasing failed: {}", eraser.where(), e);
      return List.of("Erasing failed; the server's log says why. It is tried again.");
    }
  }
}
