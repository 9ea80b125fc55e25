package org.chancery.acceptance;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Frame;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.LoadState;
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

/** The application as people see it. */
@ExtendWith({WithHost.class, Chromium.class})
class InChromiumTest {
  private final Random random = new Random();

  @Test
  void oneSignsInAffirmsAndSeesWhatWaits(Host host, Browser browser) {
    try (Desk desk = Desk.open(browser, host)) {
      assertThat(desk.signInShown()).isVisible();
      desk.assertNothingSerious();
      Pictures.take(desk.page(), "sign-in");
      desk.signIn("clerk");

      assertThat(desk.heading("Three responsibilities")).isVisible();
      assertThat(desk.button("Affirm and continue")).isDisabled();
      desk.assertNothingSerious();
      Pictures.take(desk.page(), "affirmation");
      desk.affirm();

      // A clerk begins at the letters.
      assertThat(desk.heading("Intake desk")).isVisible();
      desk.go("/?view=overview");
      assertThat(desk.view().getByText("Case files changed last")).isVisible();
      desk.assertNothingSerious();
      Pictures.take(desk.page(), "home");
      assertThat(desk.errors()).isEmpty();
    }
  }

  @Test
  void aWrongPasswordSaysWhatToDo(Host host, Browser browser) {
    try (Desk desk = Desk.open(browser, host)) {
      desk.signIn("supervisor", "wrong");

      assertThat(desk.refusal()).isVisible();
    }
  }

  @Test
  void aLetterIsFiledInAtMostFiveActionsWithTheKeyboardAlone(Host host, Browser browser) {
    Letter letter = Letter.draw(random, 1);
    String name = "keyboard-" + letter.markers().get(0) + ".txt";
    Client clerk = host.person("clerk");
    clerk.upload(name, Paper.plainText(letter), Map.of()).expect(201);
    String id = new IntakeDesk(clerk).await(name, "ready").path("id").asText();
    try (Desk desk = Desk.of(browser, host, "clerk")) {
      desk.go("/intake/" + id);
      assertThat(desk.view().getByText("Where does it belong?")).isVisible();
      Keyboard keys = new Keyboard(desk.page());

      keys.press("n");
      fillWhatIsStillAsked(desk, keys);
      keys.press("Control+Enter");

      assertThat(desk.view().getByText(Pattern.compile("^Filed in"))).isVisible();
      assertThat(keys.actions()).isLessThanOrEqualTo(5);
      assertThat(desk.errors()).isEmpty();
    }
    assertThat(clerk.get("intake/" + id).expect(200).text("state")).isEqualTo("filed");
  }

  /** A new case file needs a source, which no letter tells; everything else is suggested. */
  private static void fillWhatIsStillAsked(Desk desk, Keyboard keys) {
    Locator source = desk.view().getByLabel(Pattern.compile("^Source"));
    source.waitFor();
    if (source.inputValue().isEmpty()) {
      assertThat(source).isFocused();
      keys.type("Public");
    }
  }

  @Test
  void theIntakeDeskShowsThePageBesideWhatWasUnderstood(Host host, Browser browser) {
    Letter letter = Letter.draw(random, 2);
    String name = "desk-" + letter.markers().get(0) + ".pdf";
    IntakeDesk.drop(host.inbox(), name, Paper.scannedPdf(letter));
    String id = new IntakeDesk(host.admin()).await(name, "ready").path("id").asText();
    try (Desk desk = Desk.of(browser, host, "clerk")) {
      desk.go("/intake/" + id);

      assertThat(desk.view().getByText(name).first()).isVisible();
      assertThat(desk.view().getByText(Pattern.compile("of 2")).first()).isVisible();
      assertThat(desk.view().locator(".text-layer").getByText("Laredo").first()).isAttached();
      assertThat(desk.view().getByLabel("Date of the letter"))
          .hasValue(Pattern.compile("2008-03-.*"));
      desk.assertNothingSerious();
      assertThat(desk.errors()).isEmpty();
    }
  }

