package org.chancery.core.doubles;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.chancery.core.addresses.Address;
import org.chancery.core.matching.Evidence;
import org.chancery.core.matching.MatchIndex;
import org.chancery.core.matching.Matcher;
import org.chancery.core.matching.Pair;
import org.chancery.core.matching.Profile;
import org.chancery.core.matching.Progress;
import org.chancery.core.matching.Reach;
import org.chancery.core.matching.Verdict;
import org.chancery.core.repository.Node;
import org.chancery.core.repository.NodeId;
import org.chancery.core.vocabulary.Stk;

/**
 * People among whom doubles are looked for: first by what everyone may know of them, then, among
 * those of whom private numbers are kept, by these as well. What only the second finds is told to
 * those alone who may see the private numbers of both (requirement P5).
 */
final class LikePeople {
  private final Matcher matcher = new Matcher();
  private final List<Profile> open = new ArrayList<>();
  private final List<Profile> whole = new ArrayList<>();
  private final Map<String, List<NodeId>> contacts = new HashMap<>();

  /** Adds one, with what is kept of their private numbers. */
  void add(Node person, List<Node> privateContacts) {
    open.add(profile(person, Reach.NONE));
    List<Node> known =
        privateContacts.stream().filter(each -> !reach(List.of(each)).equals(Reach.NONE)).toList();
    if (!known.isEmpty()) {
      whole.add(profile(person, reach(known)));
      contacts.put(person.id().value(), known.stream().map(Node::id).toList());
    }
  }

  int size() {
    return open.size();
  }

  /** The pairs, in no order. */
  List<LikePair> pairs() {
    List<LikePair> found = new ArrayList<>();
    Set<String> shown = new HashSet<>();
    MatchIndex index = matcher.index(open);
    for (Pair pair : index.pairs(Progress.NONE)) {
      LikePair each = pair(index, open, pair, List.of());
      shown.add(key(each));
      found.add(each);
    }
    MatchIndex closer = matcher.index(whole);
    for (Pair pair : closer.pairs(Progress.NONE)) {
      LikePair each = pair(closer, whole, pair, needed(pair));
      if (!shown.contains(key(each))) {
        found.add(each);
      }
    }
    return found;
  }

  private static String key(LikePair pair) {
    String one = pair.one().value();
    String other = pair.other().value();
    return one.compareTo(other) < 0 ? one + other : other + one;
  }

  private List<NodeId> needed(Pair pair) {
    return Stream.of(pair.first(), pair.second())
        .flatMap(row -> contacts.get(whole.get(row).id()).stream())
        .toList();
  }

  private static LikePair pair(
      MatchIndex index, List<Profile> rows, Pair pair, List<NodeId> needed) {
    List<String> why =
        index.compare(pair.first(), pair.second()).evidence().stream()
            .map(Evidence::words)
            .filter(words -> !words.isBlank())
            .toList();
    return new LikePair(
        NodeId.of(rows.get(pair.first()).id()),
        NodeId.of(rows.get(pair.second()).id()),
        pair.score(),
        pair.verdict() == Verdict.MERGE,
        why,
        needed);
  }

  private static Profile profile(Node person, Reach personal) {
    List<String> phones = new ArrayList<>(person.text(Stk.OFFICE_PHONE).stream().toList());
    phones.addAll(person.list(Stk.OTHER_OFFICE_PHONES));
    return new Profile(
        person.id().value(),
        person.text(Stk.SALUTATION).orElse(""),
        person.text(Stk.FIRST_NAME).orElse(""),
        person.text(Stk.MIDDLE_NAME).orElse(""),
        person.text(Stk.LAST_NAME).orElse(""),
        person.text(Stk.SUFFIX).orElse(""),
        person.list(Stk.ORGANIZATIONS),
        person.text(Stk.POSITION).or(() -> person.text(Stk.TITLE)).orElse(""),
        new Reach(phones, List.of()),
        personal,
        new Address(
            person.text(Stk.WORK_STREET).orElse(""),
            person.text(Stk.CITY).orElse(""),
            person.text(Stk.STATE).orElse(""),
            person.text(Stk.ZIP).orElse("")));
  }

  private static Reach reach(List<Node> contacts) {
    List<String> phones = new ArrayList<>();
    List<String> emails = new ArrayList<>();
    for (Node each : contacts) {
      phones.addAll(each.list(Stk.MOBILE_PHONE));
      phones.addAll(each.list(Stk.PERSONAL_PHONE));
      emails.addAll(each.list(Stk.EMAIL));
    }
    return new Reach(phones, emails);
  }
}
