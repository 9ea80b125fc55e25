package org.chancery.acceptance.alfresco;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import java.util.Random;
import java.util.regex.Pattern;
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

/** What Chancery adds to Share's document library: each action clicked, each mark seen. */
@EnabledIfSystemProperty(named = "chancery.share", matches = ".+")
@ExtendWith({WithHost.class, Chromium.class})
class ShareLibraryTest {
  private static final String UNREAD = "Not read yet: its text cannot be found by search";
  private static final String LOCKED = "Locked: only those named may see it";
  private static final String RECORD = "A record: it cannot be changed";
  private static final String HELD = "On hold: neither deleted nor moved out";

  private static final Locator.FilterOptions VISIBLE = new Locator.FilterOptions().setVisible(true);

  private final Letter letter = Letter.draw(new Random(), 2);
  private final String word = letter.markers().get(0);

  @Test
  void mailIsFiledIntoACaseAndReadAgain(Host host, Browser browser) {
    ShareOffice office = new ShareOffice(host);
    // First of its folder, so that Share's header is in the picture, too.
    String name = "1-" + word + ".pdf";
    String id = office.readMail(name, Paper.scannedPdf(letter), "EXECSEC");
    try (Desk desk = Desk.of(browser, host, "clerk")) {
      ShareLibrary library = library(desk, host);
      library.open(office.folderOf(id));
      assertThat(library.row(name)).containsText("Intake: Ready to file");
      assertThat(library.row(name)).containsText("Pages: 2");
      assertThat(library.indicator(name, UNREAD)).hasCount(0);
      assertThat(library.action(name, "Open in Chancery")).isVisible();
      // A clerk may neither lock nor declare, whatever lies in the clerk's own hands.
      assertThat(library.actionNow(name, "Lock").filter(VISIBLE)).hasCount(0);
      assertThat(library.actionNow(name, "Declare").filter(VISIBLE)).hasCount(0);
      Pictures.take(desk.page(), "alfresco-library");

      String before = office.node(id).path("properties").path("cor:readAt").asText();
      library.action(name, "Read again").click();
      assertThat(desk.page().getByText("'" + name + "' will be read").first()).isVisible();
      office.awaitRead(id, before);
      office.awaitState(id, "ready");

      library.open(office.folderOf(id)).action(name, "File into a case").click();
      assertThat(desk.view().getByText("Where does it belong?")).isVisible();
      desk.page().keyboard().press("n");
      Locator source = desk.view().getByLabel(Pattern.compile("^Source"));
      source.waitFor();
      if (source.inputValue().isEmpty()) {
        assertThat(source).isFocused();
        desk.page().keyboard().type("Public");
      }
      desk.page().keyboard().press("Control+Enter");
      assertThat(desk.view().getByText(Pattern.compile("^Filed in"))).isVisible();
      office.awaitState(id, "filed");

      String documents = office.folderOf(id);
      library.open(documents);
      assertThat(library.row(name)).containsText("Intake: Filed");
      assertThat(documents).startsWith("/Case folders/");
      library.open(above(above(documents)));
      Locator caseFile = desk.page().locator("tr.yui-dt-rec").first();
      assertThat(caseFile).containsText("Status: Open");
      assertThat(caseFile).containsText("Source: Public");
      Pictures.take(desk.page(), "alfresco-library-case-file");
      assertThat(desk.errors()).isEmpty();
    }
  }

  @Test
  void whatWasNotReadIsMarkedUntilItHasBeen(Host host, Browser browser) {
    ShareOffice office = new ShareOffice(host);
    String name = "broken-" + word + ".pdf";
    String id = office.mail(name, Paper.encryptedPdf(letter), "EXECSEC");
    office.awaitState(id, "quarantined");
    try (Desk desk = Desk.of(browser, host, "clerk")) {
      ShareLibrary library = library(desk, host).open(office.folderOf(id));

      assertThat(library.row(name)).containsText("Intake: Quarantined");
      assertThat(library.indicator(name, UNREAD)).isVisible();
    }
  }

  @Test
  void aFileOfTheLibraryIsReadForTheFirstTime(Host host, Browser browser) {
    ShareOffice office = new ShareOffice(host);
    ShareOffice.Folder folder = office.folder("Unread");
    String name = "plain-" + word + ".pdf";
    try (Desk desk = Desk.of(browser, host, "clerk")) {
      ShareLibrary library = library(desk, host).open(folder.path());
      library.upload(name, "application/pdf", Paper.scannedPdf(letter));
      String id = office.idOf(folder, name);

      library.open(folder.path()).action(name, "Read (OCR)").click();

      assertThat(desk.page().getByText("'" + name + "' will be read").first()).isVisible();
      JsonNode read = office.awaitRead(id, "");
      assertThat(read.path("properties").path("cor:pageCount").asInt()).isEqualTo(2);
      library.open(folder.path()).action(name, "Read again").click();
      office.awaitRead(id, read.path("properties").path("cor:readAt").asText());
    }
  }

