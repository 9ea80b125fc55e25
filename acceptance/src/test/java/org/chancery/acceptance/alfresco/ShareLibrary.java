package org.chancery.acceptance.alfresco;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** Share's own library of the whole repository, worked in as somebody does who has signed in. */
final class ShareLibrary {
  private final Page page;
  private final String share;
  private int visits;

  ShareLibrary(Page page, String share) {
    this.page = page;
    // The first library after a start loads the dictionary.
    page.setDefaultTimeout(60_000);
    this.share = share;
  }

  /** Shows a folder, newly loaded. */
  ShareLibrary open(String path) {
    String filter = "path|" + path + "|";
    // Another query, since another fragment alone is no new page.
    page.navigate(
        share
            + "/page/repository?visit="
            + ++visits
            + "#filter="
            + URLEncoder.encode(filter, StandardCharsets.UTF_8).replace("+", "%20"));
    page.locator(".documents.yui-dt").waitFor();
    return this;
  }

  /** Uploads through the library's own dialog. */
  void upload(String name, String type, byte[] bytes) {
    page.locator(".doclist-toolbar, .toolbar")
        .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Upload"))
        .first()
        .click();
    page.waitForFileChooser(
            () -> page.locator("[id$='-file-selection-button-overlay']:visible").first().click())
        .setFiles(new FilePayload(name, type, bytes));
    row(name).waitFor();
  }

  /** The line of that name. */
  Locator row(String name) {
    return page.locator("tr.yui-dt-rec:has(h3.filename :text-is('" + name + "'))");
  }

  /** One of the line's actions, shown as to somebody who looks for it. */
  Locator action(String name, String label) {
    Locator row = row(name);
    row.hover();
    Locator more = row.locator(".internal-show-more a");
    Locator action = actionNow(name, label);
    more.waitFor();
    if (!action.isVisible()) {
      more.click();
    }
    return action;
  }

  /** One of the line's actions, as far as there is such a one. */
  Locator actionNow(String name, String label) {
    return row(name).locator(".action-set a:has(:text-is('" + label + "'))");
  }

  /** A mark in the line, by what it says. */
  Locator indicator(String name, String says) {
    return row(name).locator(".status img[title='" + says + "']");
  }
}
