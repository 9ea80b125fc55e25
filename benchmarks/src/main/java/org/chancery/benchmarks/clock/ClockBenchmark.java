package org.chancery.benchmarks.clock;

import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.chancery.acceptance.process.ServerProcess;
import org.chancery.benchmarks.clock.DatedFolders.Kind;
import org.chancery.benchmarks.clock.DatedFolders.Made;
import org.chancery.core.Chancery;
import org.chancery.core.access.Account;
import org.chancery.core.access.Actor;
import org.chancery.core.access.Role;
import org.chancery.core.disposition.Disposition;
import org.chancery.core.disposition.Queues;
import org.chancery.core.intake.Intake;
import org.chancery.core.repository.NodeId;
import org.chancery.core.search.Indexer;
import org.chancery.standalone.ServerConfiguration;
import org.chancery.standalone.accounts.LocalAccounts;
import org.chancery.standalone.lifecycle.Running;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The daily work of records (requirement R3) as a standalone server does it, all of it: clocks that
 * run out, proposals, holds with a search, counts, reminders. Of many case folders some are due: a
 * fifth of those is not reviewed yet, the others are due for transfer or destruction, one in twenty
 * of these under a hold. Tells how long it takes and how many rows the database reads, on the day
 * itself, once more on that day, and on the next, when all that was due stands in a queue.
 *
 * <pre>
 * ClockBenchmark [--folders 100000] [--due 1000]
 * </pre>
 *
 * <p>A few folders are made by the domain, the others are copies of those ({@link Copies}); a copy
 * is compared with one more that the domain made. Ends with 1 when the first day takes more than a
 * minute, or any day reads more than what is due explains.
 */
public final class ClockBenchmark {
  private static final Instant LONG_AGO = Instant.parse("2010-06-15T15:00:00Z");
  private static final double SECONDS = 60;

  /**
   * Rows that may be read for each folder that falls due: its own nodes several times, and more.
   */
  private static final long FOR_EACH = 600;

  /** And on the days after: a folder that waits under a hold. */
  private static final long FOR_EACH_WAITING = 20;

  private static final long FOR_ALL = 20_000;
  private static final int SEARCHED = 50;

  private final JdbcClient jdbc;
  private final List<HikariDataSource> pools;
  private final Chancery chancery;
  private final Chancery.Ports ports;
  private final MovableClock clock;
  private final Actor actor;
  private final DatedFolders folders;
  private final Indexer indexer;
  private boolean held = true;

  private ClockBenchmark(ConfigurableApplicationContext server, MovableClock clock, Path scratch) {
    this.clock = clock;
    jdbc = server.getBean(JdbcClient.class);
    pools = List.copyOf(server.getBeansOfType(HikariDataSource.class).values());
    indexer = server.getBean(Indexer.class);
    Account officer =
        new Account(
            "officer",
            "Records officer",
            Set.of("EXECSEC"),
            Set.of(
                new Account.Assignment(Role.RECORDS_OFFICER, Optional.empty()),
                new Account.Assignment(Role.EXECUTIVE_SECRETARY, Optional.empty())),
            true);
    server.getBean(LocalAccounts.class).create(officer, ServerProcess.ADMIN_PASSWORD);
    actor = Actor.of(officer, "benchmark");
    // The domain on the server's ports once more, doing nothing by itself.
    server.getBean("intakeRunning", Running.class).stop();
    ports = server.getBean(Chancery.Ports.class);
    chancery = new Chancery(ports, Intake.Settings.usual(Optional.empty(), scratch));
    folders = new DatedFolders(chancery, ports, clock, actor);
  }

  /**
   * Runs it and prints the figures.
   *
   * @param args as in the class's description
   */
  public static void main(String[] args) throws IOException, InterruptedException {
    Map<String, String> options = new HashMap<>();
    for (int i = 0; i + 1 < args.length; i += 2) {
      options.put(args[i].replaceFirst("^--", ""), args[i + 1]);
    }
    int folders = Integer.parseInt(options.getOrDefault("folders", "100000"));
    int due = Integer.parseInt(options.getOrDefault("due", "1000"));
    Path place = Files.createTempDirectory("chancery-clock-benchmark-");
    boolean held;
    MovableClock clock = new MovableClock(Instant.now());
    try (ConfigurableApplicationContext server = start(place.resolve("data"), clock)) {
      Path scratch = Files.createDirectories(place.resolve("scratch"));
      held = new ClockBenchmark(server, clock, scratch).run(folders, due);
    }
    delete(place);
    System.exit(held ? 0 : 1);
  }

