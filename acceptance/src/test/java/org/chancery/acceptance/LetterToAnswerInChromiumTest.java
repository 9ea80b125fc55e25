package org.chancery.acceptance;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Frame;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Random;
import java.util.regex.Pattern;
import org.chancery.acceptance.browser.Chromium;
import org.chancery.acceptance.browser.Desk;
import org.chancery.acceptance.browser.Pictures;
import org.chancery.acceptance.fixture.Letter;
import org.chancery.acceptance.fixture.Paper;
import org.chancery.acceptance.fixture.Scanner;
import org.chancery.acceptance.host.Client;
import org.chancery.acceptance.host.Host;
import org.chancery.acceptance.host.IntakeDesk;
import org.chancery.acceptance.host.LetterDesk;
import org.chancery.acceptance.host.WithHost;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * One letter from the scanner to the closed file as seven people do it, each at their own screen,
 * with nothing but what they can click and type (rows C1, C7, C8, C10, C12, P14, R4). The same way
 * over HTTP is {@link LetterToAnswerTest}.
 */
@ExtendWith({WithHost.class, Chromium.class})
class LetterToAnswerInChromiumTest {
  private static final double PATIENCE_MILLIS = 180_000;

  private final Random random = new Random();
  private final Letter letter = Letter.draw(random, 1);
  private final String mark = letter.markers().get(0);
  private final String subject = "Delay, reference " + mark;

  @Test
  void aScannedLetterIsAnsweredSignedOnPaperAndClosed(Host host, Browser browser) {
    String scan = "scan-" + mark + ".tif";
    IntakeDesk.drop(host.inbox().resolve("FEMA"), scan, Paper.faxTiff(letter));
    try (Desk clerk = Desk.of(browser, host, "femaclerk")) {
      filesAndRoutes(clerk, scan);
    }
    try (Desk supervisor = Desk.of(browser, host, "supervisor")) {
      assigns(supervisor);
    }
    try (Desk drafter = Desk.of(browser, host, "drafter")) {
      draftsAndAsksForComments(drafter);
    }
    try (Desk representative = Desk.of(browser, host, "representative")) {
      comments(representative);
    }
    try (Desk drafter = Desk.of(browser, host, "drafter")) {
      consolidatesAndSubmits(drafter);
    }
    try (Desk reviewer = Desk.of(browser, host, "reviewer")) {
      approves(reviewer);
    }
    try (Desk secretary = Desk.of(browser, host, "secretary")) {
      byte[] paper = printsForSignature(secretary);
      IntakeDesk.drop(
          host.inbox().resolve("FEMA"), "signed-" + mark + ".png", Scanner.scanned(paper, random));
      seesItSigned(secretary);
    }
    try (Desk clerk = Desk.of(browser, host, "femaclerk")) {
      dispatches(clerk);
      assertThat(property(host.person("femaclerk"), fileOf(clerk), "cor:status"))
          .isEqualTo("closed");
    }
  }

  /** The clerk begins at the letters, files the one that has come, and sends it on its way. */
  private void filesAndRoutes(Desk desk, String scan) {
    assertThat(desk.heading("Intake desk")).isVisible();
    Locator item =
        desk.view()
            .getByRole(
                AriaRole.OPTION, new Frame.GetByRoleOptions().setName(Pattern.compile(scan)));
    assertThat(item).isVisible(patiently());
    item.click();
    Locator where = desk.view().getByText("Where does it belong?");
    assertThat(where).isVisible(patiently());
    desk.view().getByText("A new case folder").click();
    field(desk, "Subject").fill(subject);
    field(desk, "Source").selectOption("public");
    seen(desk, "walk-file");
    desk.button("File it").click();

    assertThat(desk.heading("Who answers it?")).isVisible();
    desk.view().getByText("Who reviews and signs").click();
    choose(desk, "Reviews it", "Priya Raman");
    field(desk, "What to say to them").fill("Please answer by name, and mention " + mark + ".");
    seen(desk, "walk-route");
    desk.button("Route it").click();
    assertThat(desk.view().getByText(Pattern.compile("is under way\\.$"))).isVisible();
  }

  /** The supervisor finds it among what the component's supervisors are asked for. */
  private void assigns(Desk desk) {
    pick(desk, "My groups’");
    seen(desk, "walk-assign");
    desk.button("Assigned").click();
    assertThat(done(desk)).isVisible();
  }

