package org.chancery.search;

/** The same question, allowing for spelling: recognised text has letters wrong. */
final class Likeness {
  private Likeness() {}

  /** A question of more words than this is not asked again: each would run through all words. */
  private static final int MOST_WORDS = 8;

  /**
   * Plain words become fuzzy ones; what is excluded, quoted, or marked otherwise stays as it is.
   * The question itself when it has no plain word, or too many.
   */
  static Expression of(Expression asked) {
    return words(asked) > MOST_WORDS ? asked : loosened(asked);
  }

  private static int words(Expression asked) {
    if (asked instanceof Expression.And and) {
      return and.parts().stream().mapToInt(Likeness::words).sum();
    } else if (asked instanceof Expression.Or or) {
      return or.parts().stream().mapToInt(Likeness::words).sum();
    }
    return asked instanceof Expression.Words || asked instanceof Expression.Fuzzy ? 1 : 0;
  }

  private static Expression loosened(Expression asked) {
    if (asked instanceof Expression.Words words) {
      return new Expression.Fuzzy(words.field(), words.text(), 0);
    } else if (asked instanceof Expression.And and) {
      return new Expression.And(and.parts().stream().map(Likeness::loosened).toList());
    } else if (asked instanceof Expression.Or or) {
      return new Expression.Or(or.parts().stream().map(Likeness::loosened).toList());
    }
    return asked;
  }
}
