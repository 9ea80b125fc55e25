package org.chancery.core.search;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.chancery.core.repository.Checkpoint;
import org.chancery.core.repository.NodeId;
import org.chancery.core.search.ChangeFeed.AccessChange;
import org.chancery.core.search.ChangeFeed.Batch;
import org.chancery.core.search.ChangeFeed.Change;
import org.chancery.core.search.ChangeFeed.Readers;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The indexer's work, one pass after the other, on the indexer's thread. Each pass follows the feed
 * to its end and then handles one slice of what takes long (below moved folders, below locked ones,
 * a rebuild), so that a single write never waits for ten thousand nodes.
 *
 * <p>Everything is repeatable: a pass that fails is simply run again, and the committed position is
 * held back while anything before it is unfinished.
 */
final class IndexPass {

  private static final Logger LOG = LoggerFactory.getLogger(IndexPass.class);

  /** Redelivered changes are recognised among so many of the latest. */
  private static final int REMEMBERED = 50_000;

  /** So many nodes are in memory at once, each with its whole text. */
  private static final int TOGETHER = 50;

  /** A node whose reading failed so often is set aside, so that it does not hold up the others. */
  private static final int ATTEMPTS = 3;

  /** Without a search waiting, changes become visible so long after each other, to save work. */
  private static final long RESTFUL_REFRESH = Duration.ofMillis(500).toNanos();

  private final SearchIndex index;
  private final ChangeFeed feed;
  private final Indexer.Settings settings;
  private final Checkpoint checkpoint;

  private final Map<NodeId, Below> moved = new LinkedHashMap<>();
  private final Map<AccessChange, Below> relocked = new LinkedHashMap<>();
  private final List<AccessChange> awaitingCommit = new ArrayList<>();
  private final Set<Long> seen = new LinkedHashSet<>();
  private final Map<NodeId, Integer> failures = new HashMap<>();
  private final Set<NodeId> setAside = new LinkedHashSet<>();

  private String position;
  private Optional<String> held = Optional.empty();
  private Optional<Rebuild> rebuild = Optional.empty();
  private boolean filled;
  private boolean unseen;
  private int uncommitted;
  private long lastRefresh;
  private long lastCommit = System.nanoTime();
  private volatile boolean stopped;
  private volatile Progress progress = new Progress("", 0, false, Set.of());

  IndexPass(SearchIndex index, ChangeFeed feed, Indexer.Settings settings, Checkpoint checkpoint) {
    this.index = index;
    this.feed = feed;
    this.settings = settings;
    this.checkpoint = checkpoint;
  }

  /** Ends a long pass early. */
  void stop() {
    stopped = true;
  }

  Progress progress() {
    return progress;
  }

  /** Whether the last pass left nothing to do: searches see all of it and nothing is masked. */
  boolean isQuiet() {
    return !unfinished() && !unseen;
  }

  /** How long to rest before the next pass when nobody asks for one. */
  Duration pause() {
    return unfinished() ? Duration.ZERO : settings.poll();
  }

  /** From now on, read every node again. */
  void startRebuild() {
    if (position == null) {
      begin();
    }
    hold();
    rebuild = Optional.of(new Rebuild(index, feed, settings.slice()));
  }

  /**
   * Brings the index up to date with the feed.
   *
   * @param asked whether somebody waits for it
   * @return whether searches now see everything that was committed before the call
   */
  boolean catchUp(boolean asked) {
    if (position == null) {
      begin();
    }
    follow();
    slice();
    boolean refreshed = !unseen;
    if (unseen && (asked && filled || System.nanoTime() - lastRefresh > RESTFUL_REFRESH)) {
      refresh();
      refreshed = true;
    }
    progress =
        new Progress(
            position, moved.size() + relocked.size(), rebuild.isPresent(), Set.copyOf(setAside));
    return filled && refreshed && !stopped;
  }

  /** Makes durable what is due for it. */
  void settle() {
    boolean due =
        uncommitted >= settings.commitEvery()
            || System.nanoTime() - lastCommit > settings.commitAfter().toNanos();
    if (!awaitingCommit.isEmpty() || due && durablePositionMoved()) {
      commit();
    }
  }

