package org.chancery.core.matching;

import java.util.List;

/** Puts findings in words for people. */
final class Words {
  private static final int MANY = 5;

  private final Nicknames nicknames;

  Words(Nicknames nicknames) {
    this.nicknames = nicknames;
  }

  String of(Finding finding, double people) {
    String left = Letters.shown(finding.left());
    String right = Letters.shown(finding.right());
    String level = finding.cell().level();
    return switch (finding.cell().field()) {
      case "last" -> last(level, left, right, finding.frequency());
      case "first" -> first(level, finding, left, right);
      case "order" -> "First and last name stand in each other's place";
      case "middle" ->
          switch (level) {
            case "exact" -> "Same middle name " + left;
            case "initial" -> "Middle initial fits";
            case "similar" -> "Similar middle names " + left + " and " + right;
            default -> "Different middle names " + left + " and " + right;
          };
      case "suffix" ->
          switch (level) {
            case "same" -> "Both " + left;
            case "different" -> "Different generations: " + left + " and " + right;
            default -> "Only one is called " + left + right;
          };
      case "gender" -> level.equals("same") ? "Same form of address" : "Mr. and Ms.";
      case "email" -> email(level, finding, people) + mark(finding);
      case "phone" -> phone(level, finding, people) + mark(finding);
      case "address" ->
          switch (level) {
            case "same" -> "Same address " + finding.left() + shared(finding, people);
            case "unit" -> "Same building, another suite";
            case "zip" -> "Same ZIP code";
            case "city" -> "Same city";
            case "state" -> "Same state";
            default -> "Different states";
          };
      case "organization" ->
          switch (level) {
            case "same" -> "Same organization" + shared(finding, people);
            case "similar" -> "Similar organizations";
            default -> "Different organizations";
          };
      default ->
          switch (level) {
            case "same" -> "Same position";
            case "similar" -> "Similar positions";
            default -> "Different positions";
          };
    };
  }

  private static String last(String level, String left, String right, double frequency) {
    return switch (level) {
      case "exact" ->
          "Same last name "
              + left
              + (frequency < 0.0002 ? " (rare)" : frequency > 0.002 ? " (common)" : "");
      case "similar" -> "Last names differ by a slip: " + left + ", " + right;
      case "alike" -> "Last names alike, but both usual: " + left + ", " + right;
      case "part" -> "Part of the last name is the same: " + left + ", " + right;
      default -> "Different last names " + left + " and " + right;
    };
  }

  private String first(String level, Finding finding, String left, String right) {
    return switch (level) {
      case "exact" -> "Same first name " + left;
      case "nickname" -> {
        List<String> shared = nicknames.shared(finding.left(), finding.right());
        yield nicknames.words(finding.left(), finding.right(), best(shared, finding));
      }
      case "spelling" -> left + " and " + right + " are one name in two spellings";
      case "initial" -> "Initial fits: " + left + ", " + right;
      case "similar" -> "First names differ by a slip: " + left + ", " + right;
      case "alike" -> "First names alike, but both usual: " + left + ", " + right;
      case "middle" -> "The one's first name is the other's middle name: " + left + ", " + right;
      default -> "Different first names " + left + " and " + right;
    };
  }

  private static String best(List<String> shared, Finding finding) {
    return shared.stream()
        .filter(name -> name.equals(finding.left()) || name.equals(finding.right()))
        .findFirst()
        .orElse(shared.get(0));
  }

  private static String email(String level, Finding finding, double people) {
    return switch (level) {
      case "exact", "own" -> "Same e-mail address" + shared(finding, people);
      case "office" -> "Same e-mail address of an office";
      case "numbered" -> "E-mail addresses told apart by a number";
      case "similar" -> "E-mail addresses differ by a slip";
      case "local" -> "Same unusual name before the @, elsewhere";
      case "name" -> "E-mail addresses made of the same name";
      case "domain" -> "E-mail addresses at the same organization";
      case "elsewhere" -> "E-mail addresses at different organizations";
      default -> "Different e-mail addresses";
    };
  }

  private static String phone(String level, Finding finding, double people) {
    return switch (level) {
      case "exact" -> "Same phone number" + shared(finding, people);
      case "extension" -> "Same phone number, other extensions";
      case "similar" -> "Phone numbers differ by one digit";
      case "exchange" -> "Phone numbers of the same exchange";
      default -> "Different phone numbers";
    };
  }

  private static String mark(Finding finding) {
    return finding.personal() ? " (private)" : "";
  }

  /** A value that many have is worth saying so. */
  private static String shared(Finding finding, double people) {
    long names = Math.round(finding.frequency() * people);
    return names >= MANY ? " (shared by " + names + " names)" : "";
  }
}
