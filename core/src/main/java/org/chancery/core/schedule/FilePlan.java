package org.chancery.core.schedule;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.chancery.core.access.Actor;
import org.chancery.core.audit.Action;
import org.chancery.core.audit.AuditTrail;
import org.chancery.core.repository.Caller;
import org.chancery.core.repository.Contents;
import org.chancery.core.repository.Invalid;
import org.chancery.core.repository.NewNode;
import org.chancery.core.repository.NodeId;
import org.chancery.core.repository.Nodes;
import org.chancery.core.repository.Versions;
import org.chancery.core.vocabulary.Cm;

/**
 * The file plan (requirement R1): a table that is checked whole before anything changes, and kept
 * as a document of the file plan's folder, each version with who changed it and why.
 */
public final class FilePlan {
  private static final Caller SYSTEM = Caller.ofSystem();
  private static final String NAME = "File plan.csv";
  private static final String MEDIA_TYPE = "text/csv";
  private static final int LONGEST_REASON = 2000;

  private final Nodes nodes;
  private final Contents contents;
  private final Versions versions;
  private final SeriesNodes series;
  private final ClockRegister register;
  private final NodeId folder;
  private final AuditTrail audit;

  FilePlan(
      Nodes nodes,
      Contents contents,
      Versions versions,
      SeriesNodes series,
      ClockRegister register,
      NodeId folder,
      AuditTrail audit) {
    this.nodes = nodes;
    this.contents = contents;
    this.versions = versions;
    this.series = series;
    this.register = register;
    this.folder = folder;
    this.audit = audit;
  }

  /**
   * A series with what is under it.
   *
   * @param folders how many folders are kept under it
   * @param applied at how many folders it is applied
   * @param outdated how many of them are still to be computed anew since it was changed
   */
  public record Entry(Series series, long folders, long applied, long outdated) {}

  /**
   * What a table would change about a series, or has changed.
   *
   * @param folders how many folders that touches
   * @param columns what is different: column, from, to; none for what is added or removed
   */
  public record Difference(Series series, long folders, List<List<String>> columns) {}

  /**
   * What came of a table, or would come of it.
   *
   * @param faults while there is one, nothing changes
   */
  public record Outcome(
      List<FilePlanCsv.Fault> faults,
      List<Difference> added,
      List<Difference> changed,
      List<Difference> removed) {}

  /**
   * A version of the plan.
   *
   * @param label such as {@code 2.0}
   * @param reason why it was changed
   */
  public record Version(String label, Instant at, String by, String reason) {}

  /** The plan as it is now, by code. */
  public List<Entry> entries() {
    Map<String, Long> folders = folders();
    return series.all().stream()
        .map(
            kept -> {
              String code = kept.series().code();
              return new Entry(
                  kept.series(),
                  folders.getOrDefault(code, 0L),
                  register.countApplied(code),
                  register.countOutdated(code, kept.revision()));
            })
        .toList();
  }

  /** A series by its code. */
  public Optional<Series> find(String code) {
    return series.find(code).map(SeriesNodes.Kept::series);
  }

  private Map<String, Long> folders() {
    return register.counts().entrySet().stream()
        .collect(
            Collectors.toMap(
                Map.Entry::getKey,
                each -> each.getValue().values().stream().mapToLong(Long::longValue).sum()));
  }

  /** The plan as a table. */
  public String csv() {
    return FilePlanCsv.write(series.all().stream().map(SeriesNodes.Kept::series).toList());
  }

  /** Says what a table would change, and what is wrong with it; changes nothing. */
  public Outcome check(String csv) {
    FilePlanCsv.Read read = FilePlanCsv.read(csv);
    Map<String, Long> folders = folders();
    Map<String, Series> before =
        byCode(series.all().stream().map(SeriesNodes.Kept::series).toList());
    Map<String, Series> after = byCode(read.series());
    List<FilePlanCsv.Fault> faults = new ArrayList<>(read.faults());
    List<Difference> added = new ArrayList<>();
    List<Difference> changed = new ArrayList<>();
    List<Difference> removed = new ArrayList<>();
    after.forEach(
        (code, each) -> {
          long touched = folders.getOrDefault(code, 0L);
          if (!before.containsKey(code)) {
            added.add(new Difference(each, touched, List.of()));
          } else if (!before.get(code).equals(each)) {
            changed.add(new Difference(each, touched, columns(before.get(code), each)));
          }
        });
    if (read.faults().isEmpty()) {
      before.forEach(
          (code, each) -> {
            if (!after.containsKey(code)) {
              long under = folders.getOrDefault(code, 0L);
              long applied = register.countApplied(code);
              removed.add(new Difference(each, under, List.of()));
              if (under + applied > 0) {
                faults.add(
                    new FilePlanCsv.Fault(
                        0,
                        "code",
                        "the series "
                            + code
                            + " is missing but in use: applied at "
                            + applied
                            + " folders, "
                            + under
                            + " are kept under it"));
              }
            }
          });
    }
    return new Outcome(
        List.copyOf(faults), List.copyOf(added), List.copyOf(changed), List.copyOf(removed));
  }

