package org.chancery.core.stakeholders;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.chancery.core.repository.NodeId;
import org.chancery.core.vocabulary.Stk;
import org.chancery.model.QName;

/**
 * An organization to be entered.
 *
 * @param values as {@link Fields#OF_ORGANIZATION} reads them
 * @param issues codes of what it engages on
 * @param partOf the larger organization it is part of
 * @param component that is to own the entry; the actor's first when empty
 */
public record NewOrganization(
    Map<QName, Object> values,
    List<String> issues,
    Optional<NodeId> partOf,
    Optional<String> component) {

  /** Copies the collections; a value may be {@code null}. */
  public NewOrganization {
    values = new LinkedHashMap<>(values);
    issues = List.copyOf(issues);
  }

  /** One of which only the name is known. */
  public static NewOrganization named(String name) {
    return new NewOrganization(
        Map.of(Stk.ORGANIZATION_NAME, name.strip()), List.of(), Optional.empty(), Optional.empty());
  }
}
