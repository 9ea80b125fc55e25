package org.chancery.core.stakeholders;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.chancery.core.matching.OrganizationName;
import org.chancery.core.repository.Caller;
import org.chancery.core.repository.Node;
import org.chancery.core.repository.NodeId;
import org.chancery.core.repository.Nodes;
import org.chancery.core.search.SearchQuery;
import org.chancery.core.search.SearchResult;
import org.chancery.core.search.Searcher;
import org.chancery.core.vocabulary.Stk;
import org.chancery.core.vocabulary.Title;
import org.chancery.model.QName;

/**
 * Whether somebody, or an organization, that is about to be entered is there already. Nobody is
 * named for a private number or address to those who may not see it (requirement P5).
 */
public final class Lookalikes {
  private static final Caller SYSTEM = Caller.ofSystem();
  private static final int LOOK_AT = 50;
  private static final int LAST_DIGITS = 4;

  private final Searcher searcher;
  private final Nodes nodes;

  /** On these ports. */
  public Lookalikes(Searcher searcher, Nodes nodes) {
    this.searcher = searcher;
    this.nodes = nodes;
  }

  /**
   * Somebody it may be.
   *
   * @param entry the node
   * @param why what is the same, in words
   */
  public record Candidate(Node entry, List<String> why) {

    /** What people read. */
    public String name() {
      return Title.of(entry);
    }
  }

  /**
   * Those it may be.
   *
   * @param shown to be named to whoever asks
   * @param hidden with a private number or address that whoever asks may not know; to be told to
   *     their owners alone
   */
  public record Found(List<Candidate> shown, List<Node> hidden) {

    /** Nobody. */
    public static final Found NOBODY = new Found(List.of(), List.of());
  }

  /** Looks for them; not to be called within a transaction. */
  public Found of(Caller caller, NewPerson person) {
    Map<NodeId, Node> people = new LinkedHashMap<>();
    Map<NodeId, List<String>> why = new TreeMap<>(Comparator.comparing(NodeId::value));
    for (Node node : byName(caller, person)) {
      people.put(node.id(), node);
      why.computeIfAbsent(node.id(), id -> new ArrayList<>()).add("Same name");
    }
    List<Node> hidden = new ArrayList<>();
    for (Node contact : byPrivateContact(person)) {
      NodeId id = contact.parent().orElseThrow();
      if (nodes.find(caller, contact.id()).isPresent()) {
        nodes.find(caller, id).ifPresent(node -> people.put(id, node));
        why.computeIfAbsent(id, each -> new ArrayList<>()).add("Same number or address");
      } else {
        nodes
            .find(SYSTEM, id)
            .filter(node -> !node.aspects().contains(Stk.MERGED))
            .ifPresent(hidden::add);
      }
    }
    List<Candidate> shown =
        why.entrySet().stream()
            .filter(each -> people.containsKey(each.getKey()))
            .map(each -> new Candidate(people.get(each.getKey()), each.getValue()))
            .toList();
    return new Found(shown, hidden);
  }

  /**
   * Organizations whose names come to the same words, or of which one is called by the initials of
   * the other, unless they are in two states; not to be called within a transaction.
   */
  public Found of(Caller caller, NewOrganization organization) {
    String name = Objects.toString(organization.values().get(Stk.ORGANIZATION_NAME), "");
    Optional<String> state =
        Optional.ofNullable(organization.values().get(Stk.STATE)).map(Object::toString);
    Set<String> initials = new LinkedHashSet<>(OrganizationName.of(name).acronyms());
    Optional.ofNullable(organization.values().get(Stk.ACRONYM))
        .ifPresent(each -> initials.add(each.toString().toLowerCase(Locale.ROOT)));
    String words =
        Stream.concat(Stream.of(name.split("[^\\p{L}\\p{N}]+")), initials.stream())
            .filter(each -> !each.isBlank())
            .map(Lookalikes::quoted)
            .distinct()
            .collect(Collectors.joining(" OR "));
    if (words.isEmpty()) {
      return Found.NOBODY;
    }
    List<Candidate> shown = new ArrayList<>();
    for (Node node : found(caller, Stk.ORGANIZATION, words)) {
      boolean elsewhere =
          state.isPresent()
              && node.text(Stk.STATE).filter(each -> !state.get().equals(each)).isPresent();
      if (!elsewhere) {
        why(OrganizationName.of(name), initials, node)
            .ifPresent(why -> shown.add(new Candidate(node, List.of(why))));
      }
    }
    return new Found(shown, List.of());
  }

