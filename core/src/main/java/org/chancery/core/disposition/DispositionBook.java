package org.chancery.core.disposition;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.Year;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import org.chancery.core.repository.Caller;
import org.chancery.core.repository.Change;
import org.chancery.core.repository.NewNode;
import org.chancery.core.repository.Node;
import org.chancery.core.repository.NodeId;
import org.chancery.core.repository.Nodes;
import org.chancery.core.repository.NotFound;
import org.chancery.core.repository.Page;
import org.chancery.core.repository.Sequences;
import org.chancery.core.schedule.Series;
import org.chancery.core.vocabulary.Cm;
import org.chancery.core.vocabulary.Rec;
import org.chancery.model.QName;

/**
 * The dispositions, a folder per year, each with its items below it. Whoever reads here must be
 * allowed to know of dispositions.
 */
public final class DispositionBook {
  private static final Caller SYSTEM = Caller.ofSystem();
  private static final int PAGE = 1000;

  private final Nodes nodes;
  private final Sequences sequences;
  private final NodeId folder;
  private final Clock clock;

  DispositionBook(Nodes nodes, Sequences sequences, NodeId folder, Clock clock) {
    this.nodes = nodes;
    this.sequences = sequences;
    this.folder = folder;
    this.clock = clock;
  }

  static int number(Node node, QName property) {
    return (Integer) node.properties().getOrDefault(property, 0);
  }

  static long big(Node node, QName property) {
    return ((Number) node.properties().getOrDefault(property, 0L)).longValue();
  }

  /** The disposition, when there is one of that id. */
  public Optional<Disposition> find(NodeId id) {
    return nodes
        .find(SYSTEM, id)
        .filter(node -> node.type().equals(Rec.DISPOSITION))
        .map(Disposition::of);
  }

  /**
   * The disposition.
   *
   * @throws NotFound when there is none of that id
   */
  public Disposition get(NodeId id) {
    return find(id).orElseThrow(() -> new NotFound(id));
  }

  /**
   * Those that fit, the newest first.
   *
   * @param after the number of the last one of the page before
   */
  public Page<Disposition> list(Predicate<Disposition> fits, Optional<String> after, int limit) {
    List<Disposition> found = new ArrayList<>();
    for (Node year : years(nodes, folder)) {
      List<Node> children = new ArrayList<>(children(nodes, year.id()));
      Collections.reverse(children);
      for (Node node : children) {
        boolean later = after.isEmpty() || node.name().compareTo(after.get()) < 0;
        if (later && node.type().equals(Rec.DISPOSITION)) {
          Disposition each = Disposition.of(node);
          if (fits.test(each)) {
            found.add(each);
          }
        }
        if (found.size() > limit) {
          List<Disposition> page = found.subList(0, limit);
          return new Page<>(page, Optional.of(page.get(limit - 1).number()));
        }
      }
    }
    return new Page<>(found, Optional.empty());
  }

  /** The folders of years, the latest first. */
  static List<Node> years(Nodes nodes, NodeId folder) {
    List<Node> years = new ArrayList<>(children(nodes, folder));
    Collections.reverse(years);
    return years;
  }

  static List<Node> children(Nodes nodes, NodeId parent) {
    List<Node> found = new ArrayList<>();
    Optional<String> cursor = Optional.empty();
    do {
      Page<Node> page = nodes.children(SYSTEM, parent, cursor, PAGE);
      found.addAll(page.items());
      cursor = page.cursor();
    } while (cursor.isPresent());
    return found;
  }

  /** All that a disposition names, in their order. */
  public List<DispositionItem> items(NodeId disposition) {
    return children(nodes, disposition).stream()
        .filter(node -> node.type().equals(Rec.DISPOSITION_ITEM))
        .map(DispositionItem::of)
        .toList();
  }

  /** What is still to be done of it. */
  List<DispositionItem> open(NodeId disposition) {
    return items(disposition).stream().filter(item -> item.state().open()).toList();
  }

  /** The item of a folder in a disposition. */
  Optional<DispositionItem> item(NodeId disposition, NodeId of) {
    return nodes.find(SYSTEM, itemId(disposition, of)).map(DispositionItem::of);
  }

  private static NodeId itemId(NodeId disposition, NodeId of) {
    return derived("disposition-item:" + disposition + "/" + of);
  }

  static NodeId derived(String text) {
    byte[] bytes = ("chancery:" + text).getBytes(StandardCharsets.UTF_8);
    return NodeId.of(UUID.nameUUIDFromBytes(bytes).toString());
  }

  /** The disposition, kept from changing until the transaction in progress ends. */
  Disposition hold(Caller elevated, NodeId id) {
    get(id);
    return Disposition.of(nodes.hold(elevated, id));
  }

