package org.chancery.search;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;
import org.chancery.core.search.Tally;
import org.chancery.core.search.Visibility;
import org.chancery.model.QName;

/** Counts on one state of the index, over its columns and within what may be seen. */
final class Tallying {
  private final Conditions conditions;
  private final ReaderSets readers;
  private Pointed pointed;
  private volatile Answered answered;

  Tallying(Conditions conditions, ReaderSets readers) {
    this.conditions = conditions;
    this.readers = readers;
  }

  /** As {@link org.chancery.core.search.SearchIndex#tally} promises. */
  Tally.Result tally(IndexSearcher searcher, Tally tally, Visibility visibility)
      throws IOException {
    if (FieldCombinations.fit(tally)) {
      return combinations(searcher, List.of(tally), visibility).get(0);
    }
    check(tally);
    Optional<ValuesAbove> above = above(searcher, tally, visibility);
    Query query = query(tally.type(), tally.conditions(), visibility);
    return searcher.search(query, new TallyCounts(tally, this::column, above));
  }

  /** As {@link org.chancery.core.search.SearchIndex#tallies} promises. */
  List<Tally.Result> tallies(IndexSearcher searcher, List<Tally> asked, Visibility visibility)
      throws IOException {
    Map<Counted, List<Tally>> together = new LinkedHashMap<>();
    for (Tally each : asked) {
      if (FieldCombinations.fit(each)) {
        together.computeIfAbsent(Counted.by(each), any -> new ArrayList<>()).add(each);
      }
    }
    Map<Tally, Tally.Result> found = new HashMap<>();
    for (List<Tally> each : together.values()) {
      Iterator<Tally.Result> results = combinations(searcher, each, visibility).iterator();
      each.forEach(tally -> found.put(tally, results.next()));
    }
    List<Tally.Result> all = new ArrayList<>();
    for (Tally each : asked) {
      all.add(found.containsKey(each) ? found.get(each) : tally(searcher, each, visibility));
    }
    return all;
  }

  /** All of the same nodes. */
  private List<Tally.Result> combinations(
      IndexSearcher searcher, List<Tally> tallies, Visibility visibility) throws IOException {
    tallies.forEach(this::check);
    Counted counted = Counted.by(tallies.get(0));
    Query query = query(counted.type(), counted.conditions(), visibility);
    return searcher.search(query, new FieldCombinations(tallies));
  }

  /** As {@link org.chancery.core.search.SearchIndex#listed} promises. */
  Tally.Listed listed(
      IndexSearcher searcher, Tally tally, String by, int from, int limit, Visibility visibility)
      throws IOException {
    check(tally);
    Optional<ValuesAbove> above = above(searcher, tally, visibility);
    Query query = query(tally.type(), tally.conditions(), visibility);
    return searcher.search(query, new TallyList(column(by), above, from, limit));
  }

  private Optional<ValuesAbove> above(IndexSearcher searcher, Tally tally, Visibility visibility)
      throws IOException {
    return tally.above().isPresent()
        ? Optional.of(above(searcher, tally, tally.above().get(), visibility))
        : Optional.empty();
  }

  private void check(Tally tally) {
    conditions.check(tally.conditions());
    tally.above().ifPresent(above -> conditions.check(above.conditions()));
    for (Tally.Group group : tally.groups()) {
      if (group instanceof Tally.ByField field) {
        Conditions.checkField(field.field());
        if (field.ofAbove() && tally.above().isEmpty()) {
          throw new IllegalArgumentException("Of what lies above, but nothing is said of it");
        }
      } else if (group instanceof Tally.ByPeriod period) {
        column(period.date());
      }
    }
    tally
        .days()
        .ifPresent(
            days -> {
              column(days.from());
              days.to().ifPresent(this::column);
            });
  }

  private String column(String date) {
    return conditions.column(date);
  }

  private Query query(QName type, List<Tally.Condition> wanted, Visibility visibility) {
    BooleanQuery.Builder all = new BooleanQuery.Builder();
    all.add(new MatchAllDocsQuery(), Occur.FILTER);
    all.add(new TermQuery(new Term(IndexFields.TYPE, type.toString())), Occur.FILTER);
    Visible.add(all, readers, visibility);
    conditions.add(all, wanted);
    return all.build();
  }

  private ValuesAbove above(
      IndexSearcher searcher, Tally tally, Tally.Above above, Visibility visibility)
      throws IOException {
    Optional<String> field =
        tally.groups().stream()
            .filter(group -> group instanceof Tally.ByField by && by.ofAbove())
            .map(group -> ((Tally.ByField) group).field())
            .findFirst();
    Object state = searcher.getIndexReader().getReaderCacheHelper().getKey();
    Asked asked = new Asked(state, above, field, visibility);
    Answered last = answered;
    if (last != null && last.asked().equals(asked)) {
      return last.values();
    }
    ValuesAbove values =
        searcher.search(
            query(above.type(), above.conditions(), visibility),
            new ValuesAbove.Collecting(
                filesAbove(searcher, state, above.type()),
                searcher.getIndexReader().maxDoc(),
                field));
    answered = new Answered(asked, values);
    return values;
  }

  private synchronized FilesAbove filesAbove(IndexSearcher searcher, Object state, QName type)
      throws IOException {
    if (pointed == null || pointed.state() != state || !pointed.type().equals(type)) {
      pointed = new Pointed(state, type, FilesAbove.of(searcher.getIndexReader(), type));
    }
    return pointed.above();
  }

  /** Which nodes are counted. */
  private record Counted(QName type, List<Tally.Condition> conditions) {
    static Counted by(Tally tally) {
      return new Counted(tally.type(), tally.conditions());
    }
  }

  /** What stands above what in a state of the index. */
  private record Pointed(Object state, QName type, FilesAbove above) {}

  /** Which nodes above count, for whom; a metric asks the same of each of its figures. */
  private record Asked(
      Object state, Tally.Above above, Optional<String> field, Visibility visibility) {}

  private record Answered(Asked asked, ValuesAbove values) {}
}
