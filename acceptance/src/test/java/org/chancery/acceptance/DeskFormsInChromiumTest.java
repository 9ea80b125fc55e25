package org.chancery.acceptance;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Frame;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import java.time.LocalDateTime;
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
 * What is filled in at a desk: a phone call, pasted text (row C1), a merge (row C4), a lock with an
 * end (row P3).
 */
@ExtendWith({WithHost.class, Chromium.class})
class DeskFormsInChromiumTest {
  private final String mark = Letter.draw(new Random(), 1).markers().get(0);

  @Test
  void aPhoneCallIsWrittenDownAndIsOnTheDesk(Host host, Browser browser) {
    try (Desk desk = Desk.of(browser, host, "femaclerk")) {
      desk.go("/intake");
      choose(desk, "Phone call");
      field(desk, "Who called").fill("Ms. Ada " + mark);
      field(desk, "Their number").fill("(956) 555-0142");
      field(desk, "About").fill("The well of " + mark);
      field(desk, "What was said")
          .fill("The flood has been in her well. She asks who tests the water, and what it costs.");
      desk.view().getByText("They wait for a call back").click();
      field(desk, "When they can be reached").fill("mornings");
      desk.assertNothingSerious();
      Pictures.take(desk.page(), "phone-call");
      desk.button("Put it on the desk").click();

      assertThat(inHand(desk)).containsText("Phone call from Ms. Ada " + mark);
      assertThat(desk.view().getByText("Where does it belong?")).isVisible();
      desk.view().getByText("A new case folder").click();
      assertThat(field(desk, "Name \\(last, first\\)"))
          .hasValue(Character.toUpperCase(mark.charAt(0)) + mark.substring(1) + ", Ada");
      assertThat(desk.errors()).isEmpty();
    }
  }

  @Test
  void pastedTextIsALetterWithItsWriterUnderstood(Host host, Browser browser) {
    try (Desk desk = Desk.of(browser, host, "femaclerk")) {
      desk.go("/intake");
      choose(desk, "Pasted text");
      field(desk, "The text")
          .fill(
              "Dear FEMA,\n\nour street has been without light since the storm; the reference is "
                  + mark
                  + ".\n\nIvo Lark\n12 Elm Street\nYuma, AZ 85364");
      field(desk, "Who wrote it").fill("Ivo Lark");
      field(desk, "About").fill("Light for Elm Street, " + mark);
      desk.assertNothingSerious();
      Pictures.take(desk.page(), "pasted-text");
      desk.button("Put it on the desk").click();

      assertThat(inHand(desk)).containsText(mark);
      desk.view().getByText("A new case folder").click();
      assertThat(field(desk, "Name \\(last, first\\)")).hasValue("Lark, Ivo");
      assertThat(desk.errors()).isEmpty();
    }
  }

  @Test
  void twoFoldersOfOnePersonBecomeOneAndTwoAgain(Host host, Browser browser) {
    Client secretary = host.person("secretary");
    String kept = folder(secretary, mark + ", Ada");
    String other = folder(secretary, mark + ", A.");
    String file = file(secretary, other, "The well");
    secretary.getIndexed("search?q=" + mark).expect(200);
    try (Desk desk = Desk.of(browser, host, "secretary")) {
      desk.go("/case-folders/" + other);
      desk.button("Merge…").click();
      field(desk, "The case folder that is kept").fill(mark + ", Ada");
      desk.view()
          .getByRole(
              AriaRole.OPTION,
              new Frame.GetByRoleOptions().setName(Pattern.compile(mark + ", Ada")))
          .click();
      assertThat(desk.view().getByText("Into " + mark + ", Ada")).isVisible();
      field(desk, "Why").fill("The same Ms. " + mark + ": same number, same street.");
      desk.assertNothingSerious();
      Pictures.take(desk.page(), "merge");
      desk.button("Merge").last().click();

      assertThat(desk.heading(mark + ", Ada")).isVisible();
      assertThat(desk.view().getByText("The well").first()).isVisible();
      assertThat(folderOf(secretary, file)).isEqualTo(kept);

      desk.go("/case-folders/" + other);
      desk.button("Undo the merge").click();
      assertThat(desk.view().getByText("The well").first()).isVisible();
      assertThat(desk.errors()).isEmpty();
    }
    assertThat(folderOf(secretary, file)).isEqualTo(other);
  }

