package org.chancery.acceptance;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Frame;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.regex.Pattern;
import org.chancery.acceptance.browser.Chromium;
import org.chancery.acceptance.browser.Desk;
import org.chancery.acceptance.browser.Keyboard;
import org.chancery.acceptance.browser.Pictures;
import org.chancery.acceptance.fixture.Letter;
import org.chancery.acceptance.fixture.Paper;
import org.chancery.acceptance.host.Client;
import org.chancery.acceptance.host.Host;
import org.chancery.acceptance.host.IntakeDesk;
import org.chancery.acceptance.host.WithHost;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Routes, taskings and desks as people see them. */
@ExtendWith({WithHost.class, Chromium.class})
class RoutingInChromiumTest {
  private static final String FEMA = "GROUP_COMPONENT_FEMA";

  private final Random random = new Random();

  @Test
  void aLetterIsAssignedInAtMostFiveActionsWithTheKeyboardAlone(Host host, Browser browser) {
    Letter letter = Letter.draw(random, 1);
    String name = "assigned-" + letter.markers().get(0) + ".txt";
    Client clerk = host.person("femaclerk");
    clerk.upload(name, Paper.plainText(letter), Map.of("component", "FEMA")).expect(201);
    String id = new IntakeDesk(clerk).await(name, "ready").path("id").asText();
    try (Desk desk = Desk.of(browser, host, "femaclerk")) {
      desk.go("/intake/" + id);
      assertThat(desk.view().getByText("Where does it belong?")).isVisible();
      Keyboard keys = new Keyboard(desk.page());

      keys.press("n");
      Locator source = desk.view().getByLabel(Pattern.compile("^Source"));
      assertThat(source).isFocused();
      keys.type("Congress");
      keys.press("Control+Enter");
      assertThat(button(desk, "^Route it")).isFocused();
      desk.assertNothingSerious();
      Pictures.take(desk.page(), "route-it");
      keys.press("Enter");

      assertThat(desk.view().getByText(Pattern.compile("is under way\\.$"))).isVisible();
      assertThat(keys.actions()).isLessThanOrEqualTo(5);
      assertThat(desk.errors()).isEmpty();
    }
    String caseFile = clerk.get("intake/" + id).expect(200).text("caseFile");
    JsonNode route =
        clerk.get("case-files/" + caseFile + "/routes").expect(200).list("items").get(0);
    assertThat(route.path("template").asText()).isEqualTo("congressionalInquiry");
    assertThat(route.path("taskings")).isNotEmpty();
  }

  @Test
  void aSupervisorClaimsAndAnswersAtTheDeskWithTheKeyboard(Host host, Browser browser) {
    Client clerk = host.person("femaclerk");
    String caseFile = routedFile(clerk);
    String tasking = openTasking(clerk, caseFile);
    try (Desk desk = Desk.of(browser, host, "supervisor")) {
      desk.go("/?view=group&tasking=" + tasking);
      Keyboard keys = new Keyboard(desk.page());
      assertThat(button(desk, "^Claim")).isVisible();
      desk.assertNothingSerious();
      Pictures.take(desk.page(), "my-desk");

      keys.press("c");
      assertThat(desk.view().getByText(Pattern.compile("is yours now"))).isVisible();
      assertThat(button(desk, "^Claim")).isHidden();
      keys.press("a");
      assertThat(desk.view().getByLabel("Comment")).isFocused();
      keys.type("For the drafters.");
      button(desk, "^Assigned").press("Enter");

      assertThat(desk.view().getByText("Done.", new Frame.GetByTextOptions().setExact(true)))
          .isVisible();
      assertThat(desk.errors()).isEmpty();
    }
    JsonNode route =
        clerk.get("case-files/" + caseFile + "/routes").expect(200).list("items").get(0);
    assertThat(route.path("standing").path("active").toString()).contains("draft");
  }

