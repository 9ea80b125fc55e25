package org.chancery.core.records;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.chancery.core.repository.Node;
import org.chancery.core.repository.NodeId;
import org.chancery.core.repository.Sha256;
import org.chancery.core.vocabulary.Cor;
import org.chancery.core.vocabulary.Rec;
import org.chancery.model.QName;

/**
 * SHA-256 of a node as it is declared: its identity, place, type, name, aspects and values, the
 * SHA-256 of each of its contents, and the digests of all that it holds, so that the digest of a
 * case file covers everything in it. What may change on a record is left out: a lock, a hold, that
 * it is superseded, the number of the present version, the declaration itself.
 */
final class Digest {
  private static final Set<QName> PASSING =
      Set.of(
          Cor.LOCKED,
          Cor.LOCK_MODE,
          Cor.LOCK_REASON,
          Cor.LOCKED_BY,
          Cor.LOCKED_AT,
          Cor.LOCK_UNTIL,
          Cor.LOCK_BEFORE,
          Cor.WITHHELD,
          Rec.DECLARED,
          Rec.RECORD_ID,
          Rec.DECLARED_AT,
          Rec.DECLARED_BY,
          Rec.DECLARED_WITH,
          Rec.DIGEST,
          Rec.HOLDS_RECORDS,
          Rec.HELD,
          Rec.HELD_BY,
          Rec.HOLDS_HELD,
          Rec.HELD_BELOW,
          Rec.SUPERSEDED,
          Rec.SUPERSEDED_BY,
          Rec.SUPERSEDED_AT,
          Rec.SUPERSEDED_NOTED_BY,
          Rec.SUPERSEDED_REASON,
          QName.of("cm:versionable"),
          QName.of("cm:versionLabel"),
          QName.of("cm:versionType"),
          QName.of("cm:initialVersion"),
          QName.of("cm:autoVersion"),
          QName.of("cm:autoVersionOnUpdateProps"));

  private final MessageDigest sha256;

  private Digest() {
    sha256 = Sha256.computation();
  }

  /**
   * The digest.
   *
   * @param held the digest of each child
   */
  static String of(Node node, Map<NodeId, String> held) {
    Digest digest = new Digest();
    digest.add(node.id().value());
    digest.add(node.parent().map(NodeId::value).orElse(""));
    digest.add(node.type().toString());
    digest.add(node.name());
    node.aspects().stream()
        .filter(aspect -> !PASSING.contains(aspect))
        .map(QName::toString)
        .sorted()
        .forEach(aspect -> digest.add("aspect", aspect));
    byName(node.properties()).forEach((name, value) -> digest.add("value", name, text(value)));
    byName(node.contents())
        .forEach(
            (name, content) ->
                digest.add(
                    "content",
                    name,
                    content.sha256(),
                    String.valueOf(content.size()),
                    content.mediaType()));
    new TreeSet<>(held.keySet().stream().map(NodeId::value).toList())
        .forEach(id -> digest.add("holds", id, held.get(NodeId.of(id))));
    return HexFormat.of().formatHex(digest.sha256.digest());
  }

  private static <T> Map<String, T> byName(Map<QName, T> values) {
    Map<String, T> sorted = new TreeMap<>();
    values.forEach(
        (name, value) -> {
          if (!PASSING.contains(name)) {
            sorted.put(name.toString(), value);
          }
        });
    return sorted;
  }

  private static String text(Object value) {
    if (!(value instanceof List<?> list)) {
      return String.valueOf(value);
    }
    StringBuilder all = new StringBuilder();
    list.forEach(each -> all.append(String.valueOf(each).length()).append(':').append(each));
    return all.toString();
  }

  /** Each with its length before it, so that no two sequences of fields read the same. */
  private void add(String... fields) {
    for (String field : fields) {
      byte[] bytes = field.getBytes(StandardCharsets.UTF_8);
      sha256.update((bytes.length + ":").getBytes(StandardCharsets.US_ASCII));
      sha256.update(bytes);
    }
  }
}
