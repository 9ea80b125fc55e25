package org.chancery.core.erasure;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.chancery.core.destruction.Destruction;
import org.chancery.core.holds.HoldRule;
import org.chancery.core.repository.Caller;
import org.chancery.core.repository.Change;
import org.chancery.core.repository.Node;
import org.chancery.core.repository.NodeId;
import org.chancery.core.repository.NodeName;
import org.chancery.core.repository.Nodes;
import org.chancery.core.stakeholders.Standing;
import org.chancery.core.vocabulary.Cm;
import org.chancery.core.vocabulary.Stk;
import org.chancery.model.QName;

/** Takes a person out of all that is not their entry, and then the entry; in one transaction. */
final class Removing {
  private static final Caller SYSTEM = Caller.ofSystem();

  private final Nodes nodes;
  private final HoldRule holds;
  private final Destruction destruction;
  private final Standing standing;
  private final Mentions mentions;

  Removing(
      Nodes nodes, HoldRule holds, Destruction destruction, Standing standing, Mentions mentions) {
    this.nodes = nodes;
    this.holds = holds;
    this.destruction = destruction;
    this.standing = standing;
    this.mentions = mentions;
  }

  /** One removal under way: what it touched, and how much of each. */
  private final class Run {
    private final Caller caller;
    private final Caller elevated;
    private final Wording wording;
    private final Map<String, Integer> counts = new LinkedHashMap<>();
    private final Set<NodeId> changed = new HashSet<>();
    private final Set<NodeId> others = new HashSet<>();

    Run(Caller caller, Wording wording) {
      this.caller = caller;
      this.elevated = caller.elevated();
      this.wording = wording;
    }

    void count(String what) {
      counts.merge(what, 1, Integer::sum);
    }

    private void interactions(Node person, Map<NodeId, Mention.Choice> decisions) {
      List<NodeId> ids =
          Standing.inOrder(
              nodes.sources(SYSTEM, person.id(), Stk.WITH_PERSON).stream().map(Node::id).toList());
      for (NodeId id : ids) {
        Node node = nodes.hold(elevated, id);
        holds.requireFree(caller, node);
        boolean alone = mentions.alone(node);
        Mention.Choice choice =
            decisions.getOrDefault(id, alone ? Mention.Choice.TEXT : Mention.Choice.WORDS);
        Stream.concat(
                nodes.targets(SYSTEM, id, Stk.WITH_PERSON).stream(),
                nodes.targets(SYSTEM, id, Stk.WITH_ORGANIZATION).stream())
            .map(Node::id)
            .filter(each -> !each.equals(person.id()))
            .forEach(others::add);
        if (choice == Mention.Choice.DELETE) {
          destruction.remove(elevated, id);
          count("interactionsDeleted");
          continue;
        }
        nodes.dissociate(elevated, id, Stk.WITH_PERSON, person.id());
        if (choice == Mention.Choice.TEXT) {
          empty(id);
        } else {
          words(node, true);
        }
        changed.add(id);
        count("interactions");
      }
    }

    /** What an interaction says, and what was said of it, is gone; that there was one stays. */
    private void empty(NodeId id) {
      Set<QName> texts =
          Set.of(
              Stk.OUTCOME,
              Stk.FOLLOW_UP,
              Stk.FOLLOW_UP_DUE,
              Stk.FOLLOW_UP_DONE,
              Stk.FOLLOW_UP_STATE);
      nodes.update(
          elevated,
          id,
          Optional.empty(),
          new Change(Map.of(), texts, Set.of(), Set.of(Stk.FLAGGED, Stk.FLAG_DECIDED)));
      List<NodeId> below = new ArrayList<>();
      Optional<String> cursor = Optional.empty();
      do {
        var page = nodes.children(SYSTEM, id, cursor, 1000);
        page.items().forEach(child -> below.add(child.id()));
        cursor = page.cursor();
      } while (cursor.isPresent());
      below.forEach(child -> destruction.remove(elevated, child));
    }

    /** Takes the words out of every text of a node, its name included. */
    private void words(Node node, boolean near) {
      Map<QName, Object> values = new LinkedHashMap<>();
      Mentions.texts(node)
          .forEach(
              (property, text) -> {
                String plain = Mentions.without(property, text, wording, near);
                if (plain.equals(text)) {
                  return;
                }
                if (node.properties().get(property) instanceof List<?> list) {
                  values.put(
                      property,
                      list.stream()
                          .map(each -> wording.without(each.toString(), near))
                          .distinct()
                          .toList());
                } else {
                  values.put(property, plain.isEmpty() ? null : plain);
                }
              });
      if (!values.isEmpty()) {
        nodes.update(elevated, node.id(), Optional.empty(), Change.of(values));
      }
      boolean named = !node.type().equals(Stk.PERSON) && !node.type().equals(Stk.ORGANIZATION);
      if (named && wording.in(node.name(), false)) {
        String name = NodeName.of(wording.without(node.name(), false)).value();
        nodes.move(elevated, node.id(), node.parent().orElseThrow(), name);
      }
      changed.add(node.id());
    }

    private void mention(NodeId id, Mention.Choice choice) {
      Optional<Node> there = nodes.find(SYSTEM, id);
      if (there.isEmpty() || choice == Mention.Choice.KEEP) {
        return;
      }
      Node node = nodes.hold(elevated, id);
      holds.requireFree(caller, node);
      if (choice == Mention.Choice.DELETE) {
        destruction.remove(elevated, id);
        count("documents");
      } else {
        words(node, false);
        count("mentions");
      }
    }

    private void relations(Node person) {
      for (Node relation : nodes.sources(SYSTEM, person.id(), Stk.RELATES_TO)) {
        destruction.remove(elevated, relation.id());
        count("relations");
      }
    }

    private void entry(Node person) {
      List<Node> whole = nodes.holdAll(elevated, person.id());
      for (Node node : whole) {
        if (node.id().equals(person.id())) {
          continue;
        }
        String kind = node.type().localName();
        switch (kind) {
          case "privateContact" -> count("privateContact");
          case "note" -> count("notes");
          case "affiliation" -> count("affiliations");
          case "relation" -> count("relations");
          case "document" -> count("documents");
          default -> {
            if (node.type().equals(Cm.CONTENT)) {
              count("documents");
            }
          }
        }
      }
      nodes.sources(SYSTEM, person.id(), Stk.ATTENDEE).forEach(event -> count("events"));
      // What was merged into the entry is of the same person, and so is the journal of that.
      standing.merged(person.id()).forEach(each -> destruction.remove(elevated, each.id()));
      destruction.remove(elevated, person.id());
    }
  }

  /**
   * Does it.
   *
   * @param mentioned what is done with each mention, the hidden ones included
   * @return how much of each went
   */
  Map<String, Integer> remove(
      Caller caller, Node person, Wording wording, Map<NodeId, Mention.Choice> mentioned) {
    Run run = new Run(caller, wording);
    Set<NodeId> interactions = new HashSet<>();
    nodes
        .sources(SYSTEM, person.id(), Stk.WITH_PERSON)
        .forEach(node -> interactions.add(node.id()));
    run.interactions(person, mentioned);
    List<NodeId> rest =
        Standing.inOrder(
            mentioned.keySet().stream().filter(id -> !interactions.contains(id)).toList());
    rest.forEach(id -> run.mention(id, mentioned.get(id)));
    run.relations(person);
    run.entry(person);
    standing.again(run.elevated, run.others);
    destruction.overwritten(run.changed);
    return run.counts;
  }
}
