package org.chancery.core.memory;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.chancery.core.repository.NodeId;
import org.chancery.core.schedule.ClockRegister;
import org.chancery.core.schedule.ClockState;

/** The register of clocks in memory. */
public final class MemoryClocks implements ClockRegister {
  private static final Comparator<Row> ORDER =
      Comparator.comparing((Row row) -> row.eligibleOn().orElse(LocalDate.MAX))
          .thenComparing(row -> row.folder().value());

  private final MemoryHost host;

  MemoryClocks(MemoryHost host) {
    this.host = host;
  }

  @Override
  public Optional<Row> find(NodeId folder) {
    return host.within(() -> Optional.ofNullable(host.state.clocks.get(folder)));
  }

  @Override
  public void put(Row row) {
    host.requireTransaction();
    host.state.clocks.put(row.folder(), row);
  }

  @Override
  public void remove(NodeId folder) {
    host.requireTransaction();
    host.state.clocks.remove(folder);
    host.state.reviewed.remove(folder);
    host.state.heldClocks.remove(folder);
    host.state.clockEvents.remove(folder);
  }

  @Override
  public void keep(NodeId folder, Event event) {
    host.requireTransaction();
    List<Event> all = new ArrayList<>(host.state.clockEvents.getOrDefault(folder, List.of()));
    all.add(event);
    host.state.clockEvents.put(folder, List.copyOf(all));
  }

  @Override
  public List<Event> events(NodeId folder, int limit) {
    return host.within(
        () -> {
          List<Event> all = new ArrayList<>(host.state.clockEvents.getOrDefault(folder, List.of()));
          Collections.reverse(all);
          return all.stream().limit(limit).toList();
        });
  }

  private Stream<Row> rows(Optional<Row> after) {
    return host.state.clocks.values().stream()
        .filter(row -> after.isEmpty() || ORDER.compare(row, after.get()) > 0)
        .sorted(ORDER);
  }

  @Override
  public List<Row> due(LocalDate day, Optional<Row> after, int limit) {
    return host.within(
        () ->
            rows(after)
                .filter(row -> row.state() == ClockState.RUNNING)
                .filter(row -> row.eligibleOn().filter(on -> !on.isAfter(day)).isPresent())
                .limit(limit)
                .toList());
  }

  @Override
  public List<Row> standing(ClockState state, Optional<Row> after, int limit) {
    return host.within(() -> rows(after).filter(row -> row.state() == state).limit(limit).toList());
  }

  @Override
  public void reviewed(NodeId folder, boolean done) {
    host.requireTransaction();
    if (!done) {
      host.state.reviewed.remove(folder);
    } else if (host.state.clocks.containsKey(folder)) {
      host.state.reviewed.add(folder);
    }
  }

  @Override
  public List<Row> eligible(boolean reviewed, Optional<Row> after, int limit) {
    return host.within(
        () ->
            rows(after)
                .filter(row -> row.state() == ClockState.ELIGIBLE)
                .filter(row -> host.state.reviewed.contains(row.folder()) == reviewed)
                .limit(limit)
                .toList());
  }

  @Override
  public long countUnreviewed() {
    return eligible(false, Optional.empty(), Integer.MAX_VALUE).size();
  }

  @Override
  public Map<ClockState, Long> countWaiting() {
    return host.within(
        () -> {
          Map<ClockState, Long> counts = new EnumMap<>(ClockState.class);
          for (Row row : host.state.clocks.values()) {
            if (row.state().compareTo(ClockState.ELIGIBLE) >= 0) {
              counts.merge(row.state(), 1L, Long::sum);
            }
          }
          return counts;
        });
  }

  @Override
  public void held(NodeId folder, boolean held) {
    host.requireTransaction();
    if (held && host.state.clocks.containsKey(folder)) {
      host.state.heldClocks.add(folder);
    } else {
      host.state.heldClocks.remove(folder);
    }
  }

  @Override
  public List<Row> held(Optional<NodeId> after, int limit) {
    return host.within(
        () ->
            host.state.heldClocks.stream()
                .sorted(Comparator.comparing(NodeId::value))
                .filter(id -> after.isEmpty() || id.value().compareTo(after.get().value()) > 0)
                .limit(limit)
                .map(host.state.clocks::get)
                .toList());
  }

  @Override
  public long countHeld() {
    return host.within(() -> (long) host.state.heldClocks.size());
  }

  @Override
  public Map<String, Map<ClockState, Long>> counts() {
    return host.within(
        () -> {
          Map<String, Map<ClockState, Long>> counts = new HashMap<>();
          for (Row row : host.state.clocks.values()) {
            counts
                .computeIfAbsent(row.series().orElse(""), unused -> new EnumMap<>(ClockState.class))
                .merge(row.state(), 1L, Long::sum);
          }
          return counts;
        });
  }

  private Stream<Row> outdated(String series, long plan) {
    return host.state.clocks.values().stream()
        .filter(row -> row.series().equals(Optional.of(series)) && row.plan() < plan);
  }

  @Override
  public List<Row> outdated(String series, long plan, int limit) {
    return host.within(() -> outdated(series, plan).limit(limit).toList());
  }

  @Override
  public long countOutdated(String series, long plan) {
    return host.within(() -> outdated(series, plan).count());
  }

  @Override
  public void applied(NodeId folder, Optional<String> series) {
    host.requireTransaction();
    if (series.isPresent()) {
      host.state.applied.put(folder, series.get());
    } else {
      host.state.applied.remove(folder);
    }
  }

  @Override
  public long countApplied(String series) {
    return host.within(() -> host.state.applied.values().stream().filter(series::equals).count());
  }
}
