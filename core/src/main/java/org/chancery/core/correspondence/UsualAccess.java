package org.chancery.core.correspondence;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.chancery.core.access.AccessLists;
import org.chancery.core.repository.AccessList;
import org.chancery.core.repository.Caller;
import org.chancery.core.repository.Grant;
import org.chancery.core.repository.Node;
import org.chancery.core.repository.NodeId;
import org.chancery.core.repository.Permissions;
import org.chancery.core.vocabulary.Cor;

/** Who may do what with something while it is not locked. */
final class UsualAccess {
  private static final String INHERITS = "INHERITS";

  private final Permissions permissions;
  private final FileAccess files;

  UsualAccess(Permissions permissions, FileAccess files) {
    this.permissions = permissions;
    this.files = files;
  }

  /**
   * What a node goes back to when its lock ends: what requirement P15 names, where that says it;
   * else what was set on it before it was locked. Empty where nothing is known.
   */
  Optional<AccessList> of(Node node) {
    Optional<AccessList> named = named(node);
    return named.isPresent() ? named : before(node);
  }

  /** Of what lies in a folder that everyone may read and would, inheriting, be everyone's. */
  private Optional<AccessList> named(Node node) {
    if (node.type().equals(Cor.CASE_FILE)) {
      return Optional.of(files.usual(node));
    }
    if (node.type().equals(Cor.CASE_FOLDER)) {
      return Optional.of(AccessLists.ofCaseFolder(List.of(), List.of()));
    }
    if (node.type().equals(Cor.INTAKE_FOLDER)) {
      return Optional.of(AccessLists.ofIntakeFolder(node.text(Cor.INTAKE_COMPONENT)));
    }
    return Optional.empty();
  }

  private static Optional<AccessList> before(Node node) {
    List<String> kept = node.list(Cor.LOCK_BEFORE);
    if (!node.aspects().contains(Cor.LOCKED) || kept.isEmpty()) {
      return Optional.empty();
    }
    Set<Grant> grants = new HashSet<>();
    for (String line : kept) {
      int space = line.indexOf(' ');
      if (space > 0) {
        grants.add(
            new Grant(line.substring(space + 1), Grant.Role.valueOf(line.substring(0, space))));
      }
    }
    return Optional.of(new AccessList(kept.contains(INHERITS), grants));
  }

  /**
   * What is to be kept of a node that is about to be locked, so that {@link #of} knows it; empty
   * for what P15 names.
   */
  List<String> keptOf(Node node) {
    if (named(node).isPresent()) {
      return List.of();
    }
    if (node.aspects().contains(Cor.LOCKED)) {
      return node.list(Cor.LOCK_BEFORE);
    }
    AccessList now = permissions.get(Caller.ofSystem(), node.id());
    List<String> kept = new ArrayList<>();
    // Never empty, so that it differs from "nothing is known".
    kept.add(now.inherits() ? INHERITS : "ALONE");
    now.grants().stream()
        .map(grant -> grant.role() + " " + grant.authority())
        .sorted()
        .forEach(kept::add);
    return List.copyOf(kept);
  }

  /** Everyone who may read a node while it is not locked itself. */
  Set<String> readers(Node node) {
    Caller system = Caller.ofSystem();
    Optional<AccessList> usual = node.aspects().contains(Cor.LOCKED) ? of(node) : Optional.empty();
    if (usual.isEmpty()) {
      return authorities(permissions.effective(system, node.id()));
    }
    Set<String> readers = authorities(usual.get().grants());
    Optional<NodeId> above = node.parent().filter(parent -> usual.get().inherits());
    above.ifPresent(parent -> readers.addAll(authorities(permissions.effective(system, parent))));
    return readers;
  }

  private static Set<String> authorities(Collection<Grant> grants) {
    Set<String> authorities = new HashSet<>();
    grants.forEach(grant -> authorities.add(grant.authority()));
    return authorities;
  }
}
