package org.chancery.acceptance.alfresco;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
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

/** Share's advanced search, filled in and sent off for Chancery's types. */
@EnabledIfSystemProperty(named = "chancery.share", matches = ".+")
@ExtendWith({WithHost.class, Chromium.class})
class ShareAdvancedSearchTest {
  private final Random random = new Random();
  private final String word = Letter.draw(random, 1).markers().get(0);
  private final String other = Letter.draw(random, 1).markers().get(0);

  @Test
  void aCorrespondentIsFoundByLastName(Host host, Browser browser) {
    ShareOffice office = new ShareOffice(host);
    filed(office, word);
    filed(office, other);
    try (Desk desk = Desk.of(browser, host, "clerk")) {
      form(desk.page(), host, "Correspondent");
      field(desk.page(), "cor:lastName").fill(word);
      search(desk.page());
      foundAlone(desk.page(), word);
    }
  }

  @Test
  void aPersonIsFoundByLastName(Host host, Browser browser) {
    ShareOffice office = new ShareOffice(host);
    office.person(word);
    office.person(other);
    try (Desk desk = Desk.of(browser, host, "clerk")) {
      form(desk.page(), host, "Individual");
      field(desk.page(), "stk:lastName").fill(word);
      Pictures.take(desk.page(), "alfresco-advanced-search");
      search(desk.page());
      foundAlone(desk.page(), word);
    }
  }

  @Test
  void nothingIsAskedForThatNobodyAskedFor(Host host, Browser browser) {
    try (Desk desk = Desk.of(browser, host, "clerk")) {
      Page page = desk.page();
      form(page, host, "Case file");
      assertThat(field(page, "cor:status")).hasValue("");
      assertThat(page.locator("select[id$='prop_cor_status-entry'] option:checked")).hasCount(0);
    }
  }

  private static void filed(ShareOffice office, String lastName) {
    String id =
        office.readMail(
            "search-" + lastName + ".pdf",
            Paper.bornDigitalPdf(Letter.draw(new Random(), 1)),
            "EXECSEC");
    office.file(id, "About " + lastName, "Ines", lastName);
  }

  /** Share's page, with the form for things of that kind. */
  private static void form(Page page, Host host, String type) {
    page.navigate(host.share().orElseThrow() + "/page/advsearch");
    page.locator("[id$='-selected-form-button-button']").click();
    page.locator(".yuimenuitem:visible")
        .filter(
            new Locator.FilterOptions()
                .setHas(page.locator(".form-type-name:text-is('" + type + "')")))
        .click();
    page.locator(".share-form:not(.hidden) [name='prop_cm_name']").waitFor();
  }

  private static Locator field(Page page, String property) {
    return page.locator(
        ".share-form:not(.hidden) [name='prop_" + property.replace(':', '_') + "']");
  }

  private static void search(Page page) {
    page.locator("[id$='-search-button-1-button']").click();
    page.waitForURL(Pattern.compile(".*search.*query.*"));
  }

  private static void foundAlone(Page page, String text) {
    Locator result = page.locator("#FCTSRCH_SEARCH_RESULTS_LIST .alfresco-search-AlfSearchResult");
    assertThat(result).hasCount(1);
    assertThat(result).containsText(text);
  }
}
