package org.chancery.search;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.apache.lucene.document.DoublePoint;
import org.apache.lucene.document.LongPoint;
import org.apache.lucene.index.Term;
import org.apache.lucene.queries.intervals.IntervalQuery;
import org.apache.lucene.queries.intervals.Intervals;
import org.apache.lucene.queries.intervals.IntervalsSource;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.DisjunctionMaxQuery;
import org.apache.lucene.search.FuzzyQuery;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.MatchNoDocsQuery;
import org.apache.lucene.search.MultiTermQuery;
import org.apache.lucene.search.PhraseQuery;
import org.apache.lucene.search.PrefixQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.RegexpQuery;
import org.apache.lucene.search.SynonymQuery;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.TermRangeQuery;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.automaton.Operations;
import org.apache.lucene.util.automaton.RegExp;
import org.chancery.model.QName;

/** Turns an {@link Expression} into a Lucene query. */
final class TextQueries {

  /** Where words without a field are looked for, and how much a match there counts. */
  private static final Map<String, Float> EVERYWHERE =
      Map.of(IndexFields.TITLE, 4f, IndexFields.PROPERTIES, 2f, IndexFields.TEXT, 1f);

  /** How much of the lesser fields' scores is added to the best one's. */
  private static final float LESSER_FIELDS = 0.1f;

  /** A single text, such as a receipt number or a phrase, has so many words at most. */
  private static final int MOST_PARTS = 64;

  private static final float STEM_COUNTS = 0.8f;
  private static final float LIKENESS_COUNTS = 0.5f;
  private static final String TYPE = "type";
  private static final Map<String, String> WORD_FIELDS =
      Map.of("title", IndexFields.TITLE, "name", IndexFields.TITLE, "text", IndexFields.TEXT);
  private static final Set<String> TIME_FIELDS = Set.of(IndexFields.DATE, IndexFields.MODIFIED);

  private final EnglishText english;
  private final SearchableProperties properties;

  TextQueries(EnglishText english, SearchableProperties properties) {
    this.english = english;
    this.properties = properties;
  }

  /** Whether a name before a colon is a field. */
  boolean known(String name) {
    String field = name.toLowerCase(Locale.ROOT);
    return field.equals(TYPE)
        || WORD_FIELDS.containsKey(field)
        || TIME_FIELDS.contains(field)
        || FacetFields.named(field).isPresent()
        || !properties.named(field).isEmpty();
  }

  Query of(Expression expression) {
    return build(expression).orElseGet(() -> new MatchNoDocsQuery("nothing to look for"));
  }

  /**
   * What of the expression can be seen in a node's text, to mark it there; empty when nothing can.
   */
  Optional<Query> inText(Expression expression) {
    List<Query> seen = new ArrayList<>();
    addInText(expression, seen);
    return any(seen);
  }

  private void addInText(Expression expression, List<Query> seen) {
    if (expression instanceof Expression.And and) {
      and.parts().forEach(part -> addInText(part, seen));
    } else if (expression instanceof Expression.Or or) {
      or.parts().forEach(part -> addInText(part, seen));
    } else if (expression instanceof Expression.Words words) {
      addInText(words.field(), words.text(), this::words, seen);
    } else if (expression instanceof Expression.Phrase phrase) {
      addInText(
          phrase.field(),
          phrase.text(),
          (field, words) -> phrase(field, words, phrase.slop()),
          seen);
    } else if (expression instanceof Expression.Prefix prefix) {
      addInText(prefix.field(), prefix.text(), TextQueries::prefixInText, seen);
    } else if (expression instanceof Expression.Fuzzy fuzzy) {
      addInText(
          fuzzy.field(), fuzzy.text(), (field, words) -> fuzzy(field, words, fuzzy.edits()), seen);
    }
  }

  private void addInText(Optional<String> field, String text, InWords how, List<Query> seen) {
    if (field.isEmpty() || field.get().equalsIgnoreCase(IndexFields.TEXT)) {
      how.query(IndexFields.TEXT, parts(text)).ifPresent(seen::add);
    }
  }

