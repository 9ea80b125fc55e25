package org.chancery.ledger;

import java.util.ArrayList;
import java.util.List;

/** Collects findings; of a ledger that is wrong throughout, only the first so many. */
final class Findings {
  private static final int LISTED = 100;
  private final List<Finding> listed = new ArrayList<>();
  private long all;

  void add(Finding finding) {
    all++;
    if (listed.size() < LISTED) {
      listed.add(finding);
    }
  }

  List<Finding> listed() {
    return listed;
  }

  long unlisted() {
    return all - listed.size();
  }
}
