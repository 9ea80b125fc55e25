package org.chancery.core.response;

import java.util.Optional;
import org.chancery.core.correspondence.CaseFile;
import org.chancery.core.correspondence.CaseFiles;
import org.chancery.core.repository.Caller;
import org.chancery.core.repository.Denied;
import org.chancery.core.repository.Node;
import org.chancery.core.repository.NodeId;
import org.chancery.core.repository.Nodes;
import org.chancery.core.repository.NotFound;
import org.chancery.core.repository.Permission;
import org.chancery.core.repository.Permissions;
import org.chancery.core.repository.WrongState;
import org.chancery.core.vocabulary.Cor;

/** The case file that something is done in. */
final class OpenFile {
  private final Nodes nodes;
  private final Permissions permissions;
  private final CaseFiles files;

  OpenFile(Nodes nodes, Permissions permissions, CaseFiles files) {
    this.nodes = nodes;
    this.permissions = permissions;
    this.files = files;
  }

  /**
   * An open case file, kept from being closed until the transaction in progress ends.
   *
   * @throws NotFound when it is not there for the caller
   * @throws WrongState when it is closed
   */
  CaseFile open(Caller caller, NodeId id) {
    files.get(caller, id);
    nodes.hold(caller.elevated(), id);
    CaseFile file = files.get(caller, id);
    if (file.closed()) {
      throw new WrongState(
          "Case file " + file.fileNumber() + " is closed. Open it again, with a reason, first.");
    }
    return file;
  }

  /**
   * The part for documents, to which the caller may add.
   *
   * @throws Denied when the caller may not
   */
  NodeId documents(Caller caller, CaseFile file) {
    NodeId documents = files.documents(caller, file.id());
    if (!permissions.allowed(caller, documents, Permission.ADD_CHILD)) {
      throw new Denied("You may not add documents to this case file.");
    }
    return documents;
  }

  /** The case file that a document lies in; empty for what lies elsewhere. */
  Optional<NodeId> of(Caller caller, NodeId document) {
    return nodes.ancestors(caller, document).stream()
        .filter(node -> node.type().equals(Cor.CASE_FILE))
        .map(Node::id)
        .findFirst();
  }
}
