package org.chancery.core.correspondence;

import java.util.List;
import java.util.Optional;
import org.chancery.core.repository.Node;
import org.chancery.core.repository.NodeId;
import org.chancery.core.vocabulary.Cor;

/**
 * All that concerns one topic with one holder.
 *
 * @param id its node
 * @param folder the case folder it is in
 * @param fileNumber such as {@code 2026-000123}
 * @param subject in one line
 * @param status {@value #OPEN}, {@value #CLOSED} or one between
 * @param components codes of the components it is or was assigned to
 */
public record CaseFile(
    NodeId id,
    NodeId folder,
    String fileNumber,
    String subject,
    String status,
    List<String> components) {

  /** Status of a file that is being worked on. */
  public static final String OPEN = "open";

  /** Status of a file whose work has ended; nothing is filed into it. */
  public static final String CLOSED = "closed";

  /** Copies the components. */
  public CaseFile {
    components = List.copyOf(components);
  }

  /** Reads a node of type {@code cor:caseFile}. */
  static CaseFile of(Node node) {
    return new CaseFile(
        node.id(),
        node.parent().orElseThrow(),
        node.text(Cor.FILE_NUMBER).orElse(node.name()),
        node.text(Cor.SUBJECT).orElse(""),
        node.text(Cor.STATUS).orElse(OPEN),
        Optional.of(node.<String>list(Cor.COMPONENT)).orElse(List.of()));
  }

  /** Whether its work has ended. */
  public boolean closed() {
    return status.equals(CLOSED);
  }
}
