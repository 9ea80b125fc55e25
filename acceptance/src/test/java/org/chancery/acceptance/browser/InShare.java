package org.chancery.acceptance.browser;

import com.microsoft.playwright.Frame;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.List;
import java.util.regex.Pattern;

/**
 * The application in a page of Alfresco Share, which signs people in.
 *
 * @param share Share's address, without a slash at its end
 */
record InShare(String share) implements Entrance {
  private static final Pattern APPLICATION = Pattern.compile(".*/page/chancery-application.*");

  @Override
  public String address() {
    return share + "/page/chancery";
  }

  @Override
  public String address(String path) {
    return address() + "#" + path;
  }

  @Override
  public Locator signInShown(Page page) {
    return page.locator("input[name=password]");
  }

  @Override
  public void signIn(Page page, String user, String password) {
    page.locator("input[name=username]").fill(user);
    page.locator("input[name=password]").fill(password);
    page.locator("input[name=password]").press("Enter");
  }

  @Override
  public Locator refusal(Page page) {
    return page.locator(".error");
  }

  @Override
  public Frame application(Page page) {
    page.waitForCondition(() -> page.frameByUrl(APPLICATION) != null);
    return page.frameByUrl(APPLICATION);
  }

  @Override
  public List<String> extent() {
    return List.of("#chancery-frame", "#app");
  }

  @Override
  public boolean ownSignIn() {
    return false;
  }
}
