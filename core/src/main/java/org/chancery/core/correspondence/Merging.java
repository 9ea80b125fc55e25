package org.chancery.core.correspondence;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.chancery.core.access.Actor;
import org.chancery.core.audit.Action;
import org.chancery.core.audit.AuditTrail;
import org.chancery.core.records.DeclaredRecord;
import org.chancery.core.repository.AccessList;
import org.chancery.core.repository.Caller;
import org.chancery.core.repository.Change;
import org.chancery.core.repository.Declared;
import org.chancery.core.repository.Denied;
import org.chancery.core.repository.Grant;
import org.chancery.core.repository.Invalid;
import org.chancery.core.repository.Node;
import org.chancery.core.repository.NodeId;
import org.chancery.core.repository.NodeName;
import org.chancery.core.repository.Nodes;
import org.chancery.core.repository.NotFound;
import org.chancery.core.repository.Permission;
import org.chancery.core.repository.Permissions;
import org.chancery.core.repository.WrongState;
import org.chancery.core.vocabulary.Cor;
import org.chancery.core.vocabulary.Rec;
import org.chancery.model.QName;

/**
 * Makes one case folder of two that turn out to be for the same holder, and takes that back
 * (requirement C3). What is in a folder moves as it is: whatever refers to a case file, a tasking
 * or a received item refers to it still. The emptied folder stays, and keeps what undoing needs.
 */
public final class Merging {
  private static final String INHERITS = "INHERITS";
  private static final int LONGEST = 2000;

  private final CaseFolders folders;
  private final Nodes nodes;
  private final Permissions permissions;
  private final AuditTrail audit;
  private final Clock clock;

  /** On these ports. */
  public Merging(
      CaseFolders folders, Nodes nodes, Permissions permissions, AuditTrail audit, Clock clock) {
    this.folders = folders;
    this.nodes = nodes;
    this.permissions = permissions;
    this.audit = audit;
    this.clock = clock;
  }

  /**
   * Moves all of one folder into another, within the transaction in progress.
   *
   * @param reason why; kept with the emptied folder
   * @return the folder that has everything now
   * @throws NotFound when one of them is not there for the actor
   * @throws Invalid without a reason, or into itself
   * @throws Denied when the actor may not see and change all of both
   * @throws WrongState when one is locked or merged already, or a file in it is closed
   * @throws Declared when there is a record in it
   */
  public Node merge(Actor actor, NodeId from, NodeId into, String reason) {
    folders.get(actor.caller(), from);
    if (reason == null || reason.isBlank() || reason.length() > LONGEST) {
      throw new Invalid(Map.of("reason", "must have between 1 and " + LONGEST + " characters"));
    }
    if (into == null || from.equals(into)) {
      throw new Invalid(Map.of("into", "must be another case folder"));
    }
    folders.get(actor.caller(), into);
    Caller elevated = actor.caller().elevated();
    hold(elevated, from, into);
    Node source = folders.get(elevated, from);
    Node target = folders.get(elevated, into);
    List<Node> contents = movable(actor, source, target);
    if (source.aspects().contains(Cor.MERGED) || target.aspects().contains(Cor.MERGED)) {
      throw new WrongState("One of the two was merged into another before.");
    }
    taken(elevated, target);
    List<String> moved = new ArrayList<>();
    for (Node each : contents) {
      moved.add(each.id().value() + " " + each.name());
      String name = NodeName.of(each.name()).freeIn(nodes, elevated, into).value();
      nodes.move(elevated, each.id(), into, name);
    }
    Optional<Instant> before = target.instant(Cor.LAST_ACTIVITY);
    Optional<Instant> own = source.instant(Cor.LAST_ACTIVITY);
    Instant after =
        own.filter(mine -> before.isEmpty() || mine.isAfter(before.get()))
            .or(() -> before)
            .orElse(clock.instant());
    folders.activity().moved(elevated, into, after);
    Map<QName, Object> kept = new HashMap<>();
    kept.put(Cor.MERGED_INTO, into.value());
    kept.put(Cor.MERGE_REASON, reason.strip());
    kept.put(Cor.MERGED_BY, actor.caller().user());
    kept.put(Cor.MERGED_AT, clock.instant());
    if (!moved.isEmpty()) {
      kept.put(Cor.MERGED_CONTENTS, moved);
    }
    before.ifPresent(at -> kept.put(Cor.MERGE_ACTIVITY_BEFORE, at));
    kept.put(Cor.MERGE_ACTIVITY_AFTER, after);
    nodes.update(elevated, from, Optional.empty(), new Change(kept, Set.of(), Set.of(Cor.MERGED)));
    folders.activity().changed(elevated, from);
    folders.opened(elevated, into);
    audit.record(actor.did(Action.MERGE, from, Map.of("change", "merge", "into", into.value())));
    return nodes.get(elevated, into);
  }