  @Test
  void aCaseFileShowsWhereItsRouteStands(Host host, Browser browser) {
    String caseFile = routedFile(host.person("femaclerk"));
    try (Desk desk = Desk.of(browser, host, "femaclerk")) {
      desk.go("/case-files/" + caseFile);
      Locator routing =
          desk.view().getByRole(AriaRole.REGION, new Frame.GetByRoleOptions().setName("Routing"));

      assertThat(routing.getByText("At: Assign.")).isVisible();
      assertThat(routing.locator(".bpmn-active[data-element-id=assign]")).isVisible();
      assertThat(routing.locator(".bpmn-visited[data-element-id=start]")).isVisible();
      button(desk, "^The steps in words").click();
      assertThat(routing.locator("[aria-current=step]")).containsText("Assign");
      desk.assertNothingSerious();
      routing.scrollIntoViewIfNeeded();
      Pictures.take(desk.page(), "routing");
      assertThat(desk.errors()).isEmpty();
    }
  }

  @Test
  void aRouteIsStartedFromTheCaseFile(Host host, Browser browser) {
    Client clerk = host.person("femaclerk");
    String caseFile = file(clerk);
    try (Desk desk = Desk.of(browser, host, "femaclerk")) {
      desk.go("/case-files/" + caseFile);
      button(desk, "^Start a route").click();
      assertThat(button(desk, "^Start the route")).isFocused();
      desk.assertNothingSerious();
      Pictures.take(desk.page(), "start-a-route");
      desk.page().keyboard().press("Enter");

      assertThat(desk.view().getByText("At: Assign.")).isVisible();
      assertThat(desk.errors()).isEmpty();
    }
  }

  @Test
  void whoComesSecondSeesWhatHasChangedAndKeepsTheText(Host host, Browser browser) {
    Client clerk = host.person("femaclerk");
    String caseFile = file(clerk);
    String tasking =
        clerk
            .post(
                "case-files/" + caseFile + "/taskings",
                Map.of(
                    "assignee", "supervisor",
                    "instruction", "Call the county office",
                    "due", "2031-03-03",
                    "access", "edit"))
            .expect(201)
            .text("id");
    try (Desk desk = Desk.of(browser, host, "supervisor")) {
      desk.go("/?view=mine&tasking=" + tasking);
      desk.view().getByLabel("Comment").fill("Half an hour of work");

      clerk
          .post(
              "taskings/" + tasking + "/extend",
              Map.of("due", "2031-03-10", "reason", "The office is closed"),
              "If-Match",
              "\"" + clerk.get("taskings/" + tasking).expect(200).json().path("revision") + "\"")
          .expect(200);
      button(desk, "^Done$").click();

      assertThat(desk.view().getByText("Somebody else has changed this meanwhile")).isVisible();
      assertThat(desk.view().getByRole(AriaRole.CELL).getByText("Mar 10, 2031")).isVisible();
      assertThat(desk.view().getByLabel("Comment")).hasValue("Half an hour of work");
      desk.assertNothingSerious();
      Pictures.take(desk.page(), "somebody-was-faster");
      button(desk, "^Do it all the same").click();

      assertThat(desk.view().getByText("Done.", new Frame.GetByTextOptions().setExact(true)))
          .isVisible();
      assertThat(desk.errors()).isEmpty();
    }
    JsonNode done = clerk.get("taskings/" + tasking).expect(200).json();
    assertThat(done.path("comment").asText()).isEqualTo("Half an hour of work");
    assertThat(done.path("due").asText()).isEqualTo("2031-03-10");
  }

  @Test
  void aMessageIsNewUntilItIsRead(Host host, Browser browser) {
    Client clerk = host.person("femaclerk");
    String caseFile = routedFile(clerk);
    clerk
        .post(
            "case-files/" + caseFile + "/messages",
            Map.of("to", List.of("supervisor"), "text", "Has she written before?"))
        .expect(201);
    try (Desk desk = Desk.of(browser, host, "supervisor")) {
      desk.go("/case-files/" + caseFile + "?routing=notes");
      Locator tab =
          desk.view()
              .getByRole(
                  AriaRole.TAB, new Frame.GetByRoleOptions().setName(Pattern.compile("Messages")));
      assertThat(tab).containsText("1 new");
      tab.click();

      assertThat(desk.view().getByText("Has she written before?")).isVisible();
      assertThat(tab).not().containsText("new");
      desk.assertNothingSerious();
      desk.go("/case-files/" + caseFile);
      assertThat(tab).containsText("Messages (1)");
      assertThat(tab).not().containsText("new");
      assertThat(desk.errors()).isEmpty();
    }
  }

