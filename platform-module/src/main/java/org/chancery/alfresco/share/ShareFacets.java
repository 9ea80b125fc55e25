package org.chancery.alfresco.share;

import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Share's names for what results are counted by, and ours. */
final class ShareFacets {

  private static final String NAMESPACE = "http://chancery.org/model/correspondence/1.0";

  private static final Map<String, String> FIELDS =
      Map.of(
          "source", "source",
          "status", "status",
          "component", "component",
          "issueCode", "issue",
          "intakeState", "intakeState",
          "channel", "channel");

  /** A full name, with the sign Share puts before it, or with a prefix. */
  private static final Pattern NAME =
      Pattern.compile("@?(?:\\{(?<uri>[^}]*)}|(?<prefix>cor):)(?<local>\\w+)");

  private ShareFacets() {}

  /** Our field of that name; none for what our index does not count. */
  static Optional<String> field(String name) {
    Matcher matcher = NAME.matcher(name);
    if (!matcher.matches()
        || matcher.group("uri") != null && !matcher.group("uri").equals(NAMESPACE)) {
      return Optional.empty();
    }
    return Optional.ofNullable(FIELDS.get(matcher.group("local")));
  }

  /** The property whose values the field counts. */
  static String property(String field) {
    return "cor:"
        + FIELDS.entrySet().stream()
            .filter(entry -> entry.getValue().equals(field))
            .map(Map.Entry::getKey)
            .findFirst()
            .orElse(field);
  }
}
