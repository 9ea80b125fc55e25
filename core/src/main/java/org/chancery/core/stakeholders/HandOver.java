package org.chancery.core.stakeholders;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.chancery.core.access.Account;
import org.chancery.core.access.Accounts;
import org.chancery.core.access.Actor;
import org.chancery.core.audit.Action;
import org.chancery.core.audit.AuditTrail;
import org.chancery.core.repository.Caller;
import org.chancery.core.repository.Change;
import org.chancery.core.repository.Denied;
import org.chancery.core.repository.Invalid;
import org.chancery.core.repository.Node;
import org.chancery.core.repository.NodeId;
import org.chancery.core.repository.Nodes;
import org.chancery.core.vocabulary.Stk;
import org.chancery.model.QName;

/** Gives entries to another owner, and with them what is the owning component's alone (S10). */
public final class HandOver {
  private static final int LONGEST = 4000;
  private static final Set<QName> STAKEHOLDERS = Set.of(Stk.PERSON, Stk.ORGANIZATION);

  private final Nodes nodes;
  private final Accounts accounts;
  private final Ownership ownership;
  private final PrivateContacts privateContacts;
  private final Standing standing;
  private final Happenings happenings;
  private final AuditTrail audit;
  private final Clock clock;

  HandOver(
      Nodes nodes,
      Accounts accounts,
      Ownership ownership,
      PrivateContacts privateContacts,
      Standing standing,
      Happenings happenings,
      AuditTrail audit,
      Clock clock) {
    this.nodes = nodes;
    this.accounts = accounts;
    this.ownership = ownership;
    this.privateContacts = privateContacts;
    this.standing = standing;
    this.happenings = happenings;
    this.audit = audit;
    this.clock = clock;
  }

  /**
   * Who takes over.
   *
   * @param user the account
   * @param component that owns the entries from then on
   * @param reason why
   */
  public record To(String user, Optional<String> component, String reason) {}

  /**
   * Somebody who may take over.
   *
   * @param component one of theirs; their first when empty
   * @throws Invalid when there is no such account, it is in no such component, or without a reason
   */
  public To to(String user, Optional<String> component, String reason) {
    if (reason == null || reason.isBlank() || reason.length() > LONGEST) {
      throw new Invalid(Map.of("reason", "must have between 1 and " + LONGEST + " characters"));
    }
    Account account =
        Optional.ofNullable(user)
            .flatMap(accounts::find)
            .filter(found -> !found.program())
            .orElseThrow(
                () ->
                    new Invalid(
                        Map.of("user", "there is no person with an account '" + user + "'")));
    Optional<String> asked = component.filter(code -> !code.isBlank());
    if (asked.filter(code -> !account.components().contains(code)).isPresent()) {
      throw new Invalid(Map.of("component", "must be one of the new owner's"));
    }
    return new To(account.user(), asked.or(account::firstComponent), reason.strip());
  }

  /**
   * Hands one over, within the transaction in progress.
   *
   * @throws Denied when the actor neither owns it nor stands in for its owner
   */
  public void handOver(Actor actor, Node entry, To to) {
    if (!Owners.answers(actor.caller(), entry)) {
      throw new Denied(
          "Entries are handed over by their owner, a supervisor or the representative of the owning"
              + " component, or an administrator.");
    }
    Caller elevated = actor.caller().elevated();
    NodeId id = entry.id();
    Node held = nodes.hold(elevated, id);
    Map<QName, Object> values = ownership.values(to.user(), to.component());
    Change change =
        new Change(
            values, to.component().isPresent() ? Set.of() : Set.of(Stk.OWNER_COMPONENT), Set.of());
    nodes.update(elevated, id, Optional.empty(), change);
    if (STAKEHOLDERS.contains(held.type())) {
      privateContacts.follow(elevated, id);
      standing.again(elevated, List.of(id));
      happenings.note(
          elevated,
          id,
          Happenings.OWNERSHIP,
          LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC),
          "From "
              + named(held.text(Stk.OWNER_USER), held.text(Stk.OWNER_COMPONENT))
              + " to "
              + named(Optional.of(to.user()), to.component())
              + ": "
              + to.reason());
    }
    audit.record(actor.did(Action.STAKEHOLDER_HAND_OVER, id, Map.of("to", to.user())));
  }

  private String named(Optional<String> user, Optional<String> component) {
    return user.map(accounts::label).orElse("nobody")
        + component.map(code -> " (" + code + ")").orElse("");
  }
}
