package org.chancery.core.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Merges and their undoing, in any order, over folders with anything in them (requirement C3). */
class MergingPropertiesTest {
  private static final int FOLDERS = 4;
  private static final int MOST_STEPS = 12;

  /** What lies in a folder at first. */
  enum Content {
    FILE,
    FILE_OF_ANOTHER_COMPONENT,
    FILE_UNDER_WAY,
    FILE_WITH_CORRESPONDENT,
    /** Of the same name in every folder that has one. */
    NOTES
  }

  /** Merge a folder into another, or undo what was done with it. */
  record Step(boolean merge, int folder, int into) {}

  @Provide
  Arbitrary<List<List<Content>>> contents() {
    return Arbitraries.of(Content.class).list().ofMaxSize(3).list().ofSize(FOLDERS);
  }

  @Provide
  Arbitrary<List<Step>> steps() {
    Arbitrary<Integer> folder = Arbitraries.integers().between(0, FOLDERS - 1);
    return Combinators.combine(Arbitraries.of(true, true, false), folder, folder)
        .as(Step::new)
        .list()
        .ofMinSize(2)
        .ofMaxSize(MOST_STEPS);
  }

  @Property(tries = 25)
  void anUndoneMergeLeavesNoTrace(@ForAll("contents") List<List<Content>> contents)
      throws IOException {
    try (Office office = new Office(contents)) {
      Map<String, String> before = office.all();
      int both = office.children(0).size() + office.children(1).size();
      assertThat(office.merge(0, 1).status()).isEqualTo(200);
      assertThat(office.children(0)).isEmpty();
      assertThat(office.children(1)).hasSize(both);
      assertThat(office.undo(0).status()).isEqualTo(200);
      assertSame(office.all(), before);
    }
  }

  @Example
  void mergesTakenBackInTheOrderInWhichTheyWereMadeLeaveNoTrace() throws IOException {
    for (List<Content> first : List.of(List.<Content>of(), List.of(Content.FILE))) {
      try (Office office =
          new Office(
              List.of(first, List.of(Content.FILE_OF_ANOTHER_COMPONENT), List.of(), List.of()))) {
        Map<String, String> before = office.withoutActivity();
        assertThat(office.merge(1, 2).status()).isEqualTo(200);
        assertThat(office.merge(0, 2).status()).isEqualTo(200);
        assertThat(office.undo(1).status()).isEqualTo(200);
        assertThat(office.undo(0).status()).isEqualTo(200);
        assertSame(office.withoutActivity(), before);
      }
    }
  }

