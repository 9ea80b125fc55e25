package org.chancery.core.routing;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.chancery.core.repository.Caller;
import org.chancery.core.repository.NodeId;

/**
 * Comments and clearances on drafts, side by side for whoever consolidates them (requirement C10).
 */
public final class Clearances {
  private final Taskings taskings;

  Clearances(Taskings taskings) {
    this.taskings = taskings;
  }

  /**
   * Who was asked about one version of a draft.
   *
   * @param document the draft; empty when there was none
   * @param version its version
   * @param asked in the order of asking
   */
  public record Round(Optional<NodeId> document, Optional<String> version, List<Tasking> asked) {

    /** Copies the list. */
    public Round {
      asked = List.copyOf(asked);
    }

    /** How many answered so. */
    public long count(String outcome) {
      return asked.stream().filter(each -> each.outcome().equals(Optional.of(outcome))).count();
    }

    /** How many have not answered yet. */
    public long outstanding() {
      return asked.stream().filter(each -> each.state().active()).count();
    }
  }

  /**
   * The rounds of a file that the caller may see, the newest first.
   *
   * @param document only of this draft
   */
  public List<Round> ofFile(Caller caller, NodeId file, Optional<NodeId> document) {
    Map<List<Object>, List<Tasking>> rounds = new LinkedHashMap<>();
    for (Tasking tasking : taskings.ofFile(caller, file)) {
      boolean asked = document.isEmpty() || tasking.document().equals(document);
      if (asked && taskings.form(tasking).clears() && tasking.state() != TaskState.WITHDRAWN) {
        rounds
            .computeIfAbsent(
                List.of(tasking.document(), tasking.version()), unused -> new ArrayList<>())
            .add(tasking);
      }
    }
    List<Round> newestFirst = new ArrayList<>();
    rounds
        .values()
        .forEach(
            asked ->
                newestFirst.add(
                    0, new Round(asked.get(0).document(), asked.get(0).version(), asked)));
    return newestFirst;
  }
}
