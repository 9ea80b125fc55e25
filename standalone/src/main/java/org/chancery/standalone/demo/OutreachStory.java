package org.chancery.standalone.demo;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;

/**
 * How the invented office dealt with its stakeholders, as written down in {@code outreach.json};
 * stakeholders are named by their keys in {@code office.json}.
 *
 * @param keepers the account that entered a stakeholder; the executive secretary's when absent
 * @param organizationsAgain entered a second time, so that duplicates are found
 * @param peopleAgain entered a second time
 * @param engagesOn codes of issues by stakeholder
 * @param mobilePhones by person
 * @param interactions with them
 * @param events they came to, or will come to
 * @param notes on them
 */
record OutreachStory(
    Map<String, String> keepers,
    List<Office.Organization> organizationsAgain,
    List<Office.Person> peopleAgain,
    Map<String, List<String>> engagesOn,
    Map<String, String> mobilePhones,
    List<Talk> interactions,
    List<Gathering> events,
    List<Remark> notes) {

  /** An interaction. */
  record Talk(
      int daysAgo,
      String by,
      String mode,
      List<String> people,
      List<String> organizations,
      List<String> issues,
      String outcome,
      String followUp,
      Integer dueInDays,
      boolean done) {}

  /** An event; of so many days ago, or to come when negative. */
  record Gathering(
      int daysAgo,
      String by,
      String name,
      String place,
      String city,
      String state,
      String zip,
      String agenda,
      List<String> issues,
      List<String> people,
      List<String> organizations) {}

  /** A note; with a flag when its author kept what was flagged. */
  record Remark(int daysAgo, String by, String at, String text, String flag, String reason) {}

  static OutreachStory load() {
    try (InputStream in = OutreachStory.class.getResourceAsStream("outreach.json")) {
      return new ObjectMapper().readValue(in, OutreachStory.class);
    } catch (IOException e) {
      throw new UncheckedIOException("The demo office's outreach cannot be read", e);
    }
  }
}
