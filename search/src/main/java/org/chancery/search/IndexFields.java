package org.chancery.search;

import org.chancery.model.QName;

/** The names of the index's fields, in one place. */
final class IndexFields {
  private IndexFields() {}

  /** The node's id, as a term, and for a total order of hits. */
  static final String ID = "id";

  /** The node itself and every node above it. */
  static final String LINEAGE = "lineage";

  /** Number of the set of readers; see {@link ReaderSets}. */
  static final String READERS = "readers";

  /** The node's type and its ancestors. */
  static final String TYPE = "type";

  /** The type alone, to show. */
  static final String OWN_TYPE = "ownType";

  /** Text by page. */
  static final String TEXT = "text";

  /** Title and name. */
  static final String TITLE = "title";

  /** The words of all text properties. */
  static final String PROPERTIES = "properties";

  /** As shown. */
  static final String SHOWN_TITLE = "shownTitle";

  /** As shown. */
  static final String SHOWN_PATH = "shownPath";

  /** For sorting: the title folded. */
  static final String TITLE_ORDER = "titleOrder";

  /** For sorting stakeholders: the name of the node, which begins with the family name, folded. */
  static final String NAME_ORDER = "nameOrder";

  /** The day the node speaks of, in milliseconds: to sort and for ranges. */
  static final String DATE = "date";

  /** The day by which it is to be dealt with, in milliseconds, where there is one: to sort. */
  static final String DUE = "due";

  /** When it was modified, in milliseconds: to sort and for ranges. */
  static final String MODIFIED = "modified";

  /** Whole values of a facet field, to count and to filter by. */
  static String facet(String field) {
    return "f/" + field;
  }

  /** Words of a tokenised property. */
  static String words(QName property) {
    return "p/" + property;
  }

  /** Whole folded values of a property. */
  static String whole(QName property) {
    return "k/" + property;
  }

  /** Dates and times of a property in milliseconds. */
  static String time(QName property) {
    return "d/" + property;
  }

  /** Numbers of a property. */
  static String number(QName property) {
    return "n/" + property;
  }

  /** A date or moment of one value in a column, milliseconds: to count periods and days. */
  static String column(String date) {
    return "c/" + date;
  }

  /** The node above, in a column, of what is also counted by what that is. */
  static final String ABOVE = "above";
}
