package org.chancery.acceptance.alfresco;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.time.Duration;
import java.util.Map;
import java.util.Random;
import java.util.regex.Pattern;
import org.chancery.acceptance.alfresco.Platform.Reply;
import org.chancery.acceptance.browser.Chromium;
import org.chancery.acceptance.browser.Desk;
import org.chancery.acceptance.browser.Pictures;
import org.chancery.acceptance.fixture.Letter;
import org.chancery.acceptance.host.Client;
import org.chancery.acceptance.host.Host;
import org.chancery.acceptance.host.WithHost;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.extension.ExtendWith;

/** Taskings in Share's My Tasks: what is answered there is the tasking's answer, by its rules. */
@EnabledIfSystemProperty(named = "chancery.share", matches = ".+")
@ExtendWith({WithHost.class, Chromium.class})
class ShareTasksTest {
  private static final String PROCESSES = "/api/-default-/public/workflow/versions/1/processes";
  private static final String TASKS = "/api/-default-/public/workflow/versions/1/tasks";

  private static final Duration LIMIT = Duration.ofSeconds(60);

  private final String subject = Letter.draw(new Random(), 1).markers().get(0);

  @Test
  void aTaskingIsAnsweredInMyTasksAndItsRouteGoesOn(Host host, Browser browser) {
    RoutedFile file = RoutedFile.start(host, subject);
    try (Desk desk = Desk.of(browser, host, "supervisor")) {
      Page page = desk.page();
      String share = host.share().orElseThrow();
      myTasks(page, share);
      Locator row = row(page, file);
      assertThat(row).containsText("Assign");
      Pictures.take(page, "alfresco-my-tasks");
      row.locator("h3 a").first().click();
      page.waitForURL(Pattern.compile(".*/task-edit.*"));
      assertThat(page.locator(".form-fields").first()).containsText(file.number());
      assertThat(answer(page, "assigned")).hasText("Assigned");
      assertThat(answer(page, "no-response")).hasText("No response needed");
      assertThat(page.getByText("Open the case file"))
          .hasAttribute("href", Pattern.compile(".*/page/chancery#/case-files/" + file.id()));
      Pictures.take(page, "alfresco-task");

      // Without the comment that this answer needs, it is refused in words, and nothing is done.
      answer(page, "no-response").click();
      assertThat(page.locator(".yui-simple-dialog, .yui-panel").filter(visible()).last())
          .containsText("comment");
      assertThat(file.tasking("assign").path("state").asText()).isIn("open", "claimed");

      myTasks(page, share);
      row(page, file).locator("h3 a").first().click();
      page.waitForURL(Pattern.compile(".*/task-edit.*"));
      page.locator("textarea[name='prop_bpm_comment']").fill("For Mr. Ortega.");
      answer(page, "assigned").click();
      page.waitForURL(Pattern.compile(".*/my-tasks.*"));
      assertThat(row(page, file)).hasCount(0);
    }
    JsonNode assigned = file.tasking("assign");
    assertThat(assigned.path("state").asText()).isEqualTo("done");
    assertThat(assigned.path("outcome").asText()).isEqualTo("assigned");
    assertThat(assigned.path("comment").asText()).isEqualTo("For Mr. Ortega.");
    assertThat(assigned.path("completedBy").toString()).contains("supervisor");
    assertThat(file.tasking("draft").path("state").asText()).isEqualTo("open");
  }

