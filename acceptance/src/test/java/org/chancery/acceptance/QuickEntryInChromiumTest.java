package org.chancery.acceptance;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Frame;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.regex.Pattern;
import org.chancery.acceptance.browser.Chromium;
import org.chancery.acceptance.browser.Desk;
import org.chancery.acceptance.browser.Keyboard;
import org.chancery.acceptance.browser.Pictures;
import org.chancery.acceptance.fixture.Letter;
import org.chancery.acceptance.host.Client;
import org.chancery.acceptance.host.Host;
import org.chancery.acceptance.host.WithHost;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** An interaction is noted from any page, with the keyboard alone (row S4). */
@ExtendWith({WithHost.class, Chromium.class})
class QuickEntryInChromiumTest {
  /**
   * An average typist who is no secretary strikes a key each 0.28 s (Card, Moran and Newell, The
   * Keystroke-Level Model, 1980): so many in 20 s.
   */
  private static final int STROKES_IN_TWENTY_SECONDS = 71;

  private final String mark = familyName();

  private static String familyName() {
    String marker = Letter.draw(new Random(), 1).markers().get(0);
    return Character.toUpperCase(marker.charAt(0)) + marker.substring(1).toLowerCase();
  }

  @Test
  void anInteractionIsNotedInTwentySecondsWithTheKeyboardAlone(Host host, Browser browser) {
    Client clerk = host.person("femaclerk");
    String person =
        clerk
            .post("people", Map.of("person", Map.of("firstName", "Ada", "lastName", mark)))
            .expect(201)
            .text("id");
    clerk.getIndexed("search?type=stk:person&q=" + mark).expect(200);
    try (Desk desk = Desk.of(browser, host, "femaclerk")) {
      desk.go("/library");
      desk.heading("Document library").waitFor();
      Keyboard keys = new Keyboard(desk.page());

      keys.press("e");
      assertThat(combobox(desk, "With whom")).isFocused();
      keys.type(mark.substring(0, 6));
      keys.press("Enter");
      assertThat(desk.view().getByLabel("With whom: chosen")).containsText("Ada " + mark);
      keys.press("Tab");
      keys.type("m");
      keys.press("Tab");
      keys.type("flood");
      keys.press("Enter");
      keys.press("Tab");
      keys.type("Wants the maps");
      keys.press("Tab");
      keys.type("Send the maps");
      Pictures.take(desk.page(), "quick-entry");
      keys.press("Control+Enter");

      assertThat(desk.view().getByText(Pattern.compile("^Noted: meeting with Ada"))).isVisible();
      assertThat(keys.strokes()).isLessThanOrEqualTo(STROKES_IN_TWENTY_SECONDS);
      assertThat(keys.actions()).isLessThanOrEqualTo(13);
      assertThat(desk.errors()).isEmpty();
    }
    JsonNode known = clerk.get("people/" + person).expect(200).json();
    assertThat(known.path("openFollowUps").path(0).path("text").asText())
        .isEqualTo("Send the maps");
    assertThat(known.path("openFollowUps").path(0).path("due").asText()).isNotBlank();
    assertThat(known.path("contacts").asInt()).isEqualTo(1);
  }

  @Test
  void whoIsNotThereYetIsEnteredOnTheWay(Host host, Browser browser) {
    try (Desk desk = Desk.of(browser, host, "femaclerk")) {
      desk.go("/library");
      desk.heading("Document library").waitFor();
      Keyboard keys = new Keyboard(desk.page());

      keys.press("e");
      assertThat(combobox(desk, "With whom")).isFocused();
      keys.type("Ada " + mark);
      assertThat(option(desk, "New person")).isVisible();
      keys.press("Enter");
      assertThat(desk.view().getByLabel("First name")).hasValue("Ada");
      assertThat(desk.view().getByLabel(Pattern.compile("^Family name"))).hasValue(mark);
      desk.assertNothingSerious();
      keys.press("Control+Enter");

      assertThat(desk.view().getByText(Pattern.compile("^Noted: phone call with Ada " + mark)))
          .isVisible();
      assertThat(desk.errors()).isEmpty();
    }
    List<JsonNode> found =
        host.person("femaclerk")
            .getIndexed("search?type=stk:person&q=" + mark)
            .expect(200)
            .list("hits");
    assertThat(found).hasSize(1);
  }

  @Test
  void wordsThatSayTooMuchAreFlaggedWhileTheyAreWritten(Host host, Browser browser) {
    try (Desk desk = Desk.of(browser, host, "femaclerk")) {
      desk.go("/library");
      desk.heading("Document library").waitFor();
      Keyboard keys = new Keyboard(desk.page());
      keys.press("e");
      assertThat(combobox(desk, "With whom")).isFocused();
      keys.type("Ada " + mark);
      assertThat(option(desk, "New person")).isVisible();
      keys.press("Enter");
      Locator outcome = desk.view().getByLabel("What came of it");
      outcome.fill("She told of her diabetes.");

      assertThat(desk.view().getByText("Say this otherwise, or say why it has to be kept"))
          .isVisible();
      keys.press("Control+Enter");
      assertThat(desk.view().getByText("Rephrase it above, or give a reason")).isVisible();
      desk.assertNothingSerious();
      Pictures.take(desk.page(), "quick-entry-screened");

      outcome.fill("She asked for the maps.");
      assertThat(desk.view().getByText("Say this otherwise, or say why it has to be kept"))
          .isHidden();
      keys.press("Control+Enter");
      assertThat(desk.view().getByText(Pattern.compile("^Noted: phone call with Ada"))).isVisible();
      assertThat(desk.errors()).isEmpty();
    }
  }

  private static Locator combobox(Desk desk, String label) {
    return desk.view()
        .getByRole(
            AriaRole.COMBOBOX, new Frame.GetByRoleOptions().setName(Pattern.compile("^" + label)));
  }

  private static Locator option(Desk desk, String text) {
    return desk.view()
        .getByRole(
            AriaRole.OPTION, new Frame.GetByRoleOptions().setName(Pattern.compile("^" + text)));
  }
}
