package org.chancery.core.repository.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.chancery.core.destruction.Destruction;
import org.chancery.core.repository.Change;
import org.chancery.core.repository.ContentInfo;
import org.chancery.core.repository.Held;
import org.chancery.core.repository.NodeId;
import org.chancery.core.repository.NotFound;
import org.chancery.core.vocabulary.Rec;
import org.junit.jupiter.api.Test;

/** What {@link Destruction} promises of nodes, versions and bytes. */
public abstract class DestructionContract extends RepositoryContract {

  /** The host's; may leave out what is not of nodes and bytes. */
  protected abstract Destruction destruction();

  @Test
  void aRemovedFolderIsGoneWithItsVersionsAndBytes() {
    NodeId folder = folder(home, "to be destroyed");
    NodeId inner = folder(folder, "inner");
    NodeId letter = document(inner, "letter");
    NodeId elsewhere = document(home, "elsewhere");
    ContentInfo first = store("the first state of " + letter.value());
    ContentInfo shared = store("what is elsewhere, too, beside " + letter.value());
    write(() -> contents.attach(EDITOR, letter, CONTENT, first));
    write(() -> versions.keep(EDITOR, letter, true, "as it came"));
    Path bytes = contents.file(SYSTEM, letter, CONTENT);
    write(() -> contents.attach(EDITOR, letter, CONTENT, shared));
    write(() -> versions.keep(EDITOR, letter, true, "as it went"));
    write(() -> contents.attach(EDITOR, elsewhere, CONTENT, shared));
    Path kept = contents.file(SYSTEM, elsewhere, CONTENT);
    assertThat(bytes).exists();

    transactions.write(() -> destruction().remove(SYSTEM, folder));
    assertThat(nodes.findAll(SYSTEM, List.of(folder, inner, letter))).isEmpty();
    assertThatThrownBy(() -> versions.list(SYSTEM, letter)).isInstanceOf(NotFound.class);
    assertThat(destruction().erase()).isEmpty();

    assertThat(Files.exists(bytes)).as("bytes of an earlier version").isFalse();
    assertThatThrownBy(() -> write(() -> contents.attach(EDITOR, elsewhere, CONTENT, first)))
        .isInstanceOf(IllegalArgumentException.class);
    assertThat(kept).exists();
    assertThat(contents.open(SYSTEM, elsewhere, CONTENT))
        .hasContent("what is elsewhere, too, beside " + letter.value());
    assertThat(destruction().erase()).isEmpty();
  }

  @Test
  void whatIsHeldIsNotRemoved() {
    NodeId folder = folder(home, "held");
    NodeId letter = document(folder, "letter");
    write(
        () ->
            nodes.update(
                SYSTEM,
                letter,
                Optional.empty(),
                new Change(Map.of(Rec.HELD_BY, List.of("a hold")), Set.of(), Set.of(Rec.HELD))));
    assertThatThrownBy(() -> transactions.write(() -> destruction().remove(SYSTEM, folder)))
        .isInstanceOf(Held.class);
    assertThat(nodes.find(SYSTEM, letter)).isPresent();
  }
}
