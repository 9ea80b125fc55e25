package org.chancery.core.issues;

import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.chancery.core.repository.Caller;
import org.chancery.core.repository.Invalid;
import org.chancery.core.repository.Node;
import org.chancery.core.repository.NodeId;
import org.chancery.core.repository.Nodes;
import org.chancery.core.vocabulary.Stk;
import org.chancery.core.vocabulary.Title;

/** The issues there are, by their codes. A department has some dozens of them. */
public final class IssueCatalogue {
  private static final Caller SYSTEM = Caller.ofSystem();

  private final Nodes nodes;
  private final NodeId folder;

  /**
   * On these ports.
   *
   * @param folder the one of all priorities
   */
  public IssueCatalogue(Nodes nodes, NodeId folder) {
    this.nodes = nodes;
    this.folder = folder;
  }

  /**
   * A group of issues.
   *
   * @param id the node
   * @param title what people read
   * @param order where it stands among the priorities, the smallest first
   * @param revision of the node
   * @param issues by title
   */
  public record Priority(NodeId id, String title, int order, long revision, List<Issue> issues) {

    /** Copies the list. */
    public Priority {
      issues = List.copyOf(issues);
    }
  }

  /** The priorities in their order, each with its issues; all may see them. */
  public List<Priority> priorities() {
    List<Node> found = nodes.childrenOfAll(SYSTEM, List.of(folder), Stk.PRIORITY);
    Map<NodeId, List<Issue>> issues =
        nodes.childrenOfAll(SYSTEM, found.stream().map(Node::id).toList(), Stk.ISSUE).stream()
            .map(Issue::of)
            .sorted(Comparator.comparing(Issue::title))
            .collect(Collectors.groupingBy(Issue::priority));
    return found.stream()
        .map(
            node ->
                new Priority(
                    node.id(),
                    Title.of(node),
                    (Integer) node.properties().getOrDefault(Stk.PRIORITY_ORDER, 100),
                    node.revision(),
                    issues.getOrDefault(node.id(), List.of())))
        .sorted(Comparator.comparing(Priority::order).thenComparing(Priority::title))
        .toList();
  }

  /** Every issue, by its code. */
  public Map<String, Issue> byCode() {
    return priorities().stream()
        .flatMap(priority -> priority.issues().stream())
        .collect(
            Collectors.toMap(
                Issue::code, Function.identity(), (one, other) -> one, LinkedHashMap::new));
  }

  /** The issue of that code, if there is one. */
  public Optional<Issue> find(String code) {
    return Optional.ofNullable(byCode().get(code));
  }

  /**
   * The issues of these codes, each once, in the order of the codes' alphabet.
   *
   * @throws Invalid naming the field {@code issues} when there is none of one of the codes
   */
  public List<Issue> require(Collection<String> codes) {
    if (codes.isEmpty()) {
      return List.of();
    }
    Map<String, Issue> all = byCode();
    return codes.stream()
        .distinct()
        .sorted()
        .map(
            code -> {
              Issue found = all.get(code);
              if (found == null) {
                throw new Invalid(Map.of("issues", "there is no issue '" + code + "'"));
              }
              return found;
            })
        .toList();
  }
}
