package org.chancery.alfresco.search;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.alfresco.service.namespace.QName;
import org.chancery.model.ContentModel;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The platform's names by their numbers in its database, and the other way. Numbers never change,
 * so that each is asked for once.
 */
final class PlatformNames {

  private final JdbcClient jdbc;
  private final Map<String, String> prefixes = new HashMap<>();
  private final Map<Long, QName> names = new ConcurrentHashMap<>();
  private final Map<QName, Long> numbers = new ConcurrentHashMap<>();

  PlatformNames(JdbcClient jdbc, ContentModel model) {
    this.jdbc = jdbc;
    model.namespaces().forEach((prefix, uri) -> prefixes.put(uri, prefix));
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

  /** The number of a name that our content model uses. */
  Optional<Long> number(org.chancery.model.QName name, ContentModel model) {
    return number(platform(name, model));
  }

  static QName platform(org.chancery.model.QName name, ContentModel model) {
    return QName.createQName(model.namespaces().get(name.prefix()), name.localName());
  }

  /** The name as our model writes it; empty when its namespace is none of our model's. */
  Optional<org.chancery.model.QName> prefixed(QName name) {
    return Optional.ofNullable(prefixes.get(name.getNamespaceURI()))
        .map(prefix -> new org.chancery.model.QName(prefix, name.getLocalName()));
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