  /** Makes everything durable now. */
  void commit() {
    if (position == null) {
      return;
    }
    if (unseen) {
      refresh();
    }
    if (uncommitted > 0 || durablePositionMoved()) {
      checkpoint.reached(Checkpoint.INDEX_COMMIT);
      index.commit(durablePosition());
      uncommitted = 0;
    }
    lastCommit = System.nanoTime();
    while (!awaitingCommit.isEmpty()) {
      feed.accessIndexed(awaitingCommit.get(0));
      awaitingCommit.remove(0);
    }
  }

  /** Has the index forget, in its files too, what is gone by where it stands. */
  List<String> expunge() {
    List<String> still = index.expunge(durablePosition());
    uncommitted = 0;
    unseen = false;
    lastCommit = System.nanoTime();
    return rebuild.isPresent()
        ? List.of("The index is being filled again. Try again when it is whole.")
        : still;
  }

  private void begin() {
    String committed = index.committedPosition();
    filled = !committed.isEmpty();
    if (!filled) {
      String end = feed.end();
      LOG.info("The search index is filled from the repository");
      held = Optional.of("");
      rebuild = Optional.of(new Rebuild(index, feed, settings.slice()));
      position = end;
    } else {
      position = committed;
    }
  }

  private boolean unfinished() {
    return position == null
        || !moved.isEmpty()
        || !relocked.isEmpty()
        || rebuild.isPresent()
        || !awaitingCommit.isEmpty();
  }

  private boolean durablePositionMoved() {
    return uncommitted > 0 || !durablePosition().equals(index.committedPosition());
  }

  private String durablePosition() {
    return held.orElse(position);
  }

  /** While something before it is unfinished, a commit must not claim the position. */
  private void hold() {
    if (held.isEmpty()) {
      held = Optional.of(position);
    }
  }

  private void release() {
    if (moved.isEmpty() && rebuild.isEmpty()) {
      held = Optional.empty();
    }
  }

  private void refresh() {
    index.refresh();
    unseen = false;
    lastRefresh = System.nanoTime();
  }

  private void follow() {
    int limit = settings.batch();
    boolean more = true;
    while (more && !stopped) {
      Batch batch = feed.after(position, limit);
      take(batch.changes().stream().filter(change -> !seen.contains(change.sequence())).toList());
      // Where the position stands still there is only more to see by asking for more.
      limit = batch.position().equals(position) ? limit * 2 : settings.batch();
      position = batch.position();
      more = batch.more();
      if (uncommitted >= settings.commitEvery()) {
        commit();
      }
    }
  }

  private void take(List<Change> changes) {
    if (changes.isEmpty()) {
      return;
    }
    if (changes.stream().anyMatch(Change::subtree)) {
      hold();
    }
    replace(changes.stream().map(Change::id).collect(Collectors.toCollection(LinkedHashSet::new)));
    for (Change change : changes) {
      if (change.subtree()) {
        moved.put(change.id(), new Below(change.id()));
      }
      seen.add(change.sequence());
    }
    Iterator<Long> oldest = seen.iterator();
    for (int surplus = seen.size() - REMEMBERED; surplus > 0; surplus--) {
      oldest.next();
      oldest.remove();
    }
  }

  private void slice() {
    Set<AccessChange> pending = new LinkedHashSet<>(feed.pendingAccessChanges());
    relocked.keySet().retainAll(pending);
    awaitingCommit.retainAll(pending);
    pending.removeAll(awaitingCommit);
    pending.forEach(change -> relocked.putIfAbsent(change, new Below(change.top())));
    int budget = settings.slice();
    while (budget > 0 && !stopped && !relocked.isEmpty()) {
      Map.Entry<AccessChange, Below> next = relocked.entrySet().iterator().next();
      budget -= reread(next.getValue(), this::replaceReaders);
      if (next.getValue().done) {
        awaitingCommit.add(next.getKey());
        relocked.remove(next.getKey());
      }
    }
    while (budget > 0 && !stopped && !moved.isEmpty()) {
      Below next = moved.values().iterator().next();
      budget -= reread(next, this::replaceAll);
      if (next.done) {
        moved.remove(next.top);
      }
    }
    if (budget > 0 && rebuild.isPresent()) {
      Rebuild.Step step = rebuild.get().next();
      replace(step.nodes());
      rebuild.get().done(step);
      if (step.last()) {
        rebuild = Optional.empty();
        filled = true;
      }
    }
    release();
  }

