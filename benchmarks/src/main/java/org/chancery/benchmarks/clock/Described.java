package org.chancery.benchmarks.clock;

import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A folder with all its rows as text, without what is each folder's own: two folders of one kind
 * read the same.
 */
final class Described {
  private static final List<String> QUERIES =
      List.of(
          "SELECT key, to_jsonb(n) - 'key' - 'parent' AS row FROM node n WHERE key = :key",
          "SELECT node, to_jsonb(t) - 'node' FROM content t WHERE node = :key ORDER BY property",
          "SELECT node, to_jsonb(t) - 'node' FROM access_grant t WHERE node = :key ORDER BY authority,"
              + " role",
          "SELECT node, to_jsonb(t) - 'node' - 'key' FROM version t WHERE node = :key ORDER BY major,"
              + " minor",
          "SELECT 0, to_jsonb(t) FROM chancery_clock t JOIN node n ON n.id = t.folder WHERE n.key ="
              + " :key",
          "SELECT 0, to_jsonb(t) - 'id' FROM chancery_clock_event t JOIN node n ON n.id = t.folder"
              + " WHERE n.key = :key ORDER BY t.id",
          "SELECT 0, to_jsonb(t) FROM chancery_clock_applied t JOIN node n ON n.id = t.folder WHERE"
              + " n.key = :key");

  private Described() {}

  static String of(JdbcClient jdbc, UUID folder) {
    List<Object[]> nodes =
        jdbc.sql(
                """
                WITH RECURSIVE down (key, id, path) AS (
                  SELECT n.key, n.id, ARRAY[n.type] FROM node n WHERE n.id = :top
                  UNION ALL
                  SELECT n.key, n.id, down.path || n.type FROM down JOIN node n ON n.parent = down.key)
                SELECT key, id, path::text FROM down ORDER BY path
                """)
            .param("top", folder)
            .query(
                (rows, n) -> new Object[] {rows.getLong(1), rows.getString(2), rows.getString(3)})
            .list();
    StringBuilder text = new StringBuilder();
    for (Object[] node : nodes) {
      text.append(node[2]).append('\n');
      for (String query : QUERIES) {
        jdbc.sql(query)
            .param("key", node[0])
            .query((rows, n) -> rows.getString(2))
            .list()
            .forEach(row -> text.append("  ").append(row).append('\n'));
      }
    }
    String described = text.toString();
    for (int at = 0; at < nodes.size(); at++) {
      described = described.replace((String) nodes.get(at)[1], "node " + at);
    }
    return described
        .replaceAll("\\[[0-9a-f]{6}\\]", "[mark]")
        .replaceAll("(?i)holder (\\w+ )+\\d+", "holder")
        .replaceAll("(?i)\\d{4}-C?\\d{6,7}(?=[\"\\\\])", "number")
        .replaceAll("\\d{4}-\\d\\d-\\d\\dT[0-9:.]+(Z|\\+00:00)", "time")
        .replaceAll("(?<=rec:digest\": \")[0-9a-f]{64}", "digest");
  }
}
