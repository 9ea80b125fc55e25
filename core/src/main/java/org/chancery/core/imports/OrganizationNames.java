package org.chancery.core.imports;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.chancery.core.repository.Caller;
import org.chancery.core.repository.Node;
import org.chancery.core.repository.NodeId;
import org.chancery.core.repository.Nodes;
import org.chancery.core.repository.Page;
import org.chancery.core.stakeholders.Drawers;
import org.chancery.core.vocabulary.Stk;

/** The organizations there are, by their names, whatever the case and the punctuation. */
final class OrganizationNames {
  private static final Caller SYSTEM = Caller.ofSystem();
  private static final String LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ#";

  private final Map<String, NodeId> known = new HashMap<>();

  OrganizationNames(Nodes nodes) {
    for (char letter : LETTERS.toCharArray()) {
      NodeId drawer = Drawers.idOf("Organizations", String.valueOf(letter));
      Optional<String> cursor = Optional.empty();
      if (nodes.find(SYSTEM, drawer).isEmpty()) {
        continue;
      }
      do {
        Page<Node> page = nodes.children(SYSTEM, drawer, cursor, 1000);
        for (Node node : page.items()) {
          node.text(Stk.ORGANIZATION_NAME)
              .ifPresent(name -> known.putIfAbsent(plain(name), node.id()));
        }
        cursor = page.cursor();
      } while (cursor.isPresent());
    }
  }

  Optional<NodeId> of(String name) {
    return Optional.ofNullable(known.get(plain(name)));
  }

  void add(Map<String, NodeId> made) {
    made.forEach((name, id) -> known.put(plain(name), id));
  }

  static String plain(String name) {
    String plain = name.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}&]+", " ").strip();
    return plain.replaceFirst("^the ", "");
  }
}
