package org.chancery.alfresco.share;

import org.chancery.core.search.SearchResult.Hit;

/**
 * A snippet as Share shows it: plain text, since Share escapes it, with signs of Share's choice
 * around what was found.
 */
final class Marked {

  private Marked() {}

  /** The hit's snippet, and the page it stands on. */
  static String of(Hit hit, String[] marks) {
    String text =
        hit.snippet()
            .replace("<mark>", marks[0])
            .replace("</mark>", marks[1])
            .replace("&lt;", "<")
            .replace("&gt;", ">")
            .replace("&quot;", "\"")
            .replace("&#39;", "'")
            .replace("&amp;", "&");
    return hit.page() > 0 ? "Page " + hit.page() + ": " + text : text;
  }
}
