package org.chancery.core.imports;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.chancery.core.access.Actor;
import org.chancery.core.mail.Notices;
import org.chancery.core.outreach.Events;
import org.chancery.core.outreach.NewEvent;
import org.chancery.core.repository.Caller;
import org.chancery.core.repository.Invalid;
import org.chancery.core.repository.Node;
import org.chancery.core.repository.NodeId;
import org.chancery.core.repository.Nodes;
import org.chancery.core.stakeholders.NewOrganization;
import org.chancery.core.stakeholders.NewPerson;
import org.chancery.core.stakeholders.Newcomers;
import org.chancery.core.stakeholders.Stakeholders;
import org.chancery.core.vocabulary.Cm;
import org.chancery.core.vocabulary.Stk;
import org.chancery.model.QName;

/** Carries out rows of a plan: some at once, each lot in a transaction of its own. */
final class Runner {
  private static final Caller SYSTEM = Caller.ofSystem();
  private static final int LONGEST_AGENDA = 20_000;

  private final Nodes nodes;
  private final Stakeholders stakeholders;
  private final Events events;
  private final Notices notices;
  private final Actor actor;
  private final Optional<String> component;
  private final OrganizationNames organizations;
  private final Folds folds;
  private final Set<Integer> folded = new HashSet<>();
  private final Map<Integer, NodeId> people = new HashMap<>();
  private final Map<String, NodeId> byMailbox = new HashMap<>();
  private final Set<String> told = new HashSet<>();

  /**
   * For one import.
   *
   * @param component that is to own who is entered
   * @param folds rows that are entered with earlier ones
   */
  Runner(
      Nodes nodes,
      Stakeholders stakeholders,
      Events events,
      Notices notices,
      Actor actor,
      Optional<String> component,
      Folds folds) {
    this.folds = folds;
    this.nodes = nodes;
    this.stakeholders = stakeholders;
    this.events = events;
    this.notices = notices;
    this.actor = actor;
    this.component = component;
    this.organizations = new OrganizationNames(nodes);
  }

  /** A row, and what somebody decided on it, or what becomes of it when nobody did. */
  record Todo(PlannedRow row, Decision decision) {}

  /**
   * What lots have made; to be noted once their transaction has committed.
   *
   * @param folded rows that were entered with earlier ones
   */
  record Lot(List<Entry> entries, Map<String, NodeId> madeOrganizations, Set<Integer> folded) {}

  /** Notes what was made, now or before the process was started anew. */
  void made(PlannedRow row, Entry entry) {
    if (entry.node().isPresent() && row.person().isPresent()) {
      NodeId id = NodeId.of(entry.node().get());
      people.put(row.number(), id);
      row.person().get().emails().forEach(each -> byMailbox.putIfAbsent(plain(each), id));
    }
  }

  void made(Lot lot) {
    organizations.add(lot.madeOrganizations());
    folded.addAll(lot.folded());
  }

  private static String plain(String mailbox) {
    return mailbox.toLowerCase(Locale.ROOT);
  }

  /**
   * Carries rows out, within the transaction in progress.
   *
   * @param folding whether later rows of the same people are entered with them: not when one is
   *     tried alone, so that nobody is refused for what another row says
   * @throws Invalid when the model forbids something of one of them; then none is carried out
   */
  Lot carryOut(List<Todo> rows, boolean folding) {
    Map<Integer, Entry> entries = new TreeMap<>();
    List<Entry> came = new ArrayList<>();
    Map<String, NodeId> made = new LinkedHashMap<>();
    Map<Integer, NodeId> own = new HashMap<>();
    Set<Integer> with = new HashSet<>();
    enter(rows, folding, entries, made, own, with);
    with.addAll(folded);
    Already already = already(rows, own, with);
    for (Todo todo : rows) {
      int number = todo.row().number();
      if (todo.row().fate() == Fate.REJECTED) {
        entries.put(
            number, Entry.plain(number, Entry.Result.REFUSED, String.join("; ", todo.row().why())));
      } else if (todo.decision().isSkip()) {
        entries.put(number, Entry.plain(number, Entry.Result.LEFT, null));
      } else if (todo.decision().isMerge()) {
        Optional<NodeId> id = with(todo.decision(), own);
        boolean nothing =
            with.contains(number)
                || id.isPresent() && already.says(id.get(), todo.row().person().orElseThrow());
        entries.put(
            number,
            id.isPresent() && nothing
                ? Entry.made(number, Entry.Result.ADDED, id.get().value(), List.of())
                : merge(todo, id, made));
        id.ifPresent(each -> own.put(number, each));
      } else if (todo.row().event().isPresent()) {
        entries.put(number, event(number, todo.row().event().get(), own, rows, came));
      }
    }
    List<Entry> all = new ArrayList<>(entries.values());
    all.addAll(came);
    return new Lot(revised(all), made, with);
  }

