package org.chancery.acceptance.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Page;
import java.util.List;
import java.util.Set;

/** What axe-core finds on a page. */
public final class Accessibility {
  private static final Set<String> SERIOUS = Set.of("serious", "critical");

  private Accessibility() {}

  /**
   * Fails when axe-core finds anything serious or critical (WCAG 2.1 A and AA).
   *
   * @param within what is looked at, as frames and at last an element in them; empty for all
   */
  static void assertNothingSerious(Page page, List<String> within) {
    AxeBuilder axe = new AxeBuilder(page);
    List<String> found =
        (within.isEmpty() ? axe : axe.include(within))
                .withTags(List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa"))
                .analyze()
                .getViolations()
                .stream()
                .filter(rule -> SERIOUS.contains(rule.getImpact()))
                .map(Accessibility::describe)
                .toList();
    assertThat(found).as("accessibility of " + page.url()).isEmpty();
  }

  private static String describe(Rule rule) {
    return rule.getId()
        + ": "
        + rule.getHelp()
        + " "
        + rule.getNodes().stream().map(node -> node.getHtml()).limit(3).toList();
  }
}
