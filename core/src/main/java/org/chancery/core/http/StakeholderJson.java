package org.chancery.core.http;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.chancery.core.access.Accounts;
import org.chancery.core.access.Component;
import org.chancery.core.issues.Issue;
import org.chancery.core.repository.Caller;
import org.chancery.core.repository.Node;
import org.chancery.core.repository.NodeId;
import org.chancery.core.repository.Nodes;
import org.chancery.core.stakeholders.Acquaintances;
import org.chancery.core.stakeholders.Owners;
import org.chancery.core.vocabulary.Cor;
import org.chancery.core.vocabulary.Stk;
import org.chancery.core.vocabulary.Title;

/** What the pages of people, organizations, events and interactions show alike. */
final class StakeholderJson {
  private final Nodes nodes;
  private final Accounts accounts;
  private final Clock clock;

  StakeholderJson(Nodes nodes, Accounts accounts, Clock clock) {
    this.nodes = nodes;
    this.accounts = accounts;
    this.clock = clock;
  }

  /** Something with its name. */
  record Named(NodeId id, String name) {
    static Named of(Node node) {
      return new Named(node.id(), Title.of(node));
    }

    static List<Named> of(List<Node> nodes) {
      return nodes.stream().map(Named::of).sorted(Comparator.comparing(Named::name)).toList();
    }
  }

  /** An issue by its code. */
  record IssueName(String code, String title, boolean active) {
    static IssueName of(Issue issue) {
      return new IssueName(issue.code(), issue.title(), issue.active());
    }

    static List<IssueName> of(List<Issue> issues) {
      return issues.stream().map(IssueName::of).toList();
    }
  }

  /** A component. */
  record ComponentName(String code, String label) {}

  /** Who answers for it. */
  record Owner(People.Who user, Optional<ComponentName> component, Optional<Instant> since) {}

  /** A component that knows a stakeholder. */
  record Known(
      String component,
      String label,
      List<People.Who> people,
      Optional<LocalDate> last,
      int count) {}

  /** A promise not kept yet. */
  record Promise(
      NodeId interaction,
      String text,
      Optional<LocalDate> due,
      boolean overdue,
      Optional<ComponentName> component,
      Optional<People.Who> employee) {}

  /** When it was last found right. */
  record Verified(LocalDate on, Optional<People.Who> by) {}

  /** Labels for one answer. */
  Of ofOneAnswer() {
    return new Of();
  }

  LocalDate today() {
    return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
  }

  /** Each name is looked up once. */
  final class Of {
    private final People people = new People(accounts);
    private Map<String, String> components;

    People.Who who(String user) {
      return people.who(user);
    }

    ComponentName component(String code) {
      if (components == null) {
        components = new HashMap<>();
        for (Component each : accounts.components()) {
          components.put(each.code(), each.name());
        }
      }
      return new ComponentName(code, components.getOrDefault(code, code));
    }

    Owner owner(Node node) {
      return new Owner(
          who(node.text(Stk.OWNER_USER).orElse(node.createdBy())),
          node.text(Stk.OWNER_COMPONENT).map(this::component),
          node.instant(Stk.OWNED_SINCE));
    }

    List<Known> known(List<Acquaintances.Known> all) {
      return all.stream()
          .map(
              each ->
                  new Known(
                      each.component(),
                      component(each.component()).label(),
                      each.people().stream().map(this::who).toList(),
                      each.last(),
                      each.count()))
          .toList();
    }

    List<Promise> promises(List<Acquaintances.Promise> all) {
      LocalDate today = today();
      return all.stream()
          .map(
              each ->
                  new Promise(
                      each.interaction(),
                      each.text(),
                      each.due(),
                      each.due().filter(today::isAfter).isPresent(),
                      each.component().map(this::component),
                      each.employee().map(this::who)))
          .toList();
    }

    Optional<Verified> verified(Node node) {
      return node.date(Stk.VERIFIED_ON)
          .map(day -> new Verified(day, node.text(Stk.VERIFIED_BY).map(this::who)));
    }
  }

  /** Documents that lie at it, as the caller may see them. */
  List<Named> documents(Caller caller, NodeId id) {
    return Named.of(nodes.childrenOfAll(caller, List.of(id), Cor.DOCUMENT));
  }

  /** What the caller may do with a stakeholder; openness of the private contact is the caller's. */
  static List<String> allowed(Caller caller, Node node, boolean keeps, boolean privateContact) {
    List<String> allowed = new ArrayList<>();
    if (keeps) {
      allowed.add("correct");
      allowed.add("note");
      allowed.add("verify");
      if (privateContact) {
        allowed.add("private-contact");
      }
      if (Owners.answers(caller, node)) {
        allowed.add("hand-over");
        allowed.add("delete");
      }
    }
    return allowed;
  }
}
