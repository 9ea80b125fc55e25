package org.chancery.benchmarks.desk;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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

  /** Enters it, unless it is there, and answers how to ask it. */
  DeskBenchmark.Asking enter(int files, long seed) throws IOException, InterruptedException {
    Office office = new Office(seed, LocalDate.now(ZoneOffset.UTC), components);
    boolean fresh = people(office);
    JsonClient secretary = client(SECRETARY);
    if (fresh) {
      long begin = System.nanoTime();
      cases(office, files, secretary);
      System.out.printf(
          "entered %d case files and their taskings in %.0f s%n",
          files, (System.nanoTime() - begin) / 1e9);
    }
    ProgramClient reader = reader(SECRETARY);
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

  /** Makes groups and people; false when they are there. */
  private boolean people(Office office) throws IOException, InterruptedException {
    if (platform.has("people/" + SECRETARY)) {
      return false;
    }
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
    // Last of all: who finds the secretary finds everybody.
    group(Authorities.role(Role.EXECUTIVE_SECRETARY), Role.EXECUTIVE_SECRETARY.label());
    person(SECRETARY, "Executive secretary", Authorities.role(Role.EXECUTIVE_SECRETARY));
    return true;
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

  private void cases(Office office, int files, JsonClient secretary)
      throws IOException, InterruptedException {
    Map<String, JsonClient> staff = new HashMap<>();
    office.staff().forEach(person -> staff.put(person.user(), client(person.user())));
    String folder = "";
    for (int number = 0; number < files; number++) {
      if (number % 4 == 0) {
        folder =
            secretary
                .post(
                    "case-folders",
                    Map.of("holderKind", "individual", "holderName", "Holder " + number))
                .path("id")
                .asText();
      }
      file(folder, office.next(number), secretary, staff);
    }
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
