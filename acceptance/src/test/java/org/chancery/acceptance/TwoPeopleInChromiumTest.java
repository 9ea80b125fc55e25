package org.chancery.acceptance;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Frame;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import java.util.UUID;
import java.util.regex.Pattern;
import org.chancery.acceptance.browser.Chromium;
import org.chancery.acceptance.browser.Desk;
import org.chancery.acceptance.browser.Pictures;
import org.chancery.acceptance.host.Client;
import org.chancery.acceptance.host.Host;
import org.chancery.acceptance.host.LetterDesk;
import org.chancery.acceptance.host.WithHost;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Two people at the same thing: nothing that one of them saved is lost, and whoever comes second
 * sees what has changed and keeps what they typed. For a tasking see {@link RoutingInChromiumTest}.
 */
@ExtendWith({WithHost.class, Chromium.class})
class TwoPeopleInChromiumTest {
  private final String marker = "M" + UUID.randomUUID().toString().substring(0, 8);

  @Test
  void bothChangeAFilesPropertiesAndTheSecondDecides(Host host, Browser browser) {
    Client clerk = host.person("femaclerk");
    LetterDesk letters = new LetterDesk(clerk);
    String file = letters.caseFile(marker);
    try (Desk first = Desk.of(browser, host, "femaclerk");
        Desk second = Desk.of(browser, host, "supervisor")) {
      subject(first, file).fill("The first one's subject");
      subject(second, file).fill("The second one's subject");
      field(second, "On behalf of").fill("Mrs. " + marker);

      first.button("Save").click();
      assertThat(first.heading("The first one's subject")).isVisible();
      second.button("Save").click();

      assertThat(second.view().getByText("Somebody else has saved a change meanwhile"))
          .isInViewport();
      Locator row =
          second
              .view()
              .getByRole(AriaRole.ROW)
              .filter(new Locator.FilterOptions().setHasText("The first one's subject"));
      assertThat(row).containsText("A wall in Yuma");
      assertThat(row).containsText("The second one's subject");
      assertThat(field(second, "Subject")).hasValue("The second one's subject");
      assertThat(field(second, "On behalf of")).hasValue("Mrs. " + marker);
      second.assertNothingSerious();
      Pictures.take(second.page(), "properties-saved-meanwhile");
      second.button("Save mine on top of theirs").click();
      assertThat(second.heading("The second one's subject")).isVisible();
      assertThat(second.errors()).isEmpty();
    }
    assertThat(letters.property(file, "cor:subject")).isEqualTo("The second one's subject");
    assertThat(letters.property(file, "cor:onBehalfOf")).isEqualTo("Mrs. " + marker);
  }

  @Test
  void aVersionSavedWhileSomebodyWorkedIsNotBuriedUnnoticed(Host host, Browser browser) {
    LetterDesk letters = new LetterDesk(host.person("supervisor"));
    String draft = letters.draft(letters.caseFile(marker)).path("id").asText();
    letters.settled(draft);
    byte[] taken = host.person("supervisor").bytes("nodes/" + draft + "/content");
    try (Desk desk = Desk.of(browser, host, "drafter")) {
      desk.go("/documents/" + draft);
      desk.page().waitForDownload(() -> link(desk, "Download to work on it").click());

      letters.revise(draft, xml -> xml.replace("your letter at once", "your letter today"));
      letters.settled(draft);
      // The page has followed what happened before the drafter comes back to it.
      desk.go("/documents/" + draft);
      desk.button("New version").first().click();

      Locator dialog = desk.view().getByRole(AriaRole.DIALOG);
      assertThat(dialog.getByText("Somebody else has saved a new version meanwhile")).isVisible();
      assertThat(dialog.getByText(Pattern.compile("Version 1\\.1 is by supervisor.*Revised")))
          .isVisible();
      give(desk, taken, "without delay", "The hurry is kept");
      desk.assertNothingSerious();
      Pictures.take(desk.page(), "version-saved-meanwhile");

      // While the dialog is open, yet another one is saved.
      letters.revise(draft, xml -> xml.replace("your letter today", "your letter tomorrow"));
      letters.settled(draft);
      desk.button("Save mine on top of theirs").click();
      assertThat(dialog.getByText(Pattern.compile("Version 1\\.2 is by supervisor"))).isVisible();
      assertThat(desk.view().getByLabel("What is new about it")).hasValue("The hurry is kept");
      assertThat(dialog.getByText("answer.docx")).isVisible();

      desk.button("Save mine on top of theirs").click();
      assertThat(dialog).hasCount(0);
      assertThat(desk.errors()).isEmpty();
    }
    letters.settled(draft);
    assertThat(letters.text(draft)).contains("without delay");
    assertThat(
            host
                .person("supervisor")
                .get("nodes/" + draft + "/versions")
                .expect(200)
                .list("items")
                .stream()
                .map(each -> each.path("label").asText()))
        .containsExactly("1.3", "1.2", "1.1", "1.0");
  }

  private static void give(Desk desk, byte[] taken, String words, String comment) {
    byte[] mine =
        LetterDesk.revised(
            taken, xml -> xml.replace("your letter at once", "your letter " + words));
    desk.view()
        .locator("dialog input[type=file]")
        .setInputFiles(new FilePayload("answer.docx", LetterDesk.WORD, mine));
    desk.view().getByLabel("What is new about it").fill(comment);
  }

  /** Opens the file's properties to be changed. */
  private static Locator subject(Desk desk, String file) {
    desk.go("/case-files/" + file);
    desk.view()
        .getByRole(AriaRole.BUTTON, new Frame.GetByRoleOptions().setName("Change").setExact(true))
        .click();
    return field(desk, "Subject");
  }

  private static Locator field(Desk desk, String label) {
    return desk.view().getByLabel(Pattern.compile("^" + label)).first();
  }

  private static Locator link(Desk desk, String name) {
    return desk.view().getByRole(AriaRole.LINK, new Frame.GetByRoleOptions().setName(name));
  }
}
