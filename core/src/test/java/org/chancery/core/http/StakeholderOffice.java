package org.chancery.core.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import org.chancery.core.correspondence.Place;
import org.chancery.core.repository.Caller;
import org.chancery.core.repository.Change;
import org.chancery.core.repository.NewNode;
import org.chancery.core.repository.NodeId;
import org.chancery.core.vocabulary.Cor;
import org.chancery.core.vocabulary.Stk;
import org.chancery.model.QName;

/** Some people, some organizations, and what is done with them. */
final class StakeholderOffice {
  private static final int PEOPLE = 4;
  private static final int ORGANIZATIONS = 3;
  private static final List<String> USERS = List.of("clerk", "stranger");
  private static final List<String> ISSUES =
      List.of("border-wait-times", "flood-insurance", "worker-visas");

  /** What somebody does; the numbers choose among what is there. */
  enum Kind {
    RECORD,
    CHANGE,
    DELETE,
    FOLLOW_UP,
    EVENT,
    ATTEND,
    LEAVE_EVENT,
    MOVE_EVENT,
    ENGAGE,
    BELONG,
    END,
    HAND_OVER,
    RENAME,
    RELATE,
    NOTE,
    PRIVATE,
    CORRECT,
    PART_OF,
    VERIFY,
    WRITE_IN,
    TELL_APART
  }

  record Step(Kind kind, int user, int one, int other, int day) {}

  static Arbitrary<List<Step>> histories() {
    return Combinators.combine(
            Arbitraries.of(Kind.class),
            Arbitraries.integers().between(0, 1),
            Arbitraries.integers().between(0, 50),
            Arbitraries.integers().between(0, 50),
            Arbitraries.integers().between(1, 28))
        .as(Step::new)
        .list()
        .ofMinSize(5)
        .ofMaxSize(25);
  }

  private final TestHost host;
  private final List<TestHost.Client> users = new ArrayList<>();
  private final List<String> people = new ArrayList<>();
  private final List<String> organizations = new ArrayList<>();
  private final List<String> interactions = new ArrayList<>();
  private final List<String> events = new ArrayList<>();

  StakeholderOffice(TestHost host) {
    this.host = host;
    USERS.forEach(user -> users.add(host.as(user)));
    for (int i = 0; i < PEOPLE; i++) {
      people.add(
          users
              .get(i % 2)
              .post("/people", "{'person':{'lastName':'P" + i + "','state':'TX'}}")
              .text("id"));
    }
    for (int i = 0; i < ORGANIZATIONS; i++) {
      organizations.add(
          users
              .get(i % 2)
              .post("/organizations", "{'organization':{'name':'O" + i + "'}}")
              .text("id"));
    }
  }

  List<String> all() {
    List<String> all = new ArrayList<>(people);
    all.addAll(organizations);
    return all;
  }

  List<String> people() {
    return people;
  }

  List<String> organizations() {
    return organizations;
  }

  /** Something that matches nothing, for what is not there. */
  private static String tag(TestHost.Client user, String path) {
    TestHost.Reply seen = user.get(path);
    return seen.status() == 200 ? seen.tag() : "\"-\"";
  }

  private static <T> T pick(List<T> list, int number) {
    return list.get(number % list.size());
  }