  /**
   * Puts everything back where it was, within the transaction in progress. What came into the other
   * folder since stays there.
   *
   * @param from the emptied folder
   * @return the folder that has its own again
   * @throws NotFound when it is not there for the actor
   * @throws Denied when the actor may not see and change all of both
   * @throws WrongState when it was not merged, or what was in it is no longer all there
   * @throws Declared when a record was made of something in it
   */
  public Node undo(Actor actor, NodeId from) {
    Caller elevated = actor.caller().elevated();
    Node seen = folders.get(actor.caller(), from);
    NodeId into =
        seen.text(Cor.MERGED_INTO)
            .map(NodeId::of)
            .orElseThrow(() -> new WrongState("This case folder was not merged into another."));
    hold(elevated, from, into);
    Node source = folders.get(elevated, from);
    Node target = folders.get(elevated, into);
    Set<NodeId> there = new HashSet<>();
    movable(actor, target, source).forEach(node -> there.add(node.id()));
    List<String> moved = source.list(Cor.MERGED_CONTENTS);
    for (String line : moved) {
      if (!there.contains(NodeId.of(line.substring(0, line.indexOf(' '))))) {
        throw new WrongState(
            "Something that was in it has been moved or deleted since; it cannot be put back.");
      }
    }
    for (String line : moved) {
      int space = line.indexOf(' ');
      nodes.move(elevated, NodeId.of(line.substring(0, space)), from, line.substring(space + 1));
    }
    boolean quiet =
        target.instant(Cor.LAST_ACTIVITY).equals(source.instant(Cor.MERGE_ACTIVITY_AFTER));
    // Where something was done in it since, that counts.
    Optional<Instant> latest =
        source
            .instant(Cor.MERGE_ACTIVITY_BEFORE)
            .filter(before -> quiet)
            .or(() -> target.instant(Cor.LAST_ACTIVITY));
    folders.activity().moved(elevated, into, latest.orElse(clock.instant()));
    givenBack(elevated, target);
    nodes.update(
        elevated,
        from,
        Optional.empty(),
        new Change(Map.of(), Set.of(), Set.of(), Set.of(Cor.MERGED)));
    folders.opened(elevated, into);
    folders.opened(elevated, from);
    folders.activity().changed(elevated, from);
    audit.record(actor.did(Action.MERGE, from, Map.of("change", "undo", "from", into.value())));
    return nodes.get(elevated, from);
  }

  /**
   * Counts one more that is merged into it. Merges are undone in any order: what to go back to when
   * no file in it says any more who sees it, is therefore kept with the folder that has the files.
   */
  private void taken(Caller elevated, Node target) {
    Map<QName, Object> values = new HashMap<>();
    values.put(Cor.MERGES_HELD, held(target) + 1);
    if (held(target) == 0 && folders.files(elevated, target.id()).isEmpty()) {
      values.put(Cor.MERGE_ACCESS, lines(permissions.get(elevated, target.id())));
    }
    nodes.update(
        elevated,
        target.id(),
        Optional.empty(),
        new Change(values, Set.of(), Set.of(Cor.HOLDS_MERGED)));
  }

  private void givenBack(Caller elevated, Node target) {
    List<String> access = target.list(Cor.MERGE_ACCESS);
    if (!access.isEmpty() && folders.files(elevated, target.id()).isEmpty()) {
      permissions.set(elevated, target.id(), list(access));
    }
    Change change =
        held(target) > 1
            ? Change.of(Map.of(Cor.MERGES_HELD, held(target) - 1))
            : new Change(Map.of(), Set.of(), Set.of(), Set.of(Cor.HOLDS_MERGED));
    nodes.update(elevated, target.id(), Optional.empty(), change);
  }

  private static int held(Node target) {
    return target.properties().get(Cor.MERGES_HELD) instanceof Number number
        ? number.intValue()
        : 0;
  }

  /** Always in the same order, so that two who merge the same two wait, not for each other. */
  private void hold(Caller elevated, NodeId one, NodeId other) {
    boolean first = one.value().compareTo(other.value()) < 0;
    nodes.hold(elevated, first ? one : other);
    nodes.hold(elevated, first ? other : one);
  }

  /** What is in the folder, once it is sure that all of it may be moved to the other. */
  private List<Node> movable(Actor actor, Node from, Node into) {
    Branch source = Branch.of(nodes, permissions, actor.caller(), from);
    Branch target = Branch.of(nodes, permissions, actor.caller(), into);
    // One answer, whatever stands in the way: it tells nothing of what is hidden (requirement P4).
    boolean all =
        source.hidden().isEmpty()
            && target.hidden().isEmpty()
            && permissions.allowed(actor.caller(), from.id(), Permission.WRITE)
            && permissions.allowed(actor.caller(), into.id(), Permission.WRITE)
            && permissions.allowed(actor.caller(), into.id(), Permission.ADD_CHILD)
            && source.children().stream()
                .allMatch(
                    child ->
                        permissions.allowed(actor.caller(), child.node().id(), Permission.DELETE));
    if (!all) {
      throw new Denied("You may not merge these two case folders, nor take a merge of them back.");
    }
    for (Node folder : List.of(from, into)) {
      DeclaredRecord.requireNone(folder);
      if (folder.aspects().contains(Rec.HOLDS_RECORDS)) {
        throw new Declared(
            "There is a declared record in '" + folder.name() + "': it stays where it is.");
      }
      if (folder.aspects().contains(Cor.LOCKED)) {
        throw new WrongState("'" + folder.name() + "' is locked; unlock it first.");
      }
    }
    List<Node> contents = source.children().stream().map(Branch::node).toList();
    for (Node each : contents) {
      if (each.type().equals(Cor.CASE_FILE) && CaseFile.of(each).closed()) {
        throw new WrongState(
            "Case file " + each.name() + " is closed; open it again before it is moved.");
      }
    }
    return contents;
  }

  private static List<String> lines(AccessList list) {
    List<String> lines = new ArrayList<>();
    lines.add(list.inherits() ? INHERITS : "ALONE");
    list.grants().stream()
        .map(grant -> grant.role() + " " + grant.authority())
        .sorted()
        .forEach(lines::add);
    return lines;
  }

  private static AccessList list(List<String> lines) {
    Set<Grant> grants = new HashSet<>();
    for (String line : lines) {
      int space = line.indexOf(' ');
      if (space > 0) {
        grants.add(
            new Grant(line.substring(space + 1), Grant.Role.valueOf(line.substring(0, space))));
      }
    }
    return new AccessList(lines.contains(INHERITS), grants);
  }
}