  private List<EnglishText.Word> parts(String text) {
    List<EnglishText.Word> all = english.words(text);
    return all.subList(0, Math.min(MOST_PARTS, all.size()));
  }

  /** Empty when the expression holds no word at all, so that it says nothing. */
  private Optional<Query> build(Expression expression) {
    if (expression instanceof Expression.Everything) {
      return Optional.of(new MatchAllDocsQuery());
    } else if (expression instanceof Expression.And and) {
      return together(and.parts());
    } else if (expression instanceof Expression.Or or) {
      return any(or.parts().stream().flatMap(part -> build(part).stream()).toList());
    } else if (expression instanceof Expression.Not) {
      return together(List.of(expression));
    } else if (expression instanceof Expression.Words words) {
      return inFields(words.field(), words.text(), this::words);
    } else if (expression instanceof Expression.Phrase phrase) {
      return inFields(
          phrase.field(), phrase.text(), (field, words) -> phrase(field, words, phrase.slop()));
    } else if (expression instanceof Expression.Prefix prefix) {
      return inFields(prefix.field(), prefix.text(), TextQueries::prefix);
    } else if (expression instanceof Expression.Fuzzy fuzzy) {
      return inFields(
          fuzzy.field(), fuzzy.text(), (field, words) -> fuzzy(field, words, fuzzy.edits()));
    } else {
      return range((Expression.Range) expression);
    }
  }

  private Optional<Query> together(List<Expression> parts) {
    BooleanQuery.Builder all = new BooleanQuery.Builder();
    boolean some = false;
    boolean positive = false;
    for (Expression part : parts) {
      boolean not = part instanceof Expression.Not;
      Optional<Query> query = build(not ? ((Expression.Not) part).part() : part);
      if (query.isPresent()) {
        all.add(query.get(), not ? Occur.MUST_NOT : Occur.MUST);
        some = true;
        positive |= !not;
      }
    }
    if (some && !positive) {
      all.add(new MatchAllDocsQuery(), Occur.FILTER);
    }
    return some ? Optional.of(all.build()) : Optional.empty();
  }

  private static Optional<Query> any(List<Query> queries) {
    if (queries.size() < 2) {
      return queries.stream().findFirst();
    }
    BooleanQuery.Builder any = new BooleanQuery.Builder();
    queries.forEach(query -> any.add(query, Occur.SHOULD));
    return Optional.of(any.build());
  }

  /** How a text is looked for in one field of words. */
  private interface InWords {
    Optional<Query> query(String field, List<EnglishText.Word> words);
  }

  private Optional<Query> inFields(Optional<String> field, String text, InWords how) {
    List<EnglishText.Word> words = parts(text);
    if (field.isEmpty()) {
      List<Query> each = new ArrayList<>();
      EVERYWHERE.forEach(
          (name, counts) ->
              how.query(name, words).ifPresent(query -> each.add(new BoostQuery(query, counts))));
      return each.isEmpty()
          ? Optional.empty()
          : Optional.of(new DisjunctionMaxQuery(each, LESSER_FIELDS));
    }
    String name = field.get().toLowerCase(Locale.ROOT);
    if (WORD_FIELDS.containsKey(name)) {
      return how.query(WORD_FIELDS.get(name), words);
    }
    if (name.equals(TYPE)) {
      return Optional.of(type(text));
    }
    if (TIME_FIELDS.contains(name)) {
      return Optional.of(span(name, Moments.parse(text), Moments.parse(text)));
    }
    List<Query> found = new ArrayList<>();
    List<QName> named = properties.named(name);
    named.forEach(property -> inProperty(property, text, words, how).ifPresent(found::add));
    if (named.isEmpty()) {
      FacetFields.named(name)
          .ifPresent(facet -> found.add(new TermQuery(new Term(IndexFields.facet(facet), text))));
    }
    return any(found);
  }

