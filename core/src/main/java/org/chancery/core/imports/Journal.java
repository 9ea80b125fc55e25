package org.chancery.core.imports;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.chancery.core.repository.Caller;
import org.chancery.core.repository.Contents;
import org.chancery.core.repository.NewNode;
import org.chancery.core.repository.Node;
import org.chancery.core.repository.NodeId;
import org.chancery.core.repository.Nodes;
import org.chancery.core.repository.Page;
import org.chancery.core.vocabulary.Stk;

/**
 * What an import has made and changed, part by part, each kept in the transaction of its rows: so
 * that a killed process goes on behind the last of them, and all of it can be taken back.
 */
final class Journal {
  private static final Caller SYSTEM = Caller.ofSystem();
  private static final String TYPE = "application/json";

  private final Nodes nodes;
  private final Contents contents;

  Journal(Nodes nodes, Contents contents) {
    this.nodes = nodes;
    this.contents = contents;
  }

  /** Keeps a part, within the transaction in progress. */
  void keep(NodeId work, int first, List<Entry> entries) {
    NodeId id = NodeId.random();
    String name = String.format("%08d %s", first, id.value().substring(0, 8));
    nodes.create(SYSTEM, new NewNode(id, work, Stk.IMPORT_PART, name, Set.of(), Map.of()));
    try {
      byte[] json = StoredJson.MAPPER.writeValueAsBytes(entries);
      contents.attach(
          SYSTEM, id, Stk.IMPORT_JOURNAL, contents.store(new ByteArrayInputStream(json), TYPE));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The parts, in the order of their rows. */
  List<NodeId> parts(NodeId work) {
    return List.copyOf(byFirstRow(work).values());
  }

  /** The parts, by the first row of each. */
  NavigableMap<Integer, NodeId> byFirstRow(NodeId work) {
    NavigableMap<Integer, NodeId> parts = new TreeMap<>();
    Optional<String> cursor = Optional.empty();
    do {
      Page<Node> page = nodes.children(SYSTEM, work, cursor, 1000);
      page.items().stream()
          .filter(node -> node.type().equals(Stk.IMPORT_PART))
          .forEach(node -> parts.put(firstRow(node), node.id()));
      cursor = page.cursor();
    } while (cursor.isPresent());
    return parts;
  }

  private static int firstRow(Node part) {
    return Integer.parseInt(part.name().substring(0, part.name().indexOf(' ')));
  }

  /** What a part says. */
  List<Entry> entries(NodeId part) {
    try (InputStream in = contents.open(SYSTEM, part, Stk.IMPORT_JOURNAL)) {
      return List.of(StoredJson.MAPPER.readValue(in, Entry[].class));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
