package org.chancery.core.repository.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.chancery.core.repository.Change;
import org.chancery.core.repository.Denied;
import org.chancery.core.repository.NodeId;
import org.chancery.core.repository.NotFound;
import org.chancery.core.repository.Versions;
import org.junit.jupiter.api.Test;

/** What {@link Versions} promises. */
public abstract class VersionsContract extends RepositoryContract {

  @Test
  void labelsCountFromOneMajorAndMinor() {
    NodeId id = document(home, "letter");
    assertThat(versions.list(SYSTEM, id)).isEmpty();
    keep(id, false);
    keep(id, false);
    keep(id, true);
    keep(id, false);
    assertThat(versions.list(READER, id))
        .extracting(Versions.Version::label)
        .containsExactly("2.1", "2.0", "1.1", "1.0");
  }

  @Test
  void aKeptStateStaysAsItWas() {
    NodeId id = document(home, "letter");
    attach(id, CONTENT, "first");
    title(id, "First");
    Versions.Version kept = write(() -> versions.keep(EDITOR, id, true, "as received"));
    attach(id, CONTENT, "second");
    title(id, "Second");
    assertThat(versions.list(READER, id)).containsExactly(kept);
    assertThat(kept.by()).isEqualTo("editor");
    assertThat(kept.comment()).isEqualTo("as received");
    assertThat(kept.properties()).containsEntry(TITLE, "First");
    assertThat(text(id, "1.0")).isEqualTo("first");
  }

  @Test
  void versionsNeedLeave() {
    NodeId id = document(home, "letter");
    attach(id, CONTENT, "first");
    keep(id, true);
    assertThatThrownBy(() -> write(() -> versions.keep(READER, id, true, "")))
        .isInstanceOf(Denied.class);
    assertThatThrownBy(() -> write(() -> versions.keep(STRANGER, id, true, "")))
        .isInstanceOf(NotFound.class);
    assertThatThrownBy(() -> versions.list(STRANGER, id)).isInstanceOf(NotFound.class);
    assertThatThrownBy(() -> versions.open(STRANGER, id, "1.0", CONTENT))
        .isInstanceOf(NotFound.class)
        .hasMessage(new NotFound(id).getMessage());
  }

  @Test
  void aVersionThatNeverWasIsNotFound() {
    NodeId id = document(home, "letter");
    keep(id, true);
    assertThatThrownBy(() -> versions.open(SYSTEM, id, "1.0", CONTENT))
        .isInstanceOf(NotFound.class);
    assertThatThrownBy(() -> versions.open(SYSTEM, id, "7.0", CONTENT))
        .isInstanceOf(NotFound.class);
    assertThatThrownBy(() -> versions.open(SYSTEM, id, "'; --", CONTENT))
        .isInstanceOf(NotFound.class);
  }

  private void keep(NodeId id, boolean major) {
    transactions.write(() -> versions.keep(SYSTEM, id, major, ""));
  }

  private void title(NodeId id, String title) {
    transactions.write(
        () ->
            nodes.update(
                SYSTEM,
                id,
                Optional.empty(),
                new Change(Map.of(TITLE, title), Set.of(), Set.of(TITLED))));
  }

  private String text(NodeId id, String label) {
    try (InputStream read = versions.open(READER, id, label, CONTENT)) {
      return new String(read.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