  private Optional<Query> inProperty(
      QName property, String text, List<EnglishText.Word> words, InWords how) {
    return switch (properties.kind(property).orElseThrow()) {
      case WORDS -> how.query(IndexFields.words(property), words);
      case WHOLE -> {
        // The way the text was written decides, as it does for words: prefix, fuzzy, or the whole.
        EnglishText.Word whole = new EnglishText.Word(EnglishText.folded(text), Optional.empty());
        yield how.query(IndexFields.whole(property), List.of(whole));
      }
      case TIME ->
          Optional.of(span(IndexFields.time(property), Moments.parse(text), Moments.parse(text)));
      case NUMBER ->
          Optional.of(
              number(text)
                  .<Query>map(
                      value -> DoublePoint.newExactQuery(IndexFields.number(property), value))
                  .orElseGet(() -> new MatchNoDocsQuery("not a number")));
    };
  }

  private static Query type(String text) {
    String anyPrefix = text.indexOf(':') > 0 ? "" : "[^:]*:";
    return new RegexpQuery(
        new Term(IndexFields.TYPE, anyPrefix + literally(text)),
        RegExp.NONE,
        RegExp.ASCII_CASE_INSENSITIVE,
        Operations.DEFAULT_DETERMINIZE_WORK_LIMIT);
  }

  private static String literally(String text) {
    return text.replaceAll("[^\\p{L}\\p{N}]", "\\\\$0");
  }

  private Optional<Query> words(String field, List<EnglishText.Word> words) {
    if (words.size() > 1) {
      return phrase(field, words, 0);
    }
    return words.stream().findFirst().map(word -> word(field, word));
  }

  private static Query word(String field, EnglishText.Word word) {
    SynonymQuery.Builder forms = new SynonymQuery.Builder(field);
    forms.addTerm(new Term(field, word.written()));
    String stem = word.stem().orElse(word.written());
    forms.addTerm(new Term(field, MarkedStems.marked(stem)), STEM_COUNTS);
    if (word.stem().isPresent()) {
      forms.addTerm(new Term(field, stem), STEM_COUNTS);
    }
    return new BoostQuery(forms.build(), SteadyScore.weight(word.written()));
  }

  private static Optional<Query> phrase(String field, List<EnglishText.Word> words, int slop) {
    if (words.isEmpty()) {
      return Optional.empty();
    }
    PhraseQuery.Builder phrase = new PhraseQuery.Builder().setSlop(slop);
    words.forEach(word -> phrase.add(new Term(field, word.written())));
    return Optional.of(phrase.build());
  }

  private static Optional<Query> prefix(String field, List<EnglishText.Word> words) {
    if (words.isEmpty()) {
      return Optional.empty();
    }
    String last = words.get(words.size() - 1).written();
    if (words.size() == 1) {
      return Optional.of(new PrefixQuery(new Term(field, last)));
    }
    List<IntervalsSource> row = new ArrayList<>();
    words.subList(0, words.size() - 1).forEach(word -> row.add(Intervals.term(word.written())));
    row.add(Intervals.prefix(new BytesRef(last), MOST_EXPANSIONS));
    return Optional.of(
        new IntervalQuery(field, Intervals.phrase(row.toArray(IntervalsSource[]::new))));
  }

  /** Of several words only those before the prefix are marked: the whole is no phrase to mark. */
  private static Optional<Query> prefixInText(String field, List<EnglishText.Word> words) {
    return words.size() > 1
        ? phrase(field, words.subList(0, words.size() - 1), 0)
        : prefix(field, words);
  }

  private static final int MOST_EXPANSIONS = 1_000;

