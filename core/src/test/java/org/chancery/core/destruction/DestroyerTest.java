package org.chancery.core.destruction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.chancery.core.memory.MemoryHost;
import org.chancery.core.repository.Caller;
import org.chancery.core.repository.Change;
import org.chancery.core.repository.Checkpoint;
import org.chancery.core.repository.ContentInfo;
import org.chancery.core.repository.Held;
import org.chancery.core.repository.NewNode;
import org.chancery.core.repository.NodeId;
import org.chancery.core.vocabulary.Cm;
import org.chancery.core.vocabulary.Cor;
import org.chancery.core.vocabulary.Rec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DestroyerTest {
  private static final Caller SYSTEM = Caller.ofSystem();

  private final MemoryHost host = new MemoryHost(Clock.systemUTC(), Checkpoint.NONE);
  private final Set<Left> noted = new LinkedHashSet<>();
  private final List<Removed> erased = new ArrayList<>();
  private final NodeId folder = folder(host.root(), "Folder");

  private NodeId folder(NodeId parent, String name) {
    return host.write(
        () -> host.nodes().create(SYSTEM, NewNode.of(parent, Cm.FOLDER, name, Map.of())).id());
  }

  private NodeId document(NodeId parent, String name, String... states) {
    return host.write(
        () -> {
          NodeId id =
              host.nodes().create(SYSTEM, NewNode.of(parent, Cor.DOCUMENT, name, Map.of())).id();
          for (String state : states) {
            host.contents().attach(SYSTEM, id, Cm.CONTENT, stored(state));
            host.versions().keep(SYSTEM, id, true, "kept");
          }
          return id;
        });
  }

  private ContentInfo stored(String text) {
    return host.contents()
        .store(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), "text/plain");
  }

  private final class Noted implements Remains {
    @Override
    public void add(Collection<Left> left) {
      noted.addAll(left);
    }

    @Override
    public Set<Left> all() {
      return Set.copyOf(noted);
    }

    @Override
    public void forget(Collection<Left> gone) {
      noted.removeAll(gone);
    }
  }

  private record Place(String where, List<Removed> seen, List<String> still) implements Eraser {
    @Override
    public List<String> erase(Removed removed) {
      seen.add(removed);
      return still;
    }
  }

  private Destruction destroyer(Checkpoint checkpoint, Eraser... erasers) {
    return new Destroyer(
        host.nodes(),
        host.versions(),
        host,
        Traces.NONE,
        new Noted(),
        List.of(erasers),
        checkpoint);
  }

  @Test
  void allBelowGoesAndItsBytesOfEveryVersionAreNoted() {
    NodeId inner = folder(folder, "Inner");
    NodeId document = document(inner, "Letter", "first", "second");
    Destruction destruction = destroyer(Checkpoint.NONE, new Place("bytes", erased, List.of()));
    host.write(() -> destruction.remove(SYSTEM, folder));
    assertThat(host.nodes().findAll(SYSTEM, List.of(folder, inner, document))).isEmpty();
    assertThat(destruction.erase()).isEmpty();
    assertThat(erased).hasSize(1);
    assertThat(erased.get(0).nodes()).containsExactlyInAnyOrder(folder, inner, document);
    assertThat(erased.get(0).bytes())
        .containsExactlyInAnyOrder(stored("first").sha256(), stored("second").sha256());
    assertThat(noted).isEmpty();
  }

  @Test
  void whatRollsBackLeavesNothingToErase() {
    Destruction destruction = host.destruction();
    assertThatThrownBy(
            () ->
                host.write(
                    () -> {
                      destruction.remove(SYSTEM, folder);
                      throw new IllegalStateException("the certificate was not written");
                    }))
        .isInstanceOf(IllegalStateException.class);
    assertThat(host.nodes().find(SYSTEM, folder)).isPresent();
    assertThat(destruction.erase()).isEmpty();
  }

  @Test
  void bytesThatSomethingElseHasStay() {
    document(folder, "Letter", "shared", "own");
    NodeId other = document(host.root(), "Copy", "shared");
    host.write(() -> host.destruction().remove(SYSTEM, folder));
    assertThat(host.destruction().erase()).isEmpty();
    assertThat(host.contents().open(SYSTEM, other, Cm.CONTENT)).hasContent("shared");
    assertThatThrownBy(
            () -> host.write(() -> host.contents().attach(SYSTEM, other, Cm.CONTENT, info("own"))))
        .hasMessageContaining("Never stored");
  }

  private static ContentInfo info(String text) {
    try {
      byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(bytes);
      return new ContentInfo(HexFormat.of().formatHex(digest), bytes.length, "text/plain");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void whatIsHeldAboveOrBelowStays() {
    NodeId inner = folder(folder, "Inner");
    Stream.of(folder, inner)
        .forEach(
            id ->
                host.write(
                    () ->
                        host.nodes()
                            .update(
                                SYSTEM,
                                id,
                                Optional.empty(),
                                id.equals(folder)
                                    ? new Change(
                                        Map.of(Rec.HELD_BY, List.of("a hold")),
                                        Set.of(),
                                        Set.of(Rec.HELD))
                                    : new Change(
                                        Map.of(Rec.HELD_BELOW, 1),
                                        Set.of(),
                                        Set.of(Rec.HOLDS_HELD)))));
    for (NodeId id : List.of(folder, inner)) {
      assertThatThrownBy(() -> host.write(() -> host.destruction().remove(SYSTEM, id)))
          .isInstanceOf(Held.class);
      assertThat(host.nodes().find(SYSTEM, id)).isPresent();
    }
  }

  @Test
  void aPlaceThatFailsIsToldOfAndTriedAgainWithAllOthers() {
    Eraser broken =
        new Eraser() {
          private boolean failed;

          @Override
          public String where() {
            return "index";
          }

          @Override
          public List<String> erase(Removed removed) {
            if (!failed) {
              failed = true;
              throw new IllegalStateException("the disk is full");
            }
            return List.of();
          }
        };
    Destruction destruction =
        destroyer(Checkpoint.NONE, broken, new Place("bytes", erased, List.of()));
    host.write(() -> destruction.remove(SYSTEM, folder));
    assertThat(destruction.erase()).extracting(Remnant::where).containsExactly("index");
    assertThat(destruction.erase()).isEmpty();
    assertThat(erased).hasSize(2);
    assertThat(destruction.erase()).isEmpty();
    assertThat(erased).hasSize(2);
  }

  @Test
  void whatIsStillLeftIsNotForgotten() {
    Destruction destruction =
        destroyer(Checkpoint.NONE, new Place("queues", erased, List.of("Work is under way.")));
    host.write(() -> destruction.remove(SYSTEM, folder));
    assertThat(destruction.erase()).containsExactly(new Remnant("queues", "Work is under way."));
    assertThat(noted).isNotEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"erase-index", "erase-bytes", "erase-forget"})
  void goesOnAfterAnEndAtAnyPoint(String point) {
    Checkpoint end =
        name -> {
          if (name.equals(point)) {
            throw new IllegalStateException("The process ended at " + name);
          }
        };
    Eraser[] places = {
      new Place("index", erased, List.of()), new Place("bytes", erased, List.of())
    };
    Destruction before = destroyer(end, places);
    host.write(() -> before.remove(SYSTEM, folder));
    assertThatThrownBy(before::erase).isInstanceOf(IllegalStateException.class);
    assertThat(noted).isNotEmpty();
    erased.clear();
    assertThat(destroyer(Checkpoint.NONE, places).erase()).isEmpty();
    assertThat(erased).hasSize(2).allMatch(each -> each.nodes().contains(folder));
    assertThat(noted).isEmpty();
  }
}
