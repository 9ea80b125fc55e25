package org.chancery.core.reach;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.chancery.core.access.AccessLists;
import org.chancery.core.access.Accounts;
import org.chancery.core.access.Actor;
import org.chancery.core.access.Authorities;
import org.chancery.core.access.Component;
import org.chancery.core.repository.Caller;
import org.chancery.core.repository.Change;
import org.chancery.core.repository.Denied;
import org.chancery.core.repository.Invalid;
import org.chancery.core.repository.NewNode;
import org.chancery.core.repository.Node;
import org.chancery.core.repository.NodeId;
import org.chancery.core.repository.Nodes;
import org.chancery.core.repository.NotFound;
import org.chancery.core.repository.Permissions;
import org.chancery.core.search.Searcher;
import org.chancery.core.search.Tally;
import org.chancery.core.stakeholders.Drawers;
import org.chancery.core.vocabulary.Cm;
import org.chancery.core.vocabulary.Stk;
import org.chancery.model.QName;

/**
 * Searches and lists of stakeholders that somebody keeps, for themselves or with components
 * (requirement S7). Who may see one, the platform's own permissions say: its keeper and those of
 * the components it is shared with. What a search finds is decided anew for whoever runs it.
 */
public final class Kept {
  /** The most a list may hold. */
  public static final int MOST_ENTRIES = 2_000;

  private static final Caller SYSTEM = Caller.ofSystem();
  private static final int MOST_LISTED = 1_000;
  private static final int LONGEST_QUERY = 4_000;
  private static final int LONGEST_NAME = 200;

  private final Nodes nodes;
  private final Permissions permissions;
  private final Searcher searcher;
  private final Accounts accounts;
  private final NodeId folder;
  private final QName type;

  /**
   * On these ports.
   *
   * @param type {@code stk:savedSearch} or {@code stk:contactList}
   */
  Kept(Reaching.Ports ports, QName type) {
    this.nodes = ports.nodes();
    this.permissions = ports.permissions();
    this.searcher = ports.searcher();
    this.accounts = ports.accounts();
    this.folder = ports.folder();
    this.type = type;
  }

  /**
   * What is kept.
   *
   * @param name what people read
   * @param text of a search, what comes after the question mark; of a list, what it is for
   * @param shared codes of components
   */
  public record Wanted(String name, String text, Set<String> shared) {
    /** Copies the codes. */
    public Wanted {
      shared = Set.copyOf(shared);
    }
  }

  /** Those the caller may see, by name; not to be called within a transaction. */
  public List<Node> all(Caller caller) {
    List<NodeId> ids = searcher.listed(Tally.of(type), Tally.DAY, 0, MOST_LISTED, caller).ids();
    List<Node> found = new ArrayList<>(nodes.findAll(caller, ids));
    found.sort((one, other) -> name(one).compareToIgnoreCase(name(other)));
    return found;
  }

  /**
   * One of them.
   *
   * @throws NotFound when it is not there for the caller, or is something else
   */
  public Node get(Caller caller, NodeId id) {
    return nodes
        .find(caller, id)
        .filter(node -> node.type().equals(type))
        .orElseThrow(() -> new NotFound(id));
  }

  /** What people read. */
  public static String name(Node kept) {
    return kept.text(Cm.TITLE).orElse(kept.name());
  }

  /** Whether it is the caller's to change. */
  public static boolean mine(Caller caller, Node kept) {
    return kept.text(Stk.OWNER_USER).filter(caller.user()::equals).isPresent()
        || caller.authorities().contains(Authorities.ADMINISTRATORS);
  }

  /**
   * Keeps one, within the transaction in progress.
   *
   * @throws Invalid when something is missing or too long, or there is no such component
   */
  public Node create(Actor actor, Wanted wanted) {
    check(wanted);
    Caller elevated = actor.caller().elevated();
    NodeId id = NodeId.random();
    Map<QName, Object> values = values(wanted);
    values.values().removeIf(Objects::isNull);
    values.put(Stk.OWNER_USER, actor.caller().user());
    nodes.create(
        elevated, new NewNode(id, folder, type, Drawers.name(wanted.name(), id), Set.of(), values));
    permissions.set(elevated, id, AccessLists.ofKeptSearch(actor.caller().user(), wanted.shared()));
    return nodes.get(elevated, id);
  }

