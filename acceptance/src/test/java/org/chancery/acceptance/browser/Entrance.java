package org.chancery.acceptance.browser;

import com.microsoft.playwright.Frame;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.List;

/** How one comes to the application: on a host's own page, or through Share. */
interface Entrance {

  /** The first page's address. */
  String address();

  /** Where something within the application is, such as {@code /intake}. */
  String address(String path);

  /** What shows that one is asked to sign in. */
  Locator signInShown(Page page);

  /** Fills in the sign-in and sends it. */
  void signIn(Page page, String user, String password);

  /** What says that user name and password do not fit together. */
  Locator refusal(Page page);

  /** The frame that holds the application, once one has affirmed; waits for it. */
  Frame application(Page page);

  /** Where the application's own elements are, as axe-core wants it; empty for the whole page. */
  List<String> extent();

  /** Whether the sign-in is a page of ours. */
  boolean ownSignIn();
}
