package org.chancery.acceptance;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
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
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.regex.Pattern;
import org.chancery.acceptance.browser.Chromium;
import org.chancery.acceptance.browser.Desk;
import org.chancery.acceptance.browser.Pictures;
import org.chancery.acceptance.host.Client;
import org.chancery.acceptance.host.Host;
import org.chancery.acceptance.host.WithHost;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * The last part of a case folder's life as the Executive Secretariat and the records officer do it,
 * each at their own screen, with nothing but what they can click, choose and type (rows R1 to R7,
 * R9, R10). The same way over HTTP is {@link ClosedToArchivedTest}.
 */
@ExtendWith({WithHost.class, Chromium.class})
class ClosedToArchivedInChromiumTest {
  /** Packages are made and checked, and what was destroyed is erased, in the background. */
  private static final double PATIENCE_MILLIS = 300_000;

  /** The office's day, which need not be the browser's. */
  private static final String TODAY = LocalDate.now(ZoneId.of("America/New_York")).toString();

  private static final Duration LIMIT = Duration.ofMinutes(5);

  private Client secretary;
  private FolderOfTheWalk walk;

  @BeforeEach
  void aFolderWithOneOpenFile(Host host) {
    secretary = host.person("secretary");
    walk = FolderOfTheWalk.make(secretary, host.person("records"));
  }

  @Test
  void aClosedFolderIsArchivedAndThenIsHereNoMore(Host host, Browser browser) {
    try (Desk desk = Desk.of(browser, host, "secretary")) {
      closes(desk);
    }
    try (Desk desk = Desk.of(browser, host, "records")) {
      waitsItsTime(desk);
    }
    try (Desk desk = Desk.of(browser, host, "secretary")) {
      reviews(desk);
    }
    try (Desk desk = Desk.of(browser, host, "records")) {
      String hold = holds(desk);
      isRefusedWhileHeld(desk);
      releases(desk, hold);
      approves(desk);
      packs(desk);
      hands(desk);
      String disposition = sees(desk);
      proves(desk, disposition);
      assertThat(desk.errors()).isEmpty();
    }
    try (Desk desk = Desk.of(browser, host, "isso")) {
      isInTheLedger(desk);
    }
    for (String gone : walk.whole()) {
      assertThat(host.admin().get("nodes/" + gone).status()).isEqualTo(404);
    }
    assertThat(secretary.getIndexed("search?q=" + walk.word()).expect(200).json().path("total"))
        .hasToString("0");
    host.assertSound();
  }

  /** Closed, and so declared: its pages say it, and offer nobody to change anything. */
  private void closes(Desk desk) {
    desk.go("/case-files/" + walk.file());
    desk.button("Close the file").click();
    field(desk, "How it ended").fill("The wall stands again.");
    seen(desk, "close-the-file");
    submit(desk, "Close");
    assertThat(desk.button("Reopen")).isVisible();
    Host.await(
        "the letter to be declared",
        LIMIT,
        () -> FolderOfTheWalk.aspects(secretary, walk.letter()).contains("rec:declared"));
    desk.go("/documents/" + walk.letter());
    assertThat(desk.view().getByText(Pattern.compile("^\\s*Record \\S+")).first()).isVisible();
    assertThat(desk.button("Delete")).hasCount(0);
    seen(desk, "declared");
    corrects(desk);
    assertThat(desk.errors()).isEmpty();
  }

  /** The letter stays as it is; what corrects it is put beside it and becomes a record, too. */
  private void corrects(Desk desk) {
    desk.button("Add correction").click();
    chooses(desk, "correction.txt", "It was the wall of the garden.".getBytes(UTF_8));
    field(desk, "Why").fill("The letter is of another wall.");
    seen(desk, "add-a-correction");
    submit(desk, "Add the correction");
    Locator beside = desk.view().getByLabel("Corrections");
    assertThat(beside).containsText("Corrected by");
    seen(desk, "corrected");
    beside.getByRole(AriaRole.LINK).click();
    assertThat(beside).containsText("Corrects");
    String correction = desk.view().url().replaceAll(".*/documents/([0-9a-f-]{36}).*", "$1");
    Host.await(
        "the correction to be declared",
        LIMIT,
        () -> FolderOfTheWalk.aspects(secretary, correction).contains("rec:declared"));
  }

