package org.chancery.share.forms;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * The elements by which the built page of the browser application loads its scripts and styles, for
 * Share.
 */
final class PageTags {

  private static final Pattern ASSET =
      Pattern.compile("<(script|link)\\b[^>]*\\b(?:src|href)=\"[^\"]*?(assets/[^\"]+)\"[^>]*>");

  private final List<String> tags;

  private PageTags(List<String> tags) {
    this.tags = List.copyOf(tags);
  }

  /** Reads them from the built application; none when it is not there. */
  static PageTags of(Path application) throws IOException {
    Path page = application.resolve("index.html");
    return Files.exists(page) ? in(Files.readString(page)) : none();
  }

  static PageTags none() {
    return new PageTags(List.of());
  }

  static PageTags in(String page) {
    return new PageTags(ASSET.matcher(page).results().map(PageTags::tag).toList());
  }

  boolean isEmpty() {
    return tags.isEmpty();
  }

  /** Part of a page's template. */
  String ftl() {
    return "<#assign chanceryAssets=" + !isEmpty() + ">\n" + String.join("\n", tags) + "\n";
  }

  private static String tag(MatchResult found) {
    String address = "${url.context}/res/chancery/" + found.group(2);
    if (found.group(1).equals("script")) {
      return "<script type=\"module\" src=\"" + address + "\"></script>";
    }
    String relation = found.group(2).endsWith(".css") ? "stylesheet" : "modulepreload";
    return "<link rel=\"" + relation + "\" href=\"" + address + "\" />";
  }
}
