package org.chancery.search;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.lucene.document.LongPoint;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.FieldExistsQuery;
import org.apache.lucene.search.PrefixQuery;
import org.chancery.core.search.Tally;
import org.chancery.model.QName;

/** What must hold of a node, as clauses; the same for counts and for searches. */
final class Conditions {
  private final SearchableProperties properties;
  private final TextQueries queries;

  Conditions(SearchableProperties properties, TextQueries queries) {
    this.properties = properties;
    this.queries = queries;
  }

  /**
   * @throws IllegalArgumentException for a field, property or date the index does not have
   */
  void check(List<Tally.Condition> conditions) {
    conditions.forEach(this::check);
  }

  private void check(Tally.Condition condition) {
    if (condition instanceof Tally.AnyOf any) {
      checkField(any.field());
    } else if (condition instanceof Tally.NoneOf none) {
      checkField(none.field());
    } else if (condition instanceof Tally.StartsWith starts) {
      checkField(starts.field());
    } else if (condition instanceof Tally.Says says) {
      for (String property : says.properties()) {
        if (!queries.known(property)) {
          throw new IllegalArgumentException("Unknown property: '" + property + "'");
        }
      }
    }
  }

  static void checkField(String field) {
    if (!FacetFields.ALL.contains(field)) {
      throw new IllegalArgumentException("Unknown field: '" + field + "'");
    }
  }

  /**
   * The column of a date.
   *
   * @throws IllegalArgumentException when it is none of one value
   */
  String column(String date) {
    if (date.equals(Tally.DAY)) {
      return IndexFields.DATE;
    }
    Optional<QName> named = date.indexOf(':') > 0 ? Optional.of(QName.of(date)) : Optional.empty();
    return IndexFields.column(
        named
            .flatMap(properties::column)
            .orElseThrow(
                () -> new IllegalArgumentException("Not a date of one value: '" + date + "'"))
            .toString());
  }

  /** Adds a clause of each. */
  void add(BooleanQuery.Builder all, List<Tally.Condition> conditions) {
    conditions.forEach(condition -> add(all, condition));
  }

  private void add(BooleanQuery.Builder all, Tally.Condition condition) {
    if (condition instanceof Tally.AnyOf any) {
      all.add(Visible.anyOf(IndexFields.facet(any.field()), any.values()), Occur.FILTER);
    } else if (condition instanceof Tally.NoneOf none) {
      all.add(Visible.anyOf(IndexFields.facet(none.field()), none.values()), Occur.MUST_NOT);
    } else if (condition instanceof Tally.StartsWith starts) {
      BooleanQuery.Builder any = new BooleanQuery.Builder();
      String field = IndexFields.facet(starts.field());
      starts
          .beginnings()
          .forEach(each -> any.add(new PrefixQuery(new Term(field, each)), Occur.SHOULD));
      all.add(any.build(), Occur.FILTER);
    } else if (condition instanceof Tally.Says says) {
      all.add(queries.of(any(says)), Occur.FILTER);
    } else if (condition instanceof Tally.Has has) {
      all.add(new FieldExistsQuery(column(has.date())), Occur.FILTER);
    } else if (condition instanceof Tally.Lacks lacks) {
      all.add(new FieldExistsQuery(column(lacks.date())), Occur.MUST_NOT);
    } else {
      add(all, (Tally.Between) condition);
    }
  }

  private static Expression any(Tally.Says says) {
    List<Expression> each = new ArrayList<>();
    for (String property : says.properties()) {
      for (String text : says.texts()) {
        each.add(new Expression.Phrase(Optional.of(property), text, 0));
      }
    }
    return new Expression.Or(each);
  }

  private void add(BooleanQuery.Builder all, Tally.Between between) {
    column(between.date());
    String points =
        between.date().equals(Tally.DAY)
            ? IndexFields.DATE
            : IndexFields.time(QName.of(between.date()));
    all.add(
        LongPoint.newRangeQuery(
            points,
            between.first().map(day -> Moments.of(day).first()).orElse(Long.MIN_VALUE),
            between.last().map(day -> Moments.of(day).last()).orElse(Long.MAX_VALUE)),
        Occur.FILTER);
  }
}
