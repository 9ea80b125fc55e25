package org.chancery.benchmarks.clock;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Copies a folder that the domain made, with all below it, as often as is wanted, in one statement
 * for each of its rows. Ids, the holder's name, the file's and the record's number are each copy's
 * own. What is not copied: lines of the log that the index follows, and entries of the ledger,
 * neither of which the daily work reads. Digests of records are those of the folder copied.
 */
final class Copies {
  private static final int AT_ONCE = 20_000;

  private final JdbcClient jdbc;

  Copies(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** A row of the tree. */
  private record Part(long key, UUID id, long parent, String texts) {}

  /**
   * Copies it.
   *
   * @param label stands in each copy's ids and in its holder's name
   * @param first number of the first copy
   * @param last number of the last copy
   */
  void make(DatedFolders.Made made, String label, int first, int last) {
    List<Part> parts = parts(made);
    Map<String, String> own = own(made, parts, label);
    for (int from = first; from <= last; from += AT_ONCE) {
      copy(parts, own, from, Math.min(last, from + AT_ONCE - 1));
    }
  }

  /** The id of a copy of a node. */
  static UUID id(JdbcClient jdbc, UUID of, String label, int number) {
    return jdbc.sql("SELECT " + idOf(of, label, String.valueOf(number))).query(UUID.class).single();
  }

  private static String idOf(UUID of, String label, String number) {
    return "md5('" + of + "/" + label + "/' || " + number + ")::uuid";
  }

  private List<Part> parts(DatedFolders.Made made) {
    return jdbc.sql(
            """
            WITH RECURSIVE down (key, depth) AS (
              SELECT n.key, 0 FROM node n WHERE n.id = :top
              UNION ALL
              SELECT n.key, down.depth + 1 FROM down JOIN node n ON n.parent = down.key)
            SELECT n.key, n.id, n.parent, n.name || ' ' || n.name_key || ' ' || n.properties::text
            FROM down JOIN node n ON n.key = down.key ORDER BY down.depth, n.key
            """)
        .param("top", UUID.fromString(made.folder().value()))
        .query(
            (rows, number) ->
                new Part(
                    rows.getLong(1),
                    rows.getObject(2, UUID.class),
                    rows.getLong(3),
                    rows.getString(4)))
        .list();
  }

  /** SQL for what stands in copy {@code i} where a text stands in what is copied. */
  private Map<String, String> own(DatedFolders.Made made, List<Part> parts, String label) {
    Map<String, String> own = new LinkedHashMap<>();
    parts.forEach(part -> own.put(part.id().toString(), idOf(part.id(), label, "i") + "::text"));
    made.words()
        .forEach(
            (what, word) ->
                own.put(
                    word,
                    switch (what) {
                      case "holder" -> "'Holder " + label + " ' || i";
                      case "mark" ->
                          "substr(" + idOf(parts.get(0).id(), label, "i") + "::text, 1, 6)";
                      default -> "'" + word.replaceAll("\\d+$", "") + "C' || lpad(i::text, 7, '0')";
                    }));
    // As names are compared.
    Map<String, String> keys = new LinkedHashMap<>(own);
    own.forEach((text, sql) -> keys.put(text.toLowerCase(Locale.ROOT), "lower(" + sql + ")"));
    keys.putAll(own);
    return keys;
  }

  private static String replaced(String column, String texts, Map<String, String> own) {
    String sql = column;
    for (Map.Entry<String, String> each : own.entrySet()) {
      if (texts.contains(each.getKey())) {
        sql =
            "replace("
                + sql
                + ", '"
                + each.getKey().replace("'", "''")
                + "', "
                + each.getValue()
                + ")";
      }
    }
    return sql;
  }

  private void copy(List<Part> parts, Map<String, String> own, int from, int to) {
    long base = jdbc.sql("SELECT max(key) FROM node").query(Long.class).single();
    Map<Long, String> keys = new HashMap<>();
    for (int at = 0; at < parts.size(); at++) {
      keys.put(
          parts.get(at).key(),
          "(" + (base + at + 1) + " + (i - " + from + ") * " + parts.size() + ")");
    }
    String numbers = " generate_series(" + from + ", " + to + ") AS i ";
    List<String> statements = new ArrayList<>();
    for (Part part : parts) {
      String parent = keys.getOrDefault(part.parent(), String.valueOf(part.parent()));
      String key = keys.get(part.key());
      statements.add(
          "INSERT INTO node (key, id, parent, name, name_key, type, aspects, properties, inherits,"
              + " revision, created_by, created_at, modified_by, modified_at) OVERRIDING SYSTEM VALUE"
              + " SELECT "
              + key
              + ", "
              + own.get(part.id().toString())
              + "::uuid, "
              + parent
              + ", "
              + replaced("t.name", part.texts(), own)
              + ", "
              + replaced("t.name_key", part.texts(), own)
              + ", t.type, t.aspects, "
              + replaced("t.properties::text", part.texts(), own)
              + "::jsonb, t.inherits, t.revision,"
              + " t.created_by, t.created_at, t.modified_by, t.modified_at FROM node t,"
              + numbers
              + "WHERE t.key = "
              + part.key());
      for (String[] table :
          new String[][] {
            {"content", "property, sha256, size, media_type"},
            {"access_grant", "authority, role"},
            {"version", "major, minor, kept_at, kept_by, comment, properties"}
          }) {
        statements.add(
            "INSERT INTO "
                + table[0]
                + " (node, "
                + table[1]
                + ") SELECT "
                + key
                + ", t."
                + table[1].replace(", ", ", t.")
                + " FROM "
                + table[0]
                + " t,"
                + numbers
                + "WHERE t.node = "
                + part.key());
      }
    }
    Part top = parts.get(0);
    String folder = own.get(top.id().toString()) + "::uuid";
    statements.add(
        "INSERT INTO chancery_clock (folder, series, plan, activity_at, activity_kind, activity_of,"
            + " open_files, closed_at, cutoff_on, eligible_on, state, since, reviewed, held) SELECT "
            + folder
            + ", t.series, t.plan, t.activity_at, t.activity_kind, "
            + related("activity_of", parts, own)
            + ", t.open_files, t.closed_at, t.cutoff_on, t.eligible_on, t.state, t.since, t.reviewed,"
            + " t.held FROM chancery_clock t,"
            + numbers
            + "WHERE t.folder = '"
            + top.id()
            + "'");
    statements.add(
        "INSERT INTO chancery_clock_event (folder, at, kind, of_node, effect, eligible_on) SELECT "
            + folder
            + ", t.at, t.kind, "
            + related("of_node", parts, own)
            + ", t.effect, t.eligible_on FROM chancery_clock_event t,"
            + numbers
            + "WHERE t.folder = '"
            + top.id()
            + "' ORDER BY i, t.id");
    statements.add(
        "INSERT INTO chancery_clock_applied (folder, series) SELECT "
            + folder
            + ", t.series FROM chancery_clock_applied t,"
            + numbers
            + "WHERE t.folder = '"
            + top.id()
            + "'");
    statements.forEach(sql -> jdbc.sql(sql).update());
    jdbc.sql("SELECT setval(pg_get_serial_sequence('node', 'key'), (SELECT max(key) FROM node))")
        .query(Long.class)
        .single();
  }

  /** The copy of what a row of the folder's clock is about. */
  private static String related(String column, List<Part> parts, Map<String, String> own) {
    StringBuilder sql = new StringBuilder("CASE t." + column);
    for (Part part : parts) {
      sql.append(" WHEN '").append(part.id()).append("' THEN ");
      sql.append(own.get(part.id().toString())).append("::uuid");
    }
    return sql + " END";
  }
}
