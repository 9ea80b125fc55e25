package org.chancery.core.outreach;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.chancery.core.repository.NodeId;
import org.chancery.core.screening.Confirmation;

/**
 * That the department was in contact with somebody.
 *
 * @param date when
 * @param mode {@code phone}, {@code email}, {@code letter}, {@code meeting}, {@code event} or
 *     {@code web}
 * @param component which component it was; the actor's first when empty
 * @param employee the account or name of who it was; the actor when empty
 * @param people spoken to
 * @param organizations spoken to
 * @param event at which it was
 * @param issues codes of those touched
 * @param outcome what came of it
 * @param followUp what was promised
 * @param followUpDue by when
 * @param confirmations why what is flagged in outcome and promise is kept
 * @param theirs whether they approached the department: that is possible with those, too, who asked
 *     not to be contacted
 */
public record NewInteraction(
    LocalDate date,
    String mode,
    Optional<String> component,
    Optional<String> employee,
    List<NodeId> people,
    List<NodeId> organizations,
    Optional<NodeId> event,
    List<String> issues,
    Optional<String> outcome,
    Optional<String> followUp,
    Optional<LocalDate> followUpDue,
    List<Confirmation> confirmations,
    boolean theirs) {

  /** Copies the lists; each stakeholder counts once. */
  public NewInteraction {
    people = people.stream().distinct().toList();
    organizations = organizations.stream().distinct().toList();
    issues = List.copyOf(issues);
    confirmations = List.copyOf(confirmations);
    outcome = outcome.map(String::strip).filter(text -> !text.isEmpty());
    followUp = followUp.map(String::strip).filter(text -> !text.isEmpty());
  }

  /** One that the department began. */
  public NewInteraction(
      LocalDate date,
      String mode,
      Optional<String> component,
      Optional<String> employee,
      List<NodeId> people,
      List<NodeId> organizations,
      Optional<NodeId> event,
      List<String> issues,
      Optional<String> outcome,
      Optional<String> followUp,
      Optional<LocalDate> followUpDue,
      List<Confirmation> confirmations) {
    this(
        date,
        mode,
        component,
        employee,
        people,
        organizations,
        event,
        issues,
        outcome,
        followUp,
        followUpDue,
        confirmations,
        false);
  }
}
