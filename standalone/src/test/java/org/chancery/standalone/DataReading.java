package org.chancery.standalone;

import com.zaxxer.hikari.HikariDataSource;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.lucene.document.Document;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexableField;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.store.FSDirectory;
import org.postgresql.PGConnection;

/** Looks for words that begin with a marker wherever a server keeps something. */
final class DataReading {
  private final Path data;
  private final Pattern words;
  private final byte[] marker;

  DataReading(Path data, String marker) {
    this.data = data;
    this.marker = marker.getBytes(StandardCharsets.US_ASCII);
    this.words = Pattern.compile(marker + "[a-z]*");
  }

  private void find(String text, Set<String> found) {
    Matcher each = words.matcher(text.toLowerCase(Locale.ROOT));
    while (each.find()) {
      found.add(each.group());
    }
  }

  /** As {@code word in folder/file}, in the bytes of every file, whatever their case. */
  Set<String> inFiles() throws IOException {
    Set<String> found = new TreeSet<>();
    List<Path> files;
    try (Stream<Path> all = Files.walk(data)) {
      files = all.filter(Files::isRegularFile).toList();
    }
    for (Path file : files) {
      Path shown = data.relativize(file);
      find(shown.toString(), found);
      byte[] bytes;
      try {
        bytes = Files.readAllBytes(file);
      } catch (NoSuchFileException e) {
        continue;
      }
      for (int at = next(bytes, 0); at >= 0; at = next(bytes, at + 1)) {
        int end = at;
        while (end < bytes.length && Character.isLetter(bytes[end] & 0x7f) && bytes[end] > 0) {
          end++;
        }
        String word = new String(bytes, at, end - at, StandardCharsets.US_ASCII);
        Path place = shown.getNameCount() > 3 ? shown.subpath(0, 3) : shown;
        found.add(word.toLowerCase(Locale.ROOT) + " in " + place);
      }
    }
    return found;
  }

  private int next(byte[] bytes, int from) {
    for (int at = from; at <= bytes.length - marker.length; at++) {
      int same = 0;
      while (same < marker.length && (bytes[at + same] | 0x20) == marker[same]) {
        same++;
      }
      if (same == marker.length) {
        return at;
      }
    }
    return -1;
  }

  /**
   * As {@code word in table}: every row of every table as a dump copies it, and the statistics that
   * the planner keeps of columns.
   */
  Set<String> inDump(HikariDataSource database) throws SQLException, IOException {
    Set<String> found = new TreeSet<>();
    try (Connection connection = database.getConnection();
        Statement statement = connection.createStatement()) {
      List<String> tables = new ArrayList<>();
      try (ResultSet rows =
          statement.executeQuery(
              "SELECT c.oid::regclass::text FROM pg_class c JOIN pg_namespace n"
                  + " ON n.oid = c.relnamespace WHERE c.relkind = 'r'"
                  + " AND n.nspname NOT IN ('pg_catalog', 'information_schema', 'pg_toast')")) {
        while (rows.next()) {
          tables.add(rows.getString(1));
        }
      }
      for (String table : tables) {
        ByteArrayOutputStream copied = new ByteArrayOutputStream();
        connection
            .unwrap(PGConnection.class)
            .getCopyAPI()
            .copyOut("COPY " + table + " TO STDOUT", copied);
        Set<String> here = new TreeSet<>();
        find(copied.toString(StandardCharsets.UTF_8), here);
        here.forEach(word -> found.add(word + " in " + table));
      }
      try (ResultSet rows =
          statement.executeQuery(
              "SELECT most_common_vals::text || ' ' || coalesce(histogram_bounds::text, '')"
                  + " || ' ' || coalesce(most_common_elems::text, '') FROM pg_stats"
                  + " WHERE most_common_vals IS NOT NULL UNION ALL"
                  + " SELECT histogram_bounds::text FROM pg_stats"
                  + " WHERE histogram_bounds IS NOT NULL")) {
        while (rows.next()) {
          Set<String> here = new TreeSet<>();
          find(rows.getString(1), here);
          here.forEach(word -> found.add(word + " in pg_stats"));
        }
      }
    }
    return found;
  }

  /** As {@code word in terms} and {@code word in stored fields}, of deleted documents too. */
  Set<String> inIndex() throws IOException {
    Set<String> found = new TreeSet<>();
    try (FSDirectory directory = FSDirectory.open(data.resolve("index"));
        DirectoryReader reader = DirectoryReader.open(directory)) {
      for (LeafReaderContext leaf : reader.leaves()) {
        leaf.reader().getFieldInfos().forEach(field -> terms(leaf, field.name, found));
        for (int document = 0; document < leaf.reader().maxDoc(); document++) {
          Document stored = leaf.reader().storedFields().document(document);
          for (IndexableField field : stored) {
            Set<String> here = new TreeSet<>();
            find(String.valueOf(field), here);
            if (field.binaryValue() != null) {
              find(field.binaryValue().utf8ToString(), here);
            }
            here.forEach(word -> found.add(word + " in stored fields"));
          }
        }
      }
    }
    return found;
  }

  private void terms(LeafReaderContext leaf, String field, Set<String> found) {
    try {
      Terms terms = leaf.reader().terms(field);
      TermsEnum each = terms == null ? TermsEnum.EMPTY : terms.iterator();
      while (each.next() != null) {
        Set<String> here = new TreeSet<>();
        find(
            new String(
                each.term().bytes, each.term().offset, each.term().length, StandardCharsets.UTF_8),
            here);
        here.forEach(word -> found.add(word + " in terms"));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
