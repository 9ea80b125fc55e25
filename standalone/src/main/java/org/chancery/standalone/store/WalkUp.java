package org.chancery.standalone.store;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.chancery.core.repository.NodeId;
import org.chancery.core.repository.Placed;
import org.chancery.model.QName;

/**
 * Decides, of nodes that were asked for and all above them, what a caller may read. The database
 * says of each only what is granted on itself.
 */
final class WalkUp {
  private final Map<Long, Step> steps = new HashMap<>();
  private final Map<Long, Asked> asked = new HashMap<>();

  /**
   * A node on the way.
   *
   * @param parent the parent's key; 0 for the root
   * @param inherits whether who may read the parent may read it
   * @param granted whether the caller may read it whatever lies above
   */
  record Step(long parent, String name, boolean inherits, boolean granted) {
    private boolean isRoot() {
      return parent == 0;
    }
  }

  /** A node that was asked for. */
  record Asked(NodeId id, QName type, Map<QName, Object> properties) {}

  void add(long key, Step step, Optional<Asked> what) {
    steps.put(key, step);
    what.ifPresent(each -> asked.put(key, each));
  }

  /** The readable ones of what was asked for. */
  List<Placed> placed() {
    List<Placed> placed = new ArrayList<>();
    asked.forEach(
        (key, what) -> {
          Step step = steps.get(key);
          if (readable(step)) {
            placed.add(
                new Placed(what.id(), what.type(), step.name(), what.properties(), above(step)));
          }
        });
    return placed;
  }

  private List<String> above(Step step) {
    Deque<String> names = new ArrayDeque<>();
    Step at = steps.get(step.parent());
    while (at != null && !at.isRoot() && readable(at)) {
      names.addFirst(at.name());
      at = steps.get(at.parent());
    }
    return List.copyOf(names);
  }

  /** The root is everybody's to pass through, but what it grants counts only when it is granted. */
  private boolean readable(Step step) {
    return step.isRoot() || reaches(step);
  }

  private boolean reaches(Step step) {
    Step at = step;
    while (!at.granted() && at.inherits() && !at.isRoot()) {
      at = steps.get(at.parent());
    }
    return at.granted();
  }
}
