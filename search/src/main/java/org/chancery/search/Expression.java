package org.chancery.search;

import java.util.List;
import java.util.Optional;

/** What a query's text asks for, before anything is known of the index. */
sealed interface Expression {

  /** Everything. */
  record Everything() implements Expression {}

  /** All of them. */
  record And(List<Expression> parts) implements Expression {}

  /** Any of them. */
  record Or(List<Expression> parts) implements Expression {}

  /** Not this. */
  record Not(Expression part) implements Expression {}

  /**
   * Plain text, which may turn out to be several words: they are then looked for side by side.
   *
   * @param field the field it was asked of; empty for all
   */
  record Words(Optional<String> field, String text) implements Expression {}

  /**
   * Text in quotes.
   *
   * @param slop how many places words may be off
   */
  record Phrase(Optional<String> field, String text, int slop) implements Expression {}

  /** The beginning of a word. */
  record Prefix(Optional<String> field, String text) implements Expression {}

  /**
   * A word in which letters may differ.
   *
   * @param edits how many, 1 or 2; 0 to decide by the word's length
   */
  record Fuzzy(Optional<String> field, String text, int edits) implements Expression {}

  /**
   * Between two values, both included.
   *
   * @param from empty for no lower end
   * @param to empty for no upper end
   */
  record Range(String field, Optional<String> from, Optional<String> to) implements Expression {}
}
