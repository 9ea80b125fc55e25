package org.chancery.search;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.lucene.document.BinaryDocValuesField;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.DoublePoint;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.FieldType;
import org.apache.lucene.document.LongPoint;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.document.SortedDocValuesField;
import org.apache.lucene.document.SortedSetDocValuesField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.IndexOptions;
import org.apache.lucene.util.BytesRef;
import org.chancery.core.search.IndexEntry;
import org.chancery.model.QName;

/** Turns what the index has to hold of a node into a Lucene document. */
final class EntryDocuments {

  /** The case file of a tasking, which is also counted by what that is. */
  private static final QName CASE_FILE = QName.of("cor:taskFile");

  /** What is listed by the name of the node. */
  private static final Set<QName> STAKEHOLDERS =
      Set.of(QName.of("stk:person"), QName.of("stk:organization"));

  /**
   * A name as it is spoken, which a phrase is looked for in: the node's own begins with the last.
   */
  private static final List<QName> SPOKEN =
      List.of(QName.of("stk:firstName"), QName.of("stk:lastName"));

  private static final List<QName> SPOKEN_IN_FULL =
      List.of(QName.of("stk:firstName"), QName.of("stk:middleName"), QName.of("stk:lastName"));

  /** Stored, with offsets: a snippet of a long document is cut without reading it again. */
  private static final FieldType PAGE = page();

  private final SearchableProperties properties;
  private final ReaderSets readers;

  EntryDocuments(SearchableProperties properties, ReaderSets readers) {
    this.properties = properties;
    this.readers = readers;
  }

  private static FieldType page() {
    FieldType type = new FieldType(TextField.TYPE_STORED);
    type.setIndexOptions(IndexOptions.DOCS_AND_FREQS_AND_POSITIONS_AND_OFFSETS);
    type.freeze();
    return type;
  }

  Document of(IndexEntry entry) {
    Document document = new Document();
    String id = entry.id().value();
    document.add(new StringField(IndexFields.ID, id, Field.Store.NO));
    document.add(new SortedDocValuesField(IndexFields.ID, new BytesRef(id)));
    document.add(new StringField(IndexFields.LINEAGE, id, Field.Store.NO));
    entry
        .ancestors()
        .forEach(
            above ->
                document.add(new StringField(IndexFields.LINEAGE, above.value(), Field.Store.NO)));
    document.add(new NumericDocValuesField(IndexFields.READERS, readers.number(entry.readers())));
    addShown(document, IndexFields.OWN_TYPE, entry.types().get(0).toString());
    entry
        .types()
        .forEach(
            type ->
                document.add(new StringField(IndexFields.TYPE, type.toString(), Field.Store.NO)));
    addTitle(document, entry);
    addTime(document, IndexFields.DATE, FacetFields.date(entry));
    addTime(document, IndexFields.MODIFIED, entry.modifiedAt());
    FacetFields.due(entry)
        .ifPresent(
            due -> document.add(new NumericDocValuesField(IndexFields.DUE, due.toEpochMilli())));
    addFacets(document, entry);
    entry.properties().forEach((name, value) -> addProperty(document, name, value));
    addAbove(document, entry);
    entry.pages().forEach(page -> document.add(new Field(IndexFields.TEXT, page, PAGE)));
    return document;
  }

  private static void addTitle(Document document, IndexEntry entry) {
    String name = entry.path().substring(entry.path().lastIndexOf('/') + 1);
    addShown(document, IndexFields.SHOWN_TITLE, entry.title());
    addShown(document, IndexFields.SHOWN_PATH, entry.path());
    document.add(
        new SortedDocValuesField(
            IndexFields.TITLE_ORDER, new BytesRef(EnglishText.folded(entry.title()))));
    if (entry.types().stream().anyMatch(STAKEHOLDERS::contains)) {
      document.add(
          new SortedDocValuesField(IndexFields.NAME_ORDER, new BytesRef(EnglishText.folded(name))));
      Stream.of(SPOKEN, SPOKEN_IN_FULL)
          .filter(parts -> parts.stream().allMatch(entry.properties()::containsKey))
          .map(parts -> spoken(entry, parts))
          .forEach(each -> document.add(new TextField(IndexFields.TITLE, each, Field.Store.NO)));
    }
    document.add(new TextField(IndexFields.TITLE, entry.title(), Field.Store.NO));
    if (!name.equals(entry.title())) {
      // A point would glue a file's name to its extension.
      document.add(new TextField(IndexFields.TITLE, name.replace('.', ' '), Field.Store.NO));
    }
  }

  private static String spoken(IndexEntry entry, List<QName> parts) {
    return parts.stream()
        .map(entry.properties()::get)
        .map(Object::toString)
        .collect(Collectors.joining(" "));
  }

  /** In a column: a hit is shown without unpacking its text. */
  private static void addShown(Document document, String field, String value) {
    document.add(new BinaryDocValuesField(field, new BytesRef(cut(value))));
  }

  private static void addTime(Document document, String field, Instant moment) {
    document.add(new NumericDocValuesField(field, moment.toEpochMilli()));
    document.add(new LongPoint(field, moment.toEpochMilli()));
  }

  private static void addAbove(Document document, IndexEntry entry) {
    if (entry.properties().get(CASE_FILE) instanceof String id) {
      document.add(new SortedDocValuesField(IndexFields.ABOVE, new BytesRef(cut(id))));
    }
  }

  private static void addFacets(Document document, IndexEntry entry) {
    FacetFields.valuesOf(entry)
        .forEach(
            (field, values) -> {
              for (String value : values) {
                String whole = cut(value);
                document.add(new StringField(IndexFields.facet(field), whole, Field.Store.NO));
                document.add(
                    new SortedSetDocValuesField(IndexFields.facet(field), new BytesRef(whole)));
              }
            });
  }

  private void addProperty(Document document, QName name, Object value) {
    Collection<?> values = value instanceof Collection<?> many ? many : List.of(value);
    if (properties.column(name).isPresent() && !(value instanceof Collection<?>)) {
      document.add(new NumericDocValuesField(IndexFields.column(name.toString()), millis(value)));
    }
    properties
        .kind(name)
        .ifPresent(
            kind ->
                values.forEach(
                    each -> {
                      add(document, name, kind, each);
                      if (properties.free(name)) {
                        document.add(
                            new TextField(IndexFields.PROPERTIES, each.toString(), Field.Store.NO));
                      }
                    }));
  }

  private static void add(
      Document document, QName name, SearchableProperties.Kind kind, Object value) {
    switch (kind) {
      case WORDS ->
          document.add(new TextField(IndexFields.words(name), value.toString(), Field.Store.NO));
      case WHOLE ->
          document.add(
              new StringField(
                  IndexFields.whole(name), EnglishText.folded(value.toString()), Field.Store.NO));
      case TIME -> document.add(new LongPoint(IndexFields.time(name), millis(value)));
      case NUMBER ->
          document.add(new DoublePoint(IndexFields.number(name), ((Number) value).doubleValue()));
    }
  }

  private static long millis(Object value) {
    return value instanceof LocalDate day
        ? day.atStartOfDay(ZoneOffset.UTC).toInstant().toEpochMilli()
        : ((Instant) value).toEpochMilli();
  }

  private static String cut(String value) {
    return value.substring(0, Math.min(value.length(), EnglishText.LONGEST_VALUE));
  }
}
