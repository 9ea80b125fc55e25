package org.chancery.core.imports;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.chancery.core.addresses.Address;
import org.chancery.core.matching.NormalForms;
import org.chancery.core.matching.Profile;
import org.chancery.core.matching.Reach;
import org.chancery.core.repository.Caller;
import org.chancery.core.repository.Node;
import org.chancery.core.repository.NodeId;
import org.chancery.core.repository.Nodes;
import org.chancery.core.repository.Page;
import org.chancery.core.stakeholders.Drawers;
import org.chancery.core.vocabulary.Stk;
import org.chancery.model.QName;

/**
 * Everybody known, as whoever imports may know them: private numbers and addresses of others'
 * entries are not among what is compared (requirement P5). Whether a row has one of those is asked
 * apart, for the owners alone.
 */
final class KnownPeople {
  private static final Caller SYSTEM = Caller.ofSystem();
  private static final String LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ#";
  private static final int PAGE = 1000;

  private final Nodes nodes;
  private final List<Profile> profiles = new ArrayList<>();
  private final Map<String, Set<String>> hidden = new HashMap<>();

  KnownPeople(Nodes nodes, Caller caller) {
    this.nodes = nodes;
    for (char letter : LETTERS.toCharArray()) {
      NodeId drawer = Drawers.idOf("People", String.valueOf(letter));
      if (nodes.find(SYSTEM, drawer).isPresent()) {
        drawer(caller, drawer);
      }
    }
  }

  private void drawer(Caller caller, NodeId drawer) {
    Optional<String> cursor = Optional.empty();
    do {
      Page<Node> page = nodes.children(caller, drawer, cursor, PAGE);
      List<Node> people =
          page.items().stream().filter(node -> node.type().equals(Stk.PERSON)).toList();
      List<NodeId> ids = people.stream().map(Node::id).toList();
      Map<NodeId, Node> open = contacts(caller, ids);
      Map<NodeId, Node> all = contacts(SYSTEM, ids);
      for (Node person : people) {
        Reach personal = reach(open.get(person.id()));
        profiles.add(profile(person, personal));
        if (all.containsKey(person.id()) && !open.containsKey(person.id())) {
          keys(reach(all.get(person.id())))
              .forEach(
                  key ->
                      hidden.computeIfAbsent(key, any -> new HashSet<>()).add(person.id().value()));
        }
      }
      cursor = page.cursor();
    } while (cursor.isPresent());
  }

  private Map<NodeId, Node> contacts(Caller caller, List<NodeId> people) {
    Map<NodeId, Node> found = new HashMap<>();
    nodes
        .childrenOfAll(caller, people, Stk.PRIVATE_CONTACT)
        .forEach(node -> node.parent().ifPresent(person -> found.put(person, node)));
    return found;
  }

  private static Reach reach(Node contact) {
    return contact == null
        ? Reach.NONE
        : new Reach(
            Stream.of(Stk.MOBILE_PHONE, Stk.PERSONAL_PHONE)
                .flatMap(each -> contact.<String>list(each).stream())
                .toList(),
            contact.list(Stk.EMAIL));
  }

  private static Profile profile(Node person, Reach personal) {
    List<String> phones = new ArrayList<>(person.<String>list(Stk.OTHER_OFFICE_PHONES));
    person.text(Stk.OFFICE_PHONE).ifPresent(phones::add);
    return new Profile(
        person.id().value(),
        text(person, Stk.SALUTATION),
        text(person, Stk.FIRST_NAME),
        text(person, Stk.MIDDLE_NAME),
        text(person, Stk.LAST_NAME),
        text(person, Stk.SUFFIX),
        person.list(Stk.ORGANIZATIONS),
        text(person, Stk.POSITION),
        new Reach(phones, List.of()),
        personal,
        new Address(
            text(person, Stk.WORK_STREET),
            text(person, Stk.CITY),
            text(person, Stk.STATE),
            text(person, Stk.ZIP)));
  }

  private static String text(Node node, QName property) {
    return node.text(property).orElse("");
  }

  /** Everybody, to be compared with. */
  List<Profile> profiles() {
    return profiles;
  }

  /** Whose private number or address the row has, though whoever imports may not know that. */
  List<String> hidden(Profile row) {
    Set<String> found = new LinkedHashSet<>();
    if (!hidden.isEmpty()) {
      keys(NormalForms.of(row)).forEach(key -> found.addAll(hidden.getOrDefault(key, Set.of())));
    }
    return List.copyOf(found);
  }

  private static Set<String> keys(Reach reach) {
    return keys(
        NormalForms.of(
            new Profile(
                "",
                "",
                "",
                "",
                "",
                "",
                List.of(),
                "",
                Reach.NONE,
                reach,
                new Address("", "", "", ""))));
  }

  private static Set<String> keys(NormalForms forms) {
    Set<String> keys = new HashSet<>(forms.phones());
    keys.addAll(forms.emails());
    return keys;
  }

  /** A row of a file, to be compared. */
  static Profile of(int number, ImportedPerson person) {
    List<String> open = new ArrayList<>();
    List<String> personal = new ArrayList<>();
    for (ImportedPerson.Phone phone : person.phones()) {
      if (phone.kind().equals("work")) {
        open.add(phone.shown());
      } else if (!phone.kind().equals("fax")) {
        personal.add(phone.shown());
      }
    }
    return new Profile(
        "row:" + number,
        person.prefix().orElse(""),
        person.first().orElse(""),
        person.middle().orElse(""),
        person.last().orElse(""),
        person.suffix().orElse(""),
        person.organization().stream().toList(),
        person.title().orElse(""),
        new Reach(open, List.of()),
        new Reach(personal, person.emails()),
        new Address(
            person.street().orElse(""),
            person.city().orElse(""),
            person.state().orElse(""),
            person.zip().orElse("")));
  }
}
