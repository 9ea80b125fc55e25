package org.chancery.core.rights;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.chancery.core.access.Accounts;
import org.chancery.core.access.Actor;
import org.chancery.core.audit.Action;
import org.chancery.core.audit.AuditTrail;
import org.chancery.core.issues.Issue;
import org.chancery.core.issues.IssueCatalogue;
import org.chancery.core.mail.Notices;
import org.chancery.core.repository.Caller;
import org.chancery.core.repository.Change;
import org.chancery.core.repository.Denied;
import org.chancery.core.repository.Node;
import org.chancery.core.repository.NodeId;
import org.chancery.core.repository.Nodes;
import org.chancery.core.repository.WrongState;
import org.chancery.core.search.Searcher;
import org.chancery.core.search.Tally;
import org.chancery.core.stakeholders.ContactBlock;
import org.chancery.core.stakeholders.Happenings;
import org.chancery.core.stakeholders.Owners;
import org.chancery.core.stakeholders.Stakeholders;
import org.chancery.core.vocabulary.Stk;
import org.chancery.model.QName;

/**
 * The worklist of the one-year rule: who is to be deleted, warnings, renewals, and the deletion,
 * for which the owner, or the rule itself, is enough (requirement S15).
 */
public final class OneYear {
  private static final Caller SYSTEM = Caller.ofSystem();
  private static final String LAST = "stk:lastContact";
  private static final String WARNED = "stk:warnedOn";
  private static final String RENEWED = "stk:renewedUntil";
  private static final String ISSUES = "stk:issues";

  private final Nodes nodes;
  private final Searcher searcher;
  private final Accounts accounts;
  private final IssueCatalogue catalogue;
  private final Stakeholders stakeholders;
  private final Removal removal;
  private final Notices notices;
  private final AuditTrail audit;
  private final Clock clock;
  private final Bonds bonds;

  OneYear(Rights.Ports ports, Removal removal) {
    this.bonds = new Bonds(ports.nodes(), ports.clock());
    this.nodes = ports.nodes();
    this.searcher = ports.searcher();
    this.accounts = ports.accounts();
    this.catalogue = ports.catalogue();
    this.stakeholders = ports.stakeholders();
    this.removal = removal;
    this.notices = ports.notices();
    this.audit = ports.audit();
    this.clock = ports.clock();
  }

  /** What falls under the rule. */
  public record Due(Node entry, Expiry expiry) {}

  /** Some of them, and how many there are in all. */
  public record Listed(List<Due> entries, long total) {}

  /** Whether a person or an organization falls under the rule today. */
  public Optional<Expiry> of(Node entry) {
    return Expiry.of(entry, active(), today())
        .filter(expiry -> entry.type().equals(Stk.PERSON) || bonds.isFree(entry.id()));
  }

  /**
   * Those who do, the longest without contact first; not within a transaction.
   *
   * @param kind people, or organizations that were found to be on their own, which is looked for
   *     once a day
   * @param owner whose; everybody's when empty
   * @param component whose; all when empty
   */
  public Listed list(
      Caller caller,
      QName kind,
      Optional<String> owner,
      Optional<String> component,
      int from,
      int limit) {
    Set<String> active = active();
    LocalDate today = today();
    List<NodeId> ids = new ArrayList<>();
    long before = 0;
    for (Tally part : parts(kind, active, today)) {
      Tally of = kind.equals(Stk.PERSON) ? part : part.with(new Tally.Has(WARNED));
      if (owner.isPresent()) {
        of = of.with(new Tally.AnyOf("stk:ownerUser", Set.of(owner.get())));
      }
      if (component.isPresent()) {
        of = of.with(new Tally.AnyOf("stk:ownerComponent", Set.of(component.get())));
      }
      int skip = (int) Math.max(0, from - before);
      Tally.Listed found = searcher.listed(of, LAST, skip, Math.max(1, limit - ids.size()), caller);
      if (ids.size() < limit) {
        ids.addAll(found.ids());
      }
      before += found.total();
    }
    List<Due> due = new ArrayList<>();
    for (Node entry : nodes.findAll(caller, ids)) {
      Expiry.of(entry, active, today).ifPresent(expiry -> due.add(new Due(entry, expiry)));
    }
    return new Listed(due, before);
  }

