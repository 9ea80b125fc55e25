package org.chancery.core.stakeholders;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.chancery.core.repository.Caller;
import org.chancery.core.repository.Node;
import org.chancery.core.repository.NodeId;
import org.chancery.core.repository.Nodes;
import org.chancery.core.vocabulary.Stk;

/** Who in which component knows a stakeholder, and what was promised them (requirement S7). */
public final class Acquaintances {
  private static final Caller SYSTEM = Caller.ofSystem();

  private final Nodes nodes;
  private final Standing standing;

  Acquaintances(Nodes nodes, Standing standing) {
    this.nodes = nodes;
    this.standing = standing;
  }

  /**
   * A component that knows a stakeholder.
   *
   * @param component its code
   * @param people accounts or names of those who were in contact, the owner first, then the latest
   * @param last the latest contact
   * @param count how many contacts there were
   */
  public record Known(String component, List<String> people, Optional<LocalDate> last, int count) {

    /** Copies the list. */
    public Known {
      people = List.copyOf(people);
    }
  }

  /**
   * A promise that is not kept yet.
   *
   * @param interaction in which it was made
   * @param text what was promised
   * @param due by when
   * @param component whose it is
   * @param employee who promised it
   */
  public record Promise(
      NodeId interaction,
      String text,
      Optional<LocalDate> due,
      Optional<String> component,
      Optional<String> employee) {}

  /** What is known of a stakeholder in one go. */
  public record Of(List<Known> knownBy, List<Promise> promises) {}

  /** Gathers it from all interactions and events. */
  public Of of(Node stakeholder) {
    List<Node> interactions = interactions(stakeholder);
    List<Node> events =
        nodes
            .sources(
                SYSTEM,
                stakeholder.id(),
                stakeholder.type().equals(Stk.PERSON) ? Stk.ATTENDEE : Stk.REPRESENTED)
            .stream()
            .filter(Contact::counted)
            .toList();
    return new Of(knownBy(owners(stakeholder), interactions, events), promises(interactions));
  }

  /** Its owner, and those of what was merged into it. */
  private List<Node> owners(Node stakeholder) {
    return Stream.concat(Stream.of(stakeholder), standing.merged(stakeholder.id()).stream())
        .toList();
  }

  List<Node> interactions(Node stakeholder) {
    return nodes.sources(
        SYSTEM,
        stakeholder.id(),
        stakeholder.type().equals(Stk.PERSON) ? Stk.WITH_PERSON : Stk.WITH_ORGANIZATION);
  }

  private record Met(String component, Optional<String> who, LocalDate day) {}

  private static List<Known> knownBy(
      List<Node> owners, List<Node> interactions, List<Node> events) {
    List<Met> all =
        Stream.concat(
                interactions.stream()
                    .filter(node -> node.text(Stk.COMPONENT).isPresent())
                    .map(
                        node ->
                            new Met(
                                node.text(Stk.COMPONENT).orElseThrow(),
                                node.text(Stk.EMPLOYEE).or(() -> node.text(Stk.OWNER_USER)),
                                node.date(Stk.INTERACTION_DATE).orElseThrow())),
                events.stream()
                    .filter(node -> node.text(Stk.OWNER_COMPONENT).isPresent())
                    .map(
                        node ->
                            new Met(
                                node.text(Stk.OWNER_COMPONENT).orElseThrow(),
                                node.text(Stk.OWNER_USER),
                                Contact.ofEvent(node).day())))
            .sorted(Comparator.comparing(Met::day).reversed())
            .toList();
    Map<String, Known> known = new TreeMap<>();
    Optional<String> owner = owners.get(0).text(Stk.OWNER_COMPONENT);
    Stream.concat(
            owners.stream().flatMap(each -> each.text(Stk.OWNER_COMPONENT).stream()),
            all.stream().map(Met::component))
        .distinct()
        .forEach(code -> known.put(code, known(code, owners, all)));
    List<Known> sorted = new ArrayList<>(known.values());
    sorted.sort(
        Comparator.comparing((Known each) -> owner.filter(each.component()::equals).isEmpty())
            .thenComparing(each -> each.last().orElse(LocalDate.MIN), Comparator.reverseOrder()));
    return sorted;
  }

  private static Known known(String code, List<Node> owners, List<Met> all) {
    List<Met> own = all.stream().filter(each -> each.component().equals(code)).toList();
    Set<String> people = new LinkedHashSet<>();
    owners.stream()
        .filter(each -> each.text(Stk.OWNER_COMPONENT).filter(code::equals).isPresent())
        .forEach(each -> each.text(Stk.OWNER_USER).ifPresent(people::add));
    own.forEach(each -> each.who().ifPresent(people::add));
    return new Known(code, List.copyOf(people), own.stream().map(Met::day).findFirst(), own.size());
  }

  private static List<Promise> promises(List<Node> interactions) {
    return interactions.stream()
        .filter(node -> Contact.ofInteraction(node).open())
        .map(
            node ->
                new Promise(
                    node.id(),
                    node.text(Stk.FOLLOW_UP).orElseThrow(),
                    node.date(Stk.FOLLOW_UP_DUE),
                    node.text(Stk.COMPONENT),
                    node.text(Stk.EMPLOYEE).or(() -> node.text(Stk.OWNER_USER))))
        .sorted(Comparator.comparing(each -> each.due().orElse(LocalDate.MAX)))
        .toList();
  }
}
