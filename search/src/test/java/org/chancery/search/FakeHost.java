package org.chancery.search;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.chancery.core.repository.Caller;
import org.chancery.core.repository.NodeId;
import org.chancery.core.search.ChangeFeed;
import org.chancery.core.search.IndexEntry;
import org.chancery.model.QName;

/**
 * A host in memory: a tree with inherited readers and a feed whose numbers are given when a
 * transaction writes, not when it commits, as a database does. Its position only moves past what no
 * open transaction can overtake.
 */
final class FakeHost implements ChangeFeed {
  private int mostAtOnce;
  private long askedForMasks;

  private static final class Item {
    private NodeId parent;
    private String name;
    private String text;
    private Set<String> ownReaders;
  }

  private final Map<NodeId, Item> items = new TreeMap<>(Comparator.comparing(NodeId::value));
  private final Map<Long, Change> visible = new TreeMap<>();
  private final List<AccessChange> pending = new ArrayList<>();
  private final List<Transaction> open = new ArrayList<>();
  private final List<AccessChange> indexed = new ArrayList<>();
  private final Map<NodeId, RuntimeException> broken = new LinkedHashMap<>();
  private long sequence;
  private volatile boolean holdsBackAccess;
  private volatile boolean announced;
  private volatile Runnable listener = () -> {};
  final NodeId root;

  FakeHost() {
    root = add(null, "root", "");
  }

  /** Writes that become visible together, later. */
  final class Transaction {
    private final long first = sequence + 1;
    private final List<Runnable> effects = new ArrayList<>();

    NodeId add(NodeId parent, String name, String text) {
      NodeId id = NodeId.random();
      long number = next();
      effects.add(
          () -> {
            put(id, parent, name, text);
            visible.put(number, new Change(number, id, false));
          });
      return id;
    }

    void commit() {
      synchronized (FakeHost.this) {
        effects.forEach(Runnable::run);
        open.remove(this);
        listener.run();
      }
    }
  }

  synchronized Transaction begin() {
    Transaction transaction = new Transaction();
    open.add(transaction);
    return transaction;
  }

  synchronized NodeId add(NodeId parent, String name, String text) {
    NodeId id = NodeId.random();
    put(id, parent, name, text);
    changed(id, false);
    return id;
  }

  synchronized void rewrite(NodeId id, String text) {
    items.get(id).text = text;
    changed(id, false);
  }

  synchronized void rename(NodeId id, String name) {
    items.get(id).name = name;
    changed(id, true);
  }

  synchronized void move(NodeId id, NodeId parent) {
    items.get(id).parent = parent;
    changed(id, true);
    pending.add(new AccessChange(next(), id));
  }

  synchronized void delete(NodeId id) {
    List.copyOf(items.keySet()).stream()
        .filter(each -> lineage(each).contains(id))
        .toList()
        .forEach(items::remove);
    changed(id, false);
  }

  /** Only these may read the node and what inherits from it; null to inherit again. */
  synchronized void readers(NodeId id, Set<String> readers) {
    items.get(id).ownReaders = readers;
    changed(id, false);
    pending.add(new AccessChange(next(), id));
  }

  /** Tells the indexer of no change of permission until this is called with false. */
  synchronized void holdBackAccess(boolean hold) {
    holdsBackAccess = hold;
  }

  synchronized void breakNode(NodeId id) {
    broken.put(id, new IllegalStateException("cannot be read"));
  }

  synchronized void mend(NodeId id) {
    broken.remove(id);
  }

  synchronized List<AccessChange> indexedAccess() {
    return List.copyOf(indexed);
  }

  synchronized Set<NodeId> ids() {
    return Set.copyOf(items.keySet());
  }

  synchronized boolean mayRead(Caller caller, NodeId id) {
    return caller.system() || !Collections.disjoint(readersOf(id), caller.authorities());
  }

  private void put(NodeId id, NodeId parent, String name, String text) {
    Item item = new Item();
    item.parent = parent;
    item.name = name;
    item.text = text;
    items.put(id, item);
  }

  private synchronized long next() {
    return ++sequence;
  }

  private void changed(NodeId id, boolean subtree) {
    long number = next();
    visible.put(number, new Change(number, id, subtree));
    listener.run();
  }

