package org.chancery.benchmarks.desk;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.chancery.benchmarks.office.Office;
import org.chancery.benchmarks.server.JsonClient;
import org.chancery.benchmarks.server.ProgramClient;
import org.chancery.core.access.Account;
import org.chancery.core.access.Authorities;
import org.chancery.core.access.Role;

/**
 * The office on an Alfresco, entered as its people would: groups and people through the platform's
 * REST API v1, case files, taskings and all that became of them through our routes, each by whoever
 * does it in life. Nothing is overdue then, for nobody can give a suspense that is past.
 */
final class EnteredOffice {
  private static final String PASSWORD = "Benchmark-2008-office!";
  private static final String PROGRAMS = "GROUP_CHANCERY_PROGRAMS";
  private static final String SECRETARY = "bench-secretary";
  private static final int TO_A_FOLDER = 4;
  private static final int WRITERS = 2;

  private final JsonClient platform;
  private final URI routes;
  private final int components;

  /**
   * @param base the repository's address, with a slash at its end
   * @param password of {@code admin}
   */
  EnteredOffice(URI base, String password, int components) {
    this.components = components;
    routes = base.resolve("s/chancery/v1/");
    platform =
        new JsonClient(
            base.resolve("api/-default-/public/alfresco/versions/1/"), "admin:" + password);
  }

  /** Enters what of it is not there yet, and answers how to ask it. */
  DeskBenchmark.Asking enter(int files, long seed) throws IOException, InterruptedException {
    Office office = new Office(seed, LocalDate.now(ZoneOffset.UTC), components);
    people(office);
    ProgramClient reader = reader(SECRETARY);
    JsonClient secretary = client(SECRETARY);
    int there = reader.get("search?q=&type=cor:caseFile&limit=1").path("total").asInt();
    long begin = System.nanoTime();
    cases(office, there, files, secretary);
    System.out.printf(
        "%d case files were there; entered %d more, with their taskings, in %.0f s%n",
        there, Math.max(0, files - there), (System.nanoTime() - begin) / 1e9);
    List<String> routed =
        Routed.files(reader, secretary, Office.component(0), Math.min(100, files / 20));
    Map<String, ProgramClient> people = new LinkedHashMap<>();
    for (Person person : Person.values()) {
      people.put(person.toString(), reader(Office.user(Office.component(0), person.number())));
    }
    return new DeskBenchmark.Asking(people, reader, routed);
  }

  private ProgramClient reader(String user) {
    return new ProgramClient(routes, user, PASSWORD);
  }

  private JsonClient client(String user) {
    return new JsonClient(routes, user + ":" + PASSWORD);
  }

  /** Makes groups and people, where they are not there yet. */
  private void people(Office office) throws IOException, InterruptedException {
    group(PROGRAMS, "Programs");
    for (Account person : office.staff()) {
      String component = person.firstComponent().orElseThrow();
      String all = Authorities.component(component);
      group(all, "Component " + component);
      Role role = person.roles().iterator().next();
      String here = Authorities.roleIn(component, role);
      group(Authorities.role(role), role.label());
      if (group(here, role.label() + " of " + component)) {
        member(all, here, "GROUP");
        member(Authorities.role(role), here, "GROUP");
      }
      person(person.user(), person.displayName(), here);
    }
    group(Authorities.role(Role.EXECUTIVE_SECRETARY), Role.EXECUTIVE_SECRETARY.label());
    person(SECRETARY, "Executive secretary", Authorities.role(Role.EXECUTIVE_SECRETARY));
  }

  /** Makes a group; false when it is there. */
  private boolean group(String name, String label) throws IOException, InterruptedException {
    if (platform.has("groups/" + name)) {
      return false;
    }
    platform.post("groups", Map.of("id", name.substring("GROUP_".length()), "displayName", label));
    return true;
  }

  private void member(String group, String member, String kind)
      throws IOException, InterruptedException {
    platform.post("groups/" + group + "/members", Map.of("id", member, "memberType", kind));
  }

