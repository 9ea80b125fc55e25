package org.chancery.acceptance.browser;

import com.microsoft.playwright.Page;
import java.nio.file.Path;

/**
 * The pictures of the documentation, taken by the tests that have just asserted what is on them.
 * They go below {@code target}, or to the folder named by {@code CHANCERY_PICTURES} when the
 * documentation's own are to be renewed.
 */
public final class Pictures {
  private Pictures() {}

  /** Takes a picture of what is seen now. */
  public static void take(Page page, String name) {
    String folder = System.getenv().getOrDefault("CHANCERY_PICTURES", "target/pictures");
    page.screenshot(new Page.ScreenshotOptions().setPath(Path.of(folder, name + ".png")));
  }
}
