package org.chancery.acceptance.alfresco;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.chancery.acceptance.alfresco.People.Person;
import org.chancery.acceptance.alfresco.Platform.Reply;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/**
 * A lock on a large folder holds from its answer on, for everything below and by every client, also
 * while others read and write there (requirement P3).
 */
@EnabledIfSystemProperty(named = "chancery.alfresco.url", matches = ".+")
class LockUnderLoadTest {
  private static final int SIZE = Integer.getInteger("chancery.alfresco.size", 10_000);
  private static final int BRANCH = 100;
  private static final int CLIENTS = 4;

  private final Platform admin = People.administrator();
  private final People people = new People(admin);
  private final Person out = people.somebody("ROLE_CLERK");
  private final Person in = people.somebody("ROLE_CLERK");
  private final String mark = "locked" + Tree.mark();
  private final Queue<String> ids = new ConcurrentLinkedQueue<>();
  private final Queue<String> branches = new ConcurrentLinkedQueue<>();
  private final Queue<String> made = new ConcurrentLinkedQueue<>();
  private final AtomicBoolean over = new AtomicBoolean();
  private final AtomicBoolean locked = new AtomicBoolean();
  private final AtomicInteger seenBefore = new AtomicInteger();
  private final AtomicInteger askedAfter = new AtomicInteger();
  private final Queue<String> shownAfter = new ConcurrentLinkedQueue<>();
  private final Queue<String> madeByTheOther = new ConcurrentLinkedQueue<>();
  private String top;

  @Test
  void fromItsAnswerOnNobodyShutOutIsAnswered() throws Exception {
    top = Tree.folder(admin, Tree.child(admin, "-root-", "Library"), mark);
    Tree.access(admin, top, true, Map.of(out.user(), "EDITOR", in.user(), "EDITOR"));
    fill();
    List<String> all = List.copyOf(ids);
    List<String> folders = List.copyOf(branches);
    ExecutorService clients = Executors.newCachedThreadPool();
    try {
      List<Future<?>> load = new ArrayList<>();
      for (int i = 0; i < 3; i++) {
        load.add(clients.submit(() -> read(all, folders)));
      }
      load.add(clients.submit(() -> write(out, folders)));
      load.add(clients.submit(() -> write(in, folders)));
      Thread.sleep(3_000);
      long begun = System.nanoTime();
      Tree.access(admin, top, false, Map.of(in.user(), "EDITOR", "admin", "COORDINATOR"));
      locked.set(true);
      System.out.println("The lock took " + (System.nanoTime() - begun) / 1_000_000 + " ms");
      Thread.sleep(15_000);
      over.set(true);
      for (Future<?> each : load) {
        each.get();
      }
    } finally {
      over.set(true);
      clients.shutdownNow();
    }
    System.out.printf(
        "%d nodes; %d answers before; %d requests after; %d made meanwhile; %d by who stays%n",
        all.size(), seenBefore.get(), askedAfter.get(), made.size(), madeByTheOther.size());
    assertThat(seenBefore).as("requests answered before the lock").hasPositiveValue();
    assertThat(askedAfter).as("requests after it").hasPositiveValue();
    assertThat(shownAfter).as("what was shown after the lock was acknowledged").isEmpty();
    assertThat(madeByTheOther).isNotEmpty();
    everythingBelowIsShut();
  }

  /** Without any half state: each node below, as of now. */
  private void everythingBelowIsShut() throws Exception {
    List<String> below = new ArrayList<>(ids);
    below.addAll(made);
    below.addAll(madeByTheOther);
    Queue<String> open = new ConcurrentLinkedQueue<>();
    Queue<String> shut = new ConcurrentLinkedQueue<>();
    inParallel(
        below,
        id -> {
          if (out.clients().get(Platform.OURS + "nodes/" + id).status() != 404) {
            open.add(id);
          }
        });
    List<String> some = new ArrayList<>(made);
    some.addAll(madeByTheOther);
    some.addAll(branches);
    inParallel(
        some,
        id -> {
          if (out.clients().get(Platform.REST + "nodes/" + id).status() < 400) {
            open.add(id);
          }
          if (in.clients().get(Platform.REST + "nodes/" + id).status() != 200) {
            shut.add(id);
          }
        });
    assertThat(open).as("nodes below that are open still").isEmpty();
    assertThat(shut).as("nodes below that who stays cannot read").isEmpty();
  }

  private void fill() throws Exception {
    List<Integer> numbers = new ArrayList<>();
    for (int i = 0; i < SIZE / BRANCH; i++) {
      numbers.add(i);
    }
    inParallel(numbers, this::branch);
  }

