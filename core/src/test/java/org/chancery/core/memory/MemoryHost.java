package org.chancery.core.memory;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.chancery.core.audit.AuditTrail.AuditEntry;
import org.chancery.core.destruction.Destroyer;
import org.chancery.core.destruction.Destruction;
import org.chancery.core.destruction.ErasedProcesses;
import org.chancery.core.destruction.Eraser;
import org.chancery.core.destruction.Removed;
import org.chancery.core.destruction.Traces;
import org.chancery.core.repository.AccessList;
import org.chancery.core.repository.Caller;
import org.chancery.core.repository.Checkpoint;
import org.chancery.core.repository.Contents;
import org.chancery.core.repository.Grant;
import org.chancery.core.repository.Node;
import org.chancery.core.repository.NodeId;
import org.chancery.core.repository.Nodes;
import org.chancery.core.repository.OtherKeeper;
import org.chancery.core.repository.Permissions;
import org.chancery.core.repository.Sequences;
import org.chancery.core.repository.Transactions;
import org.chancery.core.repository.Versions;
import org.chancery.core.vocabulary.Cm;
import org.chancery.model.ContentModel;
import org.chancery.model.ContentModels;

/**
 * A host in memory: one transaction at a time, rolled back by putting the state before it back. The
 * state survives the objects that work on it, so a test can "crash" and go on.
 */
public final class MemoryHost implements Transactions {
  private static final ContentModel MODEL = ContentModels.shipped();

  private final ReentrantLock lock = new ReentrantLock();
  private final Clock clock;
  private final NodeId root = NodeId.random();
  private final MemoryNodes nodes;
  private final MemoryContents contents;
  private final MemoryVersions versions;
  private final MemoryPermissions permissions;
  private final MemoryLedger ledger;
  private final MemoryQueue queue;
  private final MemoryAnswers answers;
  private final MemoryClocks clocks;
  private final MemoryEngine engine;
  private final Destruction destruction;
  private final MemoryPackager packager = new MemoryPackager();
  private final Map<NodeId, OtherKeeper.Kept> keptByOthers = new ConcurrentHashMap<>();
  MemoryState state = new MemoryState();
  private int depth;
  private List<Runnable> after = new ArrayList<>();

  public MemoryHost(Clock clock, Checkpoint checkpoint) {
    this.clock = clock;
    permissions = new MemoryPermissions(this);
    nodes = new MemoryNodes(this, permissions, MODEL);
    versions = new MemoryVersions(this, nodes, permissions);
    contents = new MemoryContents(this, nodes, checkpoint);
    ledger = new MemoryLedger(this);
    queue = new MemoryQueue(this);
    answers = new MemoryAnswers(this);
    clocks = new MemoryClocks(this);
    engine = new MemoryEngine(this);
    destruction =
        new Destroyer(
            nodes,
            versions,
            this,
            Traces.NONE,
            new MemoryRemains(this),
            List.of(
                new ErasedProcesses(engine, this), new MemoryBytes(this, contents), new Reader()),
            checkpoint);
    state.nodes.put(
        root,
        new Node(
            root,
            Cm.FOLDER,
            Set.of(),
            Optional.empty(),
            "root",
            Map.of(),
            Map.of(),
            1,
            "system",
            clock.instant(),
            "system",
            clock.instant()));
    state.access.put(
        root, new AccessList(false, Set.of(new Grant(Caller.EVERYONE, Grant.Role.READER))));
  }

  public NodeId root() {
    return root;
  }

  public Clock clock() {
    return clock;
  }

  public ContentModel model() {
    return MODEL;
  }

  public Nodes nodes() {
    return nodes;
  }

  /** Whether these bytes are kept, whatever refers to them. */
  public boolean keeps(String sha256) {
    return contents.has(sha256);
  }

  public Contents contents() {
    return contents;
  }

  public Versions versions() {
    return versions;
  }

  public Permissions permissions() {
    return permissions;
  }

  public MemoryLedger ledger() {
    return ledger;
  }

  public MemoryQueue queue() {
    return queue;
  }

  public MemoryAnswers answers() {
    return answers;
  }

  public MemoryClocks clocks() {
    return clocks;
  }

  public MemoryEngine engine() {
    return engine;
  }

  public Destruction destruction() {
    return destruction;
  }

  /** Writes packages. */
  public MemoryPackager packager() {
    return packager;
  }

  /** Why something cannot be erased yet, such as a reader that holds on; nothing when empty. */
  public volatile Optional<String> obstacle = Optional.empty();

  private final class Reader implements Eraser {
    @Override
    public String where() {
      return "database";
    }

    @Override
    public List<String> erase(Removed removed) {
      return obstacle.stream().toList();
    }
  }

  /** Wherever something of it is kept: nodes, versions, queued work, the ledger, streams. */
  public List<String> wherever(String word) {
    return within(
        () -> {
          List<String> found = new ArrayList<>();
          state.nodes.values().stream()
              .filter(node -> (node.name() + " " + node.properties()).contains(word))
              .forEach(node -> found.add(word + " in " + node.type() + " " + node.name()));
          state
              .versions
              .values()
              .forEach(
                  all ->
                      all.stream()
                          .filter(each -> each.toString().contains(word))
                          .forEach(each -> found.add(word + " in a version")));
          state.queue.values().stream()
              .filter(each -> each.toString().contains(word))
              .forEach(each -> found.add(word + " in " + each));
          state.ledger.stream()
              .filter(each -> each.toString().contains(word))
              .forEach(each -> found.add(word + " in " + each));
          contents.holding(word).forEach(each -> found.add(word + " in bytes " + each));
          return found;
        });
  }

  /** What others keep in the same tree; nothing, unless {@link #keptByOthers} says so. */
  public OtherKeeper others() {
    return id -> Optional.ofNullable(keptByOthers.get(id));
  }

  /** What others keep from now on; a test changes it. */
  public Map<NodeId, OtherKeeper.Kept> keptByOthers() {
    return keptByOthers;
  }

  public Sequences sequences() {
    return name -> within(() -> state.sequences.merge(name, 1L, Long::sum));
  }

  /** What the searcher of this host sees. */
  public MemorySearcher searcher() {
    return new MemorySearcher(this, nodes, permissions, MODEL);
  }

  <T> T within(Supplier<T> work) {
    lock.lock();
    try {
      return work.get();
    } finally {
      lock.unlock();
    }
  }

  void requireTransaction() {
    if (depth == 0) {
      throw new IllegalStateException("Not in a write transaction");
    }
  }

  @Override
  public <T> T write(Supplier<T> work) {
    List<Runnable> due;
    T result;
    lock.lock();
    try {
      if (depth > 0) {
        return work.get();
      }
      MemoryState before = state.copy();
      depth++;
      try {
        result = work.get();
      } catch (RuntimeException | Error e) {
        List<AuditEntry> apart = ledger.takeApart();
        state = before;
        state.ledger.addAll(apart);
        after.clear();
        throw e;
      } finally {
        depth--;
      }
      ledger.takeApart();
      due = after;
      after = new ArrayList<>();
    } finally {
      lock.unlock();
    }
    due.forEach(Runnable::run);
    return result;
  }

  @Override
  public <T> T writeApart(Supplier<T> work) {
    return within(() -> depth == 0 ? write(work) : ledger.apart(work));
  }

  @Override
  public <T> T read(Supplier<T> work) {
    return within(work);
  }

  @Override
  public void afterCommit(Runnable action) {
    requireTransaction();
    after.add(action);
  }
}
