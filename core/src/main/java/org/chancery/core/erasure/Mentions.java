package org.chancery.core.erasure;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.chancery.core.cards.BusinessCards;
import org.chancery.core.correspondence.Place;
import org.chancery.core.repository.Caller;
import org.chancery.core.repository.Contents;
import org.chancery.core.repository.Node;
import org.chancery.core.repository.NodeId;
import org.chancery.core.repository.Nodes;
import org.chancery.core.repository.Permission;
import org.chancery.core.repository.Permissions;
import org.chancery.core.search.SearchQuery;
import org.chancery.core.search.SearchResult;
import org.chancery.core.search.Searcher;
import org.chancery.core.stakeholders.Drawers;
import org.chancery.core.stakeholders.Standing;
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
          Stk.OWNER_USER,
          Stk.MERGE_JOURNAL);

  private static final Set<QName> REACHES =
      Set.of(Stk.MOBILE_PHONE, Stk.PERSONAL_PHONE, Stk.EMAIL, Stk.INSTANT_MESSENGER);

  private static final Set<QName> PRIVATE = Set.of(Stk.PRIVATE_CONTACT, Stk.ERASED_MARK);

  private static final NodeId CARDS = Place.STAKEHOLDERS.below(BusinessCards.FOLDER);

  /** Folders whose texts no index holds, with what lies in them. */
  private static final Map<NodeId, List<QName>> UNSEARCHED =
      Map.of(
          Place.STAKEHOLDERS.below("Searches"), List.of(Stk.SAVED_SEARCH),
          Place.STAKEHOLDERS.below("Imports"), List.of(Stk.IMPORT),
          Drawers.idOf("Erased", "Erasures"), List.of(Stk.ERASURE),
          Drawers.idOf("Erased", Reentries.DRAWER), List.of(Stk.REENTRY));

  private final Nodes nodes;
  private final Permissions permissions;
  private final Searcher searcher;
  private final DocumentTexts documentTexts;

  Mentions(Nodes nodes, Contents contents, Permissions permissions, Searcher searcher) {
    this.nodes = nodes;
    this.permissions = permissions;
    this.searcher = searcher;
    this.documentTexts = new DocumentTexts(contents);
  }

  /**
   * All there are: interactions with the person first, then what names them; whoever may not see a
   * place is not told of it, and there words are taken out without being asked for, and business
   * cards deleted.
   *
   * @param shown to the caller, to be decided on
   * @param hidden from them
   * @param staying documents outside of case files that the caller may not see
   */
  public record Found(List<Mention> shown, List<Node> hidden, List<NodeId> staying) {
    /** What becomes of what is hidden. */
    static Mention.Choice unasked(Node hidden) {
      return hidden.type().equals(Cor.DOCUMENT) ? Mention.Choice.DELETE : Mention.Choice.WORDS;
    }
  }

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
    Map<NodeId, Node> named = new LinkedHashMap<>();
    found(Place.STAKEHOLDERS, wording.searches(), node -> names(node, wording))
        .forEach(node -> named.put(node.id(), node));
    UNSEARCHED.forEach(
        (folder, types) ->
            types.stream()
                .flatMap(type -> nodes.childrenOfAll(SYSTEM, List.of(folder), type).stream())
                .filter(node -> names(node, wording))
                .forEach(node -> named.put(node.id(), node)));
    List<Node> found =
        outside(person, named.values()).stream()
            .filter(node -> !there.contains(node.id()))
            .toList();
    List<Node> documents = outside(person, documents(wording));
    List<NodeId> ids = Stream.concat(found.stream(), documents.stream()).map(Node::id).toList();
    Set<NodeId> readable =
        nodes.findAll(caller, ids).stream().map(Node::id).collect(Collectors.toSet());
    List<Node> hidden = new ArrayList<>();
    List<NodeId> staying = new ArrayList<>();
    for (Node node : found) {
      if (readable.contains(node.id())) {
        shown.add(text(node, wording));
      } else {
        hidden.add(node);
      }
    }
    for (Node node : documents) {
      if (readable.contains(node.id())) {
        shown.add(document(caller, node));
      } else if (waits(node)) {
        hidden.add(node);
      } else {
        staying.add(node.id());
      }
    }
    return new Found(shown, hidden, staying);
  }

  /** Whether it is a business card that is nobody's yet. */
  private static boolean waits(Node document) {
    return document.parent().filter(CARDS::equals).isPresent();
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
        texts(node).entrySet().stream()
            .filter(
                each ->
                    !without(each.getKey(), each.getValue(), wording, false)
                        .equals(each.getValue()))
            .map(
                each ->
                    each.getKey().equals(Stk.KEPT_TEXT) ? read(each.getValue()) : each.getValue())
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

  private static String read(String query) {
    return Stream.of(query.split("&")).map(KeptQuery::decoded).collect(Collectors.joining("\n"));
  }

  /** A property's text without what names the person. */
  static String without(QName property, String text, Wording wording, boolean near) {
    return property.equals(Stk.KEPT_TEXT)
        ? KeptQuery.without(text, wording::without)
        : wording.without(text, near);
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
        may
            ? Optional.of(Mention.Choice.DELETE).filter(choice -> waits(node))
            : Optional.of(Mention.Choice.KEEP));
  }

  /** Whether what a property says is written by people about whatever they like. */
  public static boolean isSaid(QName property) {
    return !NO_TEXTS.contains(property) && !REACHES.contains(property);
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
        && (texts(node).entrySet().stream()
                .anyMatch(
                    each ->
                        !without(each.getKey(), each.getValue(), wording, false)
                            .equals(each.getValue()))
            || !isPerson(node) && wording.in(node.name(), false));
  }

  private static boolean isPerson(Node node) {
    return node.type().equals(Stk.PERSON) || node.type().equals(Stk.ORGANIZATION);
  }

  /** Those that lie neither at the entry nor at what was merged into it. */
  private List<Node> outside(Node person, Collection<Node> found) {
    Set<NodeId> own = new HashSet<>();
    own.add(person.id());
    new Standing(nodes).merged(person.id()).forEach(each -> own.add(each.id()));
    return found.stream()
        .filter(node -> !own.contains(node.id()))
        .filter(node -> node.parent().filter(own::contains).isEmpty())
        .filter(
            node ->
                nodes.ancestors(SYSTEM, node.id()).stream()
                    .noneMatch(above -> own.contains(above.id())))
        .toList();
  }

  /** Documents outside of case files that name the person, business cards included. */
  private List<Node> documents(Wording wording) {
    Map<NodeId, Node> all = new LinkedHashMap<>();
    for (Place place : List.of(Place.LIBRARY, Place.STAKEHOLDERS)) {
      found(place, wording.documentSearches(), node -> isDocument(node) && !waits(node)).stream()
          .filter(node -> wording.surely(documentTexts.of(node)))
          .forEach(node -> all.put(node.id(), node));
    }
    nodes.childrenOfAll(SYSTEM, List.of(CARDS), Cor.DOCUMENT).stream()
        .filter(card -> wording.inRow(documentTexts.of(card)))
        .forEach(node -> all.put(node.id(), node));
    return List.copyOf(all.values());
  }

  private static boolean isDocument(Node node) {
    return node.type().equals(Cor.DOCUMENT) || node.type().equals(Cm.CONTENT);
  }

  /** What any of the searches finds below a place, as far as it is wanted. */
  List<Node> found(Place place, List<String> searches, Predicate<Node> wanted) {
    Set<NodeId> seen = new HashSet<>();
    List<Node> found = new ArrayList<>();
    for (String words : searches) {
      Optional<String> cursor = Optional.empty();
      do {
        SearchResult result = searcher.search(query(words, place, cursor), SYSTEM);
        if (!result.approximate()) {
          List<NodeId> fresh =
              result.hits().stream().map(SearchResult.Hit::id).filter(seen::add).toList();
          nodes.findAll(SYSTEM, fresh).stream().filter(wanted).forEach(found::add);
        }
        cursor = result.approximate() ? Optional.empty() : result.cursor();
      } while (cursor.isPresent());
    }
    return found;
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
