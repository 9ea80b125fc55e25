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
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.regex.Pattern;
import org.chancery.acceptance.browser.Chromium;
import org.chancery.acceptance.browser.Desk;
import org.chancery.acceptance.browser.Pictures;
import org.chancery.acceptance.fixture.Letter;
import org.chancery.acceptance.host.Client;
import org.chancery.acceptance.host.Host;
import org.chancery.acceptance.host.WithHost;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * What a records officer sees and does: the file plan, series, holds, the desk (R1, R2, R5, R10).
 */
@ExtendWith({WithHost.class, Chromium.class})
class RecordsDeskInChromiumTest {
  /** Of this test alone: the queues may hold any number of other folders. */
  private final String routine = "ROUTINE-" + (100_000 + new Random().nextInt(900_000));

  private final String mark = Letter.draw(new Random(), 1).markers().get(0);

  @Test
  void theFilePlanIsTriedBeforeItIsChanged(Host host, Browser browser) {
    try (Desk desk = Desk.of(browser, host, "records")) {
      desk.go("/records/file-plan");
      assertThat(row(desk, "CORR-PERM")).containsText("To the National Archives");
      assertThat(row(desk, "CORR-TEMP")).containsText("10 years after the latest activity");
      desk.assertNothingSerious();
      Pictures.take(desk.page(), "file-plan");

      desk.button("Change the plan…").click();
      choose(desk, "code,title\nA,B\n");
      assertThat(desk.view().getByText(Pattern.compile("correct the table"))).isVisible();
      assertThat(desk.button("Change the plan").last()).not().hasText("Change the plan");
      desk.assertNothingSerious();
      Pictures.take(desk.page(), "file-plan-faults");

      String plan = host.person("records").get("file-plan?format=csv").expect(200).text();
      choose(desk, plan.strip().replace("EXAMPLE-3", "EXAMPLE-3-" + mark) + "\n");
      assertThat(desk.heading("What would change")).isVisible();
      assertThat(desk.view().getByRole(AriaRole.DIALOG)).containsText("EXAMPLE-3-" + mark);
      field(desk, "Why").fill("The authority's number was corrected.");
      desk.assertNothingSerious();
      desk.view()
          .getByRole(
              AriaRole.BUTTON,
              new Frame.GetByRoleOptions().setName("Change the plan").setExact(true))
          .click();
      assertThat(row(desk, "SYSTEM-DOC")).containsText("EXAMPLE-3-" + mark);
      assertThat(desk.view().getByText("The authority's number was corrected.").first())
          .isVisible();
      assertThat(desk.errors()).isEmpty();
    }
  }

  @Test
  void aFolderTellsWhyItIsKeptAndASeriesIsAppliedAndTakenBack(Host host, Browser browser) {
    Client secretary = host.person("secretary");
    String folder = folder(secretary);
    String file = file(secretary, folder);
    secretary.post("case-files/" + file + "/close", Map.of()).expect(200);
    try (Desk desk = Desk.of(browser, host, "secretary")) {
      desk.go("/case-folders/" + folder);
      Locator card = region(desk, "How long it is kept");
      assertThat(card).containsText("transferred to the National Archives");
      assertThat(card).containsText("Awaits review");
      assertThat(card.getByRole(AriaRole.IMG)).isVisible();
      desk.assertNothingSerious();
      Pictures.take(desk.page(), "retention");

      desk.button("Apply series").click();
      field(desk, "Series").selectOption("CORR-TEMP");
      field(desk, "Why").fill("Routine requests alone.");
      desk.assertNothingSerious();
      desk.button("Apply the series").click();
      assertThat(card).containsText("CORR-TEMP");
      assertThat(card).containsText("Routine requests alone.");
      assertThat(series(secretary, file)).isEqualTo("CORR-TEMP");

      desk.button("Undo").click();
      assertThat(card).containsText("CORR-PERM");
      assertThat(series(secretary, file)).isEqualTo("CORR-PERM");

      desk.go("/case-files/" + file);
      assertThat(region(desk, "How long it is kept")).containsText("counted for the whole of");
      assertThat(desk.errors()).isEmpty();
    }
  }