  /**
   * Changes one, within the transaction in progress; all of it is as it is given.
   *
   * @param revision what the actor saw
   * @throws Denied when it is somebody else's
   */
  public Node change(Actor actor, NodeId id, long revision, Wanted wanted) {
    check(wanted);
    Node before = requireMine(actor, id);
    Caller elevated = actor.caller().elevated();
    nodes.update(elevated, id, Optional.of(revision), Change.of(values(wanted)));
    permissions.set(
        elevated,
        id,
        AccessLists.ofKeptSearch(
            before.text(Stk.OWNER_USER).orElse(before.createdBy()), wanted.shared()));
    return nodes.get(elevated, id);
  }

  /**
   * Deletes one, within the transaction in progress; those it names stay as they are.
   *
   * @throws Denied when it is somebody else's
   */
  public void delete(Actor actor, NodeId id) {
    requireMine(actor, id);
    nodes.delete(actor.caller().elevated(), id, Optional.empty());
  }

  /** The people and organizations of a list, as the caller may see them, by name. */
  public List<Node> entries(Caller caller, NodeId list) {
    List<Node> all = new ArrayList<>(nodes.targets(caller, list, Stk.LISTS_PERSON));
    all.addAll(nodes.targets(caller, list, Stk.LISTS_ORGANIZATION));
    all.sort((one, other) -> one.name().compareToIgnoreCase(other.name()));
    return all;
  }

  /**
   * Puts people and organizations on a list and takes others off, within the transaction in
   * progress; whoever sees the list may.
   *
   * @throws NotFound when one to be put on it is not there for the actor
   * @throws Invalid when the list would become longer than it may be
   */
  public void enter(
      Actor actor, NodeId list, Collection<NodeId> added, Collection<NodeId> removed) {
    get(actor.caller(), list);
    Caller elevated = actor.caller().elevated();
    nodes.hold(elevated, list);
    removed.forEach(
        each -> {
          nodes.dissociate(elevated, list, Stk.LISTS_PERSON, each);
          nodes.dissociate(elevated, list, Stk.LISTS_ORGANIZATION, each);
        });
    for (NodeId id : added) {
      Node node = nodes.find(actor.caller(), id).orElseThrow(() -> new NotFound(id));
      if (node.type().equals(Stk.PERSON)) {
        nodes.associate(elevated, list, Stk.LISTS_PERSON, id);
      } else if (node.type().equals(Stk.ORGANIZATION)) {
        nodes.associate(elevated, list, Stk.LISTS_ORGANIZATION, id);
      } else {
        throw new NotFound(id);
      }
    }
    if (entries(SYSTEM, list).size() > MOST_ENTRIES) {
      throw new Invalid(
          Map.of("add", "would make the list longer than " + MOST_ENTRIES + " entries"));
    }
  }

  private Node requireMine(Actor actor, NodeId id) {
    Node node = get(actor.caller(), id);
    if (!mine(actor.caller(), node)) {
      throw new Denied("It is changed by who keeps it. Keep one of your own to have it otherwise.");
    }
    return node;
  }

  private Map<QName, Object> values(Wanted wanted) {
    Map<QName, Object> values = new LinkedHashMap<>();
    values.put(Cm.TITLE, wanted.name().strip());
    values.put(Stk.KEPT_TEXT, wanted.text().isBlank() ? null : wanted.text());
    values.put(
        Stk.SHARED_WITH,
        wanted.shared().isEmpty() ? null : List.copyOf(new TreeSet<>(wanted.shared())));
    return values;
  }

  private void check(Wanted wanted) {
    Map<String, String> problems = new LinkedHashMap<>();
    if (wanted.name() == null || wanted.name().isBlank()) {
      problems.put("name", "is needed");
    } else if (wanted.name().length() > LONGEST_NAME) {
      problems.put("name", "must have at most " + LONGEST_NAME + " characters");
    }
    if (wanted.text().length() > LONGEST_QUERY) {
      problems.put("query", "must have at most " + LONGEST_QUERY + " characters");
    }
    List<String> known = accounts.components().stream().map(Component::code).toList();
    wanted.shared().stream()
        .filter(code -> !known.contains(code))
        .findFirst()
        .ifPresent(code -> problems.put("shared", "names no component: " + code));
    if (!problems.isEmpty()) {
      throw new Invalid(problems);
    }
  }
}
