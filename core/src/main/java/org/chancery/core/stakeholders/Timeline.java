package org.chancery.core.stakeholders;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.chancery.core.repository.Caller;
import org.chancery.core.repository.Node;
import org.chancery.core.repository.NodeId;
import org.chancery.core.repository.Nodes;
import org.chancery.core.screening.FlagReviews;
import org.chancery.core.search.SearchQuery;
import org.chancery.core.search.SearchResult;
import org.chancery.core.search.Searcher;
import org.chancery.core.vocabulary.Cor;
import org.chancery.core.vocabulary.Stk;
import org.chancery.core.vocabulary.Title;
import org.chancery.model.QName;

/**
 * What there was with a stakeholder, the latest first: interactions, events, notes, changes of
 * ownership, verifications, requests, renewals, and letters in case files as far as whoever asks
 * may see these.
 */
public final class Timeline {
  private static final int MOST_LETTERS = 200;

  private final Nodes nodes;
  private final Searcher searcher;

  Timeline(Nodes nodes, Searcher searcher) {
    this.nodes = nodes;
    this.searcher = searcher;
  }

  /** What there is to see. */
  public enum Kind {
    /** An interaction. */
    INTERACTION,
    /** An event that was attended, or is to be. */
    EVENT,
    /** A case file in which they write. */
    LETTER,
    /** A note. */
    NOTE,
    /** It was found right. */
    VERIFICATION,
    /** It was handed over. */
    OWNERSHIP,
    /** They asked not to be contacted, or that was answered. */
    REQUEST,
    /** It is kept without contact. */
    RENEWAL;

    /** As programs say it. */
    public String code() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /**
   * Something there was.
   *
   * @param day it speaks of
   * @param moment when, where the time of day is known
   * @param title what people read
   * @param text what else there is
   * @param component whose it was
   * @param by an account or name
   * @param issues codes
   * @param node what to open
   */
  public record Item(
      Kind kind,
      LocalDate day,
      Optional<Instant> moment,
      String title,
      Optional<String> text,
      Optional<String> component,
      Optional<String> by,
      List<String> issues,
      NodeId node) {}

  /** All of it; not to be called within a transaction. */
  public List<Item> of(Caller caller, Node stakeholder, Set<Kind> kinds) {
    List<Item> items = new ArrayList<>();
    boolean person = stakeholder.type().equals(Stk.PERSON);
    NodeId id = stakeholder.id();
    if (kinds.contains(Kind.INTERACTION)) {
      nodes.sources(caller, id, person ? Stk.WITH_PERSON : Stk.WITH_ORGANIZATION).stream()
          .map(Timeline::interaction)
          .forEach(items::add);
    }
    if (kinds.contains(Kind.EVENT)) {
      nodes.sources(caller, id, person ? Stk.ATTENDEE : Stk.REPRESENTED).stream()
          .map(Timeline::event)
          .forEach(items::add);
    }
    if (kinds.contains(Kind.NOTE)) {
      nodes.childrenOfAll(caller, List.of(id), Stk.NOTE).stream()
          .map(Timeline::note)
          .forEach(items::add);
    }
    nodes.childrenOfAll(caller, List.of(id), Stk.HAPPENING).stream()
        .map(Timeline::happening)
        .filter(item -> kinds.contains(item.kind()))
        .forEach(items::add);
    if (kinds.contains(Kind.LETTER)) {
      items.addAll(letters(caller, stakeholder));
    }
    items.sort(
        Comparator.comparing(Item::day)
            .thenComparing(item -> item.moment().orElse(Instant.MIN))
            .reversed());
    return items;
  }

  private static Item interaction(Node node) {
    return new Item(
        Kind.INTERACTION,
        node.date(Stk.INTERACTION_DATE).orElseThrow(),
        Optional.empty(),
        node.text(Stk.MODE).orElseThrow(),
        FlagReviews.text(node),
        node.text(Stk.COMPONENT),
        node.text(Stk.EMPLOYEE),
        node.list(Stk.ISSUES),
        node.id());
  }

  private static Item event(Node node) {
    return new Item(
        Kind.EVENT,
        Contact.ofEvent(node).day(),
        node.instant(Stk.EVENT_START),
        Title.of(node),
        node.text(Stk.PLACE).or(() -> node.text(Stk.CITY)),
        node.text(Stk.OWNER_COMPONENT),
        node.text(Stk.OWNER_USER),
        node.list(Stk.ISSUES),
        node.id());
  }

