package org.chancery.core.stakeholders;

import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;
import org.chancery.core.repository.Caller;
import org.chancery.core.repository.Change;
import org.chancery.core.repository.Node;
import org.chancery.core.repository.NodeId;
import org.chancery.core.repository.Nodes;
import org.chancery.core.repository.NotFound;
import org.chancery.core.vocabulary.Stk;
import org.chancery.model.QName;

/**
 * THE keeper of what follows from contact, affiliations and ownership: latest contact, who knows
 * the stakeholder, on which issues, how often. It is kept with each change, in the same
 * transaction, so that searches need not gather it; {@link #computed} says what it has to be.
 */
public final class Standing {
  private static final Caller SYSTEM = Caller.ofSystem();

  private final Nodes nodes;

  /** On this port. */
  public Standing(Nodes nodes) {
    this.nodes = nodes;
  }

  /**
   * Of a stakeholder that nobody was in contact with yet; what is empty is left out.
   *
   * @param component that owns it
   * @param issues codes engaged on
   * @param organizations names of those a person belongs to now
   */
  public static Map<QName, Object> fresh(
      Optional<String> component, Collection<String> issues, Collection<String> organizations) {
    Map<QName, Object> values =
        values(List.of(), component.map(Set::of).orElse(Set.of()), issues, organizations);
    values.values().removeIf(Objects::isNull);
    return values;
  }

  /** What it has to be, from all there is. Reads as many nodes as there were contacts. */
  public Map<QName, Object> computed(Node stakeholder) {
    NodeId id = stakeholder.id();
    boolean person = stakeholder.type().equals(Stk.PERSON);
    List<Contact> contacts =
        Stream.concat(
                nodes.sources(SYSTEM, id, person ? Stk.WITH_PERSON : Stk.WITH_ORGANIZATION).stream()
                    .map(Contact::ofInteraction),
                nodes.sources(SYSTEM, id, person ? Stk.ATTENDEE : Stk.REPRESENTED).stream()
                    .filter(Contact::counted)
                    .map(Contact::ofEvent))
            .toList();
    return values(
        contacts,
        owners(stakeholder),
        texts(nodes.targets(SYSTEM, id, Stk.ENGAGES_ON), Stk.ISSUE_CODE),
        person
            ? texts(nodes.targets(SYSTEM, id, Stk.MEMBER_OF), Stk.ORGANIZATION_NAME)
            : List.of());
  }

  /** The component that owns it, and those that owned what was merged into it. */
  private Set<String> owners(Node stakeholder) {
    Set<String> owners = new TreeSet<>();
    merged(stakeholder.id()).forEach(each -> each.text(Stk.OWNER_COMPONENT).ifPresent(owners::add));
    stakeholder.text(Stk.OWNER_COMPONENT).ifPresent(owners::add);
    return owners;
  }

  /** What was merged into a stakeholder, and into that before. */
  public List<Node> merged(NodeId stakeholder) {
    List<Node> found = new ArrayList<>();
    Deque<NodeId> open = new ArrayDeque<>(List.of(stakeholder));
    while (!open.isEmpty()) {
      List<Node> direct = nodes.sources(SYSTEM, open.pop(), Stk.MERGED_INTO);
      found.addAll(direct);
      direct.forEach(each -> open.push(each.id()));
    }
    return found;
  }

  private static List<String> texts(List<Node> nodes, QName property) {
    return nodes.stream().flatMap(node -> node.text(property).stream()).toList();
  }

  private static Map<QName, Object> values(
      List<Contact> contacts,
      Set<String> owners,
      Collection<String> issues,
      Collection<String> organizations) {
    TreeSet<String> knownBy = new TreeSet<>(owners);
    contacts.forEach(contact -> contact.component().ifPresent(knownBy::add));
    Map<QName, Object> values = new LinkedHashMap<>();
    values.put(
        Stk.LAST_CONTACT,
        contacts.stream().map(Contact::day).max(Comparator.naturalOrder()).orElse(null));
    values.put(Stk.KNOWN_BY, listed(knownBy));
    values.put(Stk.CONTACTS, contacts.size());
    values.put(Stk.OPEN_FOLLOW_UPS, (int) contacts.stream().filter(Contact::open).count());
    values.putAll(Latest.of(contacts).values());
    values.put(Stk.ISSUES, listed(new TreeSet<>(issues)));
    values.put(Stk.ORGANIZATIONS, listed(new TreeSet<>(organizations)));
    return values;
  }

  private static List<String> listed(Collection<String> values) {
    return values.isEmpty() ? null : List.copyOf(values);
  }

  /**
   * Brings it in line with all there is, within the transaction in progress. To be called after
   * anything it follows from was changed or taken away.
   */
  public void again(Caller elevated, Collection<NodeId> stakeholders) {
    each(elevated, stakeholders, this::computed);
  }

  /**
   * Adds an interaction, or an event whose day has come, that is new to these stakeholders, within
   * the transaction in progress: however often they were in contact before, that costs the same.
   */
  public void added(Caller elevated, Node node, Collection<NodeId> stakeholders) {
    boolean event = node.type().equals(Stk.EVENT);
    Contact contact = event ? Contact.ofEvent(node) : Contact.ofInteraction(node);
    each(elevated, stakeholders, held -> with(held, contact));
  }

  private static Map<QName, Object> with(Node held, Contact contact) {
    Optional<LocalDate> last =
        held.date(Stk.LAST_CONTACT).filter(before -> before.isAfter(contact.day()));
    List<String> knownBy = new ArrayList<>(held.<String>list(Stk.KNOWN_BY));
    contact.component().filter(code -> !knownBy.contains(code)).ifPresent(knownBy::add);
    Map<QName, Object> values = new LinkedHashMap<>();
    values.put(Stk.LAST_CONTACT, last.orElse(contact.day()));
    values.put(Stk.KNOWN_BY, listed(new TreeSet<>(knownBy)));
    values.put(Stk.CONTACTS, count(held, Stk.CONTACTS) + 1);
    values.put(Stk.OPEN_FOLLOW_UPS, count(held, Stk.OPEN_FOLLOW_UPS) + (contact.open() ? 1 : 0));
    values.putAll(Latest.of(held).and(contact).values());
    return values;
  }

  private static int count(Node node, QName property) {
    return (Integer) node.properties().getOrDefault(property, 0);
  }

  /** Each is held before it is looked at, in the order of the ids, so that nobody waits in turn. */
  private void each(
      Caller elevated, Collection<NodeId> stakeholders, Function<Node, Map<QName, Object>> values) {
    for (NodeId id : inOrder(stakeholders)) {
      Node held = nodes.hold(elevated, id);
      if (held.aspects().contains(Stk.MERGED)) {
        // It was merged into another entry while somebody was about to relate something to it.
        throw new NotFound(id);
      }
      Map<QName, Object> wanted = values.apply(held);
      boolean same =
          wanted.entrySet().stream()
              .allMatch(
                  each -> Objects.equals(each.getValue(), held.properties().get(each.getKey())));
      if (!same) {
        nodes.update(elevated, id, Optional.empty(), standing(wanted));
      }
    }
  }

  private static Change standing(Map<QName, Object> wanted) {
    Change change = Change.of(wanted);
    return new Change(change.set(), change.remove(), Set.of(Stk.STANDING));
  }

  /** The ids, each once, in the order in which everybody holds them. */
  public static List<NodeId> inOrder(Collection<NodeId> ids) {
    return ids.stream().distinct().sorted(Comparator.comparing(NodeId::value)).toList();
  }
}