  /** One slice below a folder; says how many nodes it had. */
  private int reread(Below below, Consumer<List<Readers>> work) {
    List<Readers> slice = feed.readersBelow(below.top, below.after, settings.slice());
    if (!slice.isEmpty()) {
      work.accept(slice);
      below.after = Optional.of(slice.get(slice.size() - 1).id());
    }
    below.done = slice.size() < settings.slice();
    return Math.max(1, slice.size());
  }

  private void replaceReaders(List<Readers> slice) {
    slice.forEach(each -> index.applyReaders(each.id(), each.authorities()));
    changed(slice.size());
  }

  private void replaceAll(List<Readers> slice) {
    replace(slice.stream().map(Readers::id).toList());
  }

  private void replace(Collection<NodeId> nodes) {
    List<NodeId> all = List.copyOf(nodes);
    for (int from = 0; from < all.size(); from += TOGETHER) {
      replaceTogether(all.subList(from, Math.min(all.size(), from + TOGETHER)));
    }
  }

  private void replaceTogether(List<NodeId> nodes) {
    List<IndexEntry> entries = read(List.copyOf(nodes));
    Set<NodeId> gone = new HashSet<>(nodes);
    entries.forEach(entry -> gone.remove(entry.id()));
    index.apply(entries, gone);
    changed(nodes.size());
  }

  private void changed(int nodes) {
    uncommitted += nodes;
    unseen = true;
  }

  private List<IndexEntry> read(List<NodeId> nodes) {
    try {
      List<IndexEntry> entries = feed.entries(nodes);
      setAside.removeAll(nodes);
      return entries;
    } catch (RuntimeException e) {
      LOG.warn("Reading {} nodes for the index failed; reading them one by one", nodes.size(), e);
      return readEach(nodes);
    }
  }

  /**
   * Tells the node that cannot be read from a host that cannot be reached: when all of several fail
   * it is the host, and nothing is held against any of them.
   */
  private List<IndexEntry> readEach(List<NodeId> nodes) {
    List<IndexEntry> entries = new ArrayList<>();
    Map<NodeId, RuntimeException> failed = new LinkedHashMap<>();
    for (NodeId node : nodes) {
      try {
        feed.entry(node).ifPresent(entries::add);
        failures.remove(node);
        setAside.remove(node);
      } catch (RuntimeException e) {
        failed.put(node, e);
      }
    }
    if (failed.size() == nodes.size() && nodes.size() > 1) {
      throw failed.values().iterator().next();
    }
    failed.keySet().forEach(node -> failures.merge(node, 1, Integer::sum));
    for (Map.Entry<NodeId, RuntimeException> each : failed.entrySet()) {
      if (failures.get(each.getKey()) < ATTEMPTS) {
        throw each.getValue();
      }
    }
    failed.forEach(
        (node, problem) -> {
          if (setAside.add(node)) {
            LOG.error("Node {} cannot be read and is left out of the index", node, problem);
          }
        });
    return entries;
  }

  /** How far it went below one folder. */
  private static final class Below {
    private final NodeId top;
    private Optional<NodeId> after = Optional.empty();
    private boolean done;

    Below(NodeId top) {
      this.top = top;
    }
  }

  /**
   * Where it stands.
   *
   * @param position followed so far
   * @param pending folders below which nodes are still to be indexed
   * @param building whether every node is being read
   * @param setAside nodes that could not be read
   */
  record Progress(String position, int pending, boolean building, Set<NodeId> setAside) {}
}
