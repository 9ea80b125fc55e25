package org.chancery.acceptance;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Frame;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import java.util.HashMap;
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

/**
 * What outreach sees and does: whom to ask, what was promised, two entries made one, the map, and
 * somebody who asked to be erased (S4, S5, S7, S8, S11, S12).
 */
@ExtendWith({WithHost.class, Chromium.class})
class StakeholdersInChromiumTest {
  /** What is left of somebody is erased in the background, beside whatever the host does else. */
  private static final double ERASED_WITHIN_MILLIS = 240_000;

  private final String mark = familyName();

  private static String familyName() {
    String marker = Letter.draw(new Random(), 1).markers().get(0);
    return Character.toUpperCase(marker.charAt(0)) + marker.substring(1).toLowerCase();
  }

  @Test
  void whoIsFoundIsSpokenToWhatWasPromisedIsDoneAndTwoEntriesBecomeOneAndTwoAgain(
      Host host, Browser browser) {
    Client clerk = host.person("femaclerk");
    String one = person(clerk, "Ada", Map.of("city", "Cheyenne", "state", "WY"));
    String other = person(clerk, "A.", Map.of("position", "Mayor"));
    clerk.getIndexed("stakeholders?q=" + mark).expect(200);
    try (Desk desk = Desk.of(browser, host, "femaclerk")) {
      desk.go("/stakeholders/find");
      desk.view().getByLabel("Words, a phone number or an e-mail address").fill(mark);
      desk.button("Find").click();
      Locator found = region(desk, "What was found");
      assertThat(found).containsText("2 stakeholders");
      assertThat(found).containsText("Ask before you reach out");
      desk.assertNothingSerious();
      link(desk, "Ada " + mark).click();

      assertThat(desk.heading("Ada " + mark)).isVisible();
      desk.assertNothingSerious();
      Keyboard keys = new Keyboard(desk.page());
      keys.press("e");
      assertThat(desk.view().getByLabel("With whom: chosen")).containsText("Ada " + mark);
      desk.view().getByLabel("What came of it").fill("Asked for the maps.");
      desk.view().getByLabel("What was promised").fill("Send maps of " + mark);
      keys.press("Control+Enter");
      assertThat(text(desk, "^Noted: phone call with Ada")).isVisible();
      assertThat(region(desk, "Timeline")).containsText("Asked for the maps.");
      assertThat(region(desk, "Open follow-ups")).containsText("Send maps of " + mark);

      desk.go("/stakeholders/follow-ups");
      desk.assertNothingSerious();
      desk.button("Done: Send maps of " + mark).click();
      assertThat(text(desk, "^Done: Send maps of " + mark)).isVisible();
      assertThat(link(desk, "Send maps of " + mark)).isHidden();

      desk.go("/stakeholders/people/" + one);
      desk.button("Merge with…").click();
      Locator field =
          desk.view()
              .getByRole(
                  AriaRole.COMBOBOX,
                  new Frame.GetByRoleOptions().setName(Pattern.compile("^The other entry")));
      assertThat(field).isFocused();
      keys.type("a " + mark);
      assertThat(desk.view().getByRole(AriaRole.OPTION)).hasText(Pattern.compile("Mayor"));
      desk.assertNothingSerious();
      keys.press("Enter");
      desk.button("Side by side").click();
      assertThat(desk.heading("All of this is kept")).isVisible();
      assertThat(region(desk, "The two entries")).containsText("Mayor");
      desk.assertNothingSerious();
      Pictures.take(desk.page(), "compare");
      desk.view().getByLabel(Pattern.compile("^Why")).fill("The same phone.");
      desk.button("Merge").click();
      assertThat(text(desk, "one entry now")).isVisible();
      assertThat(region(desk, "Merged entries")).containsText("The same phone.");

      String gone = clerk.get("people/" + one).status() == 404 ? one : other;
      desk.go("/stakeholders/people/" + gone);
      assertThat(desk.heading("This entry was merged")).isVisible();
      desk.assertNothingSerious();
      desk.view().locator("#main").getByRole(AriaRole.LINK).first().click();
      desk.button("Undo the merge").click();
      assertThat(text(desk, "is an entry of its own again")).isVisible();
      desk.go("/stakeholders/people/" + gone);
      assertThat(desk.heading(mark)).isVisible();
      assertThat(desk.errors()).isEmpty();
    }
    clerk.get("people/" + one).expect(200);
    clerk.get("people/" + other).expect(200);
  }

