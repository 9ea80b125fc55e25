package org.chancery.core.routing;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.chancery.core.access.Actor;
import org.chancery.core.access.TaskAccess;
import org.chancery.core.correspondence.CaseFiles;
import org.chancery.core.repository.AccessList;
import org.chancery.core.repository.Caller;
import org.chancery.core.repository.Denied;
import org.chancery.core.repository.Grant;
import org.chancery.core.repository.Node;
import org.chancery.core.repository.NodeId;
import org.chancery.core.repository.Nodes;
import org.chancery.core.repository.Permission;
import org.chancery.core.repository.Permissions;
import org.chancery.core.vocabulary.Cor;

/**
 * Lets an assignee through the locks of a case file for as long as a tasking lasts. Only who may
 * decide who sees a locked item gives somebody a tasking whom its lock shuts out.
 */
final class Openings {
  private final Nodes nodes;
  private final Permissions permissions;

  Openings(Nodes nodes, Permissions permissions) {
    this.nodes = nodes;
    this.permissions = permissions;
  }

  /**
   * Opens what is locked and the assignee needs: the file, its routing part, its documents.
   *
   * @return what was opened, to be closed again when the tasking ends
   * @throws Denied when the actor may not open it
   */
  List<NodeId> open(Actor actor, Node file, Assignee assignee, TaskAccess access) {
    List<NodeId> opened = new ArrayList<>();
    for (Node scope : locked(file)) {
      boolean through =
          permissions.effective(Caller.ofSystem(), scope.id()).stream()
              .anyMatch(
                  grant ->
                      assignee.authorities().contains(grant.authority())
                          && grant.role().compareTo(access.role()) >= 0);
      if (through) {
        continue;
      }
      boolean decides =
          permissions.allowed(actor.caller(), scope.id(), Permission.CHANGE_PERMISSIONS);
      if (!decides) {
        throw new Denied(
            "This case file is locked, and its lock shuts the assignee out; ask those who decide"
                + " who sees it.");
      }
      Set<Grant> grants = new HashSet<>(permissions.get(Caller.ofSystem(), scope.id()).grants());
      grants.add(new Grant(assignee.name(), access.role()));
      permissions.set(actor.caller().elevated(), scope.id(), new AccessList(false, grants));
      opened.add(scope.id());
    }
    return opened;
  }

  private List<Node> locked(Node file) {
    List<Node> scopes = new ArrayList<>();
    scopes.add(file);
    for (String part : List.of(CaseFiles.ROUTING, CaseFiles.DOCUMENTS)) {
      nodes.child(Caller.ofSystem(), file.id(), part).ifPresent(scopes::add);
    }
    return scopes.stream().filter(each -> each.aspects().contains(Cor.LOCKED)).toList();
  }

  /**
   * Closes what was opened for a tasking that ends, as far as no other open one needs it.
   *
   * @param others the file's other taskings; asked for only when something was opened
   */
  void close(Caller elevated, Tasking ended, Supplier<List<Tasking>> others) {
    for (NodeId id : ended.opened()) {
      Optional<Node> scope = nodes.find(elevated, id);
      if (scope.filter(node -> node.aspects().contains(Cor.LOCKED)).isEmpty()) {
        continue; // Unlocked meanwhile: its list is another one now.
      }
      AccessList now = permissions.get(elevated, id);
      Set<Grant> grants = new HashSet<>(now.grants());
      grants.remove(new Grant(ended.assignee(), ended.access().role()));
      others.get().stream()
          .filter(each -> each.state().active() && each.opened().contains(id))
          .map(each -> new Grant(each.assignee(), each.access().role()))
          .forEach(grants::add);
      permissions.set(elevated, id, new AccessList(now.inherits(), grants));
    }
  }
}
