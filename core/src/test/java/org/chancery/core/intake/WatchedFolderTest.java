package org.chancery.core.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.chancery.core.repository.Checkpoint;
import org.chancery.core.repository.Node;
import org.chancery.core.vocabulary.Cor;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WatchedFolderTest {
  @TempDir Path root;
  private IntakeFixture intake;

  @BeforeEach
  void open() {
    intake = new IntakeFixture(root);
  }

  private Path drop(String name, String content) throws IOException {
    Path file = intake.inbox.resolve(name);
    Files.createDirectories(file.getParent());
    return Files.writeString(file, content);
  }

  private List<Path> claims() throws IOException {
    try (var files = Files.walk(intake.inbox.resolve(".chancery"))) {
      return files.filter(Files::isRegularFile).toList();
    }
  }

  @Test
  void aFileThatKeepsStillIsReceivedAndLeavesTheFolder() throws IOException {
    Path file = drop("letter.pdf", "Dear all");
    intake.settle();
    Node item = intake.received().get(0);
    assertThat(intake.text(item)).isEqualTo("Dear all");
    assertThat(item.name()).isEqualTo("letter.pdf");
    assertThat(item.text(Cor.CHANNEL)).contains("watched-folder");
    assertThat(file).doesNotExist();
    assertThat(claims()).isEmpty();
  }

  @Test
  void aGrowingFileIsWaitedForVisibly() throws IOException {
    Path file = drop("long.pdf", "one");
    for (int i = 0; i < 4; i++) {
      intake.folder.pass();
      assertThat(intake.reason("long.pdf")).contains("settling");
      intake.clock.forward(Duration.ofMillis(1500));
      Files.writeString(file, " and one more", StandardOpenOption.APPEND);
    }
    assertThat(intake.received()).isEmpty();
    intake.settle();
    assertThat(intake.text(intake.received().get(0))).endsWith("one more");
  }

  @Test
  void aSubFolderNamesTheComponentAndAnUnknownOneIsNoted() throws IOException {
    drop("opa/a.pdf", "for public affairs");
    drop("OPA/2026/b.pdf", "deeper");
    drop("Attic/c.pdf", "nobody's");
    drop("Mailroom/d.pdf", "the mailroom's");
    intake.settle();
    assertThat(intake.received())
        .filteredOn(item -> item.text(Cor.DROP_COMPONENT).filter("OPA"::equals).isPresent())
        .extracting(Node::name)
        .containsExactlyInAnyOrder("a.pdf", "b.pdf");
    assertThat(intake.received())
        .filteredOn(item -> item.text(Cor.INTAKE_REASON).isPresent())
        .extracting(Node::name)
        .containsExactly("c.pdf");
  }

  @Test
  void hiddenAndUnfinishedNamesAreLeftAlone() throws IOException {
    for (String name :
        List.of(".hidden", "a.part", "b.tmp", "c.pdf~", "~$d.docx", "e.crdownload", "Thumbs.db")) {
      drop(name, "x");
    }
    intake.settle();
    assertThat(intake.received()).isEmpty();
    assertThat(intake.folder.arriving()).isEmpty();
  }

  @Test
  void aFileThatKeepsAnUnfinishedNameIsNotStrandedSilently() throws IOException {
    drop("whole.pdf.tmp", "x");
    drop("Thumbs.db", "x");
    intake.settle();
    assertThat(intake.folder.arriving()).isEmpty();
    intake.clock.forward(Duration.ofMinutes(5));
    intake.folder.pass();
    assertThat(intake.reason("whole.pdf.tmp")).contains("unfinished-name");
    assertThat(intake.folder.arriving()).hasSize(1);
    assertThat(intake.received()).isEmpty();
  }

  @Test
  void anEmptyFileIsWaitedForLongerAndThenQuarantined() throws IOException {
    drop("empty.pdf", "");
    intake.settle();
    assertThat(intake.reason("empty.pdf")).contains("still-empty");
    intake.clock.forward(IntakeFixture.QUIET.multipliedBy(10));
    intake.folder.pass();
    Node item = intake.received().get(0);
    assertThat(IntakeFixture.state(item)).isEqualTo("quarantined");
    assertThat(item.text(Cor.INTAKE_REASON)).contains("empty");
  }

  @Test
  void aLinkIsRefusedVisibly() throws IOException {
    Path secret = Files.writeString(root.resolve("secret"), "of the server");
    Files.createSymbolicLink(intake.inbox.resolve("link.pdf"), secret);
    intake.settle();
    assertThat(intake.received()).isEmpty();
    assertThat(intake.reason("link.pdf")).contains("symlink");
    assertThat(secret).exists();
  }

  @Test
  void aLockedFileIsWaitedForVisibly() throws IOException {
    Path file = drop("locked.pdf", "held");
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE);
        FileLock lock = channel.lock()) {
      intake.settle();
      assertThat(lock.isValid()).isTrue();
      assertThat(intake.received()).isEmpty();
      assertThat(intake.reason("locked.pdf")).isPresent();
    }
    intake.folder.pass();
    assertThat(intake.received()).hasSize(1);
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  void aFileThatAProgramStillWritesToIsNotTakenHoweverLongItPauses() throws IOException {
    Path file = intake.inbox.resolve("slow.pdf");
    try (OutputStream out = Files.newOutputStream(file)) {
      out.write("the first half".getBytes());
      intake.settle();
      assertThat(intake.received()).isEmpty();
      assertThat(intake.reason("slow.pdf")).contains("in-use");
      out.write(" and the second".getBytes());
    }
    intake.settle();
    assertThat(intake.text(intake.received().get(0))).endsWith("the second");
  }

  @Test
  void aFileRenamedWhileWatchedIsReceivedOnceUnderItsNewName() throws IOException {
    Path file = drop("old.pdf", "x");
    intake.folder.pass();
    Files.move(file, intake.inbox.resolve("new.pdf"));
    intake.settle();
    assertThat(intake.received()).extracting(Node::name).containsExactly("new.pdf");
  }

  @Test
  void aFileWithdrawnBeforeItIsTakenIsForgotten() throws IOException {
    Path file = drop("gone.pdf", "x");
    intake.folder.pass();
    Files.delete(file);
    intake.settle();
    assertThat(intake.received()).isEmpty();
    assertThat(intake.folder.arriving()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"after-hash", "after-blob", "before-commit", "after-commit", "before-leave"})
  void killedAtAnyPointTheFileIsReceivedExactlyOnce(String point) throws IOException {
    drop("OPA/letter.pdf", "Dear all");
    drop("other.pdf", "Dear none");
    intake.killAt(point);
    assertThatThrownBy(intake::settle).isInstanceOf(IntakeFixture.Killed.class);
    intake.restart();
    intake.settle();
    assertThat(intake.received())
        .extracting(intake::text)
        .containsExactlyInAnyOrder("Dear all", "Dear none");
    assertThat(intake.received())
        .filteredOn(item -> intake.text(item).equals("Dear all"))
        .allMatch(item -> item.text(Cor.DROP_COMPONENT).filter("OPA"::equals).isPresent());
    assertThat(claims()).isEmpty();
    assertThat(intake.host.queue().size("reading")).isEqualTo(2);
  }

  @Test
  void whatTheOnlyServerWasReadingWhenItWasKilledIsReadAtOnceAfterItsStart() throws IOException {
    drop("letter.txt", "Dear all");
    intake.settle();
    intake.killAt("worker-result");
    assertThatThrownBy(intake.loop::step).isInstanceOf(IntakeFixture.Killed.class);
    intake.restart();
    intake.work.releaseAll();
    assertThat(intake.loop.step()).isTrue();
    assertThat(IntakeFixture.state(intake.received().get(0))).isEqualTo("ready");
  }

  @ParameterizedTest
  @ValueSource(strings = {"dequeue", "worker-result"})
  void killedWhileReadingTheItemIsReadAfterItsLeaseEnds(String point) throws IOException {
    drop("letter.txt", "Dear all");
    intake.settle();
    intake.killAt(point);
    assertThatThrownBy(intake.loop::step).isInstanceOf(IntakeFixture.Killed.class);
    intake.restart();
    assertThat(intake.loop.step()).isFalse();
    intake.clock.forward(Duration.ofMinutes(2));
    assertThat(intake.loop.step()).isTrue();
    assertThat(IntakeFixture.state(intake.received().get(0))).isEqualTo("ready");
    assertThat(intake.host.queue().size("reading")).isZero();
  }

  @Test
  void whatIsWrittenAfterTheCommitIsReceivedAsWell() throws IOException {
    drop("letter.pdf", "the first half");
    intake.killAt("before-leave");
    assertThatThrownBy(intake::settle).isInstanceOf(IntakeFixture.Killed.class);
    // A writer that kept the file open goes on in the claimed file.
    Files.writeString(claims().get(0), " and the second", StandardOpenOption.APPEND);
    intake.restart();
    intake.settle();
    assertThat(intake.received())
        .extracting(intake::text)
        .containsExactly("the first half", "the first half and the second");
    assertThat(intake.received().get(1).text(Cor.INTAKE_REASON)).contains("changed-late");
    assertThat(claims()).isEmpty();
  }

  @Test
  void whileNothingCanBeReceivedFilesStayWhereTheyWereDropped() throws IOException {
    Path file = drop("letter.pdf", "Dear all");
    AtomicReference<Optional<Reason>> closed =
        new AtomicReference<>(Optional.of(new Reason("away", "It is away.")));
    List<String> received = new ArrayList<>();
    FolderReceiver receiver =
        new FolderReceiver() {
          @Override
          public Optional<Reason> closed() {
            return closed.get();
          }

          @Override
          public void receive(Dropped dropped) {
            if (received.isEmpty()) {
              received.add("lost " + dropped.claimId());
              closed.set(Optional.of(new Reason("away", "It went away.")));
              throw new NotReceived(closed.get().get());
            }
            received.add("took " + dropped.claimId());
          }
        };
    WatchedFolder folder =
        new WatchedFolder(
            intake.inbox,
            receiver,
            Checkpoint.NONE,
            intake.clock,
            IntakeFixture.QUIET,
            Duration.ofMillis(50));
    folder.pass();
    intake.clock.forward(Duration.ofSeconds(3));
    folder.pass();
    assertThat(file).exists();
    assertThat(folder.arriving())
        .extracting(waiting -> waiting.reason().code())
        .containsExactly("away");

    closed.set(Optional.empty());
    folder.pass();
    assertThat(claims()).hasSize(1);
    folder.pass();
    assertThat(received).hasSize(1);

    // Tried again the moment it can be, and under the same claim.
    closed.set(Optional.empty());
    folder.pass();
    assertThat(claims()).isEmpty();
    assertThat(received.get(1).substring("took ".length()))
        .isEqualTo(received.get(0).substring("lost ".length()));
  }

  @Test
  void aFolderThatCannotBeReadIsAVisibleState() throws IOException {
    Files.delete(intake.inbox);
    Files.writeString(intake.inbox, "no folder");
    intake.folder.pass();
    assertThat(intake.folder.problem()).isPresent();
    Files.delete(intake.inbox);
    Files.createDirectory(intake.inbox);
    drop("a.pdf", "x");
    intake.settle();
    assertThat(intake.folder.problem()).isEmpty();
    assertThat(intake.received()).hasSize(1);
  }

  @Test
  void veryLongAndOddNamesAreReceived() throws IOException {
    String longest = "x".repeat(250) + ".pdf";
    drop(longest, "long");
    drop("a \"quoted\" name?.pdf", "odd");
    drop("line\nbreak.pdf", "broken");
    intake.settle();
    assertThat(intake.received()).hasSize(3);
    assertThat(intake.received()).extracting(Node::name).contains("a _quoted_ name_.pdf");
  }

  @Test
  void twoHundredFilesOfOneNameAreAllReceived() throws IOException {
    for (int i = 0; i < 200; i++) {
      drop("batch" + i + "/scan.pdf", "page " + i);
    }
    intake.settle();
    assertThat(intake.received().stream().map(Node::name).distinct()).hasSize(200);
  }

  @Test
  void theThreadTakesFilesByItselfAndStopsCleanly() throws IOException {
    drop("letter.pdf", "x");
    intake.folder.start();
    try {
      long end = System.nanoTime() + Duration.ofSeconds(20).toNanos();
      while (intake.received().isEmpty() && System.nanoTime() < end) {
        intake.clock.forward(Duration.ofMillis(1));
        Thread.onSpinWait();
      }
      assertThat(intake.received()).hasSize(1);
    } finally {
      intake.folder.close();
    }
  }
}
