package org.chancery.acceptance.browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Frame;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.ArrayList;
import java.util.List;
import org.chancery.acceptance.host.Host;

/**
 * One person in front of the application, in a browser session of their own at 1280 × 800, on the
 * host's own page or in the Share that the host names. Whatever the page reports as an error is
 * kept, so that a test can ask for none.
 */
public final class Desk implements AutoCloseable {
  private final BrowserContext context;
  private final Page page;
  private final Entrance entrance;
  private final List<String> errors = new ArrayList<>();
  private boolean signedIn;
  private boolean inside;

  private Desk(BrowserContext context, Entrance entrance) {
    this.context = context;
    this.page = context.newPage();
    this.entrance = entrance;
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
    context.setDefaultTimeout(60_000);
    // The first page of a Share that has just been started compiles its templates.
    context.setDefaultNavigationTimeout(90_000);
    Entrance entrance =
        host.share().<Entrance>map(InShare::new).orElseGet(() -> new OwnPage(host.url()));
    Desk desk = new Desk(context, entrance);
    desk.page.navigate(entrance.address());
    return desk;
  }

  /** Opens it signed in and affirmed. */
  public static Desk of(Browser browser, Host host, String user) {
    Desk desk = open(browser, host);
    desk.signIn(user);
    desk.affirm();
    return desk;
  }

  /** What shows that one is asked to sign in. */
  public Locator signInShown() {
    return entrance.signInShown(page);
  }

  /** Fills in the sign-in page. */
  public void signIn(String user) {
    signIn(user, Host.passwordOf(user));
    signedIn = true;
  }

  /** Fills in the sign-in page with that password. */
  public void signIn(String user, String password) {
    entrance.signIn(page, user, password);
  }

  /** What says that the sign-in was refused, and what to do. */
  public Locator refusal() {
    return entrance.refusal(page);
  }

  /** Affirms the three responsibilities. */
  public void affirm() {
    page.getByText("I have read these three and affirm them.").click();
    button("Affirm and continue").click();
    inside = true;
    view().getByRole(AriaRole.NAVIGATION).first().waitFor();
  }

  /** The whole page, whatever stands around the application. */
  public Page page() {
    return page;
  }

  /** The application. */
  public Frame view() {
    return inside ? entrance.application(page) : page.mainFrame();
  }

  /** Goes to an address within the application, and loads it anew. */
  public void go(String path) {
    String address = entrance.address(path);
    if (page.url().equals(address)) {
      // In Share the path is behind a '#': going where one is would load nothing.
      page.reload();
    } else {
      page.navigate(address);
    }
  }

  /** The button of that name. */
  public Locator button(String name) {
    return view().getByRole(AriaRole.BUTTON, new Frame.GetByRoleOptions().setName(name));
  }

  /** The heading of that name. */
  public Locator heading(String name) {
    return view().getByRole(AriaRole.HEADING, new Frame.GetByRoleOptions().setName(name));
  }

  /** Fails when axe-core finds anything serious or critical in what is ours of the page. */
  public void assertNothingSerious() {
    if (signedIn || entrance.ownSignIn()) {
      Accessibility.assertNothingSerious(page, inside ? entrance.extent() : List.of());
    }
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
