package org.chancery.core.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.chancery.core.correspondence.Place;
import org.chancery.core.repository.Caller;
import org.chancery.core.repository.Node;
import org.chancery.core.repository.NodeId;
import org.chancery.core.repository.Page;
import org.chancery.core.vocabulary.Cm;
import org.chancery.core.vocabulary.Stk;
import org.chancery.model.AssociationDefinition;
import org.chancery.model.QName;

/** Merging two entries keeps every relation, and undoing it restores each exactly. */
class MergedStakeholdersPropertiesTest {
  private static final Caller SYSTEM = Caller.ofSystem();
  private static final List<String> CHOICES =
      List.of(
          "{}", "{'position':'from','place':'from','interests':'into'}", "{'firstName':'from'}");

  /** Two of the people or organizations, and what is chosen. */
  record Pairing(boolean people, int from, int into, int choice) {}

  @Provide
  Arbitrary<List<StakeholderOffice.Step>> histories() {
    return StakeholderOffice.histories();
  }

  @Provide
  Arbitrary<List<Pairing>> merges() {
    Arbitrary<Integer> number = Arbitraries.integers().between(0, 11);
    return Combinators.combine(Arbitraries.of(true, true, false), number, number, number)
        .as(Pairing::new)
        .list()
        .ofMinSize(1)
        .ofMaxSize(4);
  }

  @Property(tries = 25)
  void undoneTheyLeaveNoTrace(
      @ForAll("histories") List<StakeholderOffice.Step> history,
      @ForAll("merges") List<Pairing> merges)
      throws IOException {
    Path scratch = Files.createTempDirectory("merged");
    try (TestHost host = new TestHost(scratch)) {
      StakeholderOffice office = new StakeholderOffice(host);
      history.forEach(office::act);
      Deque<String> merged = new ArrayDeque<>();
      Deque<Map<String, String>> before = new ArrayDeque<>();
      for (Pairing pairing : merges) {
        Map<String, String> was = everything(host);
        Optional<String> done = merge(host, office, pairing);
        if (done.isPresent()) {
          merged.push(done.get());
          before.push(was);
          assertKept(host, office);
          assertNothingLeadsTo(host, done.get());
        } else {
          assertThat(everything(host)).isEqualTo(was);
        }
      }
      while (!merged.isEmpty()) {
        assertThat(undo(host, merged.pop())).isEqualTo(200);
        assertSame(everything(host), before.pop());
      }
    } finally {
      Files.deleteIfExists(scratch);
    }
  }

  @Property(tries = 12)
  void whateverHappensInBetweenTheyCanBeUndone(
      @ForAll("histories") List<StakeholderOffice.Step> history,
      @ForAll("merges") List<Pairing> merges,
      @ForAll("histories") List<StakeholderOffice.Step> later)
      throws IOException {
    Path scratch = Files.createTempDirectory("merged");
    try (TestHost host = new TestHost(scratch)) {
      StakeholderOffice office = new StakeholderOffice(host);
      history.forEach(office::act);
      Deque<String> merged = new ArrayDeque<>();
      merges.forEach(each -> merge(host, office, each).ifPresent(merged::push));
      later.forEach(step -> act(office, step));
      assertKept(host, office);
      while (!merged.isEmpty()) {
        String id = merged.pop();
        assertThat(undo(host, id)).isEqualTo(200);
        assertThat(host.as("clerk").get(path(host, id)).status()).isEqualTo(200);
        assertKept(host, office);
      }
    } finally {
      Files.deleteIfExists(scratch);
    }
  }

  /** What is about somebody who was merged meanwhile is refused. */
  private static void act(StakeholderOffice office, StakeholderOffice.Step step) {
    switch (step.kind()) {
      case RECORD, EVENT, WRITE_IN, TELL_APART, END -> {}
      default -> office.act(step);
    }
  }

  private static Optional<String> merge(TestHost host, StakeholderOffice office, Pairing pairing) {
    List<String> all = pairing.people() ? office.people() : office.organizations();
    String from = all.get(pairing.from() % all.size());
    String into = all.get(pairing.into() % all.size());
    String choices = pairing.people() ? CHOICES.get(pairing.choice() % CHOICES.size()) : "{}";
    String body = "{'from':'" + from + "','reason':'One','choices':" + choices + "}";
    for (String user : List.of("clerk", "supervisor", "stranger")) {
      TestHost.Reply reply =
          host.as(user)
              .post((pairing.people() ? "/people/" : "/organizations/") + into + "/merge", body);
      if (reply.status() == 200) {
        return Optional.of(from);
      }
      assertThat(reply.status()).as(reply.body()).isIn(400, 403, 404);
    }
    return Optional.empty();
  }