  /** The rule in words of the index, in parts that have nobody in common. */
  private List<Tally> parts(QName kind, Set<String> active, LocalDate today) {
    Optional<LocalDate> none = Optional.empty();
    LocalDate since = today.minusYears(1);
    Set<String> inactive =
        catalogue.byCode().keySet().stream()
            .filter(code -> !active.contains(code))
            .collect(Collectors.toSet());
    Tally all =
        Tally.of(kind)
            .with(
                new Tally.NoneOf(
                    "stk:noContactState", Set.of(ContactBlock.REQUESTED, ContactBlock.RESTRICTED)));
    List<Tally> of = new ArrayList<>();
    Optional<LocalDate> longAgo = Optional.of(since.minusDays(1));
    of.add(all.with(new Tally.Between(LAST, none, longAgo)));
    of.add(all.with(new Tally.Lacks(LAST)).with(new Tally.Between(Tally.DAY, none, longAgo)));
    if (!inactive.isEmpty()) {
      Tally idle =
          all.with(new Tally.AnyOf(ISSUES, inactive)).with(new Tally.NoneOf(ISSUES, active));
      Optional<LocalDate> lately = Optional.of(since);
      of.add(idle.with(new Tally.Between(LAST, lately, none)));
      of.add(idle.with(new Tally.Lacks(LAST)).with(new Tally.Between(Tally.DAY, lately, none)));
    }
    List<Tally> parts = new ArrayList<>();
    for (Tally each : of) {
      parts.add(each.with(new Tally.Lacks(RENEWED)));
      parts.add(each.with(new Tally.Between(RENEWED, none, Optional.of(today.minusDays(1)))));
    }
    return parts;
  }

  /** Those of whom nobody was warned yet; not within a transaction. */
  List<NodeId> unwarned(int limit) {
    List<NodeId> found = new ArrayList<>();
    for (Tally part : parts(Stk.PERSON, active(), today())) {
      if (found.size() < limit) {
        Tally of = part.with(new Tally.Lacks(WARNED));
        found.addAll(searcher.listed(of, LAST, 0, limit - found.size(), SYSTEM).ids());
      }
    }
    return found;
  }

  /**
   * Organizations that fall under the rule and of which nobody was warned yet: no index says which
   * are on their own, so each that may be is looked at; not within a transaction.
   */
  List<NodeId> unwarnedOrganizations(int page) {
    List<NodeId> found = new ArrayList<>();
    for (Tally part : parts(Stk.ORGANIZATION, active(), today())) {
      Tally of = part.with(new Tally.Lacks(WARNED));
      List<NodeId> ids = searcher.listed(of, LAST, 0, page, SYSTEM).ids();
      for (int from = page; !ids.isEmpty(); from += page) {
        ids.stream().filter(bonds::isFree).forEach(found::add);
        ids = searcher.listed(of, LAST, from, page, SYSTEM).ids();
      }
    }
    return found;
  }

  /** All of which somebody was warned, whatever became of it; not within a transaction. */
  List<NodeId> warned(QName kind, int from, int limit) {
    Tally tally = Tally.of(kind).with(new Tally.Has(WARNED));
    return searcher.listed(tally, WARNED, from, limit, SYSTEM).ids();
  }

  /** Warns the owner, within the transaction in progress, unless there is no need any more. */
  void warn(NodeId id) {
    Node held = nodes.hold(SYSTEM, id);
    Optional<Expiry> expiry = of(held).filter(each -> each.warned().isEmpty());
    if (expiry.isPresent()) {
      nodes.update(
          SYSTEM,
          id,
          Optional.empty(),
          new Change(Map.of(Stk.WARNED_ON, today()), Set.of(), Set.of(Stk.ONE_YEAR)));
      tell(held);
      audit.record(
          Actor.ofSystem()
              .did(Action.EXPIRY_WARN, id, Map.of("why", expiry.get().reason().code())));
    }
  }

  /** What became of somebody of whom the owner was warned. */
  enum Went {
    /** The owner has time left. */
    STAYS,
    /** Deleted, or the rule does not hold any more. */
    OFF_THE_LIST
  }