  /** The whole server, with this clock instead of its own. */
  private static ConfigurableApplicationContext start(Path data, MovableClock clock) {
    SpringApplication server = new SpringApplication(ServerConfiguration.class);
    server.setAllowBeanDefinitionOverriding(true);
    server.addInitializers(
        context ->
            ((GenericApplicationContext) context).registerBean("clock", Clock.class, () -> clock));
    return server.run(
        "--server.port=0",
        "--server.address=127.0.0.1",
        "--chancery.data=" + data,
        "--chancery.admin-password=" + ServerProcess.ADMIN_PASSWORD);
  }

  private static void delete(Path place) throws IOException {
    try (Stream<Path> all = Files.walk(place)) {
      for (Path path : all.sorted((one, other) -> other.compareTo(one)).toList()) {
        Files.delete(path);
      }
    }
  }

  private boolean run(int many, int due) throws InterruptedException {
    Instant today = Instant.now().plus(Duration.ofDays(1));
    Map<Kind, Integer> parted = parted(many, due);
    fill(parted, today);
    clock.set(today);
    int reviewed = parted.get(Kind.PERMANENT) + parted.get(Kind.TEMPORARY);
    int onHold = hold(parted);
    jdbc.sql("VACUUM ANALYZE").update();
    awaitIndexed();

    long begun = System.nanoTime();
    RowsRead before = read();
    long there =
        jdbc.sql(
                "SELECT folder, eligible_on FROM chancery_clock WHERE state = 'running' AND"
                    + " eligible_on <= :day ORDER BY eligible_on, folder")
            .param("day", LocalDate.ofInstant(today, ZoneOffset.UTC))
            .query((rows, n) -> rows.getString(1))
            .list()
            .size();
    System.out.printf(
        Locale.ROOT, "a bare query for what is due: %,d; %s%n", there, read().since(before));
    expect("due", due, there);

    double first = day("the first day", today, FOR_ALL + FOR_EACH * due);
    held &= first <= SECONDS;
    Queues.Counts counts = ports.transactions().read(chancery.recordsDesk().queues()::counts);
    System.out.println(counts);
    expect("awaiting review", parted.get(Kind.UNREVIEWED), counts.awaitingReview());
    expect("awaiting approval", reviewed - onHold, counts.awaitingApproval());
    expect("on hold", onHold + SEARCHED, counts.onHold());
    List<Disposition> made =
        chancery.recordsDesk().book().list(each -> true, Optional.empty(), 1000).items();
    expect(
        "named by dispositions",
        reviewed - onHold,
        made.stream().mapToInt(each -> each.counts().items()).sum());

    long waiting = FOR_ALL + FOR_EACH_WAITING * due;
    day("the same day again", today.plus(Duration.ofMinutes(20)), waiting);
    day("the next day", today.plus(Duration.ofDays(1)), waiting);
    System.out.printf(Locale.ROOT, "measured in %.0f s%n", (System.nanoTime() - begun) / 1e9);
    return held;
  }

  /** How many folders of each kind. */
  private static Map<Kind, Integer> parted(int many, int due) {
    Map<Kind, Integer> parted = new EnumMap<>(Kind.class);
    parted.put(Kind.UNREVIEWED, due / 5);
    parted.put(Kind.PERMANENT, due / 5 * 2);
    parted.put(Kind.TEMPORARY, due - due / 5 * 3);
    parted.put(Kind.OPEN, (many - due) / 5);
    parted.put(Kind.RUNNING, many - due - parted.get(Kind.OPEN));
    return parted;
  }