  @Test
  void aTaskIsTakenUpAndGivenBackInShare(Host host, Browser browser) {
    RoutedFile file = RoutedFile.start(host, subject);
    try (Desk desk = Desk.of(browser, host, "supervisor")) {
      Page page = desk.page();
      String share = host.share().orElseThrow();
      myTasks(page, share);
      row(page, file).locator("h3 a").first().click();

      page.locator(".task-edit-header .claim button").click();
      Host.await(
          "the tasking to be claimed",
          LIMIT,
          () -> file.tasking("assign").path("state").asText().equals("claimed"));
      assertThat(file.tasking("assign").path("claimedBy").toString()).contains("supervisor");

      page.locator(".task-edit-header .release button").click();
      Host.await(
          "the tasking to be given back",
          LIMIT,
          () -> file.tasking("assign").path("state").asText().equals("open"));
      JsonNode given = file.tasking("assign");
      assertThat(given.path("claimedBy").path("name").asText()).isEmpty();
      assertThat(given.path("trail").toString()).contains("returned");
      myTasks(page, share);
      assertThat(row(page, file)).hasCount(1);
    }
  }

  @Test
  void aTemplateThatAnAdministratorDeployedIsAnsweredInMyTasks(Host host, Browser browser) {
    Client admin = host.admin();
    String key = "letterOf" + subject;
    String bpmn =
        admin.get("templates/citizenLetter").expect(200).text("bpmn").replace("citizenLetter", key);
    admin.post("templates", Map.of("bpmn", bpmn)).expect(201);
    RoutedFile file = RoutedFile.start(host, subject, key);
    try (Desk desk = Desk.of(browser, host, "supervisor")) {
      Page page = desk.page();
      myTasks(page, host.share().orElseThrow());
      assertThat(row(page, file)).containsText("Assign");
      row(page, file).locator("h3 a").first().click();
      answer(page, "assigned").click();
      page.waitForURL(Pattern.compile(".*/my-tasks.*"));
    }
    assertThat(file.tasking("assign").path("outcome").asText()).isEqualTo("assigned");
    assertThat(file.tasking("draft").path("state").asText()).isEqualTo("open");
    file.complete("drafter", "draft", "submit");
    assertThat(file.tasking("review").path("state").asText()).isEqualTo("open");
  }

  @Test
  void whatWouldLetEngineAndTaskingsDisagreeIsRefusedToEveryClient(Host host) {
    RoutedFile file = RoutedFile.start(host, subject);
    Platform admin = new ShareOffice(host).platform();
    String task =
        admin
            .get(
                TASKS
                    + "?where=(includeProcessVariables=true)&maxItems=1000&orderBy=startedAt%20DESC")
            .expect(200)
            .json()
            .path("list")
            .findValues("entry")
            .stream()
            .filter(entry -> entry.toString().contains(file.route()))
            .map(entry -> entry.path("id").asText())
            .findFirst()
            .orElseThrow();

    Reply started =
        admin.json("POST", PROCESSES, "{'processDefinitionKey':'citizenLetter','variables':{}}");
    assertThat(started.status()).isGreaterThanOrEqualTo(400);
    Reply given =
        admin.json("PUT", TASKS + "/" + task + "?select=assignee", "{'assignee':'records'}");
    assertThat(given.status()).isGreaterThanOrEqualTo(400);
    String process =
        admin.get(TASKS + "/" + task).expect(200).json().path("entry").path("processId").asText();
    assertThat(admin.json("DELETE", PROCESSES + "/" + process, "").status())
        .isGreaterThanOrEqualTo(400);

    assertThat(file.tasking("assign").path("state").asText()).isEqualTo("open");
    file.complete("supervisor", "assign", "assigned");
    assertThat(file.tasking("draft").path("state").asText()).isEqualTo("open");
  }

  private static void myTasks(Page page, String share) {
    page.navigate(share + "/page/my-tasks?visit=" + System.nanoTime());
    page.locator(".task-list .yui-dt-data").first().waitFor();
  }

  /** The line of a case file's task. */
  private static Locator row(Page page, RoutedFile file) {
    return page.locator("tr.yui-dt-rec")
        .filter(new Locator.FilterOptions().setHasText(file.number()));
  }

  private static Locator answer(Page page, String outcome) {
    return page.locator(".suggested-actions button[id$='-" + outcome + "-button']");
  }

  private static Locator.FilterOptions visible() {
    return new Locator.FilterOptions().setVisible(true);
  }
}