  /** Ten years are to pass; a series whose time is over at once takes their place here. */
  private void waitsItsTime(Desk desk) {
    desk.go("/case-folders/" + walk.folder());
    Locator card = region(desk, "How long it is kept");
    assertThat(card).containsText("transferred to the National Archives");
    desk.button("Apply series").click();
    field(desk, "Series").selectOption(walk.series());
    field(desk, "Why").fill("Of the wall.");
    submit(desk, "Apply the series");
    assertThat(card).containsText(walk.series());
    goToQueue(desk, "due");
    runsTheClock(desk);
    assertThat(row(desk, walk.holder())).isVisible();
    assertThat(desk.errors()).isEmpty();
  }

  private void reviews(Desk desk) {
    goToQueue(desk, "awaiting-review");
    choosesIt(desk);
    desk.button("Permanent…").click();
    assertThat(field(desk, "Series")).hasValue(walk.series());
    field(desk, "Why").fill("By mistake.");
    submit(desk, "They are permanent");
    desk.button("Undo").click();
    assertThat(desk.view().getByText("they wait for their review again")).isVisible();

    choosesIt(desk);
    desk.button("Permanent…").click();
    field(desk, "Why").fill("Of lasting value.");
    seen(desk, "review");
    submit(desk, "They are permanent");
    assertThat(desk.view().getByText("1 folder reviewed as permanent.").last()).isVisible();
    assertThat(row(desk, walk.holder())).hasCount(0);
    assertThat(desk.errors()).isEmpty();
  }

  /** On the file alone: what is in a folder keeps all of it. */
  private String holds(Desk desk) {
    desk.go("/case-files/" + walk.file());
    exactly(desk, "Hold").click();
    desk.view().getByText("Litigation", new Frame.GetByTextOptions().setExact(true)).click();
    field(desk, "Why").fill("The wall, " + walk.word());
    submit(desk, "Put on hold");
    Locator card = region(desk, "How long it is kept");
    assertThat(card).containsText("On hold: Litigation");
    card.getByRole(AriaRole.LINK, new Locator.GetByRoleOptions().setName("Litigation")).click();
    assertThat(desk.heading("The wall, " + walk.word())).isVisible();
    return desk.view().url().replaceAll(".*/holds/([0-9a-f-]{36}).*", "$1");
  }

  private void isRefusedWhileHeld(Desk desk) {
    goToQueue(desk, "due");
    choosesIt(desk);
    desk.button("Propose disposition…").click();
    field(desk, "Why").fill("Its time is over.");
    submit(desk, "Propose");
    assertThat(desk.view().getByRole(AriaRole.ALERT))
        .containsText("Something in it is under a hold");
    seen(desk, "refused-by-a-hold");
    submit(desk, "Cancel");
    runsTheClock(desk);
    goToQueue(desk, "on-hold");
    assertThat(row(desk, walk.holder())).containsText("Litigation: The wall, " + walk.word());
    seen(desk, "queue-on-hold");
    goToQueue(desk, "awaiting-approval");
    assertThat(desk.view().getByText("Nothing waits for approval.")).isVisible();
  }

  private void releases(Desk desk, String hold) {
    desk.go("/records/holds/" + hold);
    desk.button("Release the whole hold").click();
    field(desk, "Why").fill("Settled.");
    submit(desk, "Release");
    assertThat(desk.view().getByText("Ended", new Frame.GetByTextOptions().setExact(true)))
        .isVisible();
    goToQueue(desk, "due");
    runsTheClock(desk);
    assertThat(desk.view().getByText("Nothing is due that is not proposed already.")).isVisible();
  }

