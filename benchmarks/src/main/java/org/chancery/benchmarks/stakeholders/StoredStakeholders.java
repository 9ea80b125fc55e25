package org.chancery.benchmarks.stakeholders;

import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;
import org.chancery.acceptance.process.ServerProcess;
import org.chancery.benchmarks.server.DataFolder;
import org.chancery.core.access.AccessLists;
import org.chancery.core.access.Account;
import org.chancery.core.access.Account.Assignment;
import org.chancery.core.access.Component;
import org.chancery.core.access.Role;
import org.chancery.core.addresses.Territories;
import org.chancery.core.correspondence.Bootstrap;
import org.chancery.core.correspondence.Place;
import org.chancery.core.issues.SeededIssues;
import org.chancery.core.repository.Caller;
import org.chancery.core.repository.NewNode;
import org.chancery.core.repository.NodeId;
import org.chancery.core.repository.Nodes;
import org.chancery.core.stakeholders.Drawers;
import org.chancery.core.vocabulary.Cm;
import org.chancery.core.vocabulary.Stk;
import org.chancery.model.QName;
import org.chancery.standalone.accounts.LocalAccounts;
import org.chancery.standalone.store.PostgresStore;

/**
 * Stakeholders in a standalone server's store, as its routes leave them: people, each in an
 * organization and every second with private numbers of their owner's, and interactions with one of
 * them each, two of five with an organization too. Contact falls unevenly: one person in ten has
 * half of it.
 */
final class StoredStakeholders {
  /** Sees what is shared, and the private numbers of the first component. */
  static final Account CLERK =
      new Account(
          "clerk",
          "Clerk",
          Set.of(component(0)),
          Set.of(new Assignment(Role.CLERK, Optional.of(component(0)))),
          true);

  private static final int COMPONENTS = 20;
  private static final int WRITERS = 3;
  private static final int AT_ONCE = 200;
  private static final int DAYS = 1_500;
  private static final Caller SYSTEM = Caller.ofSystem();
  private static final List<String> GIVEN =
      List.of("Maria", "James", "Wei", "Fatima", "Ann", "Luis", "Grace", "Omar", "Kim", "Paul");
  private static final List<String> FAMILY =
      List.of("Okafor", "Garcia", "Nguyen", "Smith", "Haddad", "Patel", "Ward", "Lopez", "Chen");
  private static final List<String> MODES = List.of("phone", "email", "letter", "meeting", "web");

  private final PostgresStore store;
  private final Nodes nodes;
  private final long seed;
  private final List<String> issues;
  private final List<String> states = List.copyOf(Territories.names().keySet());
  private final LocalDate today = LocalDate.now(ZoneOffset.UTC);

  private final int people;
  private final int organizations;
  private final int interactions;

  private StoredStakeholders(
      PostgresStore store, long seed, List<String> issues, int people, int interactions) {
    this.store = store;
    this.nodes = store.nodes();
    this.seed = seed;
    this.issues = issues;
    this.people = people;
    this.organizations = people / 5;
    this.interactions = interactions;
  }

  static String component(int number) {
    return "CMP" + number;
  }

  /** Fills an empty data folder; answers the ids of some people, those with most contact first. */
  static void fill(Path data, int people, int interactions, long seed) {
    DataFolder.fill(
        data,
        people + " people, " + people / 5 + " organizations, " + interactions + " interactions",
        server -> {
          LocalAccounts accounts = server.getBean(LocalAccounts.class);
          for (int i = 0; i < COMPONENTS; i++) {
            accounts.addComponent(new Component(component(i), "Component " + i));
          }
          accounts.create(CLERK, ServerProcess.ADMIN_PASSWORD);
          PostgresStore store = server.getBean(PostgresStore.class);
          SeededIssues seeded = new SeededIssues(store.nodes(), Place.STAKEHOLDERS.below("Issues"));
          new Bootstrap(
                  store.nodes(), store.permissions(), store.transactions(), accounts, seeded::seed)
              .run();
          List<String> codes =
              new org.chancery.core.issues.IssueCatalogue(
                      store.nodes(), Place.STAKEHOLDERS.below("Issues"))
                  .byCode().keySet().stream().sorted().toList();
          new StoredStakeholders(store, seed, codes, people, interactions).fill();
        });
  }

  /** The id of the person of that number, the same in every run with the seed. */
  static NodeId person(long seed, int number) {
    return id(seed, 1, number);
  }

  private static NodeId id(long seed, int kind, int number) {
    return NodeId.of(new UUID(seed * 31 + kind, 0x8000000000000000L | number).toString());
  }

  /** What a contact is, drawn from its number alone. */
  private record Contact(
      int person,
      Optional<Integer> organization,
      LocalDate day,
      String component,
      String employee,
      String issue) {}

