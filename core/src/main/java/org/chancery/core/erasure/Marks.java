package org.chancery.core.erasure;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.chancery.core.matching.EmailAddress;
import org.chancery.core.matching.NormalForms;
import org.chancery.core.matching.PhoneNumber;
import org.chancery.core.matching.Profile;
import org.chancery.core.repository.Caller;
import org.chancery.core.repository.NewNode;
import org.chancery.core.repository.Node;
import org.chancery.core.repository.NodeId;
import org.chancery.core.repository.Nodes;
import org.chancery.core.stakeholders.Drawers;
import org.chancery.core.stakeholders.NewPerson;
import org.chancery.core.vocabulary.Stk;
import org.chancery.model.QName;

/**
 * The marks of those who were erased. Private numbers and addresses have one each; what an office
 * shares, its number or its mailbox, has one together with the family name; the name has one
 * together with the ZIP code.
 */
final class Marks {
  private static final Caller SYSTEM = Caller.ofSystem();
  private static final String FOLDER = "Erased";
  private static final String DRAWER = "Marks";
  private static final String EMAIL = "email";
  private static final String PHONE = "phone";
  private static final String NAME = "name";
  private static final String ANYBODY = "robert";
  private static final int ZIP_DIGITS = 5;

  private final Nodes nodes;
  private final Drawers drawers;
  private final Mark.Key key;

  Marks(Nodes nodes, Drawers drawers, Mark.Key key) {
    this.nodes = nodes;
    this.drawers = drawers;
    this.key = key;
  }

  /** The marks that whoever is described is to get. */
  Set<Mark> of(Described one) {
    Map<QName, Object> person = one.person();
    Map<QName, Object> contact = one.contact();
    String family = family(person);
    Set<Mark> marks = new LinkedHashSet<>(byName(person));
    emails(contact)
        .forEach(
            email -> marks.add(mark(EMAIL, email.isRole() ? email + " " + family : "" + email)));
    phones(contact, Stk.MOBILE_PHONE, Stk.PERSONAL_PHONE)
        .forEach(phone -> marks.add(mark(PHONE, phone.number())));
    phones(person, Stk.OFFICE_PHONE, Stk.OTHER_OFFICE_PHONES)
        .forEach(phone -> marks.add(mark(PHONE, phone.number() + " " + family)));
    return marks;
  }

  /** The marks that whoever is described may meet, in whichever field a value was written. */
  private Set<Mark> possible(Map<QName, Object> person, Map<QName, Object> contact) {
    String family = family(person);
    Set<Mark> marks = new LinkedHashSet<>(byName(person));
    emails(contact)
        .forEach(
            email -> {
              marks.add(mark(EMAIL, email.toString()));
              marks.add(mark(EMAIL, email + " " + family));
            });
    Stream.concat(
            phones(contact, Stk.MOBILE_PHONE, Stk.PERSONAL_PHONE),
            phones(person, Stk.OFFICE_PHONE, Stk.OTHER_OFFICE_PHONES, Stk.OFFICE_FAX))
        .forEach(
            phone -> {
              marks.add(mark(PHONE, phone.number()));
              marks.add(mark(PHONE, phone.number() + " " + family));
            });
    return marks;
  }

  private Set<Mark> byName(Map<QName, Object> person) {
    Set<Mark> marks = new LinkedHashSet<>();
    String zip = text(person, Stk.ZIP).replaceAll("\\D.*", "");
    if (zip.length() >= ZIP_DIGITS) {
      String five = zip.substring(0, ZIP_DIGITS);
      NormalForms.of(profile(person))
          .names()
          .forEach(form -> marks.add(mark(NAME, form + " " + five)));
    }
    return marks;
  }

  /** The family name in one form, whatever the given name. */
  private static String family(Map<QName, Object> person) {
    Profile anybody = Profile.named("", ANYBODY, text(person, Stk.LAST_NAME));
    return NormalForms.of(anybody).names().stream()
        .map(name -> name.substring(name.lastIndexOf(' ') + 1))
        .findFirst()
        .orElse("");
  }

  private static Profile profile(Map<QName, Object> person) {
    return Profile.named("", text(person, Stk.FIRST_NAME), text(person, Stk.LAST_NAME));
  }

  private static String text(Map<QName, Object> values, QName property) {
    return Objects.toString(values.get(property), "").strip();
  }

  private static Stream<EmailAddress> emails(Map<QName, Object> contact) {
    return texts(contact, Stk.EMAIL).flatMap(text -> EmailAddress.of(text).stream());
  }

  private static Stream<PhoneNumber> phones(Map<QName, Object> values, QName... properties) {
    return Stream.of(properties)
        .flatMap(property -> texts(values, property))
        .flatMap(text -> PhoneNumber.of(text).stream());
  }

  private static Stream<String> texts(Map<QName, Object> values, QName property) {
    Object value = values.get(property);
    return value instanceof Collection<?> list
        ? list.stream().map(Object::toString)
        : Stream.ofNullable(value).map(Object::toString);
  }

  /** For this purpose and kind alone: no other seal of the host is one of these. */
  private Mark mark(String kind, String value) {
    String text = "chancery:erased:" + kind + ":" + value;
    return Mark.of(kind, key.of(text.getBytes(StandardCharsets.UTF_8)));
  }

  /** Keeps the marks of an erasure, within the transaction in progress. */
  void keep(Caller elevated, NodeId erasure, Set<Mark> marks) {
    NodeId drawer = drawers.drawer(elevated, FOLDER, DRAWER);
    Set<NodeId> there = new LinkedHashSet<>(ids(known(marks)));
    for (Mark mark : marks) {
      if (there.add(mark.id())) {
        nodes.create(
            elevated,
            new NewNode(
                mark.id(),
                drawer,
                Stk.ERASED_MARK,
                mark.value(),
                Set.of(),
                new LinkedHashMap<>(
                    Map.of(
                        Stk.MARK, mark.value(),
                        Stk.MARK_KIND, mark.kind(),
                        Stk.MARK_ERASURE, erasure.value()))));
      }
    }
  }

  private static List<NodeId> ids(List<Node> nodes) {
    return nodes.stream().map(Node::id).toList();
  }

  private List<Node> known(Set<Mark> marks) {
    List<NodeId> ids = new ArrayList<>(marks.stream().map(Mark::id).toList());
    return nodes.findAll(SYSTEM, ids).stream()
        .filter(node -> node.type().equals(Stk.ERASED_MARK))
        .toList();
  }

  /** The marks there are of somebody who is to be entered; none for nearly everybody. */
  List<Node> met(Map<QName, Object> person, Map<QName, Object> contact) {
    Set<Mark> possible = possible(person, contact);
    return possible.isEmpty() ? List.of() : known(possible);
  }

  /** Whether there are marks of any of them. */
  boolean metByAny(List<NewPerson> people) {
    Set<Mark> possible = new HashSet<>();
    people.forEach(each -> possible.addAll(possible(each.values(), each.privateContact())));
    return !possible.isEmpty() && !known(possible).isEmpty();
  }

  /** A mark that is still there. */
  Optional<Node> find(NodeId id) {
    return nodes.find(SYSTEM, id).filter(node -> node.type().equals(Stk.ERASED_MARK));
  }

  /** Takes a mark away, within the transaction in progress. */
  void lift(Caller elevated, NodeId id) {
    nodes.delete(elevated, id, Optional.empty());
  }
}
