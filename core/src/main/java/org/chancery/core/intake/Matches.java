package org.chancery.core.intake;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.chancery.core.correspondence.CaseFile;
import org.chancery.core.repository.Caller;
import org.chancery.core.repository.Node;
import org.chancery.core.repository.NodeId;
import org.chancery.core.repository.Nodes;
import org.chancery.core.search.SearchQuery;
import org.chancery.core.search.SearchResult;
import org.chancery.core.search.Searcher;
import org.chancery.core.stakeholders.Organization;
import org.chancery.core.stakeholders.Person;
import org.chancery.core.vocabulary.Cor;
import org.chancery.core.vocabulary.Stk;
import org.chancery.core.vocabulary.Title;
import org.chancery.model.QName;

/**
 * Finds the known people, organizations, case folders and open case files that a letter may belong
 * to. Asked anew for every reader: nobody is shown a match with what they may not see (requirement
 * P4).
 */
final class Matches {
  private static final int MOST = 8;
  private static final int LOOK_AT = 10;
  private static final Set<String> COMMON =
      Set.of(
          "about",
          "after",
          "again",
          "from",
          "have",
          "that",
          "their",
          "there",
          "this",
          "under",
          "with",
          "would",
          "your",
          "letter",
          "request",
          "regarding",
          "concerning",
          "department");

  private final Searcher searcher;
  private final Nodes nodes;

  Matches(Searcher searcher, Nodes nodes) {
    this.searcher = searcher;
    this.nodes = nodes;
  }

  /** The best matches first, at most eight. */
  List<Match> of(LetterSuggestions letter, Caller caller) {
    Map<NodeId, Match> best = new LinkedHashMap<>();
    letter.sender().ifPresent(sender -> bySender(sender, caller).forEach(m -> keep(best, m)));
    letter.subject().ifPresent(said -> bySubject(said.value(), caller).forEach(m -> keep(best, m)));
    return best.values().stream()
        .sorted(Comparator.comparingDouble(Match::score).reversed())
        .limit(MOST)
        .toList();
  }

  private static void keep(Map<NodeId, Match> best, Match match) {
    best.merge(match.id(), match, (a, b) -> a.score() >= b.score() ? a : b);
  }

  private List<Match> bySender(LetterSuggestions.Sender sender, Caller caller) {
    List<Match> found = new ArrayList<>();
    sender
        .last()
        .ifPresent(
            last -> {
              people(sender, last, caller).forEach(found::add);
              folders(sender, last, caller).forEach(found::add);
              correspondents(sender, last, caller).forEach(found::add);
              onBehalfOf(sender, last, caller).forEach(found::add);
            });
    sender.organization().ifPresent(name -> organizations(name, caller).forEach(found::add));
    return found;
  }

  private Stream<Match> people(LetterSuggestions.Sender sender, String last, Caller caller) {
    return find(words(last), Stk.PERSON, caller)
        .map(Person::of)
        .filter(person -> person.lastName().equalsIgnoreCase(last))
        .filter(person -> sameInitial(sender.first(), person.firstName()))
        .map(
            person -> {
              boolean sameName = same(sender.first(), person.firstName());
              boolean samePlace = same(sender.zip(), person.zip());
              boolean samePhone = sameDigits(sender.phone(), person.officePhone());
              String reason =
                  reasons(
                      sameName ? "same name" : "same last name and initial",
                      samePlace ? "same ZIP code" : "",
                      samePhone ? "same phone" : "");
              double score =
                  (sameName ? 0.7 : 0.4) + (samePlace ? 0.15 : 0) + (samePhone ? 0.15 : 0);
              return new Match(Match.Kind.person, person.id(), person.name(), reason, score);
            });
  }

  private Stream<Match> organizations(String name, Caller caller) {
    Set<String> wanted = significant(name);
    return find(String.join(" OR ", quoted(wanted)), Stk.ORGANIZATION, caller)
        .map(Organization::of)
        .map(
            known ->
                new Match(
                    Match.Kind.organization,
                    known.id(),
                    known.name(),
                    "The letterhead names it",
                    0.9 * likeness(wanted, significant(known.name()))))
        .filter(match -> match.score() >= 0.45);
  }

  private Stream<Match> folders(LetterSuggestions.Sender sender, String last, Caller caller) {
    return find(words(last), Cor.CASE_FOLDER, caller)
        .filter(node -> !node.aspects().contains(Cor.MERGED))
        .filter(node -> holds(node, last))
        .map(
            node -> {
              boolean sameName = sender.first().filter(first -> holds(node, first)).isPresent();
              boolean sameState = same(sender.state(), node.text(Cor.HOLDER_STATE));
              return new Match(
                  Match.Kind.caseFolder,
                  node.id(),
                  Title.of(node),
                  reasons(
                      sameName ? "holder of the same name" : "holder of the same last name",
                      sameState ? "same state" : ""),
                  (sameName ? 0.75 : 0.3) + (sameState ? 0.1 : 0));
            });
  }

  private static boolean holds(Node folder, String word) {
    return significantOrShort(folder.text(Cor.HOLDER_NAME).orElse(""))
        .containsAll(significantOrShort(word));
  }