  @Test
  void aLetterOfSomebodyKnownIsMatchedWithReasons(Host host, Browser browser) {
    String id =
        new IntakeDesk(host.admin()).await("scan-0001.pdf", "ready", "filed").path("id").asText();
    try (Desk desk = Desk.of(browser, host, "clerk")) {
      desk.go("/intake/" + id);

      assertThat(desk.view().getByText("Amelia Hartwell").first()).isVisible();
      assertThat(desk.view().getByText(Pattern.compile("[Ss]ame name.*same ZIP code")).first())
          .isVisible();
      assertThat(desk.view().locator(".text-layer").getByText("culverts").first()).isAttached();
      Pictures.take(desk.page(), "intake-desk");
      assertThat(desk.errors()).isEmpty();
    }
  }

  @Test
  void aSearchFindsTheWordOnItsPageAndOpensItThere(Host host, Browser browser) {
    Letter letter = Letter.draw(random, 2);
    String word = letter.markers().get(1);
    String name = "found-" + word + ".tif";
    IntakeDesk.drop(host.inbox(), name, Paper.faxTiff(letter));
    new IntakeDesk(host.admin()).await(name, "ready");
    try (Desk desk = Desk.of(browser, host, "clerk")) {
      desk.go("/search?q=" + word);

      assertThat(desk.view().locator("mark").first()).hasText(word);
      assertThat(desk.view().getByText(Pattern.compile("[Pp]age 2")).first()).isVisible();
      desk.assertNothingSerious();
      Pictures.take(desk.page(), "search");
      desk.view()
          .getByRole(AriaRole.LINK, new Frame.GetByRoleOptions().setName(Pattern.compile(word)))
          .first()
          .click();

      assertThat(desk.view().locator(".text-layer").getByText(word).first()).isAttached();
      assertThat(desk.errors()).isEmpty();
    }
  }

  @Test
  void aDroppedFileIsUploadedAndAppearsOnTheDesk(Host host, Browser browser) {
    String name = "dropped-" + Letter.draw(random, 1).markers().get(0) + ".txt";
    try (Desk desk = Desk.of(browser, host, "clerk")) {
      desk.go("/intake");
      desk.heading("Intake desk").waitFor();
      Object transfer =
          desk.view()
              .evaluateHandle(
                  "name => { const t = new DataTransfer();"
                      + " t.items.add(new File(['Dear Madam Secretary: ' + name], name, {type: 'text/plain'}));"
                      + " return t; }",
                  name);
      Locator target = desk.view().locator("main");
      target.dispatchEvent("dragenter", Map.of("dataTransfer", transfer));
      target.dispatchEvent("dragover", Map.of("dataTransfer", transfer));
      desk.heading("Intake desk").dispatchEvent("drop", Map.of("dataTransfer", transfer));

      assertThat(desk.view().getByText(name).first()).isVisible();
      assertThat(desk.errors()).isEmpty();
    }
    new IntakeDesk(host.admin()).await(name, "ready");
  }

  @Test
  void aCaseFileShowsItsPartsAndItsDocuments(Host host, Browser browser) {
    Letter letter = Letter.draw(random, 1);
    String name = "case-" + letter.markers().get(0) + ".pdf";
    Client clerk = host.person("clerk");
    clerk.upload(name, Paper.bornDigitalPdf(letter), Map.of()).expect(201);
    String id = new IntakeDesk(clerk).await(name, "ready").path("id").asText();
    String subject = "Delay of " + letter.markers().get(0);
    String caseFile =
        clerk
            .post(
                "intake/" + id + "/file",
                Map.of(
                    "newCaseFolder",
                        Map.of("holderKind", "individual", "holderName", "Sandoval, Priya"),
                    "newCaseFile", Map.of("subject", subject, "source", "public"),
                    "correspondent",
                        Map.of("firstName", "Priya", "lastName", "Sandoval", "zip", "78040")))
            .expect(200)
            .json()
            .path("caseFile")
            .path("id")
            .asText();
    try (Desk desk = Desk.of(browser, host, "clerk")) {
      desk.go("/case-files/" + caseFile);

      assertThat(desk.view().getByRole(AriaRole.HEADING, new Frame.GetByRoleOptions().setLevel(1)))
          .containsText(subject);
      assertThat(desk.view().getByText(name).first()).isVisible();
      assertThat(desk.view().getByText(Pattern.compile("Priya")).first()).isVisible();
      desk.assertNothingSerious();
      Pictures.take(desk.page(), "case-file");
      assertThat(desk.errors()).isEmpty();
    }
  }

