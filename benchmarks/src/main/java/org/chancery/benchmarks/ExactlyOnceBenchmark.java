package org.chancery.benchmarks;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.chancery.acceptance.fixture.Sha256;
import org.chancery.acceptance.process.CommandLine;
import org.chancery.acceptance.process.ServerProcess;
import org.chancery.benchmarks.server.MixedMail;
import org.chancery.benchmarks.server.MixedMail.Mail;
import org.chancery.benchmarks.server.ProgramClient;

/**
 * "Exactly once": while mixed files arrive, the server's process is killed at a random moment, its
 * database and its workers left orphans; then it is started again. Afterwards every file must be
 * one document of its name and its SHA-256, ready or quarantined, found by a word of its text (or
 * of its name when it cannot be read), and the watched folder must be empty; at the end {@code
 * verify} must be clean.
 *
 * <pre>
 * ExactlyOnceBenchmark [--rounds 10] [--files 200] [--seed N]
 * </pre>
 *
 * <p>{@code --files} come in each round. Prints a line for each round and a verdict; ends with 1
 * when something is lost, doubled or changed. The same seed draws the same files and moments; what
 * the server is at in that moment still differs from run to run.
 */
public final class ExactlyOnceBenchmark {
  private static final Set<String> ENDS = Set.of("ready", "quarantined");
  private static final String STATES =
      "&state=arriving&state=received&state=reading&state=ready&state=filed&state=quarantined";

  /** Between two files, at most. */
  private static final int LONGEST_GAP_MILLIS = 60;

  /** The server lets a file stand still for two seconds; then the reading of the first begins. */
  private static final int LEAST_MILLIS = 8_000;

  private static final Duration READING_LIMIT = Duration.ofMinutes(10);

  private final ServerProcess server;
  private final Random random;
  private final MixedMail mail;
  private final Map<String, Mail> dropped = new LinkedHashMap<>();
  private final List<String> faults = new ArrayList<>();

  private ExactlyOnceBenchmark(ServerProcess server, long seed) {
    this.server = server;
    this.random = new Random(seed);
    this.mail = new MixedMail(new Random(seed + 1));
  }

  /**
   * @param arguments as in the class's description
   */
  public static void main(String[] arguments) throws IOException, InterruptedException {
    System.setProperty("java.awt.headless", "true");
    Map<String, String> options = new HashMap<>();
    for (int i = 0; i + 1 < arguments.length; i += 2) {
      options.put(arguments[i].replaceFirst("^--", ""), arguments[i + 1]);
    }
    int rounds = Integer.parseInt(options.getOrDefault("rounds", "10"));
    int files = Integer.parseInt(options.getOrDefault("files", "200"));
    long seed = Long.parseLong(options.getOrDefault("seed", String.valueOf(System.nanoTime())));
    System.out.println("seed " + seed);
    Path home = Files.createTempDirectory("exactly-once-");
    boolean right;
    try (ServerProcess server = ServerProcess.over(home)) {
      right = new ExactlyOnceBenchmark(server, seed).run(rounds, files);
    }
    System.out.println(
        right ? "EXACTLY ONCE: passed" : "EXACTLY ONCE: failed; everything is kept in " + home);
    if (right) {
      delete(home);
    }
    System.exit(right ? 0 : 1);
  }

  private static void delete(Path home) throws IOException {
    try (var all = Files.walk(home)) {
      for (Path path : (Iterable<Path>) all.sorted((a, b) -> b.compareTo(a))::iterator) {
        Files.delete(path);
      }
    }
  }

  private boolean run(int rounds, int files) throws IOException, InterruptedException {
    for (int round = 1; round <= rounds; round++) {
      round(round, files);
    }
    server.close();
    CommandLine.Result verified = server.verify();
    System.out.println("verify ended with " + verified.exit() + ": " + verified.output().strip());
    return faults.isEmpty() && verified.exit() == 0;
  }

  private void round(int round, int files) throws IOException, InterruptedException {
    server.start();
    List<Mail> arriving = new ArrayList<>();
    for (int i = 0; i < files; i++) {
      arriving.add(mail.draw(dropped.size() + i));
    }
    arriving.forEach(paper -> dropped.put(paper.name(), paper));
    long seed = random.nextLong();
    CompletableFuture<Void> scanner = CompletableFuture.runAsync(() -> drop(arriving, seed));
    // While they arrive, while they stand still for a while, while they are received and read.
    long arrival = (long) files * LONGEST_GAP_MILLIS / 2;
    long moment = random.nextLong(2 * arrival + LEAST_MILLIS) + 1;
    Thread.sleep(moment);
    server.killAlone();
    int left = files(server.inbox());
    scanner.join();
    long begin = System.nanoTime();
    server.start();
    double restarted = (System.nanoTime() - begin) / 1e9;
    begin = System.nanoTime();
    List<JsonNode> items = awaitRead();
    double read = (System.nanoTime() - begin) / 1e9;
    int before = faults.size();
    check(items);
    find(arriving, items);
    System.out.printf(
        Locale.ROOT,
        "round %d: %d files, killed after %.2f s with %d in the folder, ready again in %.1f s,"
            + " all %d read in %.1f s, %s%n",
        round,
        files,
        moment / 1e3,
        left,
        restarted,
        items.size(),
        read,
        faults.size() == before ? "each once" : faults.size() - before + " FAULTS");
    faults.subList(before, faults.size()).forEach(fault -> System.out.println("  " + fault));
    server.close();
  }