  private void approves(Desk desk) {
    goToQueue(desk, "awaiting-approval");
    Locator proposed = region(desk, "Awaiting approval").getByRole(AriaRole.ROW);
    proposed
        .filter(new Locator.FilterOptions().setHasText(walk.holder()))
        .getByRole(AriaRole.LINK)
        .last()
        .click();
    assertThat(desk.view().getByText("One more approval is needed")).isVisible();
    desk.button("Approve…").click();
    field(desk, "Why").fill("It may go.");
    seen(desk, "approve-a-transfer");
    submit(desk, "Approve");
    desk.view()
        .getByRole(AriaRole.LINK, new Frame.GetByRoleOptions().setName("Its transfer"))
        .click();
    assertThat(here(desk)).containsText("Approved");
    seen(desk, "transfer-approved");
  }

  /** Refused for the drawing; a copy of it is put beside it, in a format that lasts. */
  private void packs(Desk desk) {
    desk.button("Package it").click();
    assertThat(here(desk)).containsText("Refused", slowly());
    Locator fault = region(desk, "What is wrong").getByRole(AriaRole.ROW).last();
    assertThat(fault).containsText("drawing.odd");
    assertThat(fault).containsText("copy");
    seen(desk, "transfer-refused");
    Download report =
        desk.page()
            .waitForDownload(
                () ->
                    desk.view()
                        .getByRole(
                            AriaRole.LINK,
                            new Frame.GetByRoleOptions().setName("Report of the check"))
                        .click());
    assertThat(new String(bytes(report), UTF_8)).contains(walk.drawing());

    fault.getByRole(AriaRole.BUTTON).click();
    chooses(desk, "drawing.odd", walk.copy());
    field(desk, "Why").fill("The very same again.");
    submit(desk, "Add the copy");
    assertThat(desk.view().getByRole(AriaRole.DIALOG)).containsText("lasting format");
    seen(desk, "add-a-copy-refused");
    chooses(desk, "drawing.txt", walk.copy());
    assertThat(desk.view().getByRole(AriaRole.ALERT)).hasCount(0);
    field(desk, "Why").fill("Saved as text with the drawing program.");
    seen(desk, "add-a-copy");
    submit(desk, "Add the copy");
    assertThat(desk.view().getByRole(AriaRole.DIALOG)).hasCount(0);

    assertThat(here(desk)).containsText("Packaged", slowly());
    assertThat(region(desk, "What is wrong")).hasCount(0);
    assertThat(region(desk, "What is known of it")).containsText("Checked");
    seen(desk, "transfer-packaged");
  }

  /** What happens outside is noted; nothing is destroyed before custody is accepted. */
  private void hands(Desk desk) {
    desk.button("It was sent…").click();
    field(desk, "Sent on").fill(TODAY);
    field(desk, "How, and by whom").fill("By courier.");
    submit(desk, "It was sent");
    assertThat(here(desk)).containsText("Sent");
    desk.button("Enter the receipt…").click();
    field(desk, "Accession number").fill(walk.accession());
    field(desk, "Receipt of").fill(TODAY);
    seen(desk, "enter-the-receipt");
    submit(desk, "Enter the receipt");
    assertThat(here(desk)).containsText("Receipt entered");
    assertThat(region(desk, "What is known of it")).containsText(walk.accession());
    secretary.get("nodes/" + walk.letter()).expect(200);
    desk.button("Custody was accepted…").click();
    field(desk, "Accepted on").fill(TODAY);
    seen(desk, "custody-was-accepted");
    submit(desk, "Custody was accepted");
    assertThat(here(desk)).containsText("Destroyed here", slowly());
    seen(desk, "transfer");
  }

  /** The certificate; that nothing is at the folder's address; and the number of the proof. */
  private String sees(Desk desk) {
    Locator trail =
        desk.view()
            .getByRole(AriaRole.NAVIGATION, new Frame.GetByRoleOptions().setName("Where you are"));
    trail.getByRole(AriaRole.LINK).last().click();
    Locator certificate =
        desk.view()
            .getByRole(
                AriaRole.LINK, new Frame.GetByRoleOptions().setName("Certificate").setExact(true));
    assertThat(certificate).isVisible();
    byte[] paper = bytes(desk.page().waitForDownload(certificate::click));
    assertThat(new String(paper, ISO_8859_1)).startsWith("%PDF-");
    seen(desk, "transferred");
    String number = desk.view().getByRole(AriaRole.HEADING).first().innerText();
    desk.go("/case-folders/" + walk.folder());
    assertThat(desk.heading("There is nothing here")).isVisible();
    return number;
  }

