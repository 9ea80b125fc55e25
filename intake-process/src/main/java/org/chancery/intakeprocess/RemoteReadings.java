package org.chancery.intakeprocess;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import org.chancery.core.intake.DocumentReader;
import org.chancery.core.intake.Readings;
import org.chancery.core.repository.Checkpoint;
import org.chancery.core.repository.NodeId;
import org.chancery.core.repository.Sha256;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The readings of a repository over HTTP. What is leased is remembered in a folder, so that after a
 * kill the next start gives it back instead of waiting for the leases to end. A result is delivered
 * however long the repository is away, as long as nobody else has taken the work.
 */
final class RemoteReadings implements Readings {
  private static final Logger LOG = LoggerFactory.getLogger(RemoteReadings.class);
  private static final Duration TOLD_EVERY = Duration.ofSeconds(1);

  private final Repository repository;
  private final OpenLeases leases;
  private final Checkpoint checkpoint;
  private final Clock clock;
  private final Map<String, Under> under = new ConcurrentHashMap<>();
  private final AtomicLong read = new AtomicLong();
  private final AtomicLong refused = new AtomicLong();
  private final AtomicLong failed = new AtomicLong();

  /**
   * A reading under way.
   *
   * @param name the file's
   * @param done pages so far
   * @param of pages there are; 0 while that is not known
   * @param told when the repository was last told
   */
  record Under(String name, int done, int of, Instant told) {}

  RemoteReadings(Repository repository, OpenLeases leases, Checkpoint checkpoint, Clock clock) {
    this.repository = repository;
    this.leases = leases;
    this.checkpoint = checkpoint;
    this.clock = clock;
  }

  List<Under> underWay() {
    return List.copyOf(under.values());
  }

  /** How many were read, refused and failed by this process. */
  Map<String, Long> counts() {
    return Map.of("read", read.get(), "refused", refused.get(), "failed", failed.get());
  }

  @Override
  public Optional<Task> take() {
    if (repository.closed().isPresent()) {
      return Optional.empty();
    }
    try {
      leases.abandoned().forEach(this::giveBack);
      Answer answer = repository.post("reading/take", Map.of());
      if (answer.status() == 204) {
        return Optional.empty();
      }
      if (answer.status() != 200) {
        throw new CallFailed("Fetching work", answer);
      }
      Task task = task(answer);
      leases.hold(task.lease());
      under.put(task.lease(), new Under(task.name(), 0, 0, clock.instant()));
      checkpoint.reached("taken");
      return Optional.of(task);
    } catch (Unreachable e) {
      LOG.debug("No work can be fetched", e);
      return Optional.empty();
    }
  }

  private void giveBack(String lease) {
    Answer answer =
        repository.post(at(lease, "failed"), Map.of("why", "the intake process had ended"));
    if (answer.status() != 204 && !lost(answer)) {
      LOG.warn("{}", new CallFailed("Giving back a reading", answer).getMessage());
    }
    leases.end(lease);
  }

  private static Task task(Answer answer) {
    return new Task(
        answer.json().path("lease").asText(),
        NodeId.of(answer.json().path("id").asText()),
        answer.json().path("name").asText(),
        answer.json().path("sha256").asText(),
        answer.json().path("size").asLong(),
        answer.json().path("attempt").asInt(),
        letter(answer.json().path("letter")),
        Duration.ofSeconds(answer.json().path("leaseSeconds").asLong()));
  }

  private static Optional<DocumentReader.Letter> letter(JsonNode letter) {
    if (!letter.isObject()) {
      return Optional.empty();
    }
    try {
      return Optional.of(Wire.JSON.treeToValue(letter, DocumentReader.Letter.class));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(
          "The repository asks for a letter that this version does not know", e);
    }
  }

  @Override
  public Path original(Task task, Path workDirectory) {
    Path file = workDirectory.resolve("original");
    MessageDigest digest = Sha256.computation();
    Answer answer =
        repository.fetch(
            at(task.lease(), "original"),
            stream -> {
              try (OutputStream out = new DigestOutputStream(Files.newOutputStream(file), digest)) {
                stream.transferTo(out);
              }
            });
    require(task, answer, 200, "Fetching an original");
    if (!HexFormat.of().formatHex(digest.digest()).equals(task.sha256())) {
      throw new IllegalStateException("Other bytes arrived than the original's");
    }
    return file;
  }