  @Test
  void templatesAreShownAndOneThatIsAScriptIsRefusedWithReasons(Host host, Browser browser) {
    try (Desk desk = Desk.open(browser, host)) {
      desk.signIn(host.adminUser(), host.adminPassword());
      desk.affirm();
      desk.go("/templates");
      assertThat(desk.view().getByText("Citizen letter").first()).isVisible();
      desk.assertNothingSerious();

      button(desk, "^Deploy a template").click();
      desk.view()
          .locator("input[type=file]")
          .setInputFiles(
              new FilePayload(
                  "script.bpmn20.xml", "application/xml", SCRIPT.getBytes(StandardCharsets.UTF_8)));
      button(desk, "^Deploy$").click();

      assertThat(
              desk.view()
                  .getByRole(AriaRole.ROWHEADER)
                  .getByText("evil", new Locator.GetByTextOptions().setExact(true)))
          .isVisible();
      desk.assertNothingSerious();
      Pictures.take(desk.page(), "template-refused");

      desk.go("/templates/congressionalInquiry");
      assertThat(desk.view().locator(".diagram [data-element-id=assign]").first()).isVisible();
      desk.assertNothingSerious();
      Pictures.take(desk.page(), "template");
      assertThat(desk.errors()).isEmpty();
    }
  }

  @Test
  void eachRoleBeginsAtWhatIsTheirs(Host host, Browser browser) {
    routedFile(host.person("femaclerk"));
    Map<String, String> begins =
        Map.of("clerk", "Intake desk", "supervisor", "My desk", "isso", "Ledger");
    begins.forEach(
        (user, heading) -> {
          try (Desk desk = Desk.of(browser, host, user)) {
            assertThat(
                    desk.view()
                        .getByRole(
                            AriaRole.HEADING,
                            new Frame.GetByRoleOptions().setLevel(1).setName(heading)))
                .isVisible();
          }
        });
  }

  private static Locator button(Desk desk, String name) {
    return desk.view()
        .getByRole(AriaRole.BUTTON, new Frame.GetByRoleOptions().setName(Pattern.compile(name)));
  }

  private String file(Client clerk) {
    String holder = "Routed, " + Letter.draw(random, 1).markers().get(0);
    String folder =
        clerk
            .post("case-folders", Map.of("holderKind", "individual", "holderName", holder))
            .expect(201)
            .text("id");
    return clerk
        .post(
            "case-folders/" + folder + "/case-files",
            Map.of("subject", "Delay of " + holder, "source", "public"))
        .expect(201)
        .text("id");
  }

  /** A file of FEMA's that has just been started on its way. */
  private String routedFile(Client clerk) {
    String caseFile = file(clerk);
    clerk
        .post(
            "case-files/" + caseFile + "/routes", Map.of("template", "citizenLetter", "lead", FEMA))
        .expect(201);
    return caseFile;
  }

  private static String openTasking(Client client, String caseFile) {
    return client.get("case-files/" + caseFile + "/taskings").expect(200).list("items").stream()
        .filter(tasking -> tasking.path("state").asText().equals("open"))
        .findFirst()
        .orElseThrow()
        .path("id")
        .asText();
  }

  private static final String SCRIPT =
      """
      <?xml version="1.0" encoding="UTF-8"?>
      <definitions id="d" xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL"
          targetNamespace="http://chancery.org/routing">
        <process id="scripted" name="Scripted" isExecutable="true">
          <startEvent id="start"/>
          <sequenceFlow id="toEvil" sourceRef="start" targetRef="evil"/>
          <scriptTask id="evil" name="Anything" scriptFormat="javascript">
            <script>java.lang.System.exit(1)</script>
          </scriptTask>
          <sequenceFlow id="toEnd" sourceRef="evil" targetRef="end"/>
          <endEvent id="end"/>
        </process>
      </definitions>
      """;
}
