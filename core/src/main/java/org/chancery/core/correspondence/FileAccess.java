package org.chancery.core.correspondence;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.chancery.core.access.AccessLists;
import org.chancery.core.access.TaskAccess;
import org.chancery.core.repository.AccessList;
import org.chancery.core.repository.Caller;
import org.chancery.core.repository.Grant;
import org.chancery.core.repository.Node;
import org.chancery.core.repository.NodeId;
import org.chancery.core.repository.Nodes;
import org.chancery.core.repository.Permissions;
import org.chancery.core.vocabulary.Cor;

/**
 * Who may do what in an unlocked case file: the components it is or was assigned to and the
 * Executive Secretariat (requirement P15), and whoever has something to do in it, until that is
 * done (requirement C8). Computed here and nowhere else.
 */
public final class FileAccess {
  private static final Set<String> ENDED = Set.of("done", "withdrawn");

  private final CaseFolders folders;
  private final Nodes nodes;
  private final Permissions permissions;

  /** On these ports. */
  public FileAccess(CaseFolders folders, Nodes nodes, Permissions permissions) {
    this.folders = folders;
    this.nodes = nodes;
    this.permissions = permissions;
  }

  /** The access list a case file has while it is not locked. */
  public AccessList usual(Node file) {
    return usual(file, taskings(file.id()));
  }

  private List<Node> taskings(NodeId file) {
    Caller system = Caller.ofSystem();
    return nodes
        .child(system, file, CaseFiles.ROUTING)
        .map(part -> FileTaskings.in(nodes, system, part.id()))
        .orElse(List.of());
  }

  private static AccessList usual(Node file, List<Node> taskings) {
    Map<String, Grant.Role> roles = new LinkedHashMap<>();
    AccessLists.ofCaseFile(file.list(Cor.COMPONENT)).grants().forEach(each -> add(roles, each));
    for (Node tasking : taskings) {
      if (tasking.text(Cor.TASK_STATE).filter(ENDED::contains).isEmpty()) {
        tasking
            .text(Cor.TASK_ACCESS)
            .flatMap(TaskAccess::of)
            .ifPresent(
                access ->
                    add(roles, new Grant(tasking.text(Cor.ASSIGNEE).orElseThrow(), access.role())));
      }
    }
    Set<Grant> grants = new LinkedHashSet<>();
    roles.forEach((authority, role) -> grants.add(new Grant(authority, role)));
    return new AccessList(false, grants);
  }

  private static void add(Map<String, Grant.Role> roles, Grant grant) {
    roles.merge(
        grant.authority(), grant.role(), (one, other) -> one.compareTo(other) > 0 ? one : other);
  }

  /**
   * Brings the file's access list up to date, and its case folder's with it, within the transaction
   * in progress. A locked file stays as whoever locked it wanted; who was named on an unlocked one
   * beside all this stays named.
   *
   * @param gone who had a tasking that is somebody else's now
   */
  public void refresh(Caller elevated, NodeId id, Set<String> gone) {
    Node file = nodes.hold(elevated, id);
    if (file.aspects().contains(Cor.LOCKED)) {
      return;
    }
    List<Node> taskings = taskings(id);
    AccessList usual = usual(file, taskings);
    AccessList now = permissions.get(elevated, id);
    Set<String> ours = new HashSet<>(gone);
    usual.grants().forEach(grant -> ours.add(grant.authority()));
    // Whoever has, or had, something to do: what they may do follows from their taskings alone.
    taskings.forEach(tasking -> tasking.text(Cor.ASSIGNEE).ifPresent(ours::add));
    Set<Grant> grants = new LinkedHashSet<>(usual.grants());
    now.grants().stream().filter(grant -> !ours.contains(grant.authority())).forEach(grants::add);
    AccessList wanted = new AccessList(false, grants);
    if (!now.equals(wanted)) {
      permissions.set(elevated, id, wanted);
      folders.opened(elevated, file.parent().orElseThrow());
    }
  }
}