  /** A lot of one row that is refused. */
  static Lot refused(PlannedRow row, RuntimeException why) {
    String words =
        why instanceof Invalid invalid
            ? invalid.problems().entrySet().stream()
                .map(each -> each.getKey() + " " + each.getValue())
                .sorted()
                .reduce((one, other) -> one + "; " + other)
                .orElse(why.getMessage())
            : why.getMessage();
    return new Lot(
        List.of(Entry.plain(row.number(), Entry.Result.REFUSED, words)), Map.of(), Set.of());
  }

  private void enter(
      List<Todo> rows,
      boolean folding,
      Map<Integer, Entry> entries,
      Map<String, NodeId> made,
      Map<Integer, NodeId> own,
      Set<Integer> with) {
    List<Todo> fresh =
        rows.stream()
            .filter(each -> each.row().person().isPresent())
            .filter(each -> !each.decision().isMerge() && !each.decision().isSkip())
            .toList();
    List<Newcomers.Newcomer> newcomers = new ArrayList<>();
    List<List<String>> madeFor = new ArrayList<>();
    for (Todo todo : fresh) {
      List<ImportedPerson> same = new ArrayList<>(List.of(todo.row().person().orElseThrow()));
      if (folding) {
        for (PlannedRow more : folds.into(todo.row().number())) {
          same.add(more.person().orElseThrow());
          with.add(more.number());
        }
      }
      Set<String> known = new HashSet<>(made.keySet());
      List<NodeId> belongs =
          same.stream()
              .flatMap(each -> each.organization().stream())
              .map(name -> organization(name, made))
              .distinct()
              .toList();
      madeFor.add(
          made.entrySet().stream()
              .filter(each -> !known.contains(each.getKey()))
              .map(each -> each.getValue().value())
              .toList());
      NewPerson entered = EnteredPerson.of(same, component);
      stakeholders.people().admit(actor, entered);
      newcomers.add(new Newcomers.Newcomer(entered, belongs));
    }
    List<Newcomers.Entered> done = stakeholders.newcomers().enter(actor, component, newcomers);
    for (int i = 0; i < done.size(); i++) {
      int number = fresh.get(i).row().number();
      own.put(number, done.get(i).id());
      entries.put(
          number,
          Entry.made(
                  number,
                  Entry.Result.ENTERED,
                  done.get(i).id().value(),
                  done.get(i).below().stream().map(NodeId::value).toList())
              .with(madeFor.get(i)));
      fresh.get(i).row().tell().forEach(this::tell);
    }
  }

  private NodeId organization(String name, Map<String, NodeId> made) {
    return organizations
        .of(name)
        .or(() -> Optional.ofNullable(made.get(OrganizationNames.plain(name))))
        .orElseGet(
            () -> {
              NewOrganization wanted =
                  new NewOrganization(
                      Map.of(Stk.ORGANIZATION_NAME, name), List.of(), Optional.empty(), component);
              NodeId id = stakeholders.organizations().create(actor, wanted).id();
              made.put(OrganizationNames.plain(name), id);
              return id;
            });
  }

  /** The owner alone learns that a private number of their entry has come in once more. */
  private void tell(String person) {
    if (told.add(person)) {
      nodes
          .find(SYSTEM, NodeId.of(person))
          .flatMap(node -> node.text(Stk.OWNER_USER))
          .ifPresent(user -> notices.tell(user, Notices.Kind.LOOKALIKE, "/people/" + person));
    }
  }

  private Already already(List<Todo> rows, Map<Integer, NodeId> own, Set<Integer> with) {
    Set<NodeId> ids = new HashSet<>();
    for (Todo todo : rows) {
      if (todo.decision().isMerge() && !with.contains(todo.row().number())) {
        with(todo.decision(), own).ifPresent(ids::add);
      }
    }
    return new Already(nodes, actor.caller(), ids);
  }

