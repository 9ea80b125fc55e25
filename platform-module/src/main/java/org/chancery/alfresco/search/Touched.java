package org.chancery.alfresco.search;

import java.util.HashSet;
import java.util.Set;

/** What the behaviours saw of the transaction in progress; nodes by the text of their identity. */
final class Touched {

  private final Set<String> created = new HashSet<>();
  private final Set<String> changed = new HashSet<>();
  private final Set<String> renamed = new HashSet<>();
  private final Set<String> moved = new HashSet<>();

  void created(String node) {
    created.add(node);
    changed.add(node);
  }

  void changed(String node) {
    changed.add(node);
  }

  /** Its name changed, and with it the path of all below. */
  void renamed(String node) {
    renamed.add(node);
    changed.add(node);
  }

  /** It came to another parent, and with it who may read it and all below. */
  void moved(String node) {
    renamed(node);
    moved.add(node);
  }

  /** Made in this transaction: nobody has seen them yet. */
  Set<String> created() {
    return created;
  }

  /** All that were made or changed themselves. */
  Set<String> changed() {
    return changed;
  }

  /** Renamed or moved, and there before this transaction. */
  Set<String> renamed() {
    return before(renamed);
  }

  /** Moved, and there before this transaction. */
  Set<String> moved() {
    return before(moved);
  }

  private Set<String> before(Set<String> nodes) {
    Set<String> before = new HashSet<>(nodes);
    before.removeAll(created);
    return before;
  }
}