  @Test
  void aHoldIsPlacedOnAFolderSeenThereAndReleased(Host host, Browser browser) {
    Client secretary = host.person("secretary");
    String folder = folder(secretary);
    file(secretary, folder);
    try (Desk desk = Desk.of(browser, host, "records")) {
      desk.go("/case-folders/" + folder);
      desk.view()
          .getByRole(AriaRole.BUTTON, new Frame.GetByRoleOptions().setName("Hold").setExact(true))
          .click();
      desk.view().getByText("FOIA request", new Frame.GetByTextOptions().setExact(true)).click();
      field(desk, "Why").fill("Request " + mark);
      desk.assertNothingSerious();
      Pictures.take(desk.page(), "put-on-hold");
      desk.button("Put on hold").click();
      assertThat(region(desk, "How long it is kept")).containsText("On hold: FOIA request");
      assertThat(secretary.delete("nodes/" + folder).status()).isNotEqualTo(204);

      desk.go("/records/holds");
      desk.assertNothingSerious();
      Pictures.take(desk.page(), "holds");
      desk.view()
          .getByRole(AriaRole.LINK, new Frame.GetByRoleOptions().setName("Request " + mark))
          .click();
      assertThat(region(desk, "What it is on")).containsText(mark + ", Ada");
      desk.button("Release the whole hold").click();
      field(desk, "Why").fill("Answered.");
      desk.assertNothingSerious();
      desk.view()
          .getByRole(
              AriaRole.BUTTON, new Frame.GetByRoleOptions().setName("Release").setExact(true))
          .click();
      assertThat(desk.view().getByText("Ended", new Frame.GetByTextOptions().setExact(true)))
          .isVisible();
      assertThat(desk.errors()).isEmpty();
    }
    assertThat(secretary.get("nodes/" + folder + "/retention").expect(200).list("holds").isEmpty())
        .isTrue();
  }

  @Test
  void aHoldIsPlacedOnASearchWhoseMatchesAreShownBefore(Host host, Browser browser) {
    Client secretary = host.person("secretary");
    String folder = folder(secretary);
    String file = file(secretary, folder);
    secretary.getIndexed("search?q=" + mark).expect(200);
    try (Desk desk = Desk.of(browser, host, "records")) {
      desk.go("/records/holds");
      desk.button("Place a hold").click();
      desk.view()
          .getByRole(AriaRole.DIALOG)
          .getByText("Litigation", new Locator.GetByTextOptions().setExact(true))
          .click();
      field(desk, "On all that matches").fill(mark);
      assertThat(desk.view().getByText(Pattern.compile("that you can see match")).first())
          .isVisible();
      field(desk, "Why").fill("Case 26-" + mark);
      desk.assertNothingSerious();
      Pictures.take(desk.page(), "place-a-hold");
      desk.button("Place the hold").click();
      assertThat(desk.heading("Case 26-" + mark)).isVisible();
      assertThat(region(desk, "What it is on")).containsText(mark);
      assertThat(secretary.get("nodes/" + file + "/retention").expect(200).list("holds"))
          .anyMatch(hold -> hold.path("kind").asText().equals("litigation"));
      desk.button("Undo").click();
      assertThat(desk.view().getByText("Ended", new Frame.GetByTextOptions().setExact(true)))
          .isVisible();
      assertThat(desk.errors()).isEmpty();
    }
  }

  @Test
  void aFolderIsReviewedApprovedByTwoAndDestroyedAndAStubStays(Host host, Browser browser) {
    Client secretary = host.person("secretary");
    // For the report: it has a row for what there is, and no other test need have made any.
    file(secretary, folder(secretary));
    due(host.admin(), secretary, mark + ", Ada");
    try (Desk desk = Desk.of(browser, host, "secretary")) {
      desk.go("/records?queue=awaiting-review&series=" + routine);
      check(desk, mark + ", Ada");
      desk.assertNothingSerious();
      Pictures.take(desk.page(), "records-desk");
      desk.button("Temporary…").click();
      field(desk, "Series").selectOption(routine);
      field(desk, "Why").fill("A routine request, answered.");
      desk.assertNothingSerious();
      desk.button("They are temporary").click();
      assertThat(desk.view().getByText("1 folder reviewed as temporary.")).isVisible();
      assertThat(desk.errors()).isEmpty();
    }
    host.admin().post("records/run-clock", Map.of()).expect(200);
    try (Desk desk = Desk.of(browser, host, "records")) {
      assertThat(desk.heading("Records desk")).isVisible();
      desk.go("/records?queue=awaiting-approval&series=" + routine);
      Locator proposed = row(desk, mark + ", Ada");
      assertThat(proposed).containsText("Proposed");
      desk.assertNothingSerious();
      proposed.getByRole(AriaRole.LINK).last().click();
      assertThat(desk.view().getByText("2 approvals are needed")).isVisible();
      approve(desk, "Approve");
      assertThat(desk.view().getByText("One more approval is needed")).isVisible();
      assertThat(desk.button("Approve…")).not().isVisible();
      desk.assertNothingSerious();
      Pictures.take(desk.page(), "disposition");

      String id = desk.page().url().replaceAll(".*/", "");
      host.admin()
          .post("dispositions/" + id + "/approve", Map.of("reason", "Looked at, too."))
          .expect(200);
      Host.await(
          "the disposition is done",
          Duration.ofMinutes(3),
          () ->
              host.admin().get("dispositions/" + id).json().path("state").asText().equals("DONE"));
      desk.go("/records/dispositions/" + id);
      assertThat(
              desk.view()
                  .getByRole(AriaRole.LINK, new Frame.GetByRoleOptions().setName("Certificate")))
          .isVisible();
      assertThat(desk.view().getByText(Pattern.compile("^Disposed of ")).first()).isVisible();
      assertThat(desk.view().getByText(mark)).hasCount(0);
      desk.assertNothingSerious();
      Pictures.take(desk.page(), "disposition-done");

      desk.go("/records/disposed?q=" + routine);
      assertThat(row(desk, routine)).containsText("Destroyed");
      desk.assertNothingSerious();
      Pictures.take(desk.page(), "disposed");
      desk.go("/records/reports");
      assertThat(row(desk, "CORR-PERM")).isVisible();
      desk.assertNothingSerious();
      Pictures.take(desk.page(), "records-reports");
      assertThat(desk.errors()).isEmpty();
    }
  }

