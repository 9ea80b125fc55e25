package org.chancery.acceptance;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Frame;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
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

/** An answer as people write it (rows C12, P14, R4). */
@ExtendWith({WithHost.class, Chromium.class})
class LettersInChromiumTest {
  private final String marker = "M" + UUID.randomUUID().toString().substring(0, 8);

  @Test
  void aLetterIsDraftedComparedPrintedAndSentAndTheFileClosed(Host host, Browser browser) {
    Client supervisor = host.person("supervisor");
    LetterDesk letters = new LetterDesk(supervisor);
    String file = letters.caseFile(marker);
    try (Desk desk = Desk.of(browser, host, "supervisor")) {
      desk.go("/case-files/" + file);
      desk.button("Draft a response").click();
      desk.view().getByLabel("Signed by").fill("Alice Secretary");
      assertThat(desk.view().getByLabel("Letter template")).isVisible();
      desk.assertNothingSerious();
      Pictures.take(desk.page(), "draft-a-response");
      desk.button("Write the draft").click();

      assertThat(desk.view().getByText("Something is to be written in")).isVisible();
      assertThat(desk.view().getByText(Pattern.compile("Signer title")).first()).isVisible();
      String draft = desk.page().url().replaceAll(".*/documents/([0-9a-f-]{36}).*", "$1");
      letters.settled(draft);
      desk.assertNothingSerious();
      Pictures.take(desk.page(), "draft");

      letters.revise(draft, xml -> xml.replace("your letter at once", "your letter without delay"));
      letters.settled(draft);
      desk.go("/documents/" + draft);
      tab(desk, "Changes");
      assertThat(desk.view().locator("ins")).hasText("without delay");
      assertThat(desk.view().locator("del")).hasText("at once");
      desk.assertNothingSerious();
      Pictures.take(desk.page(), "versions-compared");
      desk.view().getByText("Side by side").click();
      assertThat(desk.view().locator("table ins")).isVisible();

      desk.button("Print for signature").click();
      tab(desk, "Letter");
      assertThat(desk.view().getByText("Open the letter to print it")).isVisible();
      desk.assertNothingSerious();
      for (int i = 0; i < 4; i++) {
        desk.button("Smaller").click();
      }
      // The code is at the foot of the paper.
      desk.view().locator("canvas").first().evaluate("e => e.scrollIntoView({block: 'end'})");
      Pictures.take(desk.page(), "letter-with-code");

      desk.go("/case-files/" + file);
      send(desk);
      assertThat(desk.view().getByText("Routine use H")).isVisible();
      desk.assertNothingSerious();
      Pictures.take(desk.page(), "dispatches");

      desk.button("Close the file").click();
      desk.view().getByLabel("How it ended").fill("Answered by post");
      dialogButton(desk, "Close").click();
      assertThat(desk.button("Reopen")).isVisible();
      assertThat(desk.button("Draft a response")).hasCount(0);
      desk.assertNothingSerious();
      assertThat(desk.errors()).isEmpty();
    }
    assertThat(letters.property(file, "cor:status")).isEqualTo("closed");
  }

  private static void tab(Desk desk, String name) {
    desk.view().getByRole(AriaRole.TAB, new Frame.GetByRoleOptions().setName(name)).click();
  }

  private static Locator dialogButton(Desk desk, String name) {
    return desk.view()
        .getByRole(AriaRole.DIALOG)
        .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(name).setExact(true))
        .last();
  }

  private void send(Desk desk) {
    desk.button("Dispatch").click();
    desk.view()
        .getByLabel("Recipient, with address")
        .fill("Ms. Maria " + marker + "\n1 Elm Street\nYuma, AZ 85364");
    desk.view().getByLabel("Authority").fill("Routine use H");
    desk.assertNothingSerious();
    Pictures.take(desk.page(), "dispatch");
    desk.button("Record the dispatch").click();
  }
}
