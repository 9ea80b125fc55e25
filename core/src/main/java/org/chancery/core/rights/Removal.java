package org.chancery.core.rights;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.chancery.core.destruction.Destruction;
import org.chancery.core.intake.WorkQueue;
import org.chancery.core.repository.Caller;
import org.chancery.core.repository.Change;
import org.chancery.core.repository.Node;
import org.chancery.core.repository.NodeId;
import org.chancery.core.repository.Nodes;
import org.chancery.core.repository.WrongState;
import org.chancery.core.stakeholders.Standing;
import org.chancery.core.vocabulary.Rec;
import org.chancery.core.vocabulary.Stk;
import org.chancery.model.QName;

/**
 * Deletes a person or an organization by the owner's scope of the records engine: reference
 * material, for which no second person is asked; holds are.
 */
final class Removal {
  /** By what it is deleted; see docs/stakeholders.md. */
  static final String AUTHORITY = "GRS 6.5 item 020";

  /** What erasing after it waits in. */
  static final String QUEUE = "one-year-erasing";

  private static final Caller SYSTEM = Caller.ofSystem();

  private final Nodes nodes;
  private final Destruction destruction;
  private final WorkQueue queue;

  private final Standing standing;

  Removal(Nodes nodes, Standing standing, Destruction destruction, WorkQueue queue) {
    this.nodes = nodes;
    this.standing = standing;
    this.destruction = destruction;
    this.queue = queue;
  }

  /**
   * Takes the entry out, with all that lies at it, within the transaction in progress; what they
   * leave in files is erased soon after. Interactions and events stay without them; the words of
   * interactions with nobody else go.
   *
   * @throws org.chancery.core.repository.Held when they are under a hold
   * @throws WrongState when a declared record lies at them, which outlives them
   */
  void remove(Caller elevated, Node person) {
    NodeId id = person.id();
    boolean record =
        nodes.holdAll(elevated, id).stream()
            .anyMatch(each -> each.aspects().contains(Rec.DECLARED));
    if (record) {
      throw new WrongState(
          "A declared record lies at this entry. Move it to the case file it belongs to first.");
    }
    QName with = person.type().equals(Stk.PERSON) ? Stk.WITH_PERSON : Stk.WITH_ORGANIZATION;
    List<Node> interactions = nodes.sources(SYSTEM, id, with);
    List<Node> relations = nodes.sources(SYSTEM, id, Stk.RELATES_TO);
    // What was merged into the entry is of the same stakeholder, and so is the journal of that.
    standing.merged(id).forEach(each -> destruction.remove(elevated, each.id()));
    destruction.remove(elevated, id);
    relations.forEach(relation -> nodes.delete(elevated, relation.id(), Optional.empty()));
    List<Node> silenced = interactions.stream().filter(each -> alone(each.id())).toList();
    silenced.forEach(each -> silence(elevated, each));
    destruction.overwritten(silenced.stream().map(Node::id).toList());
    queue.add(QUEUE, "all");
  }

  private boolean alone(NodeId interaction) {
    return Stream.of(Stk.WITH_PERSON, Stk.WITH_ORGANIZATION)
        .allMatch(relation -> nodes.targets(SYSTEM, interaction, relation).isEmpty());
  }

  private void silence(Caller elevated, Node interaction) {
    Map<QName, Object> nothing = new HashMap<>();
    Stream.of(
            Stk.OUTCOME, Stk.FOLLOW_UP, Stk.FOLLOW_UP_DUE, Stk.FOLLOW_UP_DONE, Stk.FOLLOW_UP_STATE)
        .forEach(property -> nothing.put(property, null));
    nodes.update(elevated, interaction.id(), Optional.empty(), Change.of(nothing));
  }
}
