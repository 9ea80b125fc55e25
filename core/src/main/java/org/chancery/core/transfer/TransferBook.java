package org.chancery.core.transfer;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.chancery.core.repository.Caller;
import org.chancery.core.repository.Change;
import org.chancery.core.repository.Contents;
import org.chancery.core.repository.Node;
import org.chancery.core.repository.NodeId;
import org.chancery.core.repository.Nodes;
import org.chancery.core.vocabulary.Rec;
import org.chancery.model.QName;

/** What stands on a disposition's node about its transfer. Joins the transaction in progress. */
final class TransferBook {
  private static final Caller SYSTEM = Caller.ofSystem();
  private static final ObjectMapper JSON = new ObjectMapper().registerModule(new Jdk8Module());

  private final Nodes nodes;
  private final Contents contents;

  TransferBook(Nodes nodes, Contents contents) {
    this.nodes = nodes;
    this.contents = contents;
  }

  Optional<Node> find(NodeId disposition) {
    return nodes.find(SYSTEM, disposition).filter(node -> node.type().equals(Rec.DISPOSITION));
  }

  /** Kept from changing until the transaction ends. */
  Node hold(NodeId disposition) {
    return nodes.hold(SYSTEM, disposition);
  }

  void write(Caller by, NodeId disposition, Station station, Map<QName, Object> values) {
    Change change = Change.of(values);
    nodes.update(
        by.elevated(),
        disposition,
        Optional.empty(),
        new Change(change.set(), change.remove(), Set.of(Rec.TRANSFERRED)));
    nodes.update(
        by.elevated(),
        disposition,
        Optional.empty(),
        Change.of(Map.of(Rec.TRANSFER_STATE, station.code())));
  }

  void faults(NodeId disposition, List<TransferFault> faults) {
    try {
      byte[] json = JSON.writeValueAsBytes(faults);
      contents.attach(
          SYSTEM,
          disposition,
          Rec.TRANSFER_FAULTS,
          contents.store(new ByteArrayInputStream(json), "application/json"));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("Faults can be written as JSON", e);
    }
  }

  List<TransferFault> faults(Node disposition) {
    if (!disposition.contents().containsKey(Rec.TRANSFER_FAULTS)) {
      return List.of();
    }
    try (InputStream in = contents.open(SYSTEM, disposition.id(), Rec.TRANSFER_FAULTS)) {
      return JSON.readValue(in, new TypeReference<List<TransferFault>>() {});
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