  private void fill(Map<Kind, Integer> parted, Instant today) {
    Instant lately = today.minus(Duration.ofDays(30));
    parted.forEach(
        (kind, many) -> {
          Instant at = kind.due() ? LONG_AGO : lately;
          String label = kind.name().toLowerCase(Locale.ROOT);
          long begun = System.nanoTime();
          Made made = folders.make(kind, at, "Holder of " + label + " 1", "Delay");
          Made other = folders.make(kind, at, "Holder of " + label + " 2", "Delay");
          new Copies(jdbc).make(made, label, 1, many - 2);
          System.out.printf(
              Locale.ROOT,
              "%,d folders, %s, in %.1f s%n",
              many,
              label,
              (System.nanoTime() - begun) / 1e9);
          UUID copy = Copies.id(jdbc, UUID.fromString(made.folder().value()), label, many - 2);
          String domain = Described.of(jdbc, UUID.fromString(other.folder().value()));
          String copied = Described.of(jdbc, copy);
          if (!domain.equals(copied)) {
            System.out.println("made by the domain:\n" + domain + "copied:\n" + copied);
            throw new IllegalStateException("A copy is not what the domain makes");
          }
        });
    // Those that the search of a hold is to find.
    for (int i = 0; i < SEARCHED; i++) {
      folders.make(Kind.RUNNING, lately, "Holder of searched " + i, "Subpoena");
    }
  }

  /** One in twenty of what is due and reviewed, half of them by the file in it. */
  private int hold(Map<Kind, Integer> parted) throws InterruptedException {
    List<NodeId> targets = new ArrayList<>();
    for (Kind kind : List.of(Kind.PERMANENT, Kind.TEMPORARY)) {
      List<NodeId> some =
          jdbc.sql(
                  """
                  SELECT n.id FROM chancery_clock c JOIN node f ON f.id = c.folder
                  JOIN node n ON n.id = f.id OR n.parent = f.key
                  WHERE c.state = 'running' AND c.reviewed AND c.series = :series
                    AND c.eligible_on < '2026-01-01' AND n.type = :type
                  ORDER BY f.key, n.key LIMIT :limit
                  """)
              .param("series", kind == Kind.PERMANENT ? "CORR-PERM" : "CORR-TEMP")
              .param("type", kind == Kind.PERMANENT ? "cor:caseFolder" : "cor:caseFile")
              .param("limit", parted.get(kind) / 20)
              .query((rows, n) -> NodeId.of(rows.getString(1)))
              .list();
      targets.addAll(some);
    }
    if (!targets.isEmpty()) {
      ports
          .transactions()
          .write(
              () -> {
                NodeId hold = chancery.holds().place(actor, "audit", "An audit of both.").id();
                chancery.holds().add(actor, hold, targets);
              });
    }
    NodeId search =
        ports
            .transactions()
            .write(() -> chancery.holds().place(actor, "litigation", "A subpoena.").id());
    awaitIndexed();
    expect("found", SEARCHED, chancery.holds().search(actor, search, "subpoena"));
    return targets.size();
  }

  private void awaitIndexed() throws InterruptedException {
    indexer.awaitCurrent();
    while (indexer.status().pending() > 0) {
      Thread.sleep(100);
    }
  }

  /** A turn of all that runs in the background; how many seconds it took. */
  private double day(String name, Instant now, long most) throws InterruptedException {
    clock.set(now);
    // The queue goes by the database's clock.
    jdbc.sql("UPDATE chancery_queue_work SET due = now() WHERE queue = 'hold-search'").update();
    RowsRead before = read();
    long begun = System.nanoTime();
    chancery.upkeep().once();
    chancery.disposing().once();
    double seconds = (System.nanoTime() - begun) / 1e9;
    RowsRead read = read().since(before);
    System.out.printf(Locale.ROOT, "%s: %.1f s; %s%n", name, seconds, read);
    if (read.all() > most) {
      System.out.printf(Locale.ROOT, "NOT HELD: more than %,d%n", most);
      held = false;
    }
    return seconds;
  }

  private RowsRead read() throws InterruptedException {
    return RowsRead.upToNow(jdbc, pools);
  }

  private void expect(String what, long wanted, long found) {
    if (wanted != found) {
      System.out.printf(Locale.ROOT, "NOT HELD: %s: %,d, not %,d%n", what, found, wanted);
      held = false;
    }
  }
}
