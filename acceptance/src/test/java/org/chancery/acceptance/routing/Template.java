package org.chancery.acceptance.routing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;

/**
 * What a shipped template means, written a second time by hand, so that what a host did can be held
 * against it.
 *
 * @param key its key
 * @param first where it begins
 * @param after the step that follows a step and an outcome, as {@code step/outcome}, or a step
 *     whatever came of it; none ends the route
 */
record Template(String key, String first, Map<String, String> after) {
  private static final String COMMENT = "comment";

  static final List<Template> SHIPPED =
      List.of(
          new Template(
              "citizenLetter",
              "assign",
              Map.of(
                  "assign/assigned", "draft",
                  "draft", "review",
                  "review/approve", "sign",
                  "review/return", "draft",
                  "sign/signed", "dispatch",
                  "sign/return", "draft")),
          new Template(
              "congressionalInquiry",
              "assign",
              Map.of(
                  "assign/assigned", "draft",
                  "draft", "review",
                  "review/approve", "clear",
                  "review/return", "draft",
                  "clear", "sign",
                  "clear/non-concur", "draft",
                  "sign/signed", "dispatch",
                  "sign/return", "draft",
                  "dispatch", "confirm",
                  "confirm/reopen", "draft")),
          new Template(
              "draftForComment",
              "draft",
              Map.of(
                  "draft",
                  COMMENT,
                  COMMENT,
                  "consolidate",
                  "consolidate",
                  "clear",
                  "clear/non-concur",
                  "consolidate")));

  /**
   * A tasking that ended as it should.
   *
   * @param step where
   * @param outcome how
   */
  record Done(String step, String outcome) {}

  /** The steps that wait after those were done, in their order; fails when one did not wait. */
  List<String> waitingAfter(List<Done> done, int commenters) {
    List<String> waiting = new ArrayList<>(begun(first, commenters));
    for (Done each : done) {
      assertThat(waiting.remove(each.step())).as(each + " was not waited for in " + done).isTrue();
      boolean others = each.step().equals(COMMENT) && waiting.contains(COMMENT);
      String next = after.getOrDefault(each.step() + "/" + each.outcome(), after.get(each.step()));
      if (next != null && !others) {
        waiting.addAll(begun(next, commenters));
      }
    }
    Collections.sort(waiting);
    return waiting;
  }

  private static List<String> begun(String step, int commenters) {
    return Collections.nCopies(step.equals(COMMENT) ? commenters : 1, step);
  }
}
