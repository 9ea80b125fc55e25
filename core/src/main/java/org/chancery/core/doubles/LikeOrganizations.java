package org.chancery.core.doubles;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.chancery.core.matching.OrganizationName;
import org.chancery.core.repository.Node;
import org.chancery.core.repository.NodeId;
import org.chancery.core.vocabulary.Stk;
import org.chancery.model.QName;

/**
 * Organizations among whom doubles are looked for: those whose names come to the same words, or of
 * whom one is called by the initials of the other. In two places they are two.
 */
final class LikeOrganizations {
  private static final double NAME = 0.6;
  private static final double INITIALS = 0.4;
  private static final double PLACE = 0.25;
  private static final double PHONE = 0.35;
  private static final double MOST = 0.99;
  private static final double SURE = 0.85;

  /** Above, what they share is too common to mean anything. */
  private static final int MOST_ALIKE = 30;

  private static final int DIGITS = 10;

  private record Row(
      NodeId id,
      OrganizationName name,
      Set<String> called,
      String city,
      String state,
      String zip,
      String phone) {}

  private final List<Row> rows = new ArrayList<>();

  void add(Node node) {
    OrganizationName name =
        OrganizationName.of(node.text(Stk.ORGANIZATION_NAME).orElse(node.name()));
    Set<String> called = new HashSet<>(name.acronyms());
    node.text(Stk.ACRONYM).map(LikeOrganizations::plain).ifPresent(called::add);
    rows.add(
        new Row(
            node.id(),
            name,
            called,
            text(node, Stk.CITY),
            text(node, Stk.STATE),
            text(node, Stk.ZIP),
            digits(text(node, Stk.PHONE))));
  }

  private static String text(Node node, QName property) {
    return plain(node.text(property).orElse(""));
  }

  private static String plain(String text) {
    return text.strip().toLowerCase(Locale.ROOT);
  }

  private static String digits(String phone) {
    String digits = phone.replaceAll("(x|ext).*$", "").replaceAll("\\D", "");
    return digits.length() > DIGITS ? digits.substring(digits.length() - DIGITS) : digits;
  }

  /** The pairs, in no order. */
  List<LikePair> pairs() {
    Map<String, List<Row>> alike = new LinkedHashMap<>();
    for (Row row : rows) {
      alike.computeIfAbsent(row.name().key(), key -> new ArrayList<>()).add(row);
      row.called()
          .forEach(each -> alike.computeIfAbsent(". " + each, key -> new ArrayList<>()).add(row));
    }
    Set<Set<NodeId>> seen = new HashSet<>();
    List<LikePair> found = new ArrayList<>();
    for (List<Row> block : alike.values()) {
      for (int i = 0; i < block.size() && block.size() <= MOST_ALIKE; i++) {
        for (int j = i + 1; j < block.size(); j++) {
          if (seen.add(Set.of(block.get(i).id(), block.get(j).id()))) {
            pair(block.get(i), block.get(j)).ifPresent(found::add);
          }
        }
      }
    }
    return found;
  }

  private static Optional<LikePair> pair(Row one, Row other) {
    List<String> why = new ArrayList<>();
    double score = 0;
    if (one.name().key().equals(other.name().key())) {
      why.add("Same name, but for spelling and words such as Inc.");
      score += NAME;
    } else if (oneWord(one) || oneWord(other)) {
      why.add("One is called by the initials of the other");
      score += INITIALS;
    } else {
      return Optional.empty();
    }
    if (!one.phone().isEmpty() && one.phone().equals(other.phone())) {
      why.add("Same phone");
      score += PHONE;
    } else if (differ(one.state(), other.state()) || differ(one.city(), other.city())) {
      return Optional.empty();
    }
    boolean placed =
        !one.zip().isEmpty() && one.zip().equals(other.zip())
            || !one.city().isEmpty() && one.city().equals(other.city());
    if (placed) {
      why.add("Same place");
      score += PLACE;
    }
    if (score < NAME) {
      return Optional.empty();
    }
    double most = Math.min(MOST, score);
    return Optional.of(new LikePair(one.id(), other.id(), most, most >= SURE, why, List.of()));
  }

  private static boolean oneWord(Row row) {
    return row.name().words().size() == 1;
  }

  private static boolean differ(String one, String other) {
    return !one.isEmpty() && !other.isEmpty() && !one.equals(other);
  }
}
