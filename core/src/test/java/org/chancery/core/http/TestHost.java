package org.chancery.core.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import org.chancery.core.Chancery;
import org.chancery.core.access.Role;
import org.chancery.core.access.Session;
import org.chancery.core.intake.Intake;
import org.chancery.core.memory.MemoryHost;
import org.chancery.core.memory.MemoryMailer;
import org.chancery.core.memory.MemoryOffice;
import org.chancery.core.memory.TextReader;
import org.chancery.core.repository.Caller;
import org.chancery.core.repository.Change;
import org.chancery.core.repository.Checkpoint;
import org.chancery.core.repository.NewNode;
import org.chancery.core.repository.NodeId;
import org.chancery.core.schedule.ActivityKind;
import org.chancery.core.upkeep.RecordsSettings;
import org.chancery.core.vocabulary.Cor;

/**
 * The whole API on a host in memory, with some people who use it; holds answers to openapi.yaml.
 */
final class TestHost implements AutoCloseable {
  private static final Contract CONTRACT = new Contract();
  private static final ObjectMapper JSON = new ObjectMapper();

  final MemoryHost host;
  final MemoryOffice office = new MemoryOffice();
  final TextReader reader = new TextReader();
  final MemoryMailer mailer = new MemoryMailer();

  /** What the ledger's check of itself says. */
  volatile Optional<String> ledgerProblem = Optional.empty();

  /** Where the process ends. */
  volatile Checkpoint point = Checkpoint.NONE;

  private final boolean reads;
  private final boolean mails;
  private final Path scratch;
  Chancery chancery;

  TestHost(Path scratch) {
    this(scratch, true);
  }

  /** Reads by itself, or leaves that to programs. */
  TestHost(Path scratch, boolean reads) {
    this(scratch, reads, true);
  }

  /** The same, with a mail server or without. */
  TestHost(Path scratch, boolean reads, boolean mails) {
    this(scratch, reads, mails, Clock.systemUTC());
  }

  /** The same, at a time of the test's own. */
  TestHost(Path scratch, boolean reads, boolean mails, Clock clock) {
    host = new MemoryHost(clock, Checkpoint.NONE);
    office.addProgram("admin");
    office.add("clerk", "OPA", Role.CLERK);
    office.add("supervisor", "OPA", Role.SUPERVISOR);
    office.add("stranger", "CBP", Role.CLERK, Role.SUPERVISOR);
    office.add("secretary", "EXECSEC", Role.EXECUTIVE_SECRETARY);
    office.add("reviewer", "OPA", Role.REVIEWER);
    office.add("drafter", "OPA", Role.DRAFTER);
    office.add("representative", "OPA", Role.COMPONENT_REPRESENTATIVE);
    office.add("commenter", "CBP", Role.REVIEWER);
    office.add("isso", "EXECSEC", Role.ISSO);
    this.scratch = scratch;
    this.reads = reads;
    this.mails = mails;
    begin();
    chancery.routing().templates().ship();
  }

  /** As after the end of a process: what is kept is there, and what ran begins anew. */
  void restart() {
    chancery.close();
    point = Checkpoint.NONE;
    host.queue().releaseAll("erasure");
    begin();
  }

  private void begin() {
    chancery =
        new Chancery(
            new Chancery.Ports(
                host.nodes(),
                host.contents(),
                host.versions(),
                host.permissions(),
                host,
                host.sequences(),
                host.ledger(),
                host.queue(),
                host.answers(),
                reads ? Optional.of(reader) : Optional.empty(),
                host.searcher(),
                office,
                office,
                Optional.of(office.keeper()),
                host.engine(),
                mails ? Optional.of(mailer) : Optional.empty(),
                host.model(),
                List.of(HealthChecks.ledger(() -> ledgerProblem)),
                TestHost::seal,
                each -> point.reached(each),
                host.clocks(),
                RecordsSettings.usual(),
                host.destruction(),
                host.packager(),
                host.others(),
                host.clock()),
            new Intake.Settings(
                Optional.empty(),
                Duration.ofMillis(50),
                Duration.ofMillis(20),
                scratch,
                1,
                Duration.ofSeconds(10),
                2,
                Duration.ofMillis(5),
                true));
    chancery.start();
  }

