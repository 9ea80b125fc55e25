package org.chancery.core.erasure;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.chancery.core.correspondence.Place;
import org.chancery.core.repository.Caller;
import org.chancery.core.repository.Node;
import org.chancery.core.repository.NodeId;
import org.chancery.core.repository.Nodes;
import org.chancery.core.repository.Permission;
import org.chancery.core.repository.Permissions;
import org.chancery.core.search.SearchQuery;
import org.chancery.core.search.SearchResult;
import org.chancery.core.search.Searcher;
import org.chancery.core.vocabulary.Cm;
import org.chancery.core.vocabulary.Cor;
import org.chancery.core.vocabulary.Rec;
import org.chancery.core.vocabulary.Stk;
import org.chancery.core.vocabulary.Title;
import org.chancery.model.QName;

/** Finds what names a person, among stakeholders and in the library. */
public final class Mentions {
  private static final Caller SYSTEM = Caller.ofSystem();
  private static final int PAGE = 200;
  private static final int MOST = 10_000;

  /** What somebody else is called, is reached by, or follows from other things. */
  private static final Set<QName> NO_TEXTS =
      Set.of(
          Stk.FIRST_NAME,
          Stk.MIDDLE_NAME,
          Stk.LAST_NAME,
          Stk.ORGANIZATION_NAME,
          Stk.ORGANIZATIONS,
          Stk.OFFICE_PHONE,
          Stk.OTHER_OFFICE_PHONES,
          Stk.OFFICE_FAX,
          Stk.PHONE,
          Stk.EMPLOYEE,
          Stk.OWNER_USER);

  private static final Set<QName> PRIVATE =
      Set.of(Stk.PRIVATE_CONTACT, Stk.ERASURE, Stk.ERASED_MARK, Stk.REENTRY, Stk.HAND_OVER);

  private final Nodes nodes;
  private final Permissions permissions;
  private final Searcher searcher;

  Mentions(Nodes nodes, Permissions permissions, Searcher searcher) {
    this.nodes = nodes;
    this.permissions = permissions;
    this.searcher = searcher;
  }

  /**
   * All there are: interactions with the person first, then what names them; whoever may not see a
   * place is not told of it, and there words are taken out without being asked for.
   *
   * @param shown to the caller, to be decided on
   * @param hidden from them
   */
  public record Found(List<Mention> shown, List<Node> hidden) {}

  /** Finds them; not to be called within a transaction. */
  Found of(Caller caller, Node person, Wording wording) {
    List<Node> interactions = nodes.sources(SYSTEM, person.id(), Stk.WITH_PERSON);
    List<Mention> shown = new ArrayList<>();
    Set<NodeId> there = new HashSet<>();
    for (Node node : interactions) {
      there.add(node.id());
      if (says(node)) {
        shown.add(interaction(node));
      }
    }
    List<Node> found = new ArrayList<>();
    for (Node node : found(Place.STAKEHOLDERS, wording.searches())) {
      if (!there.contains(node.id()) && names(node, wording)) {
        found.add(node);
      }
    }
    Set<NodeId> below = below(person, found);
    found.removeIf(node -> below.contains(node.id()));
    List<Node> documents = new ArrayList<>(documents(person, wording));
    List<NodeId> ids = Stream.concat(found.stream(), documents.stream()).map(Node::id).toList();
    Set<NodeId> readable =
        nodes.findAll(caller, ids).stream().map(Node::id).collect(Collectors.toSet());
    List<Node> hidden = new ArrayList<>();
    for (Node node : found) {
      if (readable.contains(node.id())) {
        shown.add(text(node, wording));
      } else {
        hidden.add(node);
      }
    }
    documents.stream()
        .filter(node -> readable.contains(node.id()))
        .forEach(node -> shown.add(document(caller, node)));
    return new Found(shown, hidden);
  }

  private static boolean says(Node interaction) {
    return interaction.text(Stk.OUTCOME).isPresent() || interaction.text(Stk.FOLLOW_UP).isPresent();
  }

  private Mention interaction(Node node) {
    boolean alone = alone(node);
    return new Mention(
        node.id(),
        node.type().localName(),
        node.text(Stk.MODE).orElse(""),
        node.date(Stk.INTERACTION_DATE),
        Optional.of(joined(node)),
        alone,
        List.of(Mention.Choice.WORDS, Mention.Choice.TEXT, Mention.Choice.DELETE),
        Optional.of(alone ? Mention.Choice.TEXT : Mention.Choice.WORDS));
  }

  /** Whether nobody else took part. */
  boolean alone(Node interaction) {
    return nodes.targets(SYSTEM, interaction.id(), Stk.WITH_PERSON).size() == 1
        && nodes.targets(SYSTEM, interaction.id(), Stk.WITH_ORGANIZATION).isEmpty();
  }

