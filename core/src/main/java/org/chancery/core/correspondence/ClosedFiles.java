package org.chancery.core.correspondence;

import java.util.List;
import java.util.stream.Stream;
import org.chancery.core.repository.Caller;
import org.chancery.core.repository.Node;
import org.chancery.core.repository.NodeId;
import org.chancery.core.repository.Nodes;
import org.chancery.core.repository.WrongState;
import org.chancery.core.vocabulary.Cor;

/** Keeps closed case files as they are until they are opened again (requirement R4). */
public final class ClosedFiles {
  /** What is said to whoever tries. */
  public static final String REFUSAL =
      "Its case file is closed: nothing in it is changed and nothing added to it before it is"
          + " opened again, with a reason. Only corrections are put beside its documents.";

  private static final Caller SYSTEM = Caller.ofSystem();

  private final Nodes nodes;

  /** On this tree. */
  public ClosedFiles(Nodes nodes) {
    this.nodes = nodes;
  }

  /**
   * Refuses to go on with what would change a node of a closed file, or the file. To be asked only
   * for what the caller may see.
   *
   * @throws WrongState when the file is closed
   */
  public void requireOpen(NodeId id) {
    if (!isOpen(id)) {
      throw new WrongState(REFUSAL);
    }
  }

  /** Whether it lies in no file that is closed, and is none. */
  public boolean isOpen(NodeId id) {
    List<Node> line =
        Stream.concat(nodes.ancestors(SYSTEM, id).stream(), nodes.find(SYSTEM, id).stream())
            .toList();
    return line.stream()
        .noneMatch(node -> node.type().equals(Cor.CASE_FILE) && CaseFile.of(node).closed());
  }
}
