package org.chancery.core.lockdown;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.chancery.core.access.Accounts;
import org.chancery.core.correspondence.CaseFile;
import org.chancery.core.correspondence.CaseFiles;
import org.chancery.core.correspondence.Lock;
import org.chancery.core.repository.AccessList;
import org.chancery.core.repository.Caller;
import org.chancery.core.repository.Grant;
import org.chancery.core.repository.Node;
import org.chancery.core.repository.NodeId;
import org.chancery.core.repository.Nodes;
import org.chancery.core.repository.Page;
import org.chancery.core.repository.Permission;
import org.chancery.core.repository.Permissions;
import org.chancery.core.vocabulary.Cor;
import org.chancery.core.vocabulary.Title;
import org.chancery.model.QName;

/**
 * Who can see a case file and why (requirements P3 and P15), in one answer: the file, its parts,
 * and each single thing in them that has a lock of its own. What whoever asks may not see is not
 * told of (requirement P4).
 */
public final class CaseAccess {
  private static final int PAGE = 500;

  /** More than this many single locks in one file nobody reads. */
  private static final int MOST_SCOPES = 500;

  private static final Set<QName> WALKED =
      Set.of(
          Cor.CASE_FILE, Cor.PEOPLE_PART, Cor.ROUTING_PART, Cor.DOCUMENTS_PART, Cor.CORRESPONDENT);

  private static final Set<String> OPEN = Set.of("open", "claimed");

  private static final Map<QName, String> PARTS =
      Map.of(
          Cor.CASE_FILE, "file",
          Cor.PEOPLE_PART, "people",
          Cor.ROUTING_PART, "routing",
          Cor.DOCUMENTS_PART, "documents");

  private final Nodes nodes;
  private final Permissions permissions;
  private final CaseFiles files;
  private final Accounts accounts;

  /** On these ports. */
  public CaseAccess(Nodes nodes, Permissions permissions, CaseFiles files, Accounts accounts) {
    this.nodes = nodes;
    this.permissions = permissions;
    this.files = files;
    this.accounts = accounts;
  }

  /**
   * Something that a lock can be put on.
   *
   * @param id its node
   * @param part {@code file}, {@code people}, {@code routing}, {@code documents}, or {@code item}
   *     for a single thing in one of them
   * @param title for people
   * @param inherits whether who may see what it lies in may see it too
   * @param lock the lock on it
   * @param mayLock whether whoever asks may change that
   */
  public record Scope(
      NodeId id,
      String part,
      String title,
      boolean inherits,
      Optional<Lock.InForce> lock,
      boolean mayLock) {}

  /**
   * Someone who may see a scope.
   *
   * @param scope which
   * @param authority who
   * @param may what they may do there
   * @param why what that follows from
   */
  public record Entry(NodeId scope, String authority, Grant.Role may, Why why) {}

  /** The scopes of a file, and who may see each that has a list of its own. */
  public record Report(List<Scope> scopes, List<Entry> entries) {}

  /**
   * The report.
   *
   * @throws org.chancery.core.repository.NotFound when it is not there for the caller, or is no
   *     case file
   */
  public Report of(Caller caller, NodeId id) {
    CaseFile file = files.get(caller, id);
    List<Scope> scopes = new ArrayList<>();
    List<Entry> entries = new ArrayList<>();
    Reasons reasons = Reasons.of(file, tasked(id), accounts);
    for (Node node : scopeNodes(caller, id)) {
      AccessList set = permissions.get(caller, node.id());
      Optional<Lock.InForce> lock = Lock.InForce.of(node);
      scopes.add(
          new Scope(
              node.id(),
              PARTS.getOrDefault(node.type(), "item"),
              Title.of(node),
              set.inherits(),
              lock,
              permissions.allowed(caller, node.id(), Permission.CHANGE_PERMISSIONS)));
      set.grants().stream()
          .sorted(Comparator.comparing(Grant::role).reversed().thenComparing(Grant::authority))
          .forEach(
              grant ->
                  entries.add(
                      new Entry(
                          node.id(), grant.authority(), grant.role(), reasons.why(grant, lock))));
    }
    return new Report(scopes, entries);
  }

  /** The file and its parts, and in them whatever has a list of its own. */
  private List<Node> scopeNodes(Caller caller, NodeId id) {
    List<Node> found = new ArrayList<>();
    collect(caller, nodes.get(caller, id), found);
    return found;
  }

  private void collect(Caller caller, Node node, List<Node> found) {
    boolean own =
        PARTS.containsKey(node.type())
            || node.aspects().contains(Cor.LOCKED)
            || !permissions.get(caller, node.id()).equals(AccessList.inherited());
    if (own && found.size() < MOST_SCOPES) {
      found.add(node);
    }
    if (WALKED.contains(node.type())) {
      children(caller, node.id()).forEach(child -> collect(caller, child, found));
    }
  }

  private List<Node> children(Caller caller, NodeId parent) {
    List<Node> all = new ArrayList<>();
    Optional<String> cursor = Optional.empty();
    do {
      Page<Node> page = nodes.children(caller, parent, cursor, PAGE);
      all.addAll(page.items());
      cursor = page.cursor();
    } while (cursor.isPresent());
    return all;
  }

  /** Who has open work in the file. Asked of the system: that they may see it shows that anyway. */
  private Set<String> tasked(NodeId file) {
    Set<String> assignees = new HashSet<>();
    Caller system = Caller.ofSystem();
    nodes
        .child(system, file, CaseFiles.ROUTING)
        .ifPresent(routing -> collectTasked(system, routing, assignees));
    return assignees;
  }

  private void collectTasked(Caller system, Node folder, Set<String> assignees) {
    for (Node child : children(system, folder.id())) {
      if (child.type().equals(Cor.TASKING)) {
        child
            .text(Cor.TASK_STATE)
            .filter(OPEN::contains)
            .flatMap(open -> child.text(Cor.ASSIGNEE))
            .ifPresent(assignees::add);
        collectTasked(system, child, assignees);
      }
    }
  }
}