  private Entry merge(Todo todo, Optional<NodeId> id, Map<String, NodeId> made) {
    int number = todo.row().number();
    Optional<Node> there =
        id.flatMap(each -> nodes.find(actor.caller(), each))
            .filter(node -> node.type().equals(Stk.PERSON));
    if (there.isEmpty()) {
      return Entry.plain(
          number, Entry.Result.REFUSED, "Whom it was to be added to is not there any more");
    }
    ImportedPerson person = todo.row().person().orElseThrow();
    Node node = nodes.hold(SYSTEM, there.get().id());
    Additions wanted =
        Additions.of(node.properties(), EnteredPerson.values(person), EnteredPerson.ADDED_TO);
    Map<QName, Object> personal = EnteredPerson.privateValues(person);
    boolean open = stakeholders.privateContacts().open(actor.caller(), node);
    Optional<Node> contact = stakeholders.privateContacts().of(SYSTEM, node.id());
    Additions reach =
        open
            ? Additions.of(
                contact.map(Node::properties).orElse(Map.of()), personal, personal.keySet())
            : Additions.NONE;
    if (!wanted.isEmpty() || !reach.isEmpty()) {
      stakeholders
          .people()
          .correct(
              actor, node.id(), node.revision(), wanted.values(), reach.values(), Optional.empty());
    }
    Map<String, Long> below = new LinkedHashMap<>();
    if (contact.isEmpty() && !reach.isEmpty()) {
      stakeholders
          .privateContacts()
          .of(SYSTEM, node.id())
          .ifPresent(each -> below.put(each.id().value(), 0L));
    }
    int before = made.size();
    Optional<NodeId> organization = person.organization().map(name -> organization(name, made));
    organization
        .filter(each -> !belongs(node.id(), each))
        .ifPresent(
            each ->
                below.put(
                    stakeholders
                        .affiliations()
                        .add(actor, node.id(), EnteredPerson.belongs(each))
                        .value(),
                    0L));
    Map<String, List<String>> added = new LinkedHashMap<>(wanted.added());
    added.putAll(reach.added());
    return new Entry(
        number,
        Entry.Result.ADDED,
        personal.isEmpty() || open
            ? Optional.empty()
            : Optional.of(
                "Private numbers and addresses were left aside: they are kept by the"
                    + " component that owns the entry"),
        Optional.of(node.id().value()),
        0,
        below,
        made.size() > before ? organization.map(NodeId::value).stream().toList() : List.of(),
        wanted.filled(),
        added);
  }

  private boolean belongs(NodeId person, NodeId organization) {
    return stakeholders.affiliations().of(person).stream()
        .anyMatch(each -> each.organization().equals(organization));
  }

  private Optional<NodeId> with(Decision decision, Map<Integer, NodeId> own) {
    Optional<Integer> row = Folds.row(decision);
    return row.isPresent()
        ? row.map(number -> own.getOrDefault(number, people.get(number)))
        : decision.with().map(NodeId::of);
  }

  private Entry event(
      int number,
      ImportedEvent event,
      Map<Integer, NodeId> own,
      List<Todo> rows,
      List<Entry> came) {
    Map<QName, Object> values = new LinkedHashMap<>();
    values.put(Cm.TITLE, event.name());
    values.put(Stk.EVENT_START, instant(event.start()));
    values.put(Stk.EVENT_END, instant(event.end()));
    values.put(Stk.PLACE, event.place().orElse(null));
    values.put(
        Stk.AGENDA,
        event
            .agenda()
            .map(each -> each.length() > LONGEST_AGENDA ? each.substring(0, LONGEST_AGENDA) : each)
            .orElse(null));
    values.values().removeIf(Objects::isNull);
    Node made = events.create(actor, new NewEvent(values, Optional.empty()));
    Map<String, NodeId> boxes = new HashMap<>(byMailbox);
    for (Todo todo : rows) {
      NodeId id = own.get(todo.row().number());
      if (id != null) {
        todo.row()
            .person()
            .ifPresent(person -> person.emails().forEach(box -> boxes.put(plain(box), id)));
      }
    }
    List<NodeId> attendees =
        event.attendees().stream()
            .map(box -> boxes.get(plain(box)))
            .filter(Objects::nonNull)
            .distinct()
            .toList();
    if (!attendees.isEmpty()) {
      events.attend(actor, made.id(), attendees, List.of());
    }
    // Attending changes them: what they are then is what undoing has to find.
    attendees.forEach(id -> came.add(Entry.made(number, Entry.Result.MET, id.value(), List.of())));
    return Entry.made(number, Entry.Result.EVENT, made.id().value(), List.of());
  }

  private static Instant instant(String time) {
    return time.indexOf('T') > 0
        ? Instant.parse(time)
        : LocalDate.parse(time).atStartOfDay(ZoneOffset.UTC).toInstant();
  }

  /** With the revisions that everything has now, at the end of the lot. */
  private List<Entry> revised(List<Entry> entries) {
    List<NodeId> ids =
        entries.stream()
            .flatMap(each -> Stream.concat(each.node().stream(), each.below().keySet().stream()))
            .distinct()
            .map(NodeId::of)
            .toList();
    Map<String, Long> revisions = new HashMap<>();
    nodes.findAll(SYSTEM, ids).forEach(node -> revisions.put(node.id().value(), node.revision()));
    return entries.stream().map(each -> each.at(revisions)).toList();
  }
}