  private static Optional<Query> fuzzy(String field, List<EnglishText.Word> words, int edits) {
    if (words.isEmpty()) {
      return Optional.empty();
    }
    BooleanQuery.Builder all = new BooleanQuery.Builder();
    for (EnglishText.Word word : words) {
      int allowed = words.size() > MOST_ALIKE ? 0 : editsFor(word.written(), edits);
      Query exact = word(field, word);
      Query like =
          new BoostQuery(
              new FuzzyQuery(
                  new Term(field, word.written()),
                  allowed,
                  0,
                  FuzzyQuery.defaultMaxExpansions,
                  true,
                  MultiTermQuery.CONSTANT_SCORE_REWRITE),
              LIKENESS_COUNTS);
      all.add(allowed == 0 ? exact : new DisjunctionMaxQuery(List.of(exact, like), 0), Occur.MUST);
    }
    return Optional.of(all.build());
  }

  /** Text of more parts than this is no misspelt word. */
  private static final int MOST_ALIKE = 4;

  /** Longer words are not compared letter by letter: the work grows with their length. */
  private static final int LONGEST_ALIKE = 40;

  /** Recognition errs about once in a word; a short word with two letters changed is another. */
  private static int editsFor(String word, int asked) {
    if (word.length() > LONGEST_ALIKE) {
      return 0;
    }
    return asked > 0 ? asked : word.length() < 3 ? 0 : word.length() < 6 ? 1 : 2;
  }

  private Optional<Query> range(Expression.Range range) {
    String name = range.field().toLowerCase(Locale.ROOT);
    if (TIME_FIELDS.contains(name)) {
      return Optional.of(time(name, range));
    }
    Stream<Query> each =
        properties.named(name).stream()
            .map(
                property ->
                    switch (properties.kind(property).orElseThrow()) {
                      case TIME -> time(IndexFields.time(property), range);
                      case NUMBER -> numbers(IndexFields.number(property), range);
                      case WHOLE -> values(IndexFields.whole(property), range, EnglishText::folded);
                      case WORDS -> values(IndexFields.words(property), range, EnglishText::folded);
                    });
    Stream<Query> facet =
        properties.named(name).isEmpty()
            ? FacetFields.named(name).stream()
                .map(field -> values(IndexFields.facet(field), range, Function.identity()))
            : Stream.empty();
    return any(Stream.concat(each, facet).toList());
  }

  private static Query values(String field, Expression.Range range, Function<String, String> turn) {
    return new TermRangeQuery(
        field,
        range.from().map(turn).map(BytesRef::new).orElse(null),
        range.to().map(turn).map(BytesRef::new).orElse(null),
        true,
        true);
  }

  private static Query time(String field, Expression.Range range) {
    Optional<Moments> from = range.from().flatMap(Moments::parse);
    Optional<Moments> to = range.to().flatMap(Moments::parse);
    if (from.isPresent() != range.from().isPresent() || to.isPresent() != range.to().isPresent()) {
      return new MatchNoDocsQuery("not a date");
    }
    return LongPoint.newRangeQuery(
        field,
        from.map(Moments::first).orElse(Long.MIN_VALUE),
        to.map(Moments::last).orElse(Long.MAX_VALUE));
  }

  private static Query span(String field, Optional<Moments> from, Optional<Moments> to) {
    return from.isEmpty() || to.isEmpty()
        ? new MatchNoDocsQuery("not a date")
        : LongPoint.newRangeQuery(field, from.get().first(), to.get().last());
  }

  private static Query numbers(String field, Expression.Range range) {
    Optional<Double> from = range.from().flatMap(TextQueries::number);
    Optional<Double> to = range.to().flatMap(TextQueries::number);
    if (from.isPresent() != range.from().isPresent() || to.isPresent() != range.to().isPresent()) {
      return new MatchNoDocsQuery("not a number");
    }
    return DoublePoint.newRangeQuery(
        field, from.orElse(Double.NEGATIVE_INFINITY), to.orElse(Double.POSITIVE_INFINITY));
  }

  private static Optional<Double> number(String text) {
    try {
      return Optional.of(Double.valueOf(text)).filter(value -> !value.isNaN());
    } catch (NumberFormatException e) {
      return Optional.empty();
    }
  }
}