  /** The text's SHA-256: a seal that anyone can make, which is no matter here. */
  private static byte[] seal(byte[] text) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(text);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java has SHA-256", e);
    }
  }

  @Override
  public void close() {
    chancery.close();
  }

  /** A case folder whose only file was closed then, with these letters (name to text) in it. */
  String closedSince(Instant then, Client clerk, String holder, Map<String, String> letters) {
    String folder =
        clerk
            .post("/case-folders", "{'holderKind':'individual','holderName':'" + holder + "'}")
            .text("id");
    String file =
        clerk
            .post("/case-folders/" + folder + "/case-files", "{'subject':'Roof','source':'public'}")
            .text("id");
    letters.forEach(
        (name, text) -> {
          String letter = ready(clerk, name, text);
          clerk.post("/intake/" + letter + "/file", "{'caseFile':'" + file + "'}");
        });
    assertThat(clerk.post("/case-files/" + file + "/close", "{}").status()).isEqualTo(200);
    host.write(
        () -> chancery.schedule().clocks().migrated(NodeId.of(folder), then, ActivityKind.CLOSE));
    return folder;
  }

  /** Someone who sends requests. */
  final class Client {
    private final Optional<String> session;
    private final Optional<Session> basic;
    private final Map<String, String> standing = new LinkedHashMap<>();

    private Client(Optional<String> session, Optional<Session> basic) {
      this.session = session;
      this.basic = basic;
    }

    String sessionId() {
      return session.orElseThrow();
    }

    Reply get(String path) {
      return send("GET", path, Map.of(), new byte[0]);
    }

    Reply post(String path, String json, String... headers) {
      return json("POST", path, json, headers);
    }

    Reply put(String path, String json, String... headers) {
      return json("PUT", path, json, headers);
    }

    Reply delete(String path, String... headers) {
      return send("DELETE", path, map(headers), new byte[0]);
    }

    private Reply json(String method, String path, String json, String... headers) {
      Map<String, String> all = new LinkedHashMap<>(map(headers));
      all.putIfAbsent("Content-Type", "application/json");
      // For reading: single quotes in tests.
      return send(method, path, all, json.replace('\'', '"').getBytes(StandardCharsets.UTF_8));
    }

    Reply upload(String name, String content, Map<String, String> texts, String... headers) {
      return uploadTo("/documents", name, content, texts, headers);
    }

    /** The same by another route that takes a file. */
    Reply uploadTo(
        String path, String name, String content, Map<String, String> texts, String... headers) {
      StringBuilder body = new StringBuilder();
      texts.forEach(
          (field, value) ->
              body.append("--b\r\nContent-Disposition: form-data; name=\"")
                  .append(field)
                  .append("\"\r\n\r\n")
                  .append(value)
                  .append("\r\n"));
      body.append("--b\r\nContent-Disposition: form-data; name=\"file\"; filename=\"")
          .append(name)
          .append("\"\r\nContent-Type: application/octet-stream\r\n\r\n")
          .append(content)
          .append("\r\n--b--\r\n");
      Map<String, String> all = new LinkedHashMap<>(map(headers));
      all.put("Content-Type", "multipart/form-data; boundary=b");
      return send("POST", path, all, body.toString().getBytes(StandardCharsets.UTF_8));
    }

    Reply send(String method, String pathAndQuery, Map<String, String> headers, byte[] body) {
      String[] parts = pathAndQuery.split("\\?", 2);
      Map<String, List<String>> query = new LinkedHashMap<>();
      if (parts.length > 1) {
        for (String pair : parts[1].split("&")) {
          String[] both = pair.split("=", 2);
          query
              .computeIfAbsent(both[0], key -> new ArrayList<>())
              .add(URLDecoder.decode(both[1], StandardCharsets.UTF_8));
        }
      }
      Map<String, List<String>> all = new LinkedHashMap<>();
      standing.forEach((name, value) -> all.put(name, List.of(value)));
      headers.forEach((name, value) -> all.put(name, List.of(value)));
      Request request =
          new Request(
              method,
              parts[0],
              query,
              all,
              new ByteArrayInputStream(body),
              session.flatMap(office::session).or(() -> basic),
              "192.0.2.1",
              false);
      Response response = chancery.router().handle(request);
      template(method, parts[0]).ifPresent(known -> CONTRACT.hold(method, known, response));
      return new Reply(response);
    }

    Client with(String header, String value) {
      standing.put(header, value);
      return this;
    }
  }

  private static Optional<String> template(String method, String path) {
    return CONTRACT.operations().stream()
        .filter(each -> each.startsWith(method + " "))
        .map(each -> each.substring(method.length() + 1))
        .filter(each -> path.matches(each.replaceAll("\\{\\w+\\}", "[^/]+")))
        .findFirst();
  }

  private static Map<String, String> map(String... pairs) {
    Map<String, String> map = new LinkedHashMap<>();
    for (int i = 0; i < pairs.length; i += 2) {
      map.put(pairs[i], pairs[i + 1]);
    }
    return map;
  }

  /** An answer. */
  record Reply(Response response) {
    int status() {
      return response.status();
    }

    JsonNode json() {
      try {
        return JSON.readTree(bytes());
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    String text(String field) {
      return json().path(field).asText();
    }

    byte[] bytes() {
      try {
        if (response.body() instanceof Response.Stream streamed) {
          try (InputStream in = streamed.stream()) {
            return in.readNBytes((int) streamed.length());
          }
        }
        return ((Response.Bytes) response.body()).bytes();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    String body() {
      return new String(bytes(), StandardCharsets.UTF_8);
    }

    String tag() {
      return response.headers().get("ETag");
    }
  }

  Client nobody() {
    return new Client(Optional.empty(), Optional.empty());
  }

  /** Signs in, without affirming. */
  Client signedIn(String user) {
    Session session = office.open(user, MemoryOffice.PASSWORD, "test").orElseThrow();
    return new Client(Optional.of(session.id()), Optional.empty())
        .with("X-CSRF-Token", session.csrf());
  }

  /** Signs in and affirms. */
  Client as(String user) {
    Client client = signedIn(user);
    client.post("/session/affirmation", "{'accepted':true}");
    return client;
  }

  /** A program account. */
  Client program(String user) {
    Session session =
        new Session("", office.find(user).orElseThrow(), Session.Means.BASIC, false, "", 15);
    return new Client(Optional.empty(), Optional.of(session))
        .with("Chancery-Affirmation", "accepted");
  }

  /** Something to be done in a case file, as the routing of it would make. */
  String openTasking(String file, String routing, String name, String form) {
    return host.write(
        () ->
            host.nodes()
                .create(
                    Caller.ofSystem(),
                    NewNode.of(
                        NodeId.of(routing),
                        Cor.TASKING,
                        name,
                        Map.ofEntries(
                            Map.entry(Cor.TASK_FILE, file),
                            Map.entry(Cor.TASK_FORM, form),
                            Map.entry(Cor.ASSIGNEE, "clerk"),
                            Map.entry(Cor.ASSIGNEE_KIND, "person"),
                            Map.entry(Cor.TASK_ACCESS, "view"),
                            Map.entry(Cor.TASK_DUE, LocalDate.of(2026, 12, 1)),
                            Map.entry(Cor.TASK_STATE, "open"),
                            Map.entry(Cor.ASSIGNED_BY, "clerk"),
                            Map.entry(Cor.ASSIGNED_AT, Instant.EPOCH),
                            Map.entry(Cor.INSTRUCTION, "Do it"))))
                .id()
                .value());
  }

  /** Waits for what happens in the background. */
  static void await(BooleanSupplier condition) {
    long end = System.nanoTime() + Duration.ofSeconds(20).toNanos();
    while (!condition.getAsBoolean()) {
      if (System.nanoTime() > end) {
        throw new AssertionError("It did not happen");
      }
      Thread.onSpinWait();
    }
  }

  /** Makes a document a draft. */
  void markDraft(String id) {
    host.write(
        () ->
            host.nodes()
                .update(
                    Caller.ofSystem(),
                    NodeId.of(id),
                    Optional.empty(),
                    new Change(Map.of(), Set.of(), Set.of(Cor.DRAFT))));
  }

  /** Receives a letter and waits until it has been read. */
  String ready(Client client, String name, String text) {
    String id = client.upload(name, text, Map.of()).text("id");
    awaitRead();
    return id;
  }

  /** Waits until whatever was received has been read. */
  void awaitRead() {
    await(() -> host.queue().size("reading") == 0);
  }
}
