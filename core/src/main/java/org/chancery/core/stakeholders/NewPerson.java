package org.chancery.core.stakeholders;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.chancery.model.QName;

/**
 * A person to be entered.
 *
 * @param values as {@link Fields#OF_PERSON} reads them
 * @param privateContact as {@link Fields#OF_PRIVATE_CONTACT} reads them
 * @param affiliations where they belong or belonged
 * @param issues codes of what they engage on
 * @param component that is to own the entry; the actor's first when empty
 */
public record NewPerson(
    Map<QName, Object> values,
    Map<QName, Object> privateContact,
    List<NewAffiliation> affiliations,
    List<String> issues,
    Optional<String> component) {

  /** Copies the collections; a value may be {@code null}. */
  public NewPerson {
    values = new LinkedHashMap<>(values);
    privateContact = new LinkedHashMap<>(privateContact);
    affiliations = List.copyOf(affiliations);
    issues = List.copyOf(issues);
  }

  /** A text of theirs. */
  public Optional<String> text(QName property) {
    return Optional.ofNullable((String) values.get(property));
  }
}