  /** As a scanner does: one after the other, some written in two steps. */
  private void drop(List<Mail> arriving, long seed) {
    Random gaps = new Random(seed);
    try {
      for (Mail paper : arriving) {
        Path file = server.inbox().resolve(paper.name());
        byte[] bytes = paper.bytes();
        int first = gaps.nextInt(4) == 0 ? bytes.length / 2 : bytes.length;
        Files.write(file, Arrays.copyOf(bytes, first));
        Thread.sleep(gaps.nextInt(LONGEST_GAP_MILLIS));
        if (first < bytes.length) {
          Files.write(
              file,
              Arrays.copyOfRange(bytes, first, bytes.length),
              StandardOpenOption.WRITE,
              StandardOpenOption.APPEND);
        }
      }
    } catch (IOException e) {
      throw new CompletionException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static int files(Path folder) throws IOException {
    try (var all = Files.list(folder)) {
      return (int) all.filter(Files::isRegularFile).count();
    }
  }

  private ProgramClient admin() {
    return ProgramClient.of(server.url(), "admin", ServerProcess.ADMIN_PASSWORD);
  }

  /** Everything on the desk once nothing is under way any more. */
  private List<JsonNode> awaitRead() throws IOException, InterruptedException {
    ProgramClient admin = admin();
    long end = System.nanoTime() + READING_LIMIT.toNanos();
    while (true) {
      List<JsonNode> items = items(admin);
      boolean ended =
          items.size() >= dropped.size()
              && files(server.inbox()) == 0
              && items.stream().allMatch(item -> ENDS.contains(item.path("state").asText()));
      if (ended || System.nanoTime() > end) {
        return items;
      }
      Thread.sleep(500);
    }
  }

  private static List<JsonNode> items(ProgramClient admin)
      throws IOException, InterruptedException {
    List<JsonNode> items = new ArrayList<>();
    String cursor = "";
    do {
      JsonNode page =
          admin.get(
              "intake?limit=200"
                  + STATES
                  + (cursor.isEmpty() ? "" : "&cursor=" + ProgramClient.encoded(cursor)));
      page.path("items").forEach(items::add);
      cursor = page.path("cursor").asText("");
    } while (!cursor.isEmpty() && !cursor.equals("null"));
    return items;
  }

  /** Every file ever dropped is one item, whole and at its end. */
  private void check(List<JsonNode> items) throws IOException {
    Map<String, List<JsonNode>> byName = new HashMap<>();
    for (JsonNode item : items) {
      byName.computeIfAbsent(item.path("name").asText(), key -> new ArrayList<>()).add(item);
    }
    for (Mail paper : dropped.values()) {
      List<JsonNode> found = byName.getOrDefault(paper.name(), List.of());
      if (found.size() != 1) {
        faults.add(paper.name() + " is there " + found.size() + " times");
      } else if (!found.get(0).path("sha256").asText().equals(Sha256.of(paper.bytes()))) {
        faults.add(paper.name() + " has other bytes");
      } else {
        String expected = paper.word().isEmpty() ? "quarantined" : "ready";
        String state = found.get(0).path("state").asText();
        if (!state.equals(expected)) {
          faults.add(
              paper.name() + " is " + state + ": " + found.get(0).path("explanation").asText());
        }
      }
    }
    byName.keySet().stream()
        .filter(name -> !dropped.containsKey(name))
        .forEach(name -> faults.add(name + " was never dropped"));
    int left = files(server.inbox());
    if (left > 0) {
      faults.add(left + " files are still in the watched folder");
    }
  }

  /** What came in this round is found. */
  private void find(List<Mail> arrived, List<JsonNode> items)
      throws IOException, InterruptedException {
    ProgramClient admin = admin();
    Map<String, String> ids = new HashMap<>();
    items.forEach(item -> ids.put(item.path("name").asText(), item.path("id").asText()));
    for (Mail paper : arrived) {
      String word = paper.word().isEmpty() ? paper.nameWord() : paper.word();
      JsonNode answer = admin.get("search?q=" + ProgramClient.encoded(word));
      boolean found = false;
      for (JsonNode hit : answer.path("hits")) {
        found |= hit.path("id").asText().equals(ids.get(paper.name()));
      }
      if (!found) {
        faults.add(paper.name() + " is not found by '" + word + "'");
      }
    }
  }
}