  private Stream<Match> correspondents(
      LetterSuggestions.Sender sender, String last, Caller caller) {
    return find(words(last), Cor.CORRESPONDENT, caller)
        .filter(node -> same(Optional.of(last), node.text(Cor.LAST_NAME)))
        .filter(node -> sameInitial(sender.first(), node.text(Cor.FIRST_NAME)))
        .flatMap(
            node -> {
              boolean sameName = same(sender.first(), node.text(Cor.FIRST_NAME));
              boolean samePlace = same(sender.zip(), node.text(Cor.ZIP));
              return openFileOf(node, caller)
                  .map(
                      file ->
                          new Match(
                              Match.Kind.caseFile,
                              file.id(),
                              file.name() + " · " + Title.of(file),
                              reasons(
                                  sameName
                                      ? "open file of a correspondent of the same name"
                                      : "open file of a correspondent of the same last name",
                                  samePlace ? "same ZIP code" : ""),
                              (sameName ? 0.8 : 0.35) + (samePlace ? 0.1 : 0)))
                  .stream();
            });
  }

  /** A constituent may write themselves once their member of Congress has. */
  private Stream<Match> onBehalfOf(LetterSuggestions.Sender sender, String last, Caller caller) {
    return find(words(last), Cor.CASE_FILE, caller)
        .filter(Matches::isOpen)
        .filter(file -> named(file, last))
        .map(
            file -> {
              boolean sameName = sender.first().filter(first -> named(file, first)).isPresent();
              return new Match(
                  Match.Kind.caseFile,
                  file.id(),
                  file.name() + " · " + Title.of(file),
                  sameName
                      ? "Open file on behalf of someone of the same name"
                      : "Open file on behalf of someone of the same last name",
                  sameName ? 0.75 : 0.35);
            });
  }

  private static boolean named(Node file, String word) {
    return significantOrShort(file.text(Cor.ON_BEHALF_OF).orElse(""))
        .containsAll(significantOrShort(word));
  }

  private Optional<Node> openFileOf(Node correspondent, Caller caller) {
    return nodes.ancestors(caller, correspondent.id()).stream()
        .filter(node -> node.type().equals(Cor.CASE_FILE))
        .filter(Matches::isOpen)
        .findFirst();
  }

  private List<Match> bySubject(String subject, Caller caller) {
    Set<String> wanted = significant(subject);
    if (wanted.isEmpty()) {
      return List.of();
    }
    return find(String.join(" OR ", quoted(wanted)), Cor.CASE_FILE, caller)
        .filter(Matches::isOpen)
        .map(
            node ->
                new Match(
                    Match.Kind.caseFile,
                    node.id(),
                    node.name() + " · " + Title.of(node),
                    "open file with a like subject",
                    0.6 * likeness(wanted, significant(Title.of(node)))))
        .filter(match -> match.score() >= 0.2)
        .toList();
  }

  private static boolean isOpen(Node file) {
    return !file.text(Cor.STATUS).orElse(CaseFile.OPEN).equals(CaseFile.CLOSED);
  }

  private Stream<Node> find(String text, QName type, Caller caller) {
    if (text.isBlank()) {
      return Stream.empty();
    }
    SearchQuery query =
        new SearchQuery(
            text,
            List.of(type),
            Optional.empty(),
            Map.of(),
            Optional.empty(),
            Optional.empty(),
            List.of(),
            "relevance",
            Optional.empty(),
            LOOK_AT);
    List<NodeId> found =
        searcher.search(query, caller).hits().stream().map(SearchResult.Hit::id).toList();
    return nodes.findAll(caller, found).stream();
  }

  private static String words(String name) {
    return String.join(" ", quoted(significantOrShort(name)));
  }

  private static List<String> quoted(Set<String> words) {
    return words.stream().map(word -> "\"" + word + "\"").toList();
  }

  private static Set<String> significant(String text) {
    return significantOrShort(text).stream()
        .filter(word -> word.length() > 3 && !COMMON.contains(word))
        .limit(12)
        .collect(Collectors.toSet());
  }

  private static Set<String> significantOrShort(String text) {
    return Stream.of(text.toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{N}]+"))
        .filter(word -> !word.isEmpty())
        .collect(Collectors.toSet());
  }

  /** Shared words, of all words of the shorter. */
  private static double likeness(Set<String> a, Set<String> b) {
    if (a.isEmpty() || b.isEmpty()) {
      return 0;
    }
    Set<String> shared = new HashSet<>(a);
    shared.retainAll(b);
    return (double) shared.size() / Math.max(2, Math.min(a.size(), b.size()));
  }

  private static boolean same(Optional<String> a, Optional<String> b) {
    return a.isPresent() && b.isPresent() && a.get().strip().equalsIgnoreCase(b.get().strip());
  }

  private static boolean sameInitial(Optional<String> a, Optional<String> b) {
    return a.isEmpty() || b.isEmpty() || a.get().regionMatches(true, 0, b.get(), 0, 1);
  }

  private static boolean sameDigits(Optional<String> a, Optional<String> b) {
    return same(a.map(Matches::digits), b.map(Matches::digits));
  }

  private static String digits(String phone) {
    return phone.replaceAll("\\D", "");
  }

  private static String reasons(String... reasons) {
    String all =
        Stream.of(reasons).filter(each -> !each.isEmpty()).collect(Collectors.joining(", "));
    return all.substring(0, 1).toUpperCase(Locale.ROOT) + all.substring(1);
  }
}