  private void branch(int number) {
    String branch = Tree.folder(admin, top, mark + "-" + number);
    branches.add(branch);
    ids.add(branch);
    StringBuilder leaves = new StringBuilder("[");
    for (int i = 1; i < BRANCH; i++) {
      leaves
          .append(i == 1 ? "" : ",")
          .append("{'name':'" + mark + "-leaf-" + i + "','nodeType':'cm:folder'}");
    }
    JsonNode entries =
        admin
            .json(
                "POST",
                Platform.REST + "nodes/" + branch + "/children",
                leaves.append(']').toString())
            .expect(201)
            .json()
            .path("list")
            .path("entries");
    entries.forEach(each -> ids.add(each.path("entry").path("id").asText()));
  }

  private Void read(List<String> all, List<String> folders) {
    Platform clients = out.clients();
    for (int i = ThreadLocalRandom.current().nextInt(9); !over.get(); i++) {
      String id = any(all);
      String folder = any(folders);
      String branch = mark + "-" + folders.indexOf(folder);
      switch (i % 9) {
        case 0 -> ask("REST node", id, () -> clients.get(Platform.REST + "nodes/" + id));
        case 1 ->
            ask(
                "REST children",
                mark,
                () -> clients.get(Platform.REST + "nodes/" + folder + "/children"));
        case 2 ->
            ask(
                "CMIS children",
                mark,
                () ->
                    clients.get(
                        Platform.CMIS + "?succinct=true&cmisselector=children&objectId=" + folder));
        case 3 ->
            ask(
                "CMIS object",
                mark,
                () ->
                    clients.get(
                        Platform.CMIS + "?succinct=true&cmisselector=object&objectId=" + id));
        case 4 ->
            ask(
                "WebDAV",
                mark,
                () ->
                    clients.send(
                        "PROPFIND",
                        clients.webdav("/Library/" + mark + "/" + branch),
                        "",
                        "",
                        "Depth",
                        "1"));
        case 5 -> ask("ours", id, () -> clients.get(Platform.OURS + "nodes/" + id));
        case 6 ->
            ask(
                "ours children",
                mark,
                () -> clients.get(Platform.OURS + "nodes/" + folder + "/children"));
        case 7 ->
            ask("ours search", mark, () -> clients.get(Platform.OURS + "search?q=" + mark + "*"));
        default ->
            ask(
                "Share search",
                mark,
                () -> clients.get("/s/slingshot/search?repo=true&term=" + mark + "*"));
      }
    }
    return null;
  }

  /** Whether a request that was sent after the lock's answer is answered with anything. */
  private Reply ask(String what, String shows, Callable<Reply> how) {
    boolean after = locked.get();
    Reply reply;
    try {
      reply = how.call();
    } catch (Exception e) {
      throw new IllegalStateException(what, e);
    }
    boolean shown = reply.status() < 300 && reply.text().replace("\"q\":", "").contains(shows);
    if (after) {
      askedAfter.incrementAndGet();
      if (shown) {
        shownAfter.add(
            what + ": " + reply.text().substring(0, Math.min(300, reply.text().length())));
      }
    } else if (shown) {
      seenBefore.incrementAndGet();
    }
    return reply;
  }

  private Void write(Person who, List<String> folders) {
    Platform clients = who.clients();
    boolean stays = who.equals(in);
    for (int i = 0; !over.get(); i++) {
      String folder = any(folders);
      String name = mark + "-" + Tree.mark() + ".txt";
      boolean after = locked.get();
      Reply reply =
          i % 2 == 0
              ? clients.json(
                  "POST",
                  Platform.REST + "nodes/" + folder + "/children",
                  "{'name':'" + name + "','nodeType':'cm:content'}")
              : clients.json(
                  "POST",
                  Platform.OURS + "nodes/" + folder + "/children",
                  "{'type':'cm:folder','name':'" + name + "'}");
      if (reply.status() == 201) {
        String id = reply.json().has("entry") ? Tree.id(reply) : reply.json().path("id").asText();
        (stays ? madeByTheOther : made).add(id);
        if (after && !stays) {
          shownAfter.add("made: " + reply.text());
        }
      }
    }
    return null;
  }

  private static String any(List<String> of) {
    return of.get(ThreadLocalRandom.current().nextInt(of.size()));
  }

  private interface Work<T> {
    void on(T each) throws Exception;
  }

  private static <T> void inParallel(List<T> all, Work<T> work) throws Exception {
    ExecutorService clients = Executors.newFixedThreadPool(CLIENTS);
    try {
      List<Future<?>> running = new ArrayList<>();
      for (T each : all) {
        running.add(
            clients.submit(
                () -> {
                  work.on(each);
                  return null;
                }));
      }
      for (Future<?> each : running) {
        each.get();
      }
    } catch (ExecutionException e) {
      throw new IllegalStateException(e.getCause());
    } finally {
      clients.shutdownNow();
    }
  }
}
