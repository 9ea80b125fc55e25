package org.chancery.acceptance.alfresco;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.Random;
import org.chancery.acceptance.browser.Chromium;
import org.chancery.acceptance.browser.Desk;
import org.chancery.acceptance.browser.Pictures;
import org.chancery.acceptance.fixture.Letter;
import org.chancery.acceptance.fixture.Paper;
import org.chancery.acceptance.host.Client;
import org.chancery.acceptance.host.Host;
import org.chancery.acceptance.host.WithHost;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.extension.ExtendWith;

/** What waits to be filed, on somebody's own dashboard in Share. */
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
}