  private static Item note(Node node) {
    return new Item(
        Kind.NOTE,
        day(node.createdAt()),
        Optional.of(node.createdAt()),
        "Note",
        node.text(Stk.NOTE_TEXT),
        Optional.empty(),
        Optional.of(node.createdBy()),
        List.of(),
        node.id());
  }

  private static Item happening(Node node) {
    Kind kind = Kind.valueOf(node.text(Stk.HAPPENING_KIND).orElseThrow().toUpperCase(Locale.ROOT));
    String title =
        switch (kind) {
          case VERIFICATION -> "Found right";
          case REQUEST -> "Contact";
          case RENEWAL -> "Renewed";
          default -> "Handed over";
        };
    return new Item(
        kind,
        node.date(Stk.HAPPENED_ON).orElse(day(node.createdAt())),
        Optional.of(node.createdAt()),
        title,
        node.text(Stk.HAPPENING_TEXT),
        Optional.empty(),
        Optional.of(node.createdBy()),
        List.of(),
        node.id());
  }

  private static LocalDate day(Instant moment) {
    return LocalDate.ofInstant(moment, ZoneOffset.UTC);
  }

  /** By name, never by a private number: a letter must not tell whose that is. */
  private List<Item> letters(Caller caller, Node stakeholder) {
    boolean person = stakeholder.type().equals(Stk.PERSON);
    List<String> words =
        (person ? Stream.of(Stk.FIRST_NAME, Stk.LAST_NAME) : Stream.of(Stk.ORGANIZATION_NAME))
            .flatMap(name -> stakeholder.text(name).stream())
            .map(text -> "\"" + text.replaceAll("[\"\\\\]", " ") + "\"")
            .toList();
    List<NodeId> found = found(caller, String.join(" ", words));
    List<Item> items = new ArrayList<>();
    List<NodeId> files = new ArrayList<>();
    for (Node correspondent : nodes.findAll(caller, found)) {
      if (person
          ? samePerson(stakeholder, correspondent)
          : same(stakeholder, Stk.ORGANIZATION_NAME, correspondent, Cor.ORGANIZATION)) {
        nodes.ancestors(caller, correspondent.id()).stream()
            .filter(above -> above.type().equals(Cor.CASE_FILE))
            .filter(file -> !files.contains(file.id()))
            .findFirst()
            .ifPresent(
                file -> {
                  files.add(file.id());
                  items.add(letter(file));
                });
      }
    }
    return items;
  }

  private List<NodeId> found(Caller caller, String words) {
    SearchQuery query =
        new SearchQuery(
            words,
            List.of(Cor.CORRESPONDENT),
            Optional.empty(),
            Map.of(),
            Optional.empty(),
            Optional.empty(),
            List.of(),
            "relevance",
            Optional.empty(),
            MOST_LETTERS);
    SearchResult result = searcher.search(query, caller);
    return result.approximate()
        ? List.of()
        : result.hits().stream().map(SearchResult.Hit::id).toList();
  }

  /** The same name, and no state that says otherwise. */
  private static boolean samePerson(Node person, Node correspondent) {
    Optional<String> one = person.text(Stk.STATE);
    Optional<String> other = correspondent.text(Cor.STATE);
    return same(person, Stk.LAST_NAME, correspondent, Cor.LAST_NAME)
        && same(person, Stk.FIRST_NAME, correspondent, Cor.FIRST_NAME)
        && (one.isEmpty() || other.isEmpty() || one.equals(other));
  }

  private static boolean same(Node one, QName property, Node other, QName counterpart) {
    return one.text(property).isPresent()
        && one.text(property)
            .map(text -> text.toLowerCase(Locale.ROOT))
            .equals(other.text(counterpart).map(text -> text.toLowerCase(Locale.ROOT)));
  }

  private static Item letter(Node file) {
    return new Item(
        Kind.LETTER,
        file.date(Cor.DATE_RECEIVED).orElse(day(file.createdAt())),
        Optional.empty(),
        file.name() + " · " + Title.of(file),
        Optional.empty(),
        file.<String>list(Cor.COMPONENT).stream().findFirst(),
        Optional.empty(),
        file.text(Cor.ISSUE_CODE).stream().toList(),
        file.id());
  }
}
