package org.chancery.acceptance.alfresco;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.chancery.acceptance.browser.Chromium;
import org.chancery.acceptance.browser.Desk;
import org.chancery.acceptance.browser.Pictures;
import org.chancery.acceptance.fixture.Letter;
import org.chancery.acceptance.fixture.Paper;
import org.chancery.acceptance.host.Answer;
import org.chancery.acceptance.host.Client;
import org.chancery.acceptance.host.Host;
import org.chancery.acceptance.host.WithHost;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.extension.ExtendWith;

/** What waits to be filed, and what somebody is to do, on their own dashboard in Share. */
@EnabledIfSystemProperty(named = "chancery.share", matches = ".+")
@ExtendWith({WithHost.class, Chromium.class})
class ShareDashboardTest {
  @Test
  void unfiledMailIsShownOnTheDashboardUntilThereIsNone(Host host, Browser browser) {
    ShareOffice office = new ShareOffice(host);
    Client clerk = host.person("cbpclerk");
    for (JsonNode waiting : clerk.get("intake?state=ready&limit=100").expect(200).list("items")) {
      office.file(clerk, waiting.path("id").asText(), "Cleared", "Ines", "Moreau");
    }
    Letter letter = Letter.draw(new Random(), 1);
    String name = "unfiled-" + letter.markers().get(0) + ".txt";
    try (Desk desk = Desk.of(browser, host, "cbpclerk")) {
      Page page = desk.page();
      String share = host.share().orElseThrow();
      ShareDashboard dashboard = new ShareDashboard(page, share, "cbpclerk");
      dashboard.put("Unfiled mail", "unfiled-mail");

      Locator dashlet = dashboard.dashlet("unfiled-mail");
      assertThat(dashlet).containsText("Nothing waits to be filed.");

      String id = office.readMail(name, Paper.plainText(letter), "CBP");
      dashlet = dashboard.dashlet("unfiled-mail");
      assertThat(dashlet).containsText(name);
      assertThat(dashlet).containsText("All 1 on the intake desk");
      Pictures.take(page, "alfresco-dashlet");

      dashlet.getByRole(AriaRole.LINK, new Locator.GetByRoleOptions().setName(name)).click();
      assertThat(desk.view().getByText("Where does it belong?")).isVisible();

      office.file(clerk, id, "Bridge " + letter.markers().get(0), "Ines", "Moreau");
      assertThat(dashboard.dashlet("unfiled-mail")).containsText("Nothing waits to be filed.");
    }
  }

  @Test
  void ownTaskingsAreShownOnTheDashboardUntilThereAreNone(Host host, Browser browser) {
    Client clerk = host.person("cbpclerk");
    for (JsonNode mine : open(clerk)) {
      complete(clerk, mine.path("id").asText());
    }
    String word = Letter.draw(new Random(), 1).markers().get(0);
    try (Desk desk = Desk.of(browser, host, "cbpclerk")) {
      Page page = desk.page();
      ShareDashboard dashboard = new ShareDashboard(page, host.share().orElseThrow(), "cbpclerk");
      dashboard.put("My taskings", "my-taskings");
      Locator dashlet = dashboard.dashlet("my-taskings");
      assertThat(dashlet).containsText("You have no taskings.");

      String tasking = tasking(host.person("secretary"), caseFile(clerk, word), word);
      dashlet = dashboard.dashlet("my-taskings");
      assertThat(dashlet).containsText("Bridge " + word);
      assertThat(dashlet).containsText("Call about " + word);
      assertThat(dashlet).containsText("Due 2031-03-03");
      Pictures.take(page, "alfresco-my-taskings");

      dashlet
          .getByRole(AriaRole.LINK, new Locator.GetByRoleOptions().setName("All 1 of mine"))
          .click();
      assertThat(desk.view().getByText("Call about " + word).first()).isVisible();

      complete(clerk, tasking);
      assertThat(dashboard.dashlet("my-taskings")).containsText("You have no taskings.");
    }
  }

  private static List<JsonNode> open(Client client) {
    return client.get("taskings?view=mine&state=open&limit=100").expect(200).list("items");
  }

  private static String caseFile(Client clerk, String word) {
    String folder =
        clerk
            .post(
                "case-folders", Map.of("holderKind", "individual", "holderName", "Ortega " + word))
            .expect(201)
            .text("id");
    return clerk
        .post(
            "case-folders/" + folder + "/case-files",
            Map.of("subject", "Bridge " + word, "source", "public"))
        .expect(201)
        .text("id");
  }

  private static String tasking(Client secretary, String file, String word) {
    return secretary
        .post(
            "case-files/" + file + "/taskings",
            Map.of(
                "assignee", "cbpclerk",
                "instruction", "Call about " + word,
                "due", "2031-03-03",
                "access", "edit"))
        .expect(201)
        .text("id");
  }

  private static void complete(Client client, String id) {
    Answer tasking = client.get("taskings/" + id).expect(200);
    client
        .post(
            "taskings/" + id + "/complete",
            Map.of(
                "outcome",
                tasking.list("outcomes").get(0).path("value").asText(),
                "comment",
                "Done."),
            "If-Match",
            '"' + tasking.text("revision") + '"')
        .expect(200);
  }
}
