package org.chancery.core.reach;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.chancery.core.repository.Invalid;
import org.chancery.core.repository.Node;
import org.chancery.core.repository.NodeId;
import org.chancery.core.vocabulary.Stk;

/**
 * A report that somebody has made again and again.
 *
 * @param id its own
 * @param revision for changing it
 * @param user for whom it is made
 * @param wanted what is made, and how often
 * @param next the day on which it is made the next time
 * @param made the day on which it was made the last time
 */
public record OrderedReport(
    NodeId id,
    long revision,
    String user,
    Wanted wanted,
    LocalDate next,
    Optional<LocalDate> made) {

  /** The report that names stakeholders, of which no copy is kept. */
  public static final String SPOKEN = "spoken";

  private static final Set<String> REPORTS = Set.of(SPOKEN, "per-region", "per-component");
  private static final Pattern CODE = Pattern.compile("[A-Za-z0-9-]{1,60}");
  private static final int MONTHS = 11;

  /**
   * What is made.
   *
   * @param report {@code spoken}, {@code per-region} or {@code per-component}
   * @param every how often
   * @param issue a code; any when empty
   * @param state letters; any when empty
   * @param region of FEMA; any when empty
   * @param component a code; any when empty
   */
  public record Wanted(
      String report,
      Every every,
      Optional<String> issue,
      Optional<String> state,
      Optional<String> region,
      Optional<String> component) {

    /**
     * Checks it.
     *
     * @throws Invalid for a report there is none of, or a criterion that is no code
     */
    public Wanted {
      Map<String, String> problems = new LinkedHashMap<>();
      if (!REPORTS.contains(report)) {
        problems.put("report", "must be spoken, per-region or per-component");
      }
      check("issue", issue, problems);
      check("state", state, problems);
      check("region", region, problems);
      check("component", component, problems);
      if (!problems.isEmpty()) {
        throw new Invalid(problems);
      }
    }

    private static void check(String name, Optional<String> code, Map<String, String> problems) {
      if (code.filter(text -> !CODE.matcher(text).matches()).isPresent()) {
        problems.put(name, "must be a code");
      }
    }

    /** The criteria as the part of an address behind the question mark. */
    String criteria() {
      StringBuilder text = new StringBuilder();
      Map<String, Optional<String>> all = new LinkedHashMap<>();
      all.put("issue", issue);
      all.put("state", state);
      all.put("region", region);
      all.put("component", component);
      all.forEach(
          (name, code) ->
              code.ifPresent(
                  each -> text.append(text.isEmpty() ? "" : "&").append(name + "=" + each)));
      return text.toString();
    }
  }

  static OrderedReport of(Node node) {
    Map<String, String> criteria = new LinkedHashMap<>();
    for (String each : node.text(Stk.KEPT_TEXT).orElse("").split("&")) {
      String[] both = each.split("=", 2);
      if (both.length == 2) {
        criteria.put(both[0], both[1]);
      }
    }
    return new OrderedReport(
        node.id(),
        node.revision(),
        node.text(Stk.OWNER_USER).orElse(node.createdBy()),
        new Wanted(
            node.text(Stk.REPORT_KIND).orElseThrow(),
            Every.of(node.text(Stk.REPORT_EVERY).orElseThrow()),
            Optional.ofNullable(criteria.get("issue")),
            Optional.ofNullable(criteria.get("state")),
            Optional.ofNullable(criteria.get("region")),
            Optional.ofNullable(criteria.get("component"))),
        node.date(Stk.REPORT_NEXT).orElseThrow(),
        node.date(Stk.REPORT_MADE));
  }

  /** Whether it is to be made on a day. */
  boolean due(LocalDate today) {
    return !next.isAfter(today);
  }

  /**
   * What it is of when it is made on the first day after a period: that period; outreach over time
   * shows the twelve months that end with it.
   */
  public Reports.Scope scope(LocalDate day) {
    LocalDate last = day.minusDays(1);
    LocalDate first =
        wanted.report().equals("per-component")
            ? last.withDayOfMonth(1).minusMonths(MONTHS)
            : wanted.every().begin(last);
    return new Reports.Scope(
        wanted.issue(),
        wanted.state(),
        wanted.region(),
        wanted.component(),
        Optional.of(first),
        Optional.of(last));
  }
}
