package org.chancery.acceptance.authorisation;

import java.util.Map;
import java.util.Set;
import org.chancery.acceptance.host.Answer;

/** What has to come back. */
enum Expectation {
  /** Not refused for who asks: done, or refused for something else. */
  PASSES,
  /** 403: they may see it, or there is nothing to see, but may not do this. */
  FORBIDDEN,
  /** 404, as if it had never been. */
  ABSENT,
  /** 409: nobody changes a record. */
  RECORD,
  /** They see it; whether they may do this, it says itself. Nothing was done by this request. */
  SEEN;

  private static final Map<String, Set<String>> ROLES =
      Map.of(
          "READER", Set.of("READ"),
          "EDITOR", Set.of("READ", "ADD_CHILD", "WRITE", "DELETE"),
          "COORDINATOR", Set.of("READ", "ADD_CHILD", "WRITE", "DELETE", "CHANGE_PERMISSIONS"));

  /** What row P15, and the locks, give a role on an item. */
  static Expectation of(Rule rule, Participant who, Situation situation) {
    if (!rule.capability().isEmpty() && !who.may(rule.capability())) {
      return FORBIDDEN;
    }
    if (!rule.aboutAnItem()) {
      return PASSES;
    }
    String grant = grant(rule, who, situation);
    if (grant.isEmpty()) {
      return ABSENT;
    }
    if (rule.flags().contains("desk")) {
      return SEEN;
    }
    boolean lockedOut = rule.flags().contains("locked") && situation == Situation.READ_ONLY;
    if (!ROLES.get(grant).contains(rule.permission()) || lockedOut) {
      return FORBIDDEN;
    }
    boolean record =
        situation == Situation.DECLARED && rule.changes() && !rule.flags().contains("record");
    return record ? RECORD : PASSES;
  }

  private static String grant(Rule rule, Participant who, Situation situation) {
    if (situation == Situation.HIDDEN) {
      return "";
    }
    if (situation == Situation.OTHER && !who.everywhere()) {
      return "";
    }
    if (rule.item().equals("intake")) {
      return intake(who, situation);
    }
    if (situation == Situation.READ_ONLY) {
      return "READER";
    }
    if (who.coordinates()) {
      return "COORDINATOR";
    }
    return rule.item().equals("folder") ? "READER" : "EDITOR";
  }

  /** An intake folder is its own clerks' and supervisors', and the Executive Secretariat's. */
  private static String intake(Participant who, Situation situation) {
    if (!who.everywhere() && !who.ofTheIntakeDesk()) {
      return "";
    }
    return situation == Situation.READ_ONLY ? "READER" : "EDITOR";
  }

  /** Whether the answer is this. */
  boolean met(Rule rule, Answer answer) {
    int status = answer.status();
    boolean found = !answer.code().equals("not-found") || !rule.aboutAnItem();
    return switch (this) {
      case PASSES ->
          status < 500
              && !answer.code().equals("sign-in-required")
              && !answer.code().equals("not-allowed")
              && !answer.code().equals("affirmation-required")
              && !answer.code().equals("csrf")
              && !answer.code().equals("declared-record")
              && found;
      case FORBIDDEN -> status == 403 && answer.code().equals("not-allowed");
      case ABSENT -> status == 404 && answer.code().equals("not-found");
      case SEEN -> status >= 400 && status < 500 && status != 401 && found;
      case RECORD ->
          status == 409 && answer.code().equals("declared-record")
              || status == 400 && rule.flags().contains("values");
    };
  }
}
