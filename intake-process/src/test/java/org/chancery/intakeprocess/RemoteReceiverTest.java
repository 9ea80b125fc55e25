package org.chancery.intakeprocess;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.chancery.core.intake.FolderReceiver;
import org.chancery.core.intake.NotReceived;
import org.chancery.core.memory.SettableClock;
import org.chancery.core.repository.Checkpoint;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RemoteReceiverTest {
  private static final String CLAIM = "6f7ea6a9-3f0e-4a6e-9a53-5a2a9ad5b7f0";
  private static final String SHA_OF_X =
      "2d711642b726b04401627ca9fbac32f5c8530fb1903cc4db02258717921a4881";

  private final SettableClock clock = new SettableClock(Instant.parse("2026-11-22T12:00:00Z"));
  private FakeRepository fake;
  private Repository repository;
  private RemoteReceiver receiver;

  @BeforeEach
  void open() throws IOException {
    fake = new FakeRepository();
    repository = fake.seen(clock);
    receiver = new RemoteReceiver(repository, Checkpoint.NONE);
    fake.always("POST documents", 201, "{\"sha256\":\"" + SHA_OF_X + "\"}");
  }

  @AfterEach
  void close() {
    fake.close();
  }

  private static FolderReceiver.Dropped dropped(String bytes) {
    return new FolderReceiver.Dropped(
        CLAIM,
        "letter.pdf",
        Optional.of("OPA"),
        bytes.length(),
        () -> new ByteArrayInputStream(bytes.getBytes(StandardCharsets.UTF_8)));
  }

  @Test
  void aFileIsHandedInUnderItsClaim() throws IOException {
    assertThat(receiver.closed()).isEmpty();
    receiver.receive(dropped("x"));
    FakeRepository.Asked sent = fake.asked("POST documents").get(0);
    assertThat(sent.key().orElseThrow()).startsWith(CLAIM);
    assertThat(sent.body()).contains(CLAIM).contains("watched-folder").contains("OPA");
    assertThat(receiver.received()).isEqualTo(1);
  }

  @Test
  void theSameFileComesAgainUnderTheSameKeyAndAChangedOneUnderAnother() throws IOException {
    receiver.receive(dropped("x"));
    receiver.receive(dropped("x"));
    assertThatThrownBy(() -> receiver.receive(dropped("xy"))).isInstanceOf(NotReceived.class);
    assertThat(fake.asked("POST documents").stream().map(FakeRepository.Asked::key).distinct())
        .hasSize(2);
  }

  @Test
  void whatArrivedDamagedIsNotReceived() {
    fake.first("POST documents", 201, "{\"sha256\":\"00\"}");
    assertThatThrownBy(() -> receiver.receive(dropped("x")))
        .isInstanceOfSatisfying(
            NotReceived.class, e -> assertThat(e.reason().code()).isEqualTo("damaged"));
  }

  @Test
  void aRefusedFileIsThisFilesMatterAndTheOthersGoOn() {
    fake.first("POST documents", 413, "{\"code\":\"too-large\",\"detail\":\"Too large.\"}");
    assertThat(receiver.closed()).isEmpty();
    assertThatThrownBy(() -> receiver.receive(dropped("x")))
        .isInstanceOf(NotReceived.class)
        .hasMessageContaining("Too large.");
    assertThat(receiver.closed()).isEmpty();
  }

  @Test
  void aRefusedSignInShutsForAllAndIsNotTriedAgainAtOnce() {
    fake.first("POST documents", 401, "{\"code\":\"sign-in-required\",\"detail\":\"No.\"}");
    assertThat(receiver.closed()).isEmpty();
    assertThatThrownBy(() -> receiver.receive(dropped("x"))).isInstanceOf(NotReceived.class);
    assertThat(receiver.closed()).isPresent();
    clock.forward(Duration.ofSeconds(30));
    int before = fake.asked.size();
    assertThat(receiver.closed()).isPresent();
    assertThat(fake.asked).hasSize(before);
    clock.forward(Duration.ofSeconds(31));
    assertThat(receiver.closed()).isEmpty();
  }

  @Test
  void anAccountThatMayNotRunIntakeIsToldSo() {
    fake.always("GET me", 200, "{\"capabilities\":[\"BROWSE\"]}");
    assertThat(receiver.closed().orElseThrow().code()).isEqualTo("not-permitted");
    assertThat(fake.asked("POST documents")).isEmpty();
  }

  @Test
  void aServerThatIsAwayOrStillStartingShutsUntilItAnswers() {
    fake.always("GET me", 503, "");
    assertThat(receiver.closed().orElseThrow().code()).isEqualTo("repository-unreachable");
    fake.always("GET me", 404, "<html>");
    clock.forward(Duration.ofMinutes(1));
    assertThat(receiver.closed().orElseThrow().code()).isEqualTo("not-chancery");
    fake.close();
    clock.forward(Duration.ofMinutes(1));
    assertThat(receiver.closed().orElseThrow().code()).isEqualTo("repository-unreachable");
  }

  @Test
  void aFileThatCannotBeReadToItsEndIsNotTheRepositorysFault() {
    FolderReceiver.Dropped shrinking =
        new FolderReceiver.Dropped(
            CLAIM,
            "letter.pdf",
            Optional.empty(),
            3,
            new FolderReceiver.Opening() {
              private int opened;

              @Override
              public InputStream open() throws IOException {
                if (++opened > 1) {
                  throw new IOException("gone");
                }
                return new ByteArrayInputStream(new byte[3]);
              }
            });
    assertThat(receiver.closed()).isEmpty();
    assertThatThrownBy(() -> receiver.receive(shrinking))
        .isInstanceOf(IOException.class)
        .hasMessage("gone");
    assertThat(receiver.closed()).isEmpty();
  }
}
