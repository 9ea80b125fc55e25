package org.chancery.core.issues;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import org.chancery.core.repository.Caller;
import org.chancery.core.repository.Node;
import org.chancery.core.repository.Nodes;
import org.chancery.core.search.Searcher;
import org.chancery.core.search.Tally;
import org.chancery.core.vocabulary.Stk;
import org.chancery.model.QName;

/** Who engages on an issue and what there was on it, by the index. */
public final class IssueFigures {
  private static final String FIELD = "stk:issues";

  private final Nodes nodes;
  private final Searcher searcher;

  /** On these ports. */
  public IssueFigures(Nodes nodes, Searcher searcher) {
    this.nodes = nodes;
    this.searcher = searcher;
  }

  /** How many of a type are on it, as the caller may see; not to be called in a transaction. */
  public int count(Caller caller, QName type, String code) {
    return (int) searcher.tally(on(type, code), caller).at().count();
  }

  /** The latest events on it, the latest first; not to be called in a transaction. */
  public List<Node> events(Caller caller, String code, int limit) {
    Tally tally = on(Stk.EVENT, code);
    String by = "stk:eventStart";
    long total = searcher.tally(tally, caller).at().count();
    int from = (int) Math.max(0, total - limit);
    List<Node> found =
        new ArrayList<>(
            nodes.findAll(caller, searcher.listed(tally, by, from, limit, caller).ids()));
    Collections.reverse(found);
    return found;
  }

  private static Tally on(QName type, String code) {
    return Tally.of(type).with(new Tally.AnyOf(FIELD, Set.of(code)));
  }
}