  private static Map<String, Series> byCode(List<Series> all) {
    return all.stream()
        .collect(
            Collectors.toMap(
                Series::code, Function.identity(), (one, other) -> one, LinkedHashMap::new));
  }

  private static List<List<String>> columns(Series before, Series after) {
    List<String> from = Csv.rows(FilePlanCsv.write(List.of(before))).get(1);
    List<String> to = Csv.rows(FilePlanCsv.write(List.of(after))).get(1);
    List<List<String>> columns = new ArrayList<>();
    for (int i = 0; i < FilePlanCsv.COLUMNS.size(); i++) {
      if (!from.get(i).equals(to.get(i))) {
        columns.add(List.of(FilePlanCsv.COLUMNS.get(i), from.get(i), to.get(i)));
      }
    }
    return columns;
  }

  /**
   * Replaces the plan, within the transaction in progress. The clocks that it touches are computed
   * anew in the background.
   *
   * @param reason why; kept with the version
   * @throws Invalid without a reason, or when anything is wrong with the table: each fault by its
   *     row and column
   */
  public Outcome change(Actor actor, String csv, String reason) {
    if (reason == null || reason.isBlank() || reason.length() > LONGEST_REASON) {
      throw new Invalid(
          Map.of("reason", "must have between 1 and " + LONGEST_REASON + " characters"));
    }
    Caller elevated = actor.caller().elevated();
    // Held: of two who change it at once, the second has to see what the first has made of it.
    nodes.hold(elevated, folder);
    Outcome outcome = check(csv);
    if (!outcome.faults().isEmpty()) {
      Map<String, String> problems = new LinkedHashMap<>();
      outcome
          .faults()
          .forEach(
              fault ->
                  problems.merge(
                      "row "
                          + fault.row()
                          + (fault.column().isEmpty() ? "" : ", " + fault.column()),
                      fault.message(),
                      (one, other) -> one + "; " + other));
      throw new Invalid(problems);
    }
    outcome.removed().forEach(each -> series.remove(elevated, each.series()));
    outcome.added().forEach(each -> series.add(elevated, each.series()));
    outcome.changed().forEach(each -> series.change(elevated, each.series()));
    keep(elevated, reason.strip());
    audit.record(
        actor.did(
            Action.CHANGE_FILE_PLAN,
            folder,
            Map.of(
                "added", codes(outcome.added()),
                "changed", codes(outcome.changed()),
                "removed", codes(outcome.removed()))));
    return outcome;
  }

  private static String codes(List<Difference> all) {
    return all.stream().map(each -> each.series().code()).collect(Collectors.joining(" "));
  }

  private void keep(Caller elevated, String reason) {
    NodeId id = document();
    if (nodes.find(SYSTEM, id).isEmpty()) {
      nodes.create(elevated, new NewNode(id, folder, Cm.CONTENT, NAME, Set.of(), Map.of()));
    }
    byte[] bytes = csv().getBytes(StandardCharsets.UTF_8);
    contents.attach(
        elevated, id, Cm.CONTENT, contents.store(new ByteArrayInputStream(bytes), MEDIA_TYPE));
    versions.keep(elevated, id, true, reason);
  }

  private NodeId document() {
    String path = "chancery:file-plan:" + folder.value();
    return NodeId.of(UUID.nameUUIDFromBytes(path.getBytes(StandardCharsets.UTF_8)).toString());
  }

  /** Every version, the newest first. */
  public List<Version> versions() {
    if (nodes.find(SYSTEM, document()).isEmpty()) {
      return List.of();
    }
    return versions.list(SYSTEM, document()).stream()
        .map(each -> new Version(each.label(), each.at(), each.by(), each.comment()))
        .toList();
  }

  /**
   * A version as a table.
   *
   * @throws org.chancery.core.repository.NotFound when there is none of that label
   */
  public String csv(String label) {
    try (InputStream in = versions.open(SYSTEM, document(), label, Cm.CONTENT)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Whether there is none yet. */
  boolean isEmpty() {
    return series.all().isEmpty();
  }
}