  @Test
  void aProposalIsRejectedUntilADay(Host host, Browser browser) {
    Client secretary = host.person("secretary");
    String folder = due(host.admin(), secretary, mark + ", Eve");
    host.admin()
        .post(
            "reviews",
            Map.of(
                "folders",
                List.of(folder),
                "decision",
                "temporary",
                "series",
                routine,
                "reason",
                "Routine"))
        .expect(200);
    String id =
        host.admin()
            .post("dispositions", Map.of("folders", List.of(folder), "reason", "By hand"))
            .expect(201)
            .text("id");
    try (Desk desk = Desk.of(browser, host, "records")) {
      desk.go("/records/dispositions/" + id);
      check(desk, mark + ", Eve");
      desk.button("Reject 1 folder…").click();
      field(desk, "Why").fill("Still asked for.");
      desk.assertNothingSerious();
      desk.view()
          .getByRole(AriaRole.BUTTON, new Frame.GetByRoleOptions().setName("Reject").setExact(true))
          .click();
      assertThat(desk.view().getByText(Pattern.compile("^Rejected; proposed again after")))
          .isVisible();
      assertThat(desk.errors()).isEmpty();
    }
    assertThat(secretary.get("nodes/" + folder + "/retention").expect(200).text("state"))
        .isEqualTo("eligible");
  }

  /** A folder whose time is over today, under a series of its own that waits for no day. */
  private String due(Client admin, Client clerk, String holder) {
    String plan = admin.get("file-plan?format=csv").expect(200).text().strip();
    String line =
        routine + ",Routine requests,EXAMPLE-9,example,,temporary,last-activity,,0,days,destroy,";
    admin
        .post(
            "file-plan",
            Map.of("csv", plan + "\n" + line + "It was answered.\n", "reason", "Routine"))
        .expect(200);
    String folder =
        clerk
            .post("case-folders", Map.of("holderKind", "individual", "holderName", holder))
            .expect(201)
            .text("id");
    String file =
        clerk
            .post(
                "case-folders/" + folder + "/case-files",
                Map.of("subject", "A question of " + holder, "source", "public"))
            .expect(201)
            .text("id");
    clerk.post("case-files/" + file + "/close", Map.of()).expect(200);
    admin
        .put("nodes/" + folder + "/series", Map.of("series", routine, "reason", "Routine"))
        .expect(200);
    admin.post("records/run-clock", Map.of()).expect(200);
    return folder;
  }

  private static void check(Desk desk, String folder) {
    desk.view().getByLabel("Choose " + folder).check();
  }

  private static void approve(Desk desk, String button) {
    desk.button("Approve…").click();
    field(desk, "Why").fill("Each folder was looked at.");
    desk.assertNothingSerious();
    desk.view()
        .getByRole(AriaRole.BUTTON, new Frame.GetByRoleOptions().setName(button).setExact(true))
        .click();
  }

  private static void choose(Desk desk, String csv) {
    desk.view()
        .locator("dialog input[type=file]")
        .setInputFiles(
            new FilePayload("plan.csv", "text/csv", csv.getBytes(StandardCharsets.UTF_8)));
  }

  private static Locator row(Desk desk, String text) {
    return desk.view()
        .getByRole(AriaRole.ROW)
        .filter(new Locator.FilterOptions().setHasText(text))
        .first();
  }

  private static Locator region(Desk desk, String name) {
    return desk.view()
        .getByRole(AriaRole.REGION, new Frame.GetByRoleOptions().setName(name).setExact(true));
  }

  private static Locator field(Desk desk, String label) {
    return desk.view().getByLabel(Pattern.compile("^" + label)).first();
  }

  private String folder(Client clerk) {
    return clerk
        .post("case-folders", Map.of("holderKind", "individual", "holderName", mark + ", Ada"))
        .expect(201)
        .text("id");
  }

  private String file(Client clerk, String folder) {
    return clerk
        .post(
            "case-folders/" + folder + "/case-files",
            Map.of("subject", "The well of " + mark, "source", "public"))
        .expect(201)
        .text("id");
  }

  private static String series(Client client, String id) {
    JsonNode retention = client.get("nodes/" + id + "/retention").expect(200).json();
    return retention.path("series").path("code").asText();
  }
}
