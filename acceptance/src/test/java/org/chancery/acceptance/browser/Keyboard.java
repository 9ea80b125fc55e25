package org.chancery.acceptance.browser;

import com.microsoft.playwright.Page;

/** Counts what a person does: one key press, one chord, or one word typed into a field. */
public final class Keyboard {
  private final Page page;
  private int actions;
  private int strokes;

  /**
   * @param page where the keys go to
   */
  public Keyboard(Page page) {
    this.page = page;
  }

  /** Presses a key or a chord, such as {@code Control+Enter}. */
  public void press(String key) {
    actions++;
    strokes += key.length() == 1 ? 1 : key.split("\\+").length;
    page.keyboard().press(key);
  }

  /** Types into the field that has the focus. */
  public void type(String text) {
    actions++;
    strokes += text.length();
    page.keyboard().type(text);
  }

  /** How many keys were struck so far; each key of a chord counts. */
  public int strokes() {
    return strokes;
  }

  /** How often something was done so far. */
  public int actions() {
    return actions;
  }
}
