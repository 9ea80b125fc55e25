package org.chancery.core.outreach;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.chancery.core.issues.Issue;
import org.chancery.core.repository.Node;
import org.chancery.core.vocabulary.Stk;
import org.chancery.model.QName;

/** Whom an interaction or event reached, on what: for search, as it was at that time. */
final class Reach {
  private Reach() {}

  /** Values, {@code null} for what is empty. */
  static Map<QName, Object> of(Collection<Node> stakeholders, List<Issue> issues) {
    Map<QName, Object> values = new LinkedHashMap<>();
    values.put(Stk.STATES, distinct(stakeholders, Stk.STATE));
    values.put(Stk.REGIONS, distinct(stakeholders, Stk.FEMA_REGION));
    values.put(
        Stk.ISSUES, issues.isEmpty() ? null : issues.stream().map(Issue::code).sorted().toList());
    return values;
  }

  private static List<String> distinct(Collection<Node> nodes, QName property) {
    TreeSet<String> found =
        nodes.stream()
            .flatMap(node -> node.text(property).stream())
            .collect(Collectors.toCollection(TreeSet::new));
    return found.isEmpty() ? null : List.copyOf(found);
  }
}
