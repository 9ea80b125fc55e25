package org.chancery.core.imports;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.chancery.core.access.Actor;
import org.chancery.core.mail.Notices;
import org.chancery.core.repository.Caller;
import org.chancery.core.repository.NodeId;
import org.chancery.core.repository.Nodes;
import org.chancery.core.stakeholders.Newcomers;
import org.chancery.core.stakeholders.Stakeholders;
import org.chancery.core.vocabulary.Stk;

/** Enters the rows of a lot that are nobody yet, all at once. */
final class Entering {
  private static final Caller SYSTEM = Caller.ofSystem();

  private final Nodes nodes;
  private final Stakeholders stakeholders;
  private final Notices notices;
  private final Belonging belonging;
  private final Actor actor;
  private final Optional<String> component;
  private final Folds folds;
  private final Set<String> told = new HashSet<>();

  Entering(
      Nodes nodes,
      Stakeholders stakeholders,
      Notices notices,
      Belonging belonging,
      Actor actor,
      Optional<String> component,
      Folds folds) {
    this.nodes = nodes;
    this.stakeholders = stakeholders;
    this.notices = notices;
    this.belonging = belonging;
    this.actor = actor;
    this.component = component;
    this.folds = folds;
  }

  /**
   * Enters them, within the transaction in progress.
   *
   * @param folding whether later rows of the same people are entered with them
   */
  void enter(List<Runner.Todo> rows, boolean folding, LotInProgress lot) {
    List<Runner.Todo> fresh =
        rows.stream()
            .filter(each -> each.row().person().isPresent())
            .filter(each -> !each.decision().isMerge() && !each.decision().isSkip())
            .toList();
    List<List<ImportedPerson>> people =
        fresh.stream().map(each -> rowsOf(each.row(), folding, lot)).toList();
    List<List<String>> madeFor = belonging.enter(people, lot);
    List<Newcomers.Newcomer> newcomers = new ArrayList<>();
    for (List<ImportedPerson> same : people) {
      List<NodeId> belongs =
          same.stream()
              .flatMap(each -> each.organization().stream())
              .map(name -> belonging.organization(name, lot))
              .distinct()
              .toList();
      newcomers.add(new Newcomers.Newcomer(EnteredPerson.of(same, component), belongs));
    }
    stakeholders
        .people()
        .admitAll(actor, newcomers.stream().map(Newcomers.Newcomer::person).toList());
    List<Newcomers.Entered> done = stakeholders.newcomers().enter(actor, component, newcomers);
    for (int i = 0; i < done.size(); i++) {
      int number = fresh.get(i).row().number();
      lot.people.put(number, done.get(i).id());
      lot.entries.put(
          number,
          Entry.made(
                  number,
                  RowResult.ENTERED,
                  done.get(i).id().value(),
                  done.get(i).below().stream().map(NodeId::value).toList())
              .with(madeFor.get(i)));
      fresh.get(i).row().tell().forEach(this::tell);
    }
  }

  /** What the file says of somebody. */
  private List<ImportedPerson> rowsOf(PlannedRow row, boolean folding, LotInProgress lot) {
    List<ImportedPerson> same = new ArrayList<>(List.of(row.person().orElseThrow()));
    if (folding) {
      for (PlannedRow more : folds.into(row.number())) {
        same.add(more.person().orElseThrow());
        lot.folded.add(more.number());
      }
    }
    return same;
  }

  /** The owner alone learns that a private number of their entry has come in once more. */
  private void tell(String person) {
    if (told.add(person)) {
      nodes
          .find(SYSTEM, NodeId.of(person))
          .flatMap(node -> node.text(Stk.OWNER_USER))
          .ifPresent(user -> notices.tell(user, Notices.Kind.LOOKALIKE, "/people/" + person));
    }
  }
}