  private Contact contact(int number) {
    Random random = new Random(seed + 7L * number);
    int person = random.nextBoolean() ? random.nextInt(people) : random.nextInt(people / 10 + 1);
    int component = random.nextInt(COMPONENTS);
    return new Contact(
        Math.min(person, people - 1),
        random.nextInt(5) < 2 ? Optional.of(random.nextInt(organizations)) : Optional.empty(),
        today.minusDays(random.nextInt(DAYS)),
        component(component),
        "Employee " + component + "-" + random.nextInt(12),
        issues.get(random.nextInt(issues.size())));
  }

  private void fill() {
    List<List<Contact>> ofPeople = lists(people);
    List<List<Contact>> ofOrganizations = lists(organizations);
    for (int i = 0; i < interactions; i++) {
      Contact contact = contact(i);
      ofPeople.get(contact.person()).add(contact);
      contact.organization().ifPresent(each -> ofOrganizations.get(each).add(contact));
    }
    store.transactions().write(this::drawers);
    each(organizations, number -> organization(number, ofOrganizations.get(number)));
    each(people, number -> person(number, ofPeople.get(number)));
    each(interactions, this::interaction);
  }

  private static List<List<Contact>> lists(int size) {
    return IntStream.range(0, size).<List<Contact>>mapToObj(i -> new ArrayList<>()).toList();
  }

  private void drawers() {
    for (String folder : List.of("People", "Organizations")) {
      for (char letter = 'A'; letter <= 'Z'; letter++) {
        drawer(folder, String.valueOf(letter));
      }
    }
    for (LocalDate day = today.minusDays(DAYS).withDayOfMonth(1);
        !day.isAfter(today);
        day = day.plusMonths(1)) {
      drawer("Interactions", day.toString().substring(0, 7));
    }
  }

  private void drawer(String folder, String name) {
    nodes.create(
        SYSTEM,
        new NewNode(
            Drawers.idOf(folder, name),
            Place.STAKEHOLDERS.below(folder),
            Cm.FOLDER,
            name,
            Set.of(),
            Map.of()));
  }

  private void each(int count, IntConsumer entering) {
    ExecutorService writers = Executors.newFixedThreadPool(WRITERS);
    try {
      List<CompletableFuture<Void>> written = new ArrayList<>();
      for (int first = 0; first < count; first += AT_ONCE) {
        int from = first;
        written.add(
            CompletableFuture.runAsync(
                () ->
                    store
                        .transactions()
                        .write(
                            () -> {
                              for (int i = from; i < Math.min(count, from + AT_ONCE); i++) {
                                entering.accept(i);
                              }
                            }),
                writers));
      }
      written.forEach(CompletableFuture::join);
    } finally {
      writers.shutdown();
    }
  }

  private void organization(int number, List<Contact> contacts) {
    Random random = new Random(seed + 3L * number);
    String name = organizationName(number);
    NodeId id = id(seed, 2, number);
    Map<QName, Object> values = standing(contacts, random);
    values.put(Stk.ORGANIZATION_NAME, name);
    values.put(Stk.PHONE, phone(number));
    create(id, "Organizations", name, Stk.ORGANIZATION, values);
  }

  private static String organizationName(int number) {
    return FAMILY.get(number % FAMILY.size()) + " Association " + number;
  }

  private void person(int number, List<Contact> contacts) {
    Random random = new Random(seed + 5L * number);
    NodeId id = person(seed, number);
    String family = FAMILY.get(random.nextInt(FAMILY.size())) + tail(number / 100);
    int organization = random.nextInt(organizations);
    Map<QName, Object> values = standing(contacts, random);
    values.put(Stk.FIRST_NAME, GIVEN.get(random.nextInt(GIVEN.size())));
    values.put(Stk.LAST_NAME, family);
    values.put(Stk.POSITION, "Director of " + MODES.get(random.nextInt(MODES.size())));
    values.put(Stk.OFFICE_PHONE, phone(people + number));
    values.put(Stk.ORGANIZATIONS, List.of(organizationName(organization)));
    String name = family + ", " + values.get(Stk.FIRST_NAME);
    create(id, "People", name, Stk.PERSON, values);
    nodes.associate(SYSTEM, id, Stk.MEMBER_OF, id(seed, 2, organization));
    if (number % 2 == 0) {
      NodeId contact = id(seed, 3, number);
      nodes.create(
          SYSTEM,
          new NewNode(
              contact,
              id,
              Stk.PRIVATE_CONTACT,
              "Private contact",
              Set.of(),
              Map.of(
                  Stk.MOBILE_PHONE,
                  List.of(phone(2 * people + number)),
                  Stk.EMAIL,
                  List.of("person" + number + "@example.org"))));
      store
          .permissions()
          .set(
              SYSTEM,
              contact,
              AccessLists.ofPrivateContact(Optional.of((String) values.get(Stk.OWNER_COMPONENT))));
    }
  }

