package org.chancery.core.repository.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.chancery.core.repository.ContentInfo;
import org.chancery.core.repository.Contents;
import org.chancery.core.repository.Denied;
import org.chancery.core.repository.Invalid;
import org.chancery.core.repository.Node;
import org.chancery.core.repository.NodeId;
import org.chancery.core.repository.NotFound;
import org.junit.jupiter.api.Test;

/** What {@link Contents} promises. */
public abstract class ContentsContract extends RepositoryContract {

  @Test
  void storedBytesAreDescribedByTheirHashAndSize() {
    ContentInfo empty = store("");
    assertThat(empty.sha256())
        .isEqualTo("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
    assertThat(empty.size()).isZero();
    ContentInfo abc = store("abc");
    assertThat(abc.sha256())
        .isEqualTo("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    assertThat(abc.size()).isEqualTo(3);
    assertThat(abc.mediaType()).isEqualTo("text/plain");
  }

  @Test
  void attachedBytesComeBackUnchanged() throws IOException {
    byte[] bytes = new byte[300_000];
    new Random(11).nextBytes(bytes);
    NodeId id = document(home, "scan");
    ContentInfo stored = contents.store(new ByteArrayInputStream(bytes), "image/tiff");
    Node before = nodes.get(SYSTEM, id);
    Node after = write(() -> contents.attach(EDITOR, id, CONTENT, stored));
    assertThat(after.contents()).containsEntry(CONTENT, stored);
    assertThat(after.revision()).isGreaterThan(before.revision());
    assertThat(after.modifiedBy()).isEqualTo("editor");
    assertThat(nodes.get(READER, id)).isEqualTo(after);
    try (InputStream read = contents.open(READER, id, CONTENT)) {
      assertThat(read.readAllBytes()).isEqualTo(bytes);
    }
    assertThat(Files.readAllBytes(contents.file(READER, id, CONTENT))).isEqualTo(bytes);
  }

  @Test
  void theSameBytesAreStoredOnce() {
    NodeId one = document(home, "one");
    NodeId two = document(home, "two");
    attach(one, CONTENT, "the same letter, dropped twice");
    attach(two, CONTENT, "the same letter, dropped twice");
    assertThat(contents.file(SYSTEM, one, CONTENT)).isEqualTo(contents.file(SYSTEM, two, CONTENT));
    write(() -> nodes.delete(SYSTEM, one, Optional.empty()));
    assertThat(text(two)).isEqualTo("the same letter, dropped twice");
  }

  @Test
  void attachingAgainReplaces() {
    NodeId id = document(home, "letter");
    attach(id, CONTENT, "first");
    attach(id, CONTENT, "second");
    assertThat(text(id)).isEqualTo("second");
  }

  @Test
  void contentNeedsLeaveToReadAndToAttach() {
    NodeId id = document(home, "letter");
    attach(id, CONTENT, "words");
    ContentInfo other = store("other words");
    assertThatThrownBy(() -> contents.open(STRANGER, id, CONTENT))
        .isInstanceOf(NotFound.class)
        .hasMessage(new NotFound(id).getMessage());
    assertThatThrownBy(() -> contents.file(STRANGER, id, CONTENT)).isInstanceOf(NotFound.class);
    assertThatThrownBy(() -> write(() -> contents.attach(STRANGER, id, CONTENT, other)))
        .isInstanceOf(NotFound.class);
    assertThatThrownBy(() -> write(() -> contents.attach(READER, id, CONTENT, other)))
        .isInstanceOf(Denied.class);
    assertThat(text(id)).isEqualTo("words");
  }

  @Test
  void aNodeWithoutThatContentHasNoneToOpen() {
    NodeId id = document(home, "letter");
    assertThatThrownBy(() -> contents.open(SYSTEM, id, CONTENT)).isInstanceOf(NotFound.class);
    attach(id, CONTENT, "words");
    assertThatThrownBy(() -> contents.open(SYSTEM, id, TEXT)).isInstanceOf(NotFound.class);
  }

  @Test
  void onlyContentPropertiesOfTheNodeHoldContent() {
    ContentInfo stored = store("words");
    NodeId folder = folder(home, "folder");
    NodeId document = document(home, "letter");
    assertThatThrownBy(() -> write(() -> contents.attach(SYSTEM, folder, CONTENT, stored)))
        .isInstanceOf(Invalid.class);
    assertThatThrownBy(() -> write(() -> contents.attach(SYSTEM, document, TITLE, stored)))
        .isInstanceOf(Invalid.class);
  }

  @Test
  void bytesThatWereNeverStoredCannotBeAttached() {
    NodeId id = document(home, "letter");
    ContentInfo invented = new ContentInfo("0".repeat(64), 5, "text/plain");
    assertThatThrownBy(() -> write(() -> contents.attach(SYSTEM, id, CONTENT, invented)))
        .isInstanceOf(RuntimeException.class);
    assertThat(nodes.get(SYSTEM, id).contents()).isEmpty();
  }

  @Test
  void aStreamThatBreaksOffStoresNothing() {
    byte[] first = "x".repeat(100_000).getBytes(StandardCharsets.US_ASCII);
    InputStream broken =
        new SequenceInputStream(
            new ByteArrayInputStream(first),
            new InputStream() {
              @Override
              public int read() throws IOException {
                throw new IOException("the line went dead");
              }
            });
    assertThatThrownBy(() -> contents.store(broken, "text/plain"))
        .hasRootCauseInstanceOf(IOException.class);
    NodeId id = document(home, "letter");
    for (String length : List.of("x".repeat(100_000), "x".repeat(65_536))) {
      ContentInfo part = new ContentInfo(sha256(length), length.length(), "text/plain");
      assertThatThrownBy(() -> write(() -> contents.attach(SYSTEM, id, CONTENT, part)))
          .isInstanceOf(RuntimeException.class);
    }
  }

  private static String sha256(String text) {
    try {
      return HexFormat.of()
          .formatHex(
              MessageDigest.getInstance("SHA-256")
                  .digest(text.getBytes(StandardCharsets.US_ASCII)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  private String text(NodeId id) {
    try (InputStream read = contents.open(SYSTEM, id, CONTENT)) {
      return new String(read.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