  @Test
  void theMapAndItsTableLeadToThePeople(Host host, Browser browser) {
    Client clerk = host.person("femaclerk");
    person(clerk, "Ada", Map.of("city", "Cheyenne", "state", "WY", "zip", "82001"));
    clerk.getIndexed("stakeholders?q=" + mark).expect(200);
    try (Desk desk = Desk.of(browser, host, "femaclerk")) {
      desk.go("/stakeholders/gaps");
      Locator map =
          desk.view()
              .locator(
                  ".us-map path.place",
                  new Frame.LocatorOptions().setHasText(Pattern.compile("^Wyoming: ")));
      assertThat(map).isVisible();
      desk.assertNothingSerious();
      Pictures.take(desk.page(), "gaps");
      map.click();
      assertThat(desk.heading("Before you reach out")).isVisible();
      assertThat(desk.view().getByLabel("Narrowed to")).containsText("State: WY");
      desk.view().getByLabel("Words, a phone number or an e-mail address").fill(mark);
      desk.button("Find").click();
      assertThat(region(desk, "What was found")).containsText("1 stakeholder");
      assertThat(link(desk, "Ada " + mark)).isVisible();

      desk.go("/stakeholders/gaps?by=region&measure=people");
      link(desk, "Region 8").first().click();
      assertThat(desk.view().getByLabel("Narrowed to")).containsText("FEMA region: 8");
      assertThat(desk.errors()).isEmpty();
    }
  }

  @Test
  void whoAsksForItIsErasedInOneFlowToTheProof(Host host, Browser browser) {
    Client clerk = host.person("femaclerk");
    String person = person(clerk, "Ada", Map.of("position", "Mayor"));
    clerk
        .post("people/" + person + "/notes", Map.of("text", "Wants to be called in the morning."))
        .expect(201);
    try (Desk desk = Desk.of(browser, host, "femaclerk")) {
      desk.go("/stakeholders/people/" + person);
      link(desk, "Erase…").click();
      assertThat(desk.heading("Erase Ada " + mark)).isVisible();
      assertThat(region(desk, "What goes")).containsText("1 note");
      desk.view().getByLabel(Pattern.compile("^How they asked")).selectOption("letter");
      desk.view().getByLabel(Pattern.compile("^Why")).fill("Wrote to us.");
      assertThat(desk.button("Erase for good")).isDisabled();
      desk.view().getByLabel("They asked for it, and it cannot be taken back").check();
      desk.assertNothingSerious();
      Pictures.take(desk.page(), "erase");
      desk.button("Erase for good").click();

      assertThat(desk.heading("Letters that stay")).isVisible();
      assertThat(desk.heading("Entry " + person.substring(0, 8))).isVisible();
      assertThat(link(desk, "Proof"))
          .isVisible(new LocatorAssertions.IsVisibleOptions().setTimeout(ERASED_WITHIN_MILLIS));
      assertThat(desk.view().getByText("Erased", new Frame.GetByTextOptions().setExact(true)))
          .isVisible();
      desk.assertNothingSerious();
      Pictures.take(desk.page(), "erasure");
      assertThat(desk.view().locator("#main").textContent()).doesNotContain(mark);
      desk.go("/stakeholders/people/" + person);
      assertThat(desk.heading("There is nothing here")).isVisible();
      assertThat(desk.errors()).isEmpty();
    }
  }

  private String person(Client clerk, String first, Map<String, String> further) {
    Map<String, Object> fields = new HashMap<>(further);
    fields.put("firstName", first);
    fields.put("lastName", mark);
    fields.put("officePhone", "307-555-0142");
    return clerk.post("people", Map.of("person", fields, "confirmed", true)).expect(201).text("id");
  }

  private static Locator region(Desk desk, String name) {
    return desk.view()
        .getByRole(AriaRole.REGION, new Frame.GetByRoleOptions().setName(name).setExact(true));
  }

  private static Locator link(Desk desk, String name) {
    return desk.view().getByRole(AriaRole.LINK, new Frame.GetByRoleOptions().setName(name));
  }

  private static Locator text(Desk desk, String pattern) {
    return desk.view().getByText(Pattern.compile(pattern)).first();
  }
}
