package org.chancery.search;

import java.util.Map;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortField;

/**
 * The orders a caller can ask for. Each ends with the node's id, so that it is total and a page can
 * start exactly after the last hit of the one before.
 */
final class HitOrder {
  private HitOrder() {}

  private static final SortField BY_ID = new SortField(IndexFields.ID, SortField.Type.STRING);

  private static final Map<String, Sort> ORDERS =
      Map.of(
          "relevance", new Sort(SortField.FIELD_SCORE, BY_ID),
          "date", by(IndexFields.DATE, SortField.Type.LONG, false),
          "-date", by(IndexFields.DATE, SortField.Type.LONG, true),
          "modified", by(IndexFields.MODIFIED, SortField.Type.LONG, false),
          "-modified", by(IndexFields.MODIFIED, SortField.Type.LONG, true),
          "due", byDue(false),
          "-due", byDue(true),
          "title", by(IndexFields.TITLE_ORDER, SortField.Type.STRING, false),
          "-title", by(IndexFields.TITLE_ORDER, SortField.Type.STRING, true));

  private static Sort by(String field, SortField.Type type, boolean reverse) {
    return new Sort(new SortField(field, type, reverse), BY_ID);
  }

  /** What has no such day comes last. */
  private static Sort byDue(boolean reverse) {
    SortField due = new SortField(IndexFields.DUE, SortField.Type.LONG, reverse);
    due.setMissingValue(reverse ? Long.MIN_VALUE : Long.MAX_VALUE);
    return new Sort(due, BY_ID);
  }

  /**
   * @throws IllegalArgumentException for a name that is no order
   */
  static Sort named(String name) {
    Sort order = ORDERS.get(name);
    if (order == null) {
      throw new IllegalArgumentException("Unknown sort: '" + name + "'");
    }
    return order;
  }
}
