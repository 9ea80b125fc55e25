package org.chancery.acceptance;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Frame;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
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

/** A list of people is brought in, looked at row by row before, and taken back (row S12). */
@ExtendWith({WithHost.class, Chromium.class})
class ImportsInChromiumTest {
  /** A reading process may have to be started for the file. */
  private static final double READ_WITHIN_MILLIS = 120_000;

  private final List<String> marks =
      Letter.draw(new Random(), 4).markers().stream()
          .map(
              marker -> Character.toUpperCase(marker.charAt(0)) + marker.substring(1).toLowerCase())
          .toList();

  @Test
  void aSheetIsMappedPreviewedRunAndUndone(Host host, Browser browser) {
    Client clerk = host.person("femaclerk");
    String known =
        clerk
            .post(
                "people",
                Map.of(
                    "person",
                    Map.of(
                        "firstName", "Ada",
                        "lastName", marks.get(0),
                        "officePhone", "307-555-0177",
                        "city", "Cheyenne",
                        "state", "WY"),
                    "confirmed",
                    true))
            .expect(201)
            .text("id");
    clerk.getIndexed("stakeholders?q=" + marks.get(0)).expect(200);
    try (Desk desk = Desk.of(browser, host, "femaclerk")) {
      desk.go("/stakeholders/imports");
      assertThat(desk.heading("Your imports")).isVisible();
      desk.assertNothingSerious();
      String name = "Guests " + marks.get(1) + ".csv";
      desk.view()
          .getByLabel("File to import")
          .setInputFiles(
              new FilePayload(name, "text/csv", sheet().getBytes(StandardCharsets.UTF_8)));

      assertThat(desk.heading("What the columns mean")).isVisible(within());
      assertThat(desk.view().getByLabel("Column Surname means"))
          .hasValue(Pattern.compile("^last", Pattern.CASE_INSENSITIVE));
      desk.assertNothingSerious();
      Pictures.take(desk.page(), "import-columns");
      desk.button("Compare the rows").click();

      assertThat(desk.button("Let it run")).isVisible(within());
      Locator rows = desk.view().getByRole(AriaRole.TABLIST);
      assertThat(rows).containsText("New (2)");
      assertThat(rows).containsText("Known already (1)");
      assertThat(rows).containsText("Cannot be imported (1)");
      desk.assertNothingSerious();
      Pictures.take(desk.page(), "import-rows");
      assertThat(clerk.get("stakeholders?q=" + marks.get(1)).json().path("total").asInt())
          .as("nothing is entered before it is run")
          .isZero();
      desk.button("Let it run").click();

      assertThat(desk.view().getByText("What came of it")).isVisible(within());
      assertThat(rows).containsText("Not imported (1)");
      desk.view()
          .getByRole(AriaRole.TAB, new Frame.GetByRoleOptions().setName("Entered (2)"))
          .click();
      assertThat(
              desk.view()
                  .getByRole(
                      AriaRole.LINK, new Frame.GetByRoleOptions().setName("Grace " + marks.get(1))))
          .isVisible();
      desk.assertNothingSerious();
      assertThat(clerk.getIndexed("stakeholders?q=" + marks.get(1)).json().path("total").asInt())
          .isEqualTo(1);
      desk.button("Undo…").click();
      desk.button("Undo it").click();
      assertThat(desk.view().getByText("What it had done")).isVisible(within());
      desk.assertNothingSerious();

      desk.go("/stakeholders/imports");
      assertThat(desk.view().getByRole(AriaRole.LINK, new Frame.GetByRoleOptions().setName(name)))
          .isVisible();
      assertThat(desk.errors()).isEmpty();
    }
    assertThat(clerk.getIndexed("stakeholders?q=" + marks.get(1)).json().path("total").asInt())
        .isZero();
    clerk.get("people/" + known).expect(200);
  }

  private String sheet() {
    return "First name,Surname,Office phone,City,State\n"
        + "Ada,"
        + marks.get(0)
        + ",307-555-0177,Cheyenne,WY\n"
        + "Grace,"
        + marks.get(1)
        + ",307-555-0178,Casper,WY\n"
        + "Alan,"
        + marks.get(2)
        + ",307-555-0179,Laramie,WY\n"
        + ",,307-555-0180,Laramie,WY\n";
  }

  private static LocatorAssertions.IsVisibleOptions within() {
    return new LocatorAssertions.IsVisibleOptions().setTimeout(READ_WITHIN_MILLIS);
  }
}