  private static int undo(TestHost host, String id) {
    return host.as("clerk").post("/duplicates/merges/" + id + "/undo", "").status() == 200
            || host.as("stranger").post("/duplicates/merges/" + id + "/undo", "").status() == 200
        ? 200
        : 0;
  }

  private static String path(TestHost host, String id) {
    boolean person = host.host.nodes().get(SYSTEM, NodeId.of(id)).type().equals(Stk.PERSON);
    return (person ? "/people/" : "/organizations/") + id;
  }

  /** What is kept of those that are not merged is what follows from all there is. */
  private static void assertKept(TestHost host, StakeholderOffice office) {
    for (String id : office.all()) {
      Node node = host.host.nodes().get(SYSTEM, NodeId.of(id));
      if (!node.aspects().contains(Stk.MERGED)) {
        host.chancery
            .stakeholders()
            .standing()
            .computed(node)
            .forEach(
                (property, value) ->
                    assertThat(String.valueOf(node.properties().get(property)))
                        .as(property.toString())
                        .isEqualTo(String.valueOf(value)));
      }
    }
  }

  private static void assertNothingLeadsTo(TestHost host, String id) {
    host.host.model().classes().stream()
        .flatMap(each -> each.associations().stream())
        .map(AssociationDefinition::name)
        .filter(each -> !each.equals(Stk.MERGED_INTO))
        .forEach(
            each ->
                assertThat(host.host.nodes().sources(SYSTEM, NodeId.of(id), each))
                    .as(each.toString())
                    .isEmpty());
    for (String user : List.of("clerk", "stranger", "secretary")) {
      assertThat(host.as(user).get("/people/" + id).status()).isEqualTo(404);
      assertThat(host.as(user).get("/nodes/" + id).status()).isEqualTo(404);
    }
  }

  /** Only what is not the same is told. */
  private static void assertSame(Map<String, String> now, Map<String, String> before) {
    Map<String, String> changed = new TreeMap<>(now);
    changed.entrySet().removeAll(before.entrySet());
    Map<String, String> gone = new TreeMap<>(before);
    gone.entrySet().removeAll(now.entrySet());
    assertThat(changed).isEqualTo(gone);
  }

  /** Each node with all that it has, and each relation; empty drawers do not count. */
  private static Map<String, String> everything(TestHost host) {
    Map<String, String> found = new TreeMap<>();
    List<NodeId> open = new ArrayList<>(List.of(Place.STAKEHOLDERS.id(), Place.CASE_FOLDERS.id()));
    List<QName> relations =
        host.host.model().classes().stream()
            .flatMap(each -> each.associations().stream())
            .map(AssociationDefinition::name)
            .toList();
    while (!open.isEmpty()) {
      NodeId id = open.remove(open.size() - 1);
      Node node = host.host.nodes().get(SYSTEM, id);
      if (!node.type().equals(Cm.FOLDER)) {
        found.put(id.value(), said(host, node));
        for (QName relation : relations) {
          host.host
              .nodes()
              .targets(SYSTEM, id, relation)
              .forEach(target -> found.put(id + " " + relation + " " + target.id(), "is"));
        }
      }
      Optional<String> cursor = Optional.empty();
      do {
        Page<Node> page = host.host.nodes().children(SYSTEM, id, cursor, 500);
        page.items().forEach(child -> open.add(child.id()));
        cursor = page.cursor();
      } while (cursor.isPresent());
    }
    return found;
  }

  private static String said(TestHost host, Node node) {
    Map<String, String> properties = new TreeMap<>();
    node.properties().forEach((name, value) -> properties.put(name.toString(), value.toString()));
    return node.parent().orElseThrow()
        + " "
        + node.name()
        + " "
        + node.type()
        + " "
        + new TreeSet<>(node.aspects().stream().map(QName::toString).toList())
        + " "
        + properties
        + " "
        + node.createdBy()
        + " "
        + node.createdAt()
        + " "
        + new TreeSet<>(
            host.host.permissions().get(SYSTEM, node.id()).grants().stream()
                .map(String::valueOf)
                .toList())
        + host.host.permissions().get(SYSTEM, node.id()).inherits();
  }
}