  /** Letters that make of a few family names as many as there are in a country. */
  private static String tail(int number) {
    return number % 26 == 0 ? "" : String.valueOf((char) ('a' + number % 26));
  }

  private static String phone(int number) {
    return "(%03d) 555-%04d".formatted(200 + number / 10_000, number % 10_000);
  }

  private Map<QName, Object> standing(List<Contact> contacts, Random random) {
    String owner = component(random.nextInt(COMPONENTS));
    TreeSet<String> knownBy = new TreeSet<>(List.of(owner));
    Map<String, String> spokenBy = new TreeMap<>();
    Map<String, LocalDate> spokenOn = new TreeMap<>();
    Map<String, Set<String>> onIssue = new TreeMap<>();
    LocalDate last = null;
    for (Contact each : contacts) {
      knownBy.add(each.component());
      String line = each.day() + " " + each.employee();
      spokenBy.merge(each.component(), line, (a, b) -> a.compareTo(b) < 0 ? b : a);
      spokenOn.merge(
          each.issue() + " " + each.component(), each.day(), (a, b) -> a.isBefore(b) ? b : a);
      onIssue.computeIfAbsent(each.issue(), any -> new TreeSet<>()).add(each.component());
      last = last == null || last.isBefore(each.day()) ? each.day() : last;
    }
    String state = states.get(random.nextInt(states.size()));
    Map<QName, Object> values = new LinkedHashMap<>();
    values.put(Stk.STATE, state);
    Territories.femaRegion(state)
        .ifPresent(region -> values.put(Stk.FEMA_REGION, String.valueOf(region)));
    values.put(Stk.CITY, "City " + random.nextInt(2_000));
    values.put(Stk.ZIP, "%05d".formatted(random.nextInt(99_999)));
    values.put(Stk.OWNER_USER, "clerk");
    values.put(Stk.OWNER_COMPONENT, owner);
    values.put(Stk.KNOWN_BY, List.copyOf(knownBy));
    values.put(Stk.CONTACTS, contacts.size());
    values.put(Stk.OPEN_FOLLOW_UPS, 0);
    values.put(
        Stk.ISSUES,
        List.of(issues.get(random.nextInt(issues.size())), issues.get(0)).stream()
            .distinct()
            .toList());
    if (last != null) {
      values.put(Stk.LAST_CONTACT, last);
      values.put(
          Stk.SPOKEN_BY,
          spokenBy.entrySet().stream().map(each -> each.getKey() + " " + each.getValue()).toList());
      values.put(
          Stk.SPOKEN_ON,
          spokenOn.entrySet().stream().map(each -> each.getKey() + " " + each.getValue()).toList());
      List<String> overlaps =
          onIssue.entrySet().stream()
              .filter(each -> each.getValue().size() > 1)
              .map(Map.Entry::getKey)
              .toList();
      if (!overlaps.isEmpty()) {
        values.put(Stk.OVERLAPS, overlaps);
      }
    }
    return values;
  }

  private void interaction(int number) {
    Contact contact = contact(number);
    NodeId id = id(seed, 4, number);
    String state = states.get(Math.floorMod(contact.person(), states.size()));
    Map<QName, Object> values = new LinkedHashMap<>();
    values.put(Stk.INTERACTION_DATE, contact.day());
    values.put(Stk.MODE, MODES.get(number % MODES.size()));
    values.put(Stk.COMPONENT, contact.component());
    values.put(Stk.EMPLOYEE, contact.employee());
    values.put(Stk.OUTCOME, "Asked for figures of the last quarter and will call again.");
    values.put(Stk.ISSUES, List.of(contact.issue()));
    values.put(Stk.STATES, List.of(state));
    Territories.femaRegion(state)
        .ifPresent(region -> values.put(Stk.REGIONS, List.of(String.valueOf(region))));
    values.put(Stk.OWNER_USER, "clerk");
    nodes.create(
        SYSTEM,
        new NewNode(
            id,
            Drawers.idOf("Interactions", contact.day().toString().substring(0, 7)),
            Stk.INTERACTION,
            Drawers.name(contact.day() + " " + values.get(Stk.MODE), id) + number,
            Set.of(),
            values));
    nodes.associate(SYSTEM, id, Stk.WITH_PERSON, person(seed, contact.person()));
    contact
        .organization()
        .ifPresent(each -> nodes.associate(SYSTEM, id, Stk.WITH_ORGANIZATION, id(seed, 2, each)));
  }

  private void create(
      NodeId id, String folder, String name, QName type, Map<QName, Object> values) {
    nodes.create(
        SYSTEM,
        new NewNode(
            id,
            Drawers.idOf(folder, name.substring(0, 1)),
            type,
            Drawers.name(name, id).replaceFirst("\\)$", "") + id.value().substring(28) + ")",
            Set.of(),
            values));
  }
}
