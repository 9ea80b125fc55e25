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

  private static final String CONTACT = IndexFields.column("stk:lastContact");

  private static final Map<String, Sort> ORDERS =
      Map.ofEntries(
          Map.entry("relevance", new Sort(SortField.FIELD_SCORE, BY_ID)),
          Map.entry("date", by(IndexFields.DATE, SortField.Type.LONG, false)),
          Map.entry("-date", by(IndexFields.DATE, SortField.Type.LONG, true)),
          Map.entry("modified", by(IndexFields.MODIFIED, SortField.Type.LONG, false)),
          Map.entry("-modified", by(IndexFields.MODIFIED, SortField.Type.LONG, true)),
          Map.entry("due", byDay(IndexFields.DUE, false)),
          Map.entry("-due", byDay(IndexFields.DUE, true)),
          Map.entry("contact", byDay(CONTACT, false)),
          Map.entry("-contact", byDay(CONTACT, true)),
          Map.entry("name", by(IndexFields.NAME_ORDER, SortField.Type.STRING, false)),
          Map.entry("-name", by(IndexFields.NAME_ORDER, SortField.Type.STRING, true)),
          Map.entry("title", by(IndexFields.TITLE_ORDER, SortField.Type.STRING, false)),
          Map.entry("-title", by(IndexFields.TITLE_ORDER, SortField.Type.STRING, true)));

  private static Sort by(String field, SortField.Type type, boolean reverse) {
    return new Sort(new SortField(field, type, reverse), BY_ID);
  }

  /** What has no such day comes last. */
  private static Sort byDay(String column, boolean reverse) {
    SortField day = new SortField(column, SortField.Type.LONG, reverse);
    day.setMissingValue(reverse ? Long.MIN_VALUE : Long.MAX_VALUE);
    return new Sort(day, BY_ID);
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