  @Test
  void aFileIsLockedUntilADayAndTellsWhoSeesItAndWhy(Host host, Browser browser) {
    Client secretary = host.person("secretary");
    String file = file(secretary, folder(secretary, mark + ", Ada"), "About an employee, " + mark);
    try (Desk desk = Desk.of(browser, host, "secretary")) {
      desk.go("/case-files/" + file);
      desk.view()
          .getByRole(AriaRole.BUTTON, new Frame.GetByRoleOptions().setName("Lock").setExact(true))
          .click();
      desk.button("Lock it, or add someone").click();
      desk.view().getByText("No, it is locked: only those named here").click();
      field(desk, "Until").fill(LocalDateTime.now().plusDays(30).withNano(0).toString());
      nameNobody(desk);
      find(desk, "Denise Fowler");
      field(desk, "Reason").fill("Names an employee; until it has been looked into.");
      desk.assertNothingSerious();
      Pictures.take(desk.page(), "lock-until");
      desk.button("Save").click();
      assertThat(desk.view().getByText("Only for those named")).isVisible();

      desk.view()
          .getByRole(AriaRole.LINK, new Frame.GetByRoleOptions().setName("Who sees what, and why"))
          .click();
      assertThat(desk.view().getByText("Denise Fowler").first()).isVisible();
      desk.assertNothingSerious();
      Pictures.take(desk.page(), "who-sees-what");
      assertThat(desk.errors()).isEmpty();
    }
    assertThat(host.person("clerk").get("nodes/" + file).status()).isEqualTo(404);
    assertThat(host.person("privacy").get("nodes/" + file).status()).isEqualTo(200);
  }

  /** What the page calls the item that is in hand. */
  private static Locator inHand(Desk desk) {
    return desk.view().locator(".item-title h2");
  }

  private static void choose(Desk desk, String what) {
    desk.view()
        .getByRole(AriaRole.BUTTON, new Frame.GetByRoleOptions().setName("New").setExact(true))
        .click();
    desk.button(what).click();
  }

  private static Locator field(Desk desk, String label) {
    return desk.view().getByLabel(Pattern.compile("^" + label)).first();
  }

  private static void nameNobody(Desk desk) {
    Locator named =
        desk.view()
            .getByRole(AriaRole.DIALOG)
            .getByRole(
                AriaRole.BUTTON,
                new Locator.GetByRoleOptions().setName(Pattern.compile("^Remove ")));
    for (int left = named.count(); left > 0; left--) {
      named.first().click();
      assertThat(named).hasCount(left - 1);
    }
  }

  private static void find(Desk desk, String name) {
    Locator dialog = desk.view().getByRole(AriaRole.DIALOG);
    dialog.getByLabel(Pattern.compile("^(Add|Name|Find)")).last().fill(name);
    dialog.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(name)).first().click();
  }

  private static String folder(Client clerk, String holder) {
    return clerk
        .post("case-folders", Map.of("holderKind", "individual", "holderName", holder))
        .expect(201)
        .text("id");
  }

  private static String file(Client clerk, String folder, String subject) {
    return clerk
        .post(
            "case-folders/" + folder + "/case-files",
            Map.of("subject", subject, "source", "public"))
        .expect(201)
        .text("id");
  }

  private static String folderOf(Client clerk, String file) {
    List<JsonNode> path = clerk.get("nodes/" + file).expect(200).list("path");
    return path.get(path.size() - 1).path("id").asText().equals(file)
        ? path.get(path.size() - 2).path("id").asText()
        : path.get(path.size() - 1).path("id").asText();
  }
}