  private static Optional<String> why(OrganizationName name, Set<String> initials, Node node) {
    OrganizationName other = OrganizationName.of(node.text(Stk.ORGANIZATION_NAME).orElse(""));
    if (name.key().equals(other.key())) {
      return Optional.of("Same name");
    }
    boolean called =
        node.text(Stk.ACRONYM)
                .map(each -> each.toLowerCase(Locale.ROOT))
                .filter(initials::contains)
                .isPresent()
            || name.isAcronymOf(other);
    return called ? Optional.of("Same initials") : Optional.empty();
  }

  private List<Node> byName(Caller caller, NewPerson person) {
    Optional<String> last = person.text(Stk.LAST_NAME);
    Optional<String> first = person.text(Stk.FIRST_NAME);
    if (last.isEmpty()) {
      return List.of();
    }
    String words = quoted(last.get()) + first.map(each -> " " + quoted(each)).orElse("");
    return found(caller, Stk.PERSON, words).stream()
        .filter(node -> same(node.text(Stk.LAST_NAME), last))
        .filter(node -> same(node.text(Stk.FIRST_NAME), first))
        .toList();
  }

  private List<Node> byPrivateContact(NewPerson person) {
    Set<String> wanted = plain(person.privateContact());
    Stream<String> words =
        wanted.stream()
            .map(
                each ->
                    each.contains("@") || each.length() <= LAST_DIGITS
                        ? each
                        : each.substring(each.length() - LAST_DIGITS))
            .distinct();
    return words
        .flatMap(word -> found(SYSTEM, Stk.PRIVATE_CONTACT, quoted(word)).stream())
        .distinct()
        .filter(node -> plain(node.properties()).stream().anyMatch(wanted::contains))
        .toList();
  }

  /** E-mail addresses in small letters, and numbers as their digits. */
  private static Set<String> plain(Map<QName, Object> contact) {
    return Stream.concat(
            Stream.of(Stk.EMAIL)
                .flatMap(each -> texts(contact, each))
                .map(each -> each.strip().toLowerCase(Locale.ROOT)),
            Stream.of(Stk.MOBILE_PHONE, Stk.PERSONAL_PHONE)
                .flatMap(each -> texts(contact, each))
                .map(Lookalikes::digits))
        .filter(each -> !each.isEmpty())
        .collect(Collectors.toSet());
  }

  private static Stream<String> texts(Map<QName, Object> contact, QName property) {
    Object value = contact.get(property);
    return value instanceof Collection<?> list
        ? list.stream().map(Object::toString)
        : Stream.empty();
  }

  /** Without the country code of North America and an extension. */
  private static String digits(String phone) {
    String digits = phone.toLowerCase(Locale.ROOT).replaceAll("(x|ext).*$", "");
    return digits.replaceAll("\\D", "").replaceAll("^1(?=\\d{10}$)", "");
  }

  private static boolean same(Optional<String> one, Optional<String> other) {
    return one.map(each -> each.strip().toLowerCase(Locale.ROOT))
        .equals(other.map(each -> each.strip().toLowerCase(Locale.ROOT)));
  }

  private static String quoted(String text) {
    return "\"" + text.replace("\"", " ").replace("\\", " ") + "\"";
  }

  private List<Node> found(Caller caller, QName type, String words) {
    SearchQuery query =
        new SearchQuery(
            words,
            List.of(type),
            Optional.empty(),
            Map.of(),
            Optional.empty(),
            Optional.empty(),
            List.of(),
            "relevance",
            Optional.empty(),
            LOOK_AT);
    SearchResult result = searcher.search(query, caller);
    return nodes.findAll(caller, result.hits().stream().map(SearchResult.Hit::id).toList());
  }
}