  @Test
  void theMetricsAreDrawnAndEachFigureLeadsToWhatItCounts(Host host, Browser browser) {
    try (Desk desk = Desk.of(browser, host, "secretary")) {
      desk.go("/metrics?metric=pending&by=component");
      assertThat(desk.view().locator("figure.chart svg")).isVisible();
      desk.assertNothingSerious();
      Pictures.take(desk.page(), "metrics");

      Locator figure = desk.view().locator("table.figures tbody td a").first();
      String count = figure.textContent();
      figure.click();
      assertThat(desk.view().getByText(Pattern.compile("^" + count + " results?")).first())
          .isVisible();
      assertThat(desk.errors()).isEmpty();
    }
  }

  @Test
  void theLedgerAndTheIntegrityReportAreThereForTheIsso(Host host, Browser browser) {
    try (Desk desk = Desk.of(browser, host, "isso")) {
      desk.go("/ledger");
      assertThat(desk.view().locator("tbody").getByText("Signed in").first()).isVisible();
      desk.assertNothingSerious();
      Pictures.take(desk.page(), "ledger");

      desk.go("/integrity");
      assertThat(desk.view().getByText(Pattern.compile("[Rr]eceived")).first()).isVisible();
      desk.assertNothingSerious();
      Pictures.take(desk.page(), "integrity");
      assertThat(desk.errors()).isEmpty();
    }
  }

  @Test
  void theLibraryShowsFoldersAndTakesDocuments(Host host, Browser browser) {
    Client admin = host.admin();
    String folder = DocumentsTest.newFolder(admin);
    String word = Letter.draw(random, 1).markers().get(0);
    DocumentsTest.upload(admin, folder, word + ".txt", "about " + word).expect(201);
    try (Desk desk = Desk.of(browser, host, "clerk")) {
      desk.go("/library");
      assertThat(desk.view().getByRole(AriaRole.HEADING, new Frame.GetByRoleOptions().setLevel(1)))
          .containsText("ibrary");
      desk.assertNothingSerious();
      Pictures.take(desk.page(), "library");
      assertThat(desk.errors()).isEmpty();
    }
  }

  @Test
  void aHiddenItemAndOneThatNeverWasLookTheSame(Host host, Browser browser) {
    Client admin = host.admin();
    String folder = DocumentsTest.newFolder(admin);
    admin
        .put(
            "nodes/" + folder + "/permissions",
            Map.of(
                "inherits",
                false,
                "grants",
                java.util.List.of(Map.of("authority", "admin", "role", "COORDINATOR")),
                "reason",
                "acceptance"))
        .expect(200);
    try (Desk desk = Desk.of(browser, host, "drafter")) {
      desk.go("/documents/" + folder);
      String hidden = mainText(desk);
      desk.go("/documents/00000000-0000-4000-8000-00000000abcd");
      String never = mainText(desk);

      assertThat(hidden).isNotBlank().isEqualTo(never);
    }
  }

  private static String mainText(Desk desk) {
    desk.view().waitForLoadState(LoadState.NETWORKIDLE);
    // The network can be idle between two requests of a slow host.
    Locator main = desk.view().locator("main");
    main.getByRole(AriaRole.HEADING).first().waitFor();
    main.filter(new Locator.FilterOptions().setHasNotText("Loading…")).waitFor();
    return main.innerText();
  }
}