  @Property(tries = 25)
  void inAnyOrderNothingIsLostAndWhatIsRefusedChangesNothing(
      @ForAll("contents") List<List<Content>> contents, @ForAll("steps") List<Step> steps)
      throws IOException {
    try (Office office = new Office(contents)) {
      Map<String, String> before = office.withoutActivity();
      Model model = new Model(office);
      Deque<Integer> merged = new ArrayDeque<>();
      for (Step step : steps) {
        Map<String, String> at = office.all();
        boolean may =
            step.merge()
                ? model.mayMerge(step.folder(), step.into())
                : model.mayUndo(step.folder());
        int status =
            (step.merge() ? office.merge(step.folder(), step.into()) : office.undo(step.folder()))
                .status();
        if (!may) {
          assertThat(status).as(step.toString()).isIn(400, 409);
          assertSame(office.all(), at);
        } else {
          assertThat(status).as(step.toString()).isEqualTo(200);
          if (step.merge()) {
            model.merge(step.folder(), step.into());
            merged.push(step.folder());
          } else {
            model.undo(step.folder());
            merged.remove(step.folder());
          }
        }
        model.assertHolds(office);
      }
      for (int folder : merged) {
        assertThat(office.undo(folder).status()).as("undo %d at last", folder).isEqualTo(200);
      }
      assertSame(office.withoutActivity(), before);
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

  /** Where everything has to be. */
  private static final class Model {
    private final Map<Integer, List<String>> lying = new HashMap<>();
    private final Map<Integer, Integer> into = new HashMap<>();
    private final Map<Integer, List<String>> moved = new HashMap<>();

    Model(Office office) {
      for (int i = 0; i < FOLDERS; i++) {
        lying.put(i, new ArrayList<>(office.children(i)));
      }
    }

    boolean mayMerge(int folder, int target) {
      return folder != target && !into.containsKey(folder) && !into.containsKey(target);
    }

    boolean mayUndo(int folder) {
      return into.containsKey(folder) && lying.get(into.get(folder)).containsAll(moved.get(folder));
    }

    void merge(int folder, int target) {
      into.put(folder, target);
      moved.put(folder, List.copyOf(lying.get(folder)));
      lying.get(target).addAll(lying.get(folder));
      lying.get(folder).clear();
    }

    void undo(int folder) {
      lying.get(into.remove(folder)).removeAll(moved.get(folder));
      lying.get(folder).addAll(moved.remove(folder));
    }

    void assertHolds(Office office) {
      lying.forEach(
          (folder, ids) ->
              assertThat(office.children(folder)).containsExactlyInAnyOrderElementsOf(ids));
    }
  }

  /** Some folders, and somebody who may do anything with them. */
  private static final class Office implements AutoCloseable {
    private final Path scratch = Files.createTempDirectory("merging-");
    private final TestHost host = new TestHost(scratch);
    private final TestHost.Client secretary = host.as("secretary");
    private final List<String> folders = new ArrayList<>();

    Office(List<List<Content>> contents) throws IOException {
      for (int i = 0; i < FOLDERS; i++) {
        String folder =
            secretary
                .post("/case-folders", "{'holderKind':'individual','holderName':'Moss " + i + "'}")
                .text("id");
        folders.add(folder);
        contents.get(i).forEach(each -> put(folder, each));
      }
    }

    private void put(String folder, Content content) {
      if (content == Content.NOTES) {
        secretary.post("/nodes/" + folder + "/children", "{'type':'cm:folder','name':'Notes'}");
        return;
      }
      String further = content == Content.FILE_OF_ANOTHER_COMPONENT ? ",'component':['CBP']" : "";
      String file =
          secretary
              .post(
                  "/case-folders/" + folder + "/case-files",
                  "{'subject':'Travel','source':'public'" + further + "}")
              .text("id");
      if (content == Content.FILE_UNDER_WAY) {
        secretary.post(
            "/case-files/" + file + "/routes",
            "{'template':'citizenLetter','lead':'GROUP_COMPONENT_OPA'}");
      } else if (content == Content.FILE_WITH_CORRESPONDENT) {
        String people =
            items(file).stream()
                .filter(each -> each.get("name").asText().equals("people"))
                .findFirst()
                .orElseThrow()
                .get("id")
                .asText();
        secretary.post(
            "/nodes/" + people + "/children",
            "{'type':'cor:correspondent','name':'Ada','properties':{'cor:lastName':'Moss'}}");
      }
    }

    TestHost.Reply merge(int folder, int into) {
      return secretary.post(
          "/case-folders/" + folders.get(folder) + "/merge",
          "{'into':'" + folders.get(into) + "','reason':'The same person'}");
    }

    TestHost.Reply undo(int folder) {
      return secretary.post("/merges/" + folders.get(folder) + "/undo", "");
    }

    List<String> children(int folder) {
      return items(folders.get(folder)).stream().map(each -> each.get("id").asText()).toList();
    }

    private List<JsonNode> items(String id) {
      List<JsonNode> items = new ArrayList<>();
      secretary.get("/nodes/" + id + "/children").json().get("items").forEach(items::add);
      return items;
    }

    /** Everything below the folders, and who may do what with it. */
    Map<String, String> all() {
      Map<String, String> all = new TreeMap<>();
      folders.forEach(folder -> describe(folder, all));
      return all;
    }

    /** The same, but for when something was last done in a folder. */
    Map<String, String> withoutActivity() {
      Map<String, String> all = all();
      all.replaceAll(
          (id, text) ->
              text.replaceAll(
                  "\"(cor:lastActivity|rec:activityAt|rec:activityKind)\":\"[^\"]*\"", ""));
      return all;
    }

    private void describe(String id, Map<String, String> all) {
      JsonNode node = secretary.get("/nodes/" + id).json();
      JsonNode access = secretary.get("/nodes/" + id + "/permissions").json();
      all.put(
          id,
          String.join(
              "\n",
              node.get("name").asText(),
              node.get("parent").asText(),
              node.get("aspects").toString(),
              node.get("properties").toString(),
              access.get("inherits").toString(),
              access.get("grants").toString()));
      items(id).forEach(child -> describe(child.get("id").asText(), all));
    }

    @Override
    public void close() throws IOException {
      host.close();
      Files.delete(scratch);
    }
  }
}