  @Test
  void aFileIsLockedAndUnlocked(Host host, Browser browser) {
    ShareOffice office = new ShareOffice(host);
    Client secretary = host.person("secretary");
    ShareOffice.Folder folder = office.folder("Locks");
    // Whoever puts a file there does not own it: who may change access to it is said by the folder.
    office.coordinator(folder, "secretary");
    String name = "secret-" + word + ".txt";
    try (Desk desk = Desk.of(browser, host, "secretary")) {
      ShareLibrary library = library(desk, host).open(folder.path());
      library.upload(name, "text/plain", Paper.plainText(letter));
      String id = office.idOf(folder, name);

      library.open(folder.path()).action(name, "Lock").click();
      desk.button("Lock it, or add someone").click();
      changeAccess(desk, "No, it is locked: only those named here", "Under review");
      Host.await(
          "the lock",
          ShareOffice.READING_LIMIT,
          () -> secretary.get("nodes/" + id).expect(200).json().path("locked").asBoolean());
      assertThat(host.person("drafter").get("nodes/" + id).status()).isEqualTo(404);

      library.open(folder.path());
      assertThat(library.indicator(name, LOCKED)).isVisible();
      assertThat(library.actionNow(name, "Lock")).hasCount(0);
      library.action(name, "Unlock").click();
      desk.view()
          .getByRole(AriaRole.DIALOG)
          .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Change the lock"))
          .click();
      changeAccess(desk, "Yes: whoever may see what it lies in", "Reviewed");
      Host.await(
          "the lock to be gone",
          ShareOffice.READING_LIMIT,
          () -> !secretary.get("nodes/" + id).expect(200).json().path("locked").asBoolean());
      assertThat(host.person("drafter").get("nodes/" + id).status()).isEqualTo(200);

      library.open(folder.path());
      assertThat(library.row(name)).isVisible();
      assertThat(library.indicator(name, LOCKED)).hasCount(0);
    }
  }

  private static void changeAccess(Desk desk, String choice, String reason) {
    desk.view().getByText(choice).click();
    desk.view().getByLabel(Pattern.compile("^Reason")).fill(reason);
    desk.button("Save").click();
  }

  @Test
  void aFileIsDeclaredARecord(Host host, Browser browser) {
    ShareOffice office = new ShareOffice(host);
    ShareOffice.Folder folder = office.folder("Records");
    String name = "record-" + word + ".txt";
    try (Desk desk = Desk.of(browser, host, "records")) {
      ShareLibrary library = library(desk, host).open(folder.path());
      library.upload(name, "text/plain", Paper.plainText(letter));
      String id = office.idOf(folder, name);

      library.open(folder.path()).action(name, "Declare").click();
      desk.page()
          .locator(".yui-simple-dialog:visible")
          .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Declare"))
          .click();
      assertThat(desk.page().getByText("'" + name + "' is a record now").first()).isVisible();

      library.open(folder.path());
      assertThat(library.indicator(name, RECORD)).isVisible();
      assertThat(library.actionNow(name, "Declare")).hasCount(0);
      Pictures.take(desk.page(), "alfresco-library-record");
      assertThat(office.node(id).path("aspects").toString()).contains("rec:declared");
    }
  }

  @Test
  void aFileIsHeldAndReleased(Host host, Browser browser) {
    ShareOffice office = new ShareOffice(host);
    ShareOffice.Folder folder = office.folder("Holds");
    String name = "held-" + word + ".txt";
    try (Desk desk = Desk.of(browser, host, "records")) {
      ShareLibrary library = library(desk, host).open(folder.path());
      library.upload(name, "text/plain", Paper.plainText(letter));
      String id = office.idOf(folder, name);

      library.open(folder.path()).action(name, "Hold").click();
      answer(desk, "Hold", "Coastal Alliance v. Agency");
      assertThat(desk.page().getByText("'" + name + "' is on hold").first()).isVisible();
      assertThat(office.node(id).path("aspects").toString()).contains("rec:held");

      library.open(folder.path());
      assertThat(library.indicator(name, HELD)).isVisible();
      Pictures.take(desk.page(), "alfresco-library-hold");
      desk.page()
          .navigate(
              host.share().orElseThrow()
                  + "/page/document-details?nodeRef=workspace://SpacesStore/"
                  + id);
      Locator panel = desk.page().locator(".chancery-retention");
      assertThat(panel.getByText("Litigation")).isVisible();
      assertThat(panel.getByText("Why it is kept")).isVisible();
      panel.scrollIntoViewIfNeeded();
      Pictures.take(desk.page(), "alfresco-retention");

      library.open(folder.path()).action(name, "Release").click();
      answer(desk, "Release", "Settled");
      assertThat(desk.page().getByText("'" + name + "' is released").first()).isVisible();
      assertThat(office.node(id).path("aspects").toString()).doesNotContain("rec:held");
    }
    try (Desk desk = Desk.of(browser, host, "drafter")) {
      ShareLibrary library = library(desk, host).open(folder.path());
      assertThat(library.row(name)).isVisible();
      assertThat(library.actionNow(name, "Hold")).hasCount(0);
    }
  }

  @Test
  void aSeriesIsAppliedAtAFolder(Host host, Browser browser) {
    ShareOffice office = new ShareOffice(host);
    ShareOffice.Folder folder = office.folder("Series");
    String inner = Tree.folder(office.platform(), folder.id(), "Speeches");
    try (Desk desk = Desk.of(browser, host, "records")) {
      ShareLibrary library = library(desk, host).open(folder.path());
      library.action("Speeches", "Apply series").click();
      dialog(desk).locator("select").selectOption("CORR-TEMP");
      answer(desk, "Apply series", "Routine speeches");
      assertThat(desk.page().getByText("The series of 'Speeches' is applied").first()).isVisible();
      assertThat(office.node(inner).path("properties").path("rec:appliedSeries").asText())
          .isEqualTo("CORR-TEMP");
    }
  }

  private static Locator dialog(Desk desk) {
    return desk.page().locator(".yui-simple-dialog:visible");
  }

  private static void answer(Desk desk, String button, String reason) {
    dialog(desk).locator("textarea").fill(reason);
    dialog(desk)
        .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(button).setExact(true))
        .click();
  }

  private static ShareLibrary library(Desk desk, Host host) {
    return new ShareLibrary(desk.page(), host.share().orElseThrow());
  }

  private static String above(String path) {
    return path.substring(0, path.lastIndexOf('/'));
  }
}
