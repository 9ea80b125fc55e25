package org.chancery.core.correspondence;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.chancery.core.access.AccessLists;
import org.chancery.core.access.TaskAccess;
import org.chancery.core.repository.AccessList;
import org.chancery.core.repository.Caller;
import org.chancery.core.repository.Grant;
import org.chancery.core.repository.Node;
import org.chancery.core.repository.NodeId;
import org.chancery.core.repository.Nodes;
import org.chancery.core.repository.Page;
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
    Caller system = Caller.ofSystem();
    Map<String, Grant.Role> roles = new LinkedHashMap<>();
    AccessLists.ofCaseFile(file.list(Cor.COMPONENT)).grants().forEach(each -> add(roles, each));
    nodes
        .child(system, file.id(), CaseFiles.ROUTING)
        .ifPresent(part -> addTaskings(system, part.id(), roles));
    Set<Grant> grants = new LinkedHashSet<>();
    roles.forEach((authority, role) -> grants.add(new Grant(authority, role)));
    return new AccessList(false, grants);
  }

  private void addTaskings(Caller system, NodeId folder, Map<String, Grant.Role> roles) {
    Optional<String> cursor = Optional.empty();
    do {
      Page<Node> page = nodes.children(system, folder, cursor, 1000);
      for (Node child : page.items()) {
        boolean open =
            child.type().equals(Cor.TASKING)
                && child.text(Cor.TASK_STATE).filter(ENDED::contains).isEmpty();
        if (open) {
          child
              .text(Cor.TASK_ACCESS)
              .flatMap(TaskAccess::of)
              .ifPresent(
                  access ->
                      add(roles, new Grant(child.text(Cor.ASSIGNEE).orElseThrow(), access.role())));
          addTaskings(system, child.id(), roles);
        }
      }
      cursor = page.cursor();
    } while (cursor.isPresent());
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
    AccessList usual = usual(file);
    AccessList now = permissions.get(elevated, id);
    Set<String> ours = new HashSet<>(gone);
    usual.grants().forEach(grant -> ours.add(grant.authority()));
    nodes
        .child(elevated, id, CaseFiles.ROUTING)
        .ifPresent(part -> addAssignees(elevated, part.id(), ours));
    Set<Grant> grants = new LinkedHashSet<>(usual.grants());
    now.grants().stream().filter(grant -> !ours.contains(grant.authority())).forEach(grants::add);
    AccessList wanted = new AccessList(false, grants);
    if (!now.equals(wanted)) {
      permissions.set(elevated, id, wanted);
      folders.opened(elevated, file.parent().orElseThrow());
    }
  }

  /** Whoever has, or had, something to do: what they may do follows from their taskings alone. */
  private void addAssignees(Caller system, NodeId folder, Set<String> found) {
    Optional<String> cursor = Optional.empty();
    do {
      Page<Node> page = nodes.children(system, folder, cursor, 1000);
      for (Node child : page.items()) {
        if (child.type().equals(Cor.TASKING)) {
          child.text(Cor.ASSIGNEE).ifPresent(found::add);
          addAssignees(system, child.id(), found);
        }
      }
      cursor = page.cursor();
    } while (cursor.isPresent());
  }
}