  void act(Step step) {
    TestHost.Client user = users.get(step.user());
    String person = pick(people, step.one());
    String organization = pick(organizations, step.other());
    switch (step.kind()) {
      case RECORD -> keep(interactions, user.post("/interactions", interaction(step)));
      case CHANGE -> change(user, step);
      case DELETE -> {
        if (!interactions.isEmpty()) {
          user.delete("/interactions/" + pick(interactions, step.one()));
        }
      }
      case FOLLOW_UP -> {
        if (!interactions.isEmpty()) {
          user.post("/interactions/" + pick(interactions, step.one()) + "/follow-up-done", "");
        }
      }
      case EVENT ->
          keep(events, user.post("/events", "{'name':'E','start':'" + start(step) + "'}"));
      case ATTEND -> {
        if (!events.isEmpty()) {
          user.post(
              "/events/" + pick(events, step.day()) + "/attendees",
              "{'people':['" + person + "'],'organizations':['" + organization + "']}");
        }
      }
      case LEAVE_EVENT -> {
        if (!events.isEmpty()) {
          user.delete("/events/" + pick(events, step.day()) + "/attendees/" + person);
        }
      }
      case MOVE_EVENT -> {
        if (!events.isEmpty()) {
          String path = "/events/" + pick(events, step.one());
          user.put(path, "{'start':'" + start(step) + "'}", "If-Match", tag(user, path));
        }
      }
      case ENGAGE ->
          user.put(
              "/people/" + person,
              "{'issues':['" + pick(ISSUES, step.other()) + "']}",
              "If-Match",
              tag(user, "/people/" + person));
      case BELONG ->
          user.post(
              "/people/" + person + "/affiliations",
              "{'organization':'" + organization + "','from':'2020-01-01'}");
      case END -> {
        var belongs = user.get("/people/" + person).json().at("/affiliations");
        if (!belongs.isEmpty()) {
          user.put(
              "/people/" + person + "/affiliations/" + belongs.at("/0/id").asText(),
              "{'to':'2021-01-01'}");
        }
      }
      case HAND_OVER ->
          user.post(
              "/people/" + person + "/owner",
              "{'user':'" + pick(USERS, step.other()) + "','reason':'x'}");
      case RENAME ->
          user.put(
              "/organizations/" + organization,
              "{'organization':{'name':'N" + step.day() + "'}}",
              "If-Match",
              tag(user, "/organizations/" + organization));
      case RELATE ->
          user.post(
              "/people/" + person + "/relations",
              "{'kind':'reports-to','person':'" + pick(people, step.other()) + "'}");
      case NOTE -> user.post("/people/" + person + "/notes", "{'text':'Likes tea'}");
      case PRIVATE ->
          user.put(
              "/people/" + person,
              "{'privateContact':{'email':['a"
                  + step.day()
                  + "@b.example'],"
                  + "'mobilePhone':['202-555-01"
                  + (10 + step.day())
                  + "']}}",
              "If-Match",
              tag(user, "/people/" + person));
      case CORRECT ->
          user.put(
              "/people/" + person,
              "{'person':{'position':'P"
                  + step.day()
                  + "','interests':['I"
                  + step.day() % 3
                  + "','J'],'firstName':"
                  + (step.day() % 2 == 0 ? "'Zoe'" : "null")
                  + ",'city':'C"
                  + step.day()
                  + "'}}",
              "If-Match",
              tag(user, "/people/" + person));
      case PART_OF ->
          user.put(
              "/organizations/" + organization,
              "{'partOf':'" + pick(organizations, step.one()) + "'}",
              "If-Match",
              tag(user, "/organizations/" + organization));
      case VERIFY -> user.post("/people/" + person + "/verification", "{}");
      case WRITE_IN -> correspondent(person);
      case TELL_APART -> apart(person, pick(people, step.other()));
    }
  }

  /** Somebody who writes a letter is known as one of the people. */
  private void correspondent(String person) {
    host.host.write(
        () -> {
          NodeId id = NodeId.random();
          host.host
              .nodes()
              .create(
                  Caller.ofSystem(),
                  new NewNode(
                      id,
                      Place.CASE_FOLDERS.id(),
                      Cor.CORRESPONDENT,
                      id.value(),
                      Set.of(),
                      Map.of()));
          host.host
              .nodes()
              .associate(Caller.ofSystem(), id, QName.of("cor:knownAs"), NodeId.of(person));
        });
  }

  private void apart(String one, String other) {
    if (!one.equals(other)) {
      host.host.write(
          () -> {
            host.host
                .nodes()
                .update(
                    Caller.ofSystem(),
                    NodeId.of(one),
                    Optional.empty(),
                    new Change(Map.of(), Set.of(), Set.of(Stk.APART)));
            host.host
                .nodes()
                .associate(Caller.ofSystem(), NodeId.of(one), Stk.NOT_DOUBLE_OF, NodeId.of(other));
          });
    }
  }

  /** Some events are still to come. */
  private static String start(Step step) {
    int year = step.other() % 3 == 0 ? 2099 : 2026;
    return String.format("%d-03-%02dT10:00:00Z", year, step.day());
  }

  private String interaction(Step step) {
    return "{'date':'2026-0"
        + (1 + step.other() % 9)
        + String.format("-%02d", step.day())
        + "','mode':'phone','people':['"
        + pick(people, step.one())
        + "'],'organizations':"
        + (step.day() % 2 == 0 ? "['" + pick(organizations, step.other()) + "']" : "[]")
        + (step.day() % 3 == 0 ? ",'followUp':'Call back'" : "")
        + "}";
  }

  private void change(TestHost.Client user, Step step) {
    if (!interactions.isEmpty()) {
      String path = "/interactions/" + pick(interactions, step.other());
      TestHost.Reply seen = user.get(path);
      if (seen.status() == 200) {
        user.put(path, interaction(step), "If-Match", seen.tag());
      }
    }
  }

  private static void keep(List<String> list, TestHost.Reply made) {
    assertThat(made.status()).as(made.body()).isEqualTo(201);
    list.add(made.text("id"));
  }
}
