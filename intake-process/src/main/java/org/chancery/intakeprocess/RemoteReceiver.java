package org.chancery.intakeprocess;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.chancery.core.intake.Arrival;
import org.chancery.core.intake.FolderReceiver;
import org.chancery.core.intake.NotReceived;
import org.chancery.core.intake.Reason;
import org.chancery.core.repository.Checkpoint;
import org.chancery.core.repository.Sha256;

/**
 * Receives into a repository over HTTP. The file's own claim goes with it, so that a lost answer,
 * or the end of either process at any moment, leads to a second request that finds the item there.
 * Received is what the repository says it has, by the hash.
 */
final class RemoteReceiver implements FolderReceiver {
  private final Repository repository;
  private final Checkpoint checkpoint;
  private final AtomicLong received = new AtomicLong();

  RemoteReceiver(Repository repository, Checkpoint checkpoint) {
    this.repository = repository;
    this.checkpoint = checkpoint;
  }

  /** How many files this process has handed in. */
  long received() {
    return received.get();
  }

  @Override
  public Optional<Reason> closed() {
    return repository.closed();
  }

  @Override
  public void receive(Dropped file) throws IOException {
    String sha256 = hash(file);
    checkpoint.reached("before-send");
    MultipartBody body =
        new MultipartBody()
            .part("name", file.name())
            .part("channel", Arrival.WATCHED_FOLDER)
            .part("claim", file.claimId());
    file.component().ifPresent(code -> body.part("component", code));
    Answer answer = send(body.file(file), key(file, sha256));
    if (answer.status() != 201) {
      throw new NotReceived(reason(answer));
    }
    if (!answer.json().path("sha256").asText().equals(sha256)) {
      throw new NotReceived(
          new Reason(
              "damaged", "Other bytes arrived than were sent; it is safe here and sent again."));
    }
    received.incrementAndGet();
    checkpoint.reached("after-send");
  }

  private Answer send(MultipartBody body, String key) throws IOException {
    try {
      return repository.post("documents", body, key);
    } catch (UncheckedIOException e) {
      throw e.getCause();
    } catch (Unreachable e) {
      throw new NotReceived(e.reason());
    }
  }

  private static Reason reason(Answer answer) {
    return answer.code().equals("in-progress")
        ? new Reason("in-progress", "The repository is still at work on it.")
        : new Reason(
            "not-stored",
            "The repository did not take it ("
                + answer.detail()
                + "); it is safe and tried again.");
  }

  private static String hash(Dropped file) throws IOException {
    MessageDigest digest = Sha256.computation();
    try (InputStream in = file.bytes().open()) {
      byte[] buffer = new byte[1 << 16];
      for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
        digest.update(buffer, 0, count);
      }
    }
    return HexFormat.of().formatHex(digest.digest());
  }

  /**
   * The claim with what is sent under it: a claim whose file was written to after it had been
   * received is another request, and so is one whose long name had to be cut meanwhile.
   */
  private static String key(Dropped file, String sha256) {
    String what = file.name() + "\n" + file.component().orElse("") + "\n" + sha256;
    byte[] digest = Sha256.computation().digest(what.getBytes(StandardCharsets.UTF_8));
    return file.claimId() + "." + HexFormat.of().formatHex(digest, 0, 16);
  }
}
