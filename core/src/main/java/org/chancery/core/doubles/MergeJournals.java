package org.chancery.core.doubles;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.chancery.core.correspondence.Place;
import org.chancery.core.erasure.Described;
import org.chancery.core.erasure.Keeper;
import org.chancery.core.erasure.Mentions;
import org.chancery.core.repository.Caller;
import org.chancery.core.repository.Change;
import org.chancery.core.repository.Node;
import org.chancery.core.repository.NodeId;
import org.chancery.core.repository.Nodes;
import org.chancery.core.stakeholders.Standing;
import org.chancery.core.vocabulary.Stk;
import org.chancery.model.QName;

/**
 * What journals of merges say of somebody who is erased: what their own entry said before others
 * were merged into it, and their name in what was written of others.
 */
final class MergeJournals implements Keeper {
  private static final Caller SYSTEM = Caller.ofSystem();

  private final Nodes nodes;
  private final Standing standing;

  MergeJournals(Nodes nodes, Standing standing) {
    this.nodes = nodes;
    this.standing = standing;
  }

  @Override
  public String what() {
    return "journals of merges of others";
  }

  @Override
  public List<Described> known(NodeId person) {
    List<Described> known = new ArrayList<>();
    for (Node merged : standing.merged(person)) {
      Map<NodeId, Map<QName, Object>> before = new LinkedHashMap<>();
      for (Journal.Entry each : Journal.read(merged.list(Stk.MERGE_JOURNAL))) {
        if (each instanceof Journal.Field field) {
          before
              .computeIfAbsent(field.node(), id -> new LinkedHashMap<>())
              .put(field.property(), field.was());
        }
      }
      before.forEach(
          (id, was) ->
              nodes
                  .find(SYSTEM, id)
                  .filter(node -> node.type().equals(Stk.PERSON))
                  .ifPresent(node -> known.add(before(node, was))));
    }
    return known;
  }

  private static Described before(Node entry, Map<QName, Object> was) {
    Map<QName, Object> values = new LinkedHashMap<>(entry.properties());
    values.putAll(was);
    values.values().removeIf(Objects::isNull);
    return new Described(values, Map.of());
  }

  /** {@inheritDoc} What was merged into the entry itself goes with it, and is not looked at. */
  @Override
  public int forget(Caller elevated, NodeId person, Naming naming) {
    Set<NodeId> own = new HashSet<>();
    standing.merged(person).forEach(each -> own.add(each.id()));
    int changed = 0;
    List<NodeId> folder = List.of(Place.STAKEHOLDERS.below("Merged"));
    for (Node merged :
        Stream.of(Stk.PERSON, Stk.ORGANIZATION)
            .flatMap(type -> nodes.childrenOfAll(SYSTEM, folder, type).stream())
            .filter(each -> !own.contains(each.id()))
            .toList()) {
      List<String> lines = merged.list(Stk.MERGE_JOURNAL);
      List<String> plain = lines.stream().map(line -> plain(line, naming)).toList();
      if (!plain.equals(lines)) {
        nodes.update(
            elevated, merged.id(), Optional.empty(), Change.of(Map.of(Stk.MERGE_JOURNAL, plain)));
        changed++;
      }
    }
    return changed;
  }

  private static String plain(String line, Naming naming) {
    return Journal.read(List.of(line)).get(0) instanceof Journal.Field field
            && Mentions.isSaid(field.property())
        ? Journal.line(
            new Journal.Field(
                field.node(),
                field.property(),
                plain(field.was(), naming),
                plain(field.is(), naming)))
        : line;
  }

  private static Object plain(Object value, Naming naming) {
    if (value instanceof List<?> list) {
      return list.stream().map(each -> plain(each, naming)).toList();
    }
    return value instanceof String text ? naming.without(text) : value;
  }
}
