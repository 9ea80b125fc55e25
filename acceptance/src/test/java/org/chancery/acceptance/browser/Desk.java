package org.chancery.acceptance.browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import org.chancery.acceptance.host.Host;

/**
 * One person in front of the application, in a browser session of their own at 1280 × 800. Whatever
 * the page reports as an error is kept, so that a test can ask for none.
 */
public final class Desk implements AutoCloseable {
  private final BrowserContext context;
  private final Page page;
  private final URI url;
  private final List<String> errors = new ArrayList<>();

  private Desk(BrowserContext context, URI url) {
    this.context = context;
    this.page = context.newPage();
    this.url = url;
    page.onPageError(errors::add);
    page.onConsoleMessage(
        message -> {
          if (message.type().equals("error")
              && message.text().contains("Content Security Policy")) {
            errors.add(message.text());
          }
        });
  }

  /** Opens the application's first page, signed in as nobody. */
  public static Desk open(Browser browser, Host host) {
    BrowserContext context =
        browser.newContext(
            new Browser.NewContextOptions()
                .setViewportSize(1280, 800)
                .setReducedMotion(com.microsoft.playwright.options.ReducedMotion.REDUCE));
    context.setDefaultTimeout(20_000);
    Desk desk = new Desk(context, host.url());
    desk.page.navigate(host.url().toString());
    return desk;
  }

  /** Opens it signed in and affirmed. */
  public static Desk of(Browser browser, Host host, String user) {
    Desk desk = open(browser, host);
    desk.signIn(user);
    desk.affirm();
    return desk;
  }

  /** Fills in the sign-in page. */
  public void signIn(String user) {
    page.getByLabel("User name").fill(user);
    page.getByLabel("Password").fill(Host.passwordOf(user));
    button("Sign in").click();
  }

  /** Affirms the three responsibilities. */
  public void affirm() {
    page.getByText("I have read these three and affirm them.").click();
    button("Affirm and continue").click();
    page.getByRole(AriaRole.NAVIGATION).first().waitFor();
  }

  /** The page itself. */
  public Page page() {
    return page;
  }

  /** Goes to an address within the application. */
  public void go(String path) {
    page.navigate(url.resolve(path).toString());
  }

  /** The button of that name. */
  public com.microsoft.playwright.Locator button(String name) {
    return page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name));
  }

  /** The heading of that name. */
  public com.microsoft.playwright.Locator heading(String name) {
    return page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setName(name));
  }

  /** Errors the page has reported. */
  public List<String> errors() {
    return List.copyOf(errors);
  }

  @Override
  public void close() {
    context.close();
  }
}