  private void draftsAndAsksForComments(Desk desk) {
    pick(desk, "My groups’");
    desk.button("Claim").click();
    assertThat(desk.view().getByText(Pattern.compile("is yours now"))).isVisible();
    openFile(desk);

    desk.button("Draft a response").click();
    desk.view().getByLabel("Name of the draft").fill("Answer " + mark);
    desk.view().getByLabel("Signed by").fill("Margaret Ellison");
    desk.view().getByLabel("Title of who signs").fill("Executive Secretary");
    desk.button("Write the draft").click();
    assertThat(desk.heading("Answer " + mark)).isVisible();
    Locator writing = desk.view().getByText("The draft is being written from its template.");
    assertThat(writing).isHidden(patientlyHidden());
    assertThat(desk.view().locator(".text-layer, .text-pages").getByText("Dear").first())
        .isAttached(new LocatorAssertions.IsAttachedOptions().setTimeout(PATIENCE_MILLIS));
    seen(desk, "walk-draft");

    backToFile(desk);
    desk.button("Ask for a part").click();
    field(desk, "What for").selectOption("cwf:commentTask");
    choose(desk, "Assign to", "Lucille Barnett");
    field(desk, "What is asked").fill("Please comment on the answer to " + mark);
    field(desk, "Due").fill(LocalDate.now(ZoneOffset.UTC).plusDays(1).toString());
    seen(desk, "ask-for-comments");
    desk.button("Assign").last().click();
    assertThat(desk.view().getByText("Assigned.").first()).isVisible();
    tab(desk, "Clearances");
    assertThat(desk.view().getByText("1 outstanding")).isVisible();
    assertThat(desk.errors()).isEmpty();
  }

  /** Someone of another component sees the file as long as asked. */
  private void comments(Desk desk) {
    pick(desk, "Mine");
    openFile(desk);
    document(desk, "Answer " + mark).click();
    assertThat(desk.heading("Answer " + mark)).isVisible();
    seen(desk, "walk-comment-on");
    backToFile(desk);
    desk.view()
        .getByRole(AriaRole.TEXTBOX, new Frame.GetByRoleOptions().setName("Comment"))
        .fill("Name the field office.");
    desk.button("Concur with comment").click();
    assertThat(done(desk)).isVisible();
    assertThat(desk.errors()).isEmpty();
  }

  private void consolidatesAndSubmits(Desk desk) {
    pick(desk, "Mine");
    openFile(desk);
    tab(desk, "Clearances");
    assertThat(desk.view().getByText("Name the field office.")).isVisible();
    seen(desk, "clearances");

    document(desk, "Answer " + mark).click();
    Download word =
        desk.page()
            .waitForDownload(
                () ->
                    desk.view()
                        .getByRole(
                            AriaRole.LINK,
                            new Frame.GetByRoleOptions().setName("Download to work on it"))
                        .click());
    byte[] revised =
        LetterDesk.revised(
            bytes(word), xml -> xml.replace("your letter", "your letter to the field office"));
    desk.button("New version").click();
    desk.view()
        .locator("dialog input[type=file]")
        .setInputFiles(new FilePayload("answer.docx", LetterDesk.WORD, revised));
    desk.view().getByLabel("What is new about it").fill("The field office is named");
    seen(desk, "walk-new-version");
    desk.button("Save as new version").click();
    assertThat(desk.view().getByRole(AriaRole.DIALOG)).hasCount(0);
    tab(desk, "Versions");
    assertThat(desk.view().getByText("The field office is named")).isVisible();
    tab(desk, "Changes");
    assertThat(desk.view().locator("ins").first()).hasText(Pattern.compile("field office"), slow());
    seen(desk, "changes");

    backToFile(desk);
    tab(desk, "Where it stands");
    desk.button("Submitted").click();
    assertThat(done(desk)).isVisible();
    assertThat(desk.errors()).isEmpty();
  }

  private void approves(Desk desk) {
    pick(desk, "Mine");
    openFile(desk);
    document(desk, "Answer " + mark).click();
    tab(desk, "Changes");
    assertThat(desk.view().locator("ins").first()).isVisible();
    backToFile(desk);
    seen(desk, "walk-review");
    desk.button("Approve").click();
    assertThat(done(desk)).isVisible();
    assertThat(desk.errors()).isEmpty();
  }

  /** The letter as the printer would have it. */
  private byte[] printsForSignature(Desk desk) {
    pick(desk, "My groups’");
    seen(desk, "walk-sign");
    openFile(desk);
    document(desk, "Answer " + mark).click();
    desk.button("Print for signature").click();
    tab(desk, "Letter");
    Locator download =
        desk.view()
            .getByRole(
                AriaRole.LINK, new Frame.GetByRoleOptions().setName("Download").setExact(true));
    assertThat(download).isVisible(patiently());
    seen(desk, "walk-print");
    return bytes(desk.page().waitForDownload(download::click));
  }

