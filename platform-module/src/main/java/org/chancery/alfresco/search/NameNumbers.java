package org.chancery.alfresco.search;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.alfresco.service.namespace.QName;
import org.chancery.alfresco.names.ModelNames;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The platform's names by their numbers in its database, and the other way. Numbers never change,
 * so that each is asked for once.
 */
final class NameNumbers {

  private final JdbcClient jdbc;
  private final ModelNames models;
  private final Map<Long, QName> names = new ConcurrentHashMap<>();
  private final Map<QName, Long> numbers = new ConcurrentHashMap<>();

  NameNumbers(JdbcClient jdbc, ModelNames models) {
    this.jdbc = jdbc;
    this.models = models;
  }

  /** The name of that number. */
  QName name(long number) {
    QName known = names.get(number);
    if (known == null) {
      load();
      known = names.get(number);
    }
    if (known == null) {
      throw new IllegalStateException("No name has the number " + number);
    }
    return known;
  }

  /** The number of a name; empty when nothing of that name was ever stored. */
  Optional<Long> number(QName name) {
    if (!numbers.containsKey(name)) {
      load();
    }
    return Optional.ofNullable(numbers.get(name));
  }

  /** The number of a name as our content model writes it. */
  Optional<Long> number(org.chancery.model.QName name) {
    return number(models.toPlatform(name));
  }

  private void load() {
    jdbc.sql(
            """
            SELECT q.id, n.uri, q.local_name FROM alf_qname q JOIN alf_namespace n ON n.id = q.ns_id
            """)
        .query(
            rows -> {
              QName name = QName.createQName(stored(rows.getString(2)), rows.getString(3));
              names.put(rows.getLong(1), name);
              numbers.put(name, rows.getLong(1));
            });
  }

  /** The platform writes a mark where a namespace is empty. */
  private static String stored(String uri) {
    return uri.equals(".empty") ? "" : uri;
  }
}