  private void person(String user, String name, String group)
      throws IOException, InterruptedException {
    if (platform.has("people/" + user)) {
      return;
    }
    platform.post(
        "people",
        Map.of(
            "id",
            user,
            "firstName",
            name.split(" ", 2)[0],
            "lastName",
            name.split(" ", 2)[1],
            "email",
            user + "@office.invalid",
            "password",
            PASSWORD));
    member(group, user, "PERSON");
    member(PROGRAMS, user, "PERSON");
  }

  private void cases(Office office, int there, int files, JsonClient secretary)
      throws IOException, InterruptedException {
    Map<String, JsonClient> staff = new HashMap<>();
    office.staff().forEach(person -> staff.put(person.user(), client(person.user())));
    for (int number = 0; number < there; number++) {
      office.next(number);
    }
    ExecutorService writers = Executors.newFixedThreadPool(WRITERS);
    try {
      List<Future<Void>> folders = new ArrayList<>();
      for (int first = there; first < files; first += TO_A_FOLDER) {
        List<Office.CaseFile> batch = new ArrayList<>();
        for (int number = first; number < Math.min(files, first + TO_A_FOLDER); number++) {
          batch.add(office.next(number));
        }
        folders.add(writers.submit(() -> folder(batch, secretary, staff)));
      }
      for (Future<Void> folder : folders) {
        folder.get();
      }
    } catch (ExecutionException e) {
      throw new IOException("The office cannot be entered", e.getCause());
    } finally {
      writers.shutdownNow();
    }
  }

  private Void folder(
      List<Office.CaseFile> files, JsonClient secretary, Map<String, JsonClient> staff)
      throws IOException, InterruptedException {
    String holder = "Holder " + files.get(0).number();
    String folder =
        secretary
            .post("case-folders", Map.of("holderKind", "individual", "holderName", holder))
            .path("id")
            .asText();
    for (Office.CaseFile file : files) {
      file(folder, file, secretary, staff);
    }
    return null;
  }

  private void file(
      String folder, Office.CaseFile file, JsonClient secretary, Map<String, JsonClient> staff)
      throws IOException, InterruptedException {
    Map<String, Object> values = new HashMap<>();
    values.put("subject", file.subject());
    values.put("source", file.source());
    values.put("component", List.of(file.component()));
    values.put("dateReceived", file.received().toString());
    file.due().ifPresent(day -> values.put("dueDate", day.toString()));
    String id =
        secretary.post("case-folders/" + folder + "/case-files", values).path("id").asText();
    JsonClient supervisor = staff.get(Office.user(file.component(), Office.SUPERVISOR));
    for (Office.Tasking tasking : file.taskings()) {
      tasking(id, tasking, supervisor, staff);
    }
    if (file.closed().isPresent()) {
      supervisor.post("case-files/" + id + "/close", Map.of("resolution", "Answered."));
    }
  }

  private static void tasking(
      String file, Office.Tasking tasking, JsonClient supervisor, Map<String, JsonClient> staff)
      throws IOException, InterruptedException {
    long days = ChronoUnit.DAYS.between(tasking.given(), tasking.due());
    JsonNode made =
        supervisor.post(
            "case-files/" + file + "/taskings",
            Map.of(
                "assignee",
                tasking.assignee(),
                "instruction",
                "Draft an answer and have it cleared by the suspense.",
                "due",
                LocalDate.now(ZoneOffset.UTC).plusDays(days).toString(),
                "access",
                "edit"));
    if (tasking.person().isEmpty()) {
      return;
    }
    JsonClient doer = staff.get(Office.user(tasking.component(), tasking.person().get()));
    String path = "taskings/" + made.path("id").asText();
    long revision = made.path("revision").asLong();
    if (tasking.done().isPresent()) {
      doer.post(path + "/complete", revision, Map.of("outcome", "done"));
    } else if (tasking.role().isPresent()) {
      doer.post(path + "/claim", revision, Map.of());
    }
  }
}
