package org.chancery.ledger;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.chancery.core.repository.NodeId;

/** Finds ids of nodes in texts. */
final class NamedIds {
  private static final Pattern ID =
      Pattern.compile("[0-9a-fA-F]{8}-(?:[0-9a-fA-F]{4}-){3}[0-9a-fA-F]{12}");

  private final Set<NodeId> ids;

  NamedIds(Set<NodeId> ids) {
    this.ids = ids;
  }

  /** Whether one of them is in the text. */
  boolean in(String text) {
    Matcher each = ID.matcher(text);
    while (each.find()) {
      if (ids.contains(NodeId.of(each.group().toLowerCase(Locale.ROOT)))) {
        return true;
      }
    }
    return false;
  }
}