  /** The folder of this year below another, made when it is missing. */
  static NodeId year(Nodes nodes, Caller elevated, NodeId folder, Clock clock) {
    String name = Year.now(clock.withZone(ZoneOffset.UTC)).toString();
    NodeId id = derived("year:" + folder + "/" + name);
    if (nodes.find(SYSTEM, id).isEmpty()) {
      nodes.hold(elevated, folder);
      if (nodes.find(SYSTEM, id).isEmpty()) {
        nodes.create(elevated, new NewNode(id, folder, Cm.FOLDER, name, Set.of(), Map.of()));
      }
    }
    return id;
  }

  Disposition create(
      Caller elevated, String series, Series.FinalAction action, Optional<String> reason) {
    Instant now = now();
    String year = Year.now(clock.withZone(ZoneOffset.UTC)).toString();
    String number =
        String.format(Locale.ROOT, "D-%s-%06d", year, sequences.next("disposition-" + year));
    Map<QName, Object> values = new HashMap<>();
    values.put(Rec.DISPOSITION_ACTION, action.code());
    values.put(Rec.DISPOSITION_STATE, Disposition.State.PROPOSED.code());
    values.put(Rec.DISPOSITION_SERIES, series);
    values.put(Rec.PROPOSED_AT, now);
    reason.ifPresent(
        text -> {
          values.put(Rec.PROPOSED_BY, elevated.user());
          values.put(Rec.PROPOSED_REASON, text);
        });
    NodeId parent = year(nodes, elevated, folder, clock);
    return Disposition.of(
        nodes.create(elevated, NewNode.of(parent, Rec.DISPOSITION, number, values)));
  }

  /** Names a folder more; the disposition is held. */
  DispositionItem add(
      Caller elevated, Disposition to, Contained what, Instant activityAt, NodeId of) {
    Disposition now = hold(elevated, to.id());
    Map<QName, Object> values = new HashMap<>();
    values.put(Rec.ITEM_OF, of.value());
    values.put(Rec.ITEM_STATE, DispositionItem.State.WAITING.code());
    values.put(Rec.ITEM_AT, now());
    values.put(Rec.ITEM_ACTIVITY_AT, activityAt);
    values.put(Rec.ITEM_DOCUMENTS, what.documents());
    values.put(Rec.ITEM_BYTES, what.bytes());
    what.numbers().stream().findFirst().ifPresent(number -> values.put(Rec.ITEM_NUMBER, number));
    String place = String.format(Locale.ROOT, "%04d", now.counts().items() + 1);
    Node item =
        nodes.create(
            elevated,
            new NewNode(
                itemId(to.id(), of), to.id(), Rec.DISPOSITION_ITEM, place, Set.of(), values));
    update(
        elevated,
        to.id(),
        Map.of(
            Rec.ITEM_COUNT, now.counts().items() + 1,
            Rec.DISPOSITION_DOCUMENTS, now.counts().documents() + what.documents(),
            Rec.DISPOSITION_BYTES, now.counts().bytes() + what.bytes()));
    return DispositionItem.of(item);
  }

  /** Says what became of an item; the disposition is held, and counts it. */
  void settle(
      Caller elevated,
      DispositionItem item,
      DispositionItem.State state,
      Optional<String> reason,
      Map<QName, Object> more) {
    Disposition.Counts counts = hold(elevated, item.disposition()).counts();
    Map<QName, Object> values = new HashMap<>(more);
    values.put(Rec.ITEM_STATE, state.code());
    values.put(Rec.ITEM_REASON, reason.orElse(null));
    values.put(Rec.ITEM_AT, now());
    update(elevated, item.id(), values);
    Map<QName, Object> counted = new HashMap<>();
    if (state == DispositionItem.State.DONE) {
      counted.put(Rec.ITEMS_DONE, counts.done() + 1);
    } else if (state.withdrawn()) {
      counted.put(Rec.ITEMS_WITHDRAWN, counts.withdrawn() + 1);
      counted.put(Rec.DISPOSITION_DOCUMENTS, counts.documents() - item.documents());
      counted.put(Rec.DISPOSITION_BYTES, counts.bytes() - item.bytes());
    }
    if (!counted.isEmpty()) {
      update(elevated, item.disposition(), counted);
    }
  }

  /** Writes values; a {@code null} value clears. */
  Disposition change(Caller elevated, NodeId id, Map<QName, Object> values) {
    return Disposition.of(update(elevated, id, values));
  }

  private Node update(Caller elevated, NodeId id, Map<QName, Object> values) {
    return nodes.update(elevated, id, Optional.empty(), Change.of(values));
  }

  Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MILLIS);
  }
}
