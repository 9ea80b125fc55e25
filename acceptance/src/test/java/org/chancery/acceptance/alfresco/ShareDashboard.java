package org.chancery.acceptance.alfresco;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.List;

/** Somebody's own dashboard in Share. */
final class ShareDashboard {
  /** What Share's own page for the dashboard sends when one has dragged the dashlet there. */
  private static final String PUT_THERE =
      """
      async ([user, dashlet]) => {
        const csrf = Alfresco.util.CSRFPolicy;
        const headers = {'Content-Type': 'application/json'};
        if (csrf.isFilterEnabled()) headers[csrf.getHeader()] = csrf.getToken();
        const url = Alfresco.constants.URL_SERVICECONTEXT + 'components/dashboard/customise-dashboard';
        const answer = await fetch(url, {method: 'POST', headers, body: JSON.stringify({
          dashboardPage: 'user/' + user + '/dashboard', templateId: 'dashboard-2-columns-wide-left',
          dashlets: [{url: dashlet, regionId: 'component-1-1', originalRegionId: ''}]})});
        return answer.status;
      }""";

  private final Page page;
  private final String share;
  private final String user;

  ShareDashboard(Page page, String share, String user) {
    this.page = page;
    this.share = share;
    this.user = user;
  }

  /** Puts a dashlet of ours there, which Share offers under that name. */
  void put(String name, String dashlet) {
    // Share makes somebody's dashboard when they first come to it.
    open();
    page.navigate(share + "/page/customise-user-dashboard");
    assertThat(
            page.locator(".availableDashlet").filter(new Locator.FilterOptions().setHasText(name)))
        .hasCount(1);
    String address = "/components/dashlets/chancery-" + dashlet;
    assertThat(page.evaluate(PUT_THERE, List.of(user, address))).isEqualTo(200);
  }

  /** The dashlet, on the dashboard newly loaded. */
  Locator dashlet(String dashlet) {
    open();
    return page.locator(".dashlet.chancery-" + dashlet);
  }

  private void open() {
    page.navigate(share + "/page/user/" + user + "/dashboard");
    page.locator(".dashlet").first().waitFor();
  }
}