  /** From now on the indexer is told of every commit. */
  void announceTo(Runnable told) {
    listener = told;
    announced = true;
  }

  @Override
  public boolean announced() {
    return announced && !holdsBackAccess;
  }

  private List<NodeId> lineage(NodeId id) {
    List<NodeId> all = new ArrayList<>();
    for (NodeId at = id; at != null && items.containsKey(at); at = items.get(at).parent) {
      all.add(at);
    }
    return all;
  }

  private Set<String> readersOf(NodeId id) {
    return lineage(id).stream()
        .map(each -> items.get(each).ownReaders)
        .filter(own -> own != null)
        .findFirst()
        .orElse(Set.of(TestEntries.STAFF));
  }

  @Override
  public synchronized Batch after(String position, int limit) {
    long from = position.isEmpty() ? 0 : Long.parseLong(position);
    long horizon =
        open.stream().mapToLong(transaction -> transaction.first).min().orElse(sequence + 1);
    List<Change> later =
        visible.values().stream().filter(change -> change.sequence() > from).toList();
    List<Change> safe = later.stream().filter(change -> change.sequence() < horizon).toList();
    List<Change> batch = new ArrayList<>(safe.subList(0, Math.min(limit, safe.size())));
    boolean more = safe.size() > limit;
    long end = from;
    if (!batch.isEmpty()) {
      end = batch.get(batch.size() - 1).sequence();
    }
    if (!more) {
      later.stream().filter(change -> change.sequence() >= horizon).forEach(batch::add);
    }
    return new Batch(batch, String.valueOf(end), more);
  }

  /** The most nodes that were asked for together. */
  synchronized int mostAtOnce() {
    return mostAtOnce;
  }

  @Override
  public List<IndexEntry> entries(List<NodeId> ids) {
    synchronized (this) {
      mostAtOnce = Math.max(mostAtOnce, ids.size());
    }
    return ChangeFeed.super.entries(ids);
  }

  @Override
  public synchronized Optional<IndexEntry> entry(NodeId id) {
    if (broken.containsKey(id)) {
      throw broken.get(id);
    }
    if (!items.containsKey(id)) {
      return Optional.empty();
    }
    Item item = items.get(id);
    List<NodeId> lineage = lineage(id);
    List<String> names =
        new ArrayList<>(lineage.stream().map(each -> items.get(each).name).toList());
    Collections.reverse(names);
    return Optional.of(
        new IndexEntry(
            id,
            List.of(QName.of("cor:document")),
            Set.of(),
            item.name,
            String.join("/", names),
            lineage.subList(1, lineage.size()),
            readersOf(id),
            Map.of(),
            List.of(item.text),
            Instant.EPOCH,
            Instant.EPOCH));
  }

  @Override
  public synchronized List<NodeId> all(Optional<NodeId> after, int limit) {
    return items.keySet().stream()
        .filter(id -> after.isEmpty() || id.value().compareTo(after.get().value()) > 0)
        .limit(limit)
        .toList();
  }

  @Override
  public synchronized List<Readers> readersBelow(NodeId top, Optional<NodeId> after, int limit) {
    return items.keySet().stream()
        .filter(id -> after.isEmpty() || id.value().compareTo(after.get().value()) > 0)
        .filter(id -> lineage(id).contains(top))
        .limit(limit)
        .map(id -> new Readers(id, readersOf(id)))
        .toList();
  }

  @Override
  public synchronized List<AccessChange> pendingAccessChanges() {
    return holdsBackAccess ? List.of() : List.copyOf(pending);
  }

  @Override
  public synchronized void accessIndexed(AccessChange change) {
    pending.remove(change);
    indexed.add(change);
  }

  synchronized long timesAskedForMasks() {
    return askedForMasks;
  }

  @Override
  public synchronized Set<NodeId> maskedFor(Caller caller) {
    askedForMasks++;
    Set<NodeId> masked = new java.util.HashSet<>();
    pending.stream()
        .map(AccessChange::top)
        .filter(items::containsKey)
        .filter(top -> !mayRead(caller, top))
        .forEach(masked::add);
    return masked;
  }
}