  @Override
  public void progress(Task task, int done, int of) {
    Under before = under.get(task.lease());
    Instant now = clock.instant();
    boolean tell = before == null || !now.isBefore(before.told().plus(TOLD_EVERY));
    under.put(task.lease(), new Under(task.name(), done, of, tell ? now : before.told()));
    if (tell) {
      try {
        extend(task);
      } catch (RuntimeException e) {
        LOG.debug("Progress cannot be told", e);
      }
    }
  }

  @Override
  public boolean extend(Task task) {
    if (repository.closed().isPresent()) {
      // Unknown: if the lease is lost, the result will be refused.
      return true;
    }
    Under now = under.get(task.lease());
    Map<String, Integer> pages =
        now == null || now.of() == 0 ? Map.of() : Map.of("done", now.done(), "of", now.of());
    try {
      Answer answer = repository.post(at(task.lease(), "progress"), pages);
      if (lost(answer)) {
        end(task);
        return false;
      }
      return true;
    } catch (Unreachable e) {
      return true;
    }
  }

  @Override
  public void keep(Task task, DocumentReader.Outcome outcome) {
    while (true) {
      try {
        Answer answer = send(task, outcome);
        require(task, answer, 204, "Keeping a reading");
        checkpoint.reached("result-sent");
        (outcome instanceof DocumentReader.Refused ? refused : read).incrementAndGet();
        end(task);
        return;
      } catch (Unreachable e) {
        awaitRepository(e);
      }
    }
  }

  private Answer send(Task task, DocumentReader.Outcome outcome) {
    if (outcome instanceof DocumentReader.Refused no) {
      return repository.post(at(task.lease(), "refused"), refusal(no));
    }
    if (outcome instanceof DocumentReader.Written written) {
      MultipartBody body =
          new MultipartBody()
              .part("letter", Wire.bytes(Map.of("unfilled", written.unfilled())))
              .part("file", written.letter());
      return repository.post(at(task.lease(), "letter"), body, "");
    }
    return repository.post(at(task.lease(), "result"), body((DocumentReader.Read) outcome), "");
  }

  private void awaitRepository(Unreachable e) {
    try {
      do {
        TimeUnit.MILLISECONDS.sleep(200);
      } while (repository.closed().isPresent());
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw e;
    }
  }

  private static Map<String, String> refusal(DocumentReader.Refused no) {
    return Map.of(
        "mediaType", no.mediaType(), "reason", no.reason(), "explanation", no.explanation());
  }

  private static MultipartBody body(DocumentReader.Read read) {
    // A form feed within a page would make two of it.
    String text =
        read.pages().stream()
            .map(page -> page.replace('\f', '\n'))
            .collect(Collectors.joining("\f"));
    MultipartBody body =
        new MultipartBody()
            .part("reading", Wire.bytes(found(read)))
            .part("text", text.getBytes(StandardCharsets.UTF_8));
    read.searchablePdf().ifPresent(file -> body.part("pdf", file));
    read.layout().ifPresent(file -> body.part("layout", file));
    read.thumbnail().ifPresent(file -> body.part("thumbnail", file));
    read.mail()
        .map(DocumentReader.ReadMail::attachments)
        .filter(files -> !files.isEmpty())
        .ifPresent(files -> body.part("attachments", files));
    return body;
  }

  private static Map<String, Object> found(DocumentReader.Read read) {
    Map<String, Object> found = new LinkedHashMap<>();
    found.put("mediaType", read.mediaType());
    found.put("pageCount", read.pages().size());
    found.put("recognisedPages", read.recognisedPages());
    found.put("confidence", read.confidence());
    found.put("warnings", read.warnings());
    found.put("codes", read.codes());
    read.mail().map(DocumentReader.ReadMail::mail).ifPresent(mail -> found.put("mail", mail));
    return found;
  }

  @Override
  public void failed(Task task, String why) {
    failed.incrementAndGet();
    Answer answer = repository.post(at(task.lease(), "failed"), Map.of("why", why));
    end(task);
    require(task, answer, 204, "Telling of a failure");
  }

  @Override
  public void release(Task task) {
    Answer answer = repository.post(at(task.lease(), "release"), Map.of());
    end(task);
    require(task, answer, 204, "Giving back a reading");
  }

  private void require(Task task, Answer answer, int status, String what) {
    if (lost(answer)) {
      end(task);
      throw new LeaseLost(task.lease());
    }
    if (answer.status() != status) {
      throw new CallFailed(what, answer);
    }
  }

  private void end(Task task) {
    leases.end(task.lease());
    under.remove(task.lease());
  }

  private static boolean lost(Answer answer) {
    return answer.status() == 409 && answer.code().equals("lease-lost");
  }

  private static String at(String lease, String end) {
    return "reading/" + lease + "/" + end;
  }
}