  /** The page of the letter follows by itself when the paper has come back. */
  private void seesItSigned(Desk desk) {
    assertThat(desk.view().getByText("The signed paper has come back.")).isVisible(patiently());
    seen(desk, "walk-signed");
    assertThat(desk.errors()).isEmpty();
  }

  private void dispatches(Desk desk) {
    desk.view()
        .getByRole(AriaRole.LINK, new Frame.GetByRoleOptions().setName(Pattern.compile("^My desk")))
        .first()
        .click();
    pick(desk, "My groups’");
    openFile(desk);
    assertThat(document(desk, "Answer " + mark + " (signed).png")).isVisible();
    desk.button("Dispatch").first().click();
    field(desk, "Recipient, with address").fill(letter.sender() + "\nLaredo, TX 78040");
    field(desk, "Authority").fill("Reply to the correspondent");
    seen(desk, "record-a-dispatch");
    desk.button("Record the dispatch").click();
    assertThat(desk.view().getByText("The dispatch is recorded.")).isVisible();
    assertThat(desk.view().getByText("Reply to the correspondent")).isVisible();
    assertThat(desk.button("Reopen")).isVisible();
    seen(desk, "closed");
    assertThat(desk.errors()).isEmpty();
  }

  /** Takes the tasking of this letter into hand, in one of the desk's views. */
  private void pick(Desk desk, String view) {
    // Who had nothing to do when the page was opened has a desk once that is asked again.
    assertThat(desk.heading("My desk")).isVisible(patiently());
    desk.view()
        .getByRole(
            AriaRole.LINK,
            new Frame.GetByRoleOptions().setName(Pattern.compile("^" + view + "\\s*\\d*$")))
        .click();
    desk.view()
        .getByRole(AriaRole.OPTION, new Frame.GetByRoleOptions().setName(Pattern.compile(mark)))
        .click();
  }

  /** From the tasking in hand to its case file. */
  private void openFile(Desk desk) {
    desk.view()
        .getByRole(AriaRole.REGION, new Frame.GetByRoleOptions().setName("The tasking in hand"))
        .getByRole(AriaRole.LINK, new Locator.GetByRoleOptions().setName(Pattern.compile(mark)))
        .click();
    assertThat(desk.heading(subject)).isVisible();
  }

  /** From a document up to its case file. */
  private void backToFile(Desk desk) {
    desk.view()
        .getByRole(AriaRole.NAVIGATION, new Frame.GetByRoleOptions().setName("Where you are"))
        .getByRole(AriaRole.LINK, new Locator.GetByRoleOptions().setName(Pattern.compile(mark)))
        .last()
        .click();
    assertThat(desk.heading(subject)).isVisible();
  }

  private static Locator document(Desk desk, String name) {
    return desk.view().getByRole(AriaRole.LINK, new Frame.GetByRoleOptions().setName(name)).first();
  }

  private static Locator field(Desk desk, String label) {
    return desk.view().getByLabel(Pattern.compile("^" + label)).first();
  }

  /** Chooses a person by name, as the field proposes them. */
  private static void choose(Desk desk, String label, String name) {
    field(desk, label).fill(name);
    desk.view()
        .getByRole(AriaRole.OPTION, new Frame.GetByRoleOptions().setName(name))
        .first()
        .click();
    assertThat(desk.button("Remove " + name)).isVisible();
  }

  private static void tab(Desk desk, String name) {
    desk.view()
        .getByRole(AriaRole.TAB, new Frame.GetByRoleOptions().setName(Pattern.compile("^" + name)))
        .click(new Locator.ClickOptions().setTimeout(PATIENCE_MILLIS));
  }

  private static Locator done(Desk desk) {
    return desk.view().getByText("Done.", new Frame.GetByTextOptions().setExact(true));
  }

  private static void seen(Desk desk, String picture) {
    desk.assertNothingSerious();
    Pictures.take(desk.page(), picture);
  }

  private static byte[] bytes(Download download) {
    try {
      return Files.readAllBytes(download.path());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String fileOf(Desk desk) {
    return desk.view().url().replaceAll(".*/case-files/([0-9a-f-]{36}).*", "$1");
  }

  private static String property(Client who, String node, String name) {
    return new LetterDesk(who).property(node, name);
  }

  private static LocatorAssertions.IsVisibleOptions patiently() {
    return new LocatorAssertions.IsVisibleOptions().setTimeout(PATIENCE_MILLIS);
  }

  private static LocatorAssertions.IsHiddenOptions patientlyHidden() {
    return new LocatorAssertions.IsHiddenOptions().setTimeout(PATIENCE_MILLIS);
  }

  private static LocatorAssertions.HasTextOptions slow() {
    return new LocatorAssertions.HasTextOptions().setTimeout(PATIENCE_MILLIS);
  }
}
