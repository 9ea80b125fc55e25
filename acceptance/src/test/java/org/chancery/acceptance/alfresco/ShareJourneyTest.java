package org.chancery.acceptance.alfresco;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Frame;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.Random;
import java.util.regex.Pattern;
import org.chancery.acceptance.browser.Chromium;
import org.chancery.acceptance.browser.Desk;
import org.chancery.acceptance.browser.Pictures;
import org.chancery.acceptance.fixture.Letter;
import org.chancery.acceptance.fixture.Paper;
import org.chancery.acceptance.host.Host;
import org.chancery.acceptance.host.WithHost;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.extension.ExtendWith;

/** A clerk's way through a real Share, from the sign-in to what Share's own search finds. */
@EnabledIfSystemProperty(named = "chancery.share", matches = ".+")
@ExtendWith({WithHost.class, Chromium.class})
class ShareJourneyTest {
  private final Random random = new Random();

  @Test
  void aScanUploadedInTheLibraryIsReadAndFoundByAWordOnItsSecondPage(Host host, Browser browser) {
    ShareOffice office = new ShareOffice(host);
    String subject = "Delay of " + Letter.draw(random, 1).markers().get(0);
    String mail = "letter-" + Letter.draw(random, 1).markers().get(0) + ".pdf";
    String caseFile = caseFile(office, mail, subject);
    ShareOffice.Folder folder = office.folder("Scans");
    office.rule(folder, "chancery-read");
    Letter letter = Letter.draw(random, 2);
    String word = letter.markers().get(1);
    String name = "scan-" + letter.markers().get(0) + ".pdf";

    try (Desk desk = Desk.open(browser, host)) {
      assertThat(desk.signInShown()).isVisible();
      desk.signIn("clerk");
      assertThat(desk.heading("Three responsibilities")).isVisible();
      Pictures.take(desk.page(), "alfresco-affirmation");
      desk.affirm();
      desk.go("/case-files/" + caseFile);
      assertThat(desk.view().getByRole(AriaRole.HEADING, new Frame.GetByRoleOptions().setLevel(1)))
          .containsText(subject);
      assertThat(desk.view().getByText(mail).first()).isVisible();
      assertThat(desk.view().getByText("Priya Sandoval").first()).isVisible();
      Pictures.take(desk.page(), "alfresco-case-file");

      Page page = desk.page();
      ShareLibrary library = new ShareLibrary(page, host.share().orElseThrow());
      library.open(folder.path()).upload(name, "application/pdf", Paper.scannedPdf(letter));
      String id = office.idOf(folder, name);
      assertThat(office.awaitRead(id, "").path("properties").path("cor:pageCount").asInt())
          .isEqualTo(2);

      searchesLive(page, word, name);
      searchesInFull(page, word, name);
      assertThat(desk.errors()).isEmpty();
    }
  }

  private String caseFile(ShareOffice office, String name, String subject) {
    String id = office.readMail(name, Paper.bornDigitalPdf(Letter.draw(random, 1)), "EXECSEC");
    return office.file(id, subject, "Priya", "Sandoval").path("caseFile").path("id").asText();
  }

  /** The box in the header answers while one types. */
  private static void searchesLive(Page page, String word, String name) {
    Locator box = page.locator(".alfresco-header-SearchBox input[type=text]");
    box.click();
    box.pressSequentially(word);
    Locator found = page.locator(".alf-live-search-documents-list .alf-livesearch-item__name");
    assertThat(found).hasCount(1);
    assertThat(found).hasText(name);
    Pictures.take(page, "alfresco-live-search");
  }

  /** Enter leads from the box to the whole page of results. */
  private static void searchesInFull(Page page, String word, String name) {
    page.locator(".alfresco-header-SearchBox input[type=text]").press("Enter");
    page.waitForURL(Pattern.compile(".*/faceted-search.*" + word + ".*"));
    Locator result = page.locator("#FCTSRCH_SEARCH_RESULTS_LIST .alfresco-search-AlfSearchResult");
    assertThat(result).hasCount(1);
    assertThat(result).containsText(name);
    assertThat(result).containsText("Page 2:");
    assertThat(result.locator("mark").first()).hasText(word);
    Pictures.take(page, "alfresco-search");
  }
}