  /**
   * Goes on with somebody of whom the owner was warned, within the transaction in progress:
   * reminds, deletes, or forgets the warning when the rule does not hold any more.
   *
   * @throws org.chancery.core.repository.Held when it is under a hold: then it stays
   * @throws org.chancery.core.repository.NotFound when it is gone
   */
  Went goOn(NodeId id) {
    Node held = nodes.hold(SYSTEM, id);
    Optional<Expiry> expiry = of(held);
    LocalDate today = today();
    if (expiry.isEmpty()) {
      forget(SYSTEM, id, Map.of());
      return Went.OFF_THE_LIST;
    }
    if (expiry.get().deletion().filter(day -> !today.isBefore(day)).isPresent()) {
      delete(Actor.ofSystem(), held, expiry.get(), "rule");
      return Went.OFF_THE_LIST;
    }
    boolean remind =
        held.date(Stk.REMINDED_ON).isEmpty()
            && expiry.get().reminder().filter(day -> !today.isBefore(day)).isPresent();
    if (remind) {
      nodes.update(SYSTEM, id, Optional.empty(), Change.of(Map.of(Stk.REMINDED_ON, today)));
      tell(held);
    }
    return Went.STAYS;
  }

  private void tell(Node person) {
    Optional<String> owner =
        person.text(Stk.OWNER_USER).filter(user -> accounts.find(user).isPresent());
    Set<String> told =
        owner
            .map(Set::of)
            .orElseGet(() -> Told.representatives(accounts, person.text(Stk.OWNER_COMPONENT)));
    told.forEach(user -> notices.tell(user, Notices.Kind.EXPIRING, "/stakeholders/one-year"));
  }

  /**
   * Keeps somebody for another year, within the transaction in progress.
   *
   * @throws Denied when the actor does not answer for them
   * @throws WrongState when they do not fall under the rule
   */
  public void renew(Actor actor, NodeId id, String reason) {
    Node held = mine(actor, id);
    String why = Reasons.required(reason);
    if (of(held).isEmpty()) {
      throw new WrongState("There is nothing to renew: the one-year rule does not apply now.");
    }
    Caller elevated = actor.caller().elevated();
    LocalDate until = today().plusYears(1);
    Map<QName, Object> values = new HashMap<>();
    values.put(Stk.RENEWED_UNTIL, until);
    values.put(Stk.RENEWED_BY, actor.caller().user());
    values.put(Stk.RENEWAL_REASON, why);
    forget(elevated, id, values);
    stakeholders
        .happenings()
        .note(elevated, id, Happenings.RENEWAL, today(), "Kept until " + until + ": " + why);
    audit.record(actor.did(Action.EXPIRY_RENEW, id, Map.of("until", until.toString())));
  }

  private void forget(Caller elevated, NodeId id, Map<QName, Object> values) {
    nodes.update(
        elevated,
        id,
        Optional.empty(),
        new Change(values, Set.of(Stk.WARNED_ON, Stk.REMINDED_ON), Set.of(Stk.ONE_YEAR)));
  }

  /**
   * Deletes somebody who falls under the rule, within the transaction in progress; the owner is
   * enough.
   *
   * @throws Denied when the actor does not answer for them
   * @throws WrongState when they do not fall under the rule
   * @throws org.chancery.core.repository.Held when they are under a hold
   */
  public void delete(Actor actor, NodeId id) {
    Node held = mine(actor, id);
    Expiry expiry =
        of(held)
            .orElseThrow(
                () ->
                    new WrongState(
                        "The one-year rule does not apply to them now. Somebody who asks to be"
                            + " forgotten is erased instead."));
    delete(actor, held, expiry, "owner");
  }

  private void delete(Actor actor, Node person, Expiry expiry, String by) {
    removal.remove(actor.caller().elevated(), person);
    audit.record(
        actor.did(
            Action.EXPIRY_DELETE,
            person.id(),
            Map.of("why", expiry.reason().code(), "by", by, "authority", Removal.AUTHORITY)));
  }

  private Node mine(Actor actor, NodeId id) {
    Node entry = stakeholders.entry(actor.caller(), id);
    if (!Owners.answers(actor.caller(), entry)) {
      throw new Denied(
          "Entries are renewed and deleted by their owner, a supervisor or the representative of"
              + " the owning component, or an administrator.");
    }
    return nodes.hold(actor.caller().elevated(), id);
  }

  private Set<String> active() {
    return catalogue.byCode().values().stream()
        .filter(Issue::active)
        .map(Issue::code)
        .collect(Collectors.toSet());
  }

  private LocalDate today() {
    return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
  }
}
