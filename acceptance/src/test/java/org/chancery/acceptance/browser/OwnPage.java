package org.chancery.acceptance.browser;

import com.microsoft.playwright.Frame;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.net.URI;
import java.util.List;

/** The application as a page of its own, which signs people in itself. */
record OwnPage(URI url) implements Entrance {

  @Override
  public String address() {
    return url.toString();
  }

  @Override
  public String address(String path) {
    return url.resolve(path).toString();
  }

  @Override
  public Locator signInShown(Page page) {
    return page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setName("Sign in"));
  }

  @Override
  public void signIn(Page page, String user, String password) {
    page.getByLabel("User name").fill(user);
    page.getByLabel("Password").fill(password);
    page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Sign in")).click();
  }

  @Override
  public Locator refusal(Page page) {
    return page.getByRole(AriaRole.ALERT).getByText("do not fit together");
  }

  @Override
  public Frame application(Page page) {
    return page.mainFrame();
  }

  @Override
  public List<String> extent() {
    return List.of();
  }

  @Override
  public boolean ownSignIn() {
    return true;
  }
}
