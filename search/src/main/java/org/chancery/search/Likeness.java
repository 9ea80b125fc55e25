package org.chancery.search;

import java.util.List;

/** The same question, allowing for spelling: recognised text has letters wrong. */
final class Likeness {
  private Likeness() {}

  /**
   * Plain words become fuzzy ones. What is excluded, quoted, or marked otherwise stays as it is.
   */
  static Expression of(Expression asked) {
    if (asked instanceof Expression.Words words) {
      return new Expression.Fuzzy(words.field(), words.text(), 0);
    } else if (asked instanceof Expression.And and) {
      return new Expression.And(each(and.parts()));
    } else if (asked instanceof Expression.Or or) {
      return new Expression.Or(each(or.parts()));
    }
    return asked;
  }

  private static List<Expression> each(List<Expression> parts) {
    return parts.stream().map(Likeness::of).toList();
  }
}
