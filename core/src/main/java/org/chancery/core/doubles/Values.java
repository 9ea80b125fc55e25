package org.chancery.core.doubles;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.chancery.core.repository.Caller;
import org.chancery.core.repository.Change;
import org.chancery.core.repository.Node;
import org.chancery.core.repository.NodeId;
import org.chancery.core.repository.Nodes;
import org.chancery.core.stakeholders.Fields;
import org.chancery.core.stakeholders.Stakeholders;
import org.chancery.core.vocabulary.Stk;
import org.chancery.model.ContentModel;
import org.chancery.model.PropertyDefinition;
import org.chancery.model.QName;

/** The fields of two entries, and what else is said of one of them, such as not to contact them. */
final class Values {
  private static final Caller SYSTEM = Caller.ofSystem();
  private static final String PREFIX = "stk:";

  private final Nodes nodes;
  private final ContentModel model;
  private final Stakeholders stakeholders;
  private final Ties ties;

  Values(Nodes nodes, ContentModel model, Stakeholders stakeholders, Ties ties) {
    this.nodes = nodes;
    this.model = model;
    this.stakeholders = stakeholders;
    this.ties = ties;
  }

  /** Gives the entry that stays what was chosen. */
  void give(Caller elevated, Node from, Node into, MergeChoices choices, Journal journal) {
    Fields fields = into.type().equals(Stk.PERSON) ? Fields.OF_PERSON : Fields.OF_ORGANIZATION;
    Map<QName, Object> chosen = choices.values(fields, into, from);
    chosen.forEach(
        (property, is) ->
            journal.add(
                new Journal.Field(into.id(), property, into.properties().get(property), is)));
    Map<QName, Object> wanted = new LinkedHashMap<>(chosen);
    Set<QName> aspects = new LinkedHashSet<>();
    for (QName aspect : from.aspects()) {
      // What was said of one of them, and not to contact them above all, is said of the person.
      if (aspect.toString().startsWith(PREFIX) && !into.aspects().contains(aspect)) {
        aspects.add(aspect);
        wanted.putAll(of(aspect, from));
        journal.add(new Journal.Added(aspect));
      }
    }
    Change change = Change.of(wanted);
    Node changed =
        Fields.naming(
            () ->
                nodes.update(
                    elevated,
                    into.id(),
                    Optional.empty(),
                    new Change(change.set(), change.remove(), aspects)));
    file(elevated, changed);
  }

  /** The values an aspect has at a node. */
  private Map<QName, Object> of(QName aspect, Node node) {
    Map<QName, Object> values = new LinkedHashMap<>();
    for (PropertyDefinition each : model.find(aspect).orElseThrow().properties()) {
      Object value = node.properties().get(each.name());
      if (value != null) {
        values.put(each.name(), value);
      }
    }
    return values;
  }

  /** Puts an entry where its name belongs. */
  void file(Caller elevated, Node entry) {
    if (entry.type().equals(Stk.PERSON)) {
      stakeholders.people().filed(elevated, entry);
    } else {
      stakeholders.organizations().filed(elevated, entry);
    }
  }

  /**
   * Takes back what {@link #give} and private numbers put together changed, unless changed since.
   */
  void takeBack(Caller elevated, Node from, Node into, List<Journal.Entry> journal) {
    Map<NodeId, Map<QName, Object>> before = new LinkedHashMap<>();
    for (Journal.Entry each : journal) {
      if (each instanceof Journal.Field field) {
        nodes
            .find(SYSTEM, field.node())
            .filter(node -> Objects.equals(node.properties().get(field.property()), field.is()))
            .ifPresent(
                node ->
                    before
                        .computeIfAbsent(field.node(), id -> new LinkedHashMap<>())
                        .put(field.property(), field.was()));
      }
    }
    before.forEach((id, values) -> nodes.update(elevated, id, Optional.empty(), Change.of(values)));
    Set<QName> aspects = new LinkedHashSet<>();
    for (Journal.Entry each : journal) {
      if (each instanceof Journal.Added added && unchanged(added.aspect(), from, into)) {
        aspects.add(added.aspect());
      }
    }
    Node changed =
        nodes.update(
            elevated,
            into.id(),
            Optional.empty(),
            new Change(Map.of(), Set.of(), Set.of(), aspects));
    file(elevated, changed);
  }

  private boolean unchanged(QName aspect, Node from, Node into) {
    return into.aspects().contains(aspect)
        && of(aspect, into).equals(of(aspect, from))
        && ties.comingFrom(into).stream()
            .filter(each -> each.declaredBy().equals(aspect))
            .allMatch(each -> nodes.targets(SYSTEM, into.id(), each.name()).isEmpty());
  }
}