  /** The stub: found by its accession, it tells by what authority, and no word of what it was. */
  private void proves(Desk desk, String disposition) {
    desk.go("/records/disposed");
    field(desk, "A number, a series or an accession").fill(walk.accession());
    desk.button("Find").last().click();
    Locator found = row(desk, walk.accession());
    assertThat(found).containsText(disposition);
    seen(desk, "disposed-found");
    found.getByRole(AriaRole.LINK).first().click();
    Locator authority = region(desk, "By what authority");
    assertThat(authority).containsText("EXAMPLE-9");
    assertThat(authority).containsText(walk.accession());
    assertThat(authority).containsText("It may go.");
    assertThat(region(desk, "What it was")).containsText("3 documents");
    assertThat(region(desk, "Hashes of what it held").getByRole(AriaRole.LISTITEM))
        .not()
        .hasCount(0);
    assertThat(desk.view().getByText(walk.word())).hasCount(0);
    seen(desk, "stub");
  }

  private void isInTheLedger(Desk desk) {
    desk.go("/ledger?object=" + walk.folder());
    assertThat(
            desk.view()
                .getByRole(AriaRole.CELL, new Frame.GetByRoleOptions().setName("Disposed of"))
                .first())
        .isVisible();
    assertThat(desk.errors()).isEmpty();
  }

  /** Only this walk's series is looked at: the queues may hold any number of other folders. */
  private void goToQueue(Desk desk, String queue) {
    desk.go("/records?queue=" + queue + "&series=" + walk.series());
    assertThat(desk.heading("Records desk")).isVisible();
  }

  private static void runsTheClock(Desk desk) {
    desk.button("Run it now").click();
    assertThat(desk.button("Run it now")).isEnabled();
    assertThat(
            desk.view()
                .getByText(Pattern.compile("Nothing has become due since|proposed for disposition"))
                .last())
        .isVisible(new LocatorAssertions.IsVisibleOptions().setTimeout(PATIENCE_MILLIS));
  }

  private void choosesIt(Desk desk) {
    desk.view().getByLabel("Choose " + walk.holder()).check();
  }

  private static void chooses(Desk desk, String name, byte[] bytes) {
    desk.view()
        .locator("dialog input[type=file]")
        .setInputFiles(new FilePayload(name, "application/octet-stream", bytes));
    assertThat(desk.view().getByRole(AriaRole.DIALOG)).containsText(name);
  }

  /** The station at which a transfer is. */
  private static Locator here(Desk desk) {
    return desk.view().locator("[aria-current=step]");
  }

  private static void submit(Desk desk, String button) {
    desk.view()
        .getByRole(AriaRole.DIALOG)
        .locator("form")
        .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(button).setExact(true))
        .click();
  }

  private static Locator exactly(Desk desk, String button) {
    return desk.view()
        .getByRole(AriaRole.BUTTON, new Frame.GetByRoleOptions().setName(button).setExact(true));
  }

  private static Locator row(Desk desk, String text) {
    return desk.view().getByRole(AriaRole.ROW).filter(new Locator.FilterOptions().setHasText(text));
  }

  private static Locator region(Desk desk, String name) {
    return desk.view()
        .getByRole(AriaRole.REGION, new Frame.GetByRoleOptions().setName(name).setExact(true));
  }

  private static Locator field(Desk desk, String label) {
    return desk.view().getByLabel(Pattern.compile("^" + label)).first();
  }

  private static LocatorAssertions.ContainsTextOptions slowly() {
    return new LocatorAssertions.ContainsTextOptions().setTimeout(PATIENCE_MILLIS);
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
}