  private static String joined(Node node) {
    return Stream.of(Stk.OUTCOME, Stk.FOLLOW_UP)
        .flatMap(each -> node.text(each).stream())
        .collect(Collectors.joining("\n"));
  }

  private static Mention text(Node node, Wording wording) {
    String all =
        texts(node).values().stream()
            .filter(each -> wording.in(each, false))
            .collect(Collectors.joining("\n"));
    return new Mention(
        node.id(),
        node.type().localName(),
        wording.without(Title.of(node), false),
        day(node),
        Optional.of(all),
        false,
        List.of(Mention.Choice.WORDS, Mention.Choice.KEEP),
        Optional.of(Mention.Choice.WORDS));
  }

  private static Optional<LocalDate> day(Node node) {
    return node.date(Stk.INTERACTION_DATE)
        .or(() -> node.instant(Stk.EVENT_START).map(Mentions::day));
  }

  private static LocalDate day(Instant moment) {
    return LocalDate.ofInstant(moment, ZoneOffset.UTC);
  }

  private Mention document(Caller caller, Node node) {
    boolean may =
        !node.aspects().contains(Rec.DECLARED)
            && permissions.allowed(caller, node.id(), Permission.DELETE);
    return new Mention(
        node.id(),
        "document",
        Title.of(node),
        Optional.empty(),
        Optional.empty(),
        false,
        may ? List.of(Mention.Choice.DELETE, Mention.Choice.KEEP) : List.of(Mention.Choice.KEEP),
        may ? Optional.empty() : Optional.of(Mention.Choice.KEEP));
  }

  /** The texts of a node that people write, by property; lists are joined by lines. */
  static Map<QName, String> texts(Node node) {
    Map<QName, String> texts = new LinkedHashMap<>();
    node.properties()
        .forEach(
            (property, value) -> {
              if (NO_TEXTS.contains(property)) {
                return;
              }
              if (value instanceof String text) {
                texts.put(property, text);
              } else if (value instanceof List<?> list
                  && list.stream().allMatch(String.class::isInstance)) {
                texts.put(
                    property,
                    list.stream().map(Object::toString).collect(Collectors.joining("\n")));
              }
            });
    return texts;
  }

  private static boolean names(Node node, Wording wording) {
    return !PRIVATE.contains(node.type())
        && !node.aspects().contains(Rec.DECLARED)
        && (texts(node).values().stream().anyMatch(each -> wording.in(each, false))
            || !isPerson(node) && wording.in(node.name(), false));
  }

  private static boolean isPerson(Node node) {
    return node.type().equals(Stk.PERSON) || node.type().equals(Stk.ORGANIZATION);
  }

  private Set<NodeId> below(Node person, List<Node> found) {
    Set<NodeId> below = new HashSet<>(Set.of(person.id()));
    for (Node node : found) {
      if (node.parent().filter(person.id()::equals).isPresent()
          || nodes.ancestors(SYSTEM, node.id()).stream()
              .anyMatch(above -> above.id().equals(person.id()))) {
        below.add(node.id());
      }
    }
    return below;
  }

  /** Documents outside of case files whose text names the person in full. */
  private List<Node> documents(Node person, Wording wording) {
    List<Node> all = new ArrayList<>(found(Place.LIBRARY, wording.fullSearches()));
    all.addAll(found(Place.STAKEHOLDERS, wording.fullSearches()));
    Set<NodeId> below = below(person, all);
    return all.stream()
        .filter(node -> node.type().equals(Cor.DOCUMENT) || node.type().equals(Cm.CONTENT))
        .filter(node -> !below.contains(node.id()))
        .distinct()
        .toList();
  }

  /** What any of the searches finds below a place. */
  List<Node> found(Place place, List<String> searches) {
    Set<NodeId> ids = new LinkedHashSet<>();
    for (String words : searches) {
      Optional<String> cursor = Optional.empty();
      do {
        SearchResult result = searcher.search(query(words, place, cursor), SYSTEM);
        if (!result.approximate()) {
          result.hits().forEach(hit -> ids.add(hit.id()));
        }
        cursor = result.approximate() ? Optional.empty() : result.cursor();
      } while (cursor.isPresent() && ids.size() < MOST);
    }
    return nodes.findAll(SYSTEM, List.copyOf(ids));
  }

  private static SearchQuery query(String words, Place place, Optional<String> cursor) {
    return new SearchQuery(
        words,
        List.of(),
        Optional.of(place.id()),
        Map.of(),
        Optional.empty(),
        Optional.empty(),
        List.of(),
        "modified",
        cursor,
        PAGE);
  }
}
