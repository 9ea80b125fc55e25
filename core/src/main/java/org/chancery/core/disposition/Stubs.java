package org.chancery.core.disposition;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.chancery.core.access.Actor;
import org.chancery.core.records.Declaration;
import org.chancery.core.repository.Caller;
import org.chancery.core.repository.NewNode;
import org.chancery.core.repository.Node;
import org.chancery.core.repository.NodeId;
import org.chancery.core.repository.Nodes;
import org.chancery.core.repository.NotFound;
import org.chancery.core.repository.Page;
import org.chancery.core.repository.Versions;
import org.chancery.core.schedule.Clocks;
import org.chancery.core.vocabulary.Rec;
import org.chancery.model.QName;

/**
 * What stays of what was disposed of, a folder per year. Whoever reads here must be allowed to know
 * of dispositions.
 */
public final class Stubs {
  private static final Caller SYSTEM = Caller.ofSystem();
  private static final int PAGE = 500;

  private final Nodes nodes;
  private final Versions versions;
  private final Declaration declaration;
  private final NodeId folder;
  private final ZoneId office;
  private final Clock clock;

  Stubs(
      Nodes nodes,
      Versions versions,
      Declaration declaration,
      NodeId folder,
      ZoneId office,
      Clock clock) {
    this.nodes = nodes;
    this.versions = versions;
    this.declaration = declaration;
    this.folder = folder;
    this.office = office;
    this.clock = clock;
  }

  /**
   * Writes down what a folder was, as a record, within the transaction in progress.
   *
   * @param whole the folder and all below it
   */
  Stub keep(
      Actor actor,
      Disposition disposition,
      DispositionItem item,
      Clocks.Eligible eligible,
      List<Node> whole) {
    Contained what = Contained.of(whole);
    Map<QName, Object> values = new HashMap<>();
    values.put(Rec.STUB_OF, item.folder().value());
    values.put(Rec.STUB_SERIES, eligible.series().code());
    values.put(Rec.STUB_AUTHORITY, eligible.series().authority());
    values.put(Rec.STUB_ACTION, disposition.action().code());
    Contained.from(whole, office).ifPresent(day -> values.put(Rec.STUB_FROM, day));
    values.put(Rec.STUB_TO, LocalDate.ofInstant(eligible.activityAt(), office));
    values.put(Rec.DISPOSED_AT, clock.instant().truncatedTo(ChronoUnit.MILLIS));
    values.put(Rec.STUB_FILES, what.files());
    values.put(Rec.STUB_DOCUMENTS, what.documents());
    values.put(Rec.STUB_BYTES, what.bytes());
    several(values, Rec.STUB_NUMBERS, what.numbers());
    several(values, Rec.STUB_HASHES, Contained.hashes(whole, versions));
    several(
        values,
        Rec.STUB_APPROVALS,
        disposition.approvals().stream().map(Disposition.Approval::by).toList());
    values.put(Rec.STUB_DISPOSITION, disposition.id().value());
    disposition.accession().ifPresent(number -> values.put(Rec.STUB_ACCESSION, number));
    Caller elevated = actor.caller().elevated();
    NodeId parent = DispositionBook.year(nodes, elevated, folder, clock);
    NewNode made =
        new NewNode(
            DispositionBook.derived("stub:" + item.id()),
            parent,
            Rec.STUB,
            disposition.number() + "-" + item.place(),
            Set.of(),
            values);
    return Stub.of(declaration.born(actor, made));
  }

  private static void several(Map<QName, Object> values, QName name, List<String> list) {
    if (!list.isEmpty()) {
      values.put(name, list);
    }
  }

  /**
   * The stub.
   *
   * @throws NotFound when there is none of that id
   */
  public Stub get(NodeId id) {
    return find(id).orElseThrow(() -> new NotFound(id));
  }

  Optional<Stub> find(NodeId id) {
    return nodes.find(SYSTEM, id).filter(node -> node.type().equals(Rec.STUB)).map(Stub::of);
  }

  /**
   * Those that fit, the latest year first, by number within it.
   *
   * @param q part of a number or code of it; empty for all
   * @param after the cursor of the page before
   */
  public Page<Stub> list(Optional<String> q, Optional<String> after, int limit) {
    Optional<String> wanted = q.map(text -> text.strip().toLowerCase(Locale.ROOT));
    return list(stub -> wanted.isEmpty() || fits(stub, wanted.get()), after, limit);
  }

  Page<Stub> list(Predicate<Stub> fits, Optional<String> after, int limit) {
    List<Stub> found = new ArrayList<>();
    boolean reached = after.isEmpty();
    Optional<String[]> at = after.map(cursor -> cursor.split("/", 2));
    if (at.filter(parts -> parts.length != 2).isPresent()) {
      throw new IllegalArgumentException("No cursor of ours: " + after.get());
    }
    for (Node year : DispositionBook.years(nodes, folder)) {
      reached = reached || year.name().equals(at.get()[0]);
      Optional<String> cursor = Optional.empty();
      while (reached) {
        Page<Node> page = nodes.children(SYSTEM, year.id(), cursor, PAGE);
        for (Node node : page.items()) {
          boolean later =
              at.isEmpty()
                  || !year.name().equals(at.get()[0])
                  || node.name().compareTo(at.get()[1]) > 0;
          if (later && node.type().equals(Rec.STUB) && fits.test(Stub.of(node))) {
            found.add(Stub.of(node));
            if (found.size() == limit) {
              return new Page<>(found, Optional.of(year.name() + "/" + node.name()));
            }
          }
        }
        cursor = page.cursor();
        if (cursor.isEmpty()) {
          break;
        }
      }
    }
    return new Page<>(found, Optional.empty());
  }

  private static boolean fits(Stub stub, String wanted) {
    List<String> all = new ArrayList<>(stub.numbers());
    all.addAll(List.of(stub.name(), stub.series(), stub.authority(), stub.of()));
    stub.accession().ifPresent(all::add);
    return all.stream().anyMatch(each -> each.toLowerCase(Locale.ROOT).contains(wanted));
  }
}
