package org.chancery.core.imports;

import java.util.Locale;
import java.util.Set;
import org.chancery.core.repository.Node;
import org.chancery.core.vocabulary.Stk;

/** How far an import has come. */
public enum ImportState {
  /** The file is being read. */
  READING,
  /** Somebody has to confirm what the columns mean. */
  MAPPING,
  /** The rows are compared with whom there is. */
  PREVIEWING,
  /** Somebody has to decide on rows, and to let it run. */
  DECIDING,
  /** Under way. */
  RUNNING,
  /** Done; it may be undone for a time. */
  DONE,
  /** The file could not be read. */
  FAILED,
  /** Ended by somebody; what was made until then may be undone. */
  CANCELLED,
  /** What was made is being taken back. */
  UNDOING,
  /** What was made was taken back. */
  UNDONE;

  private static final Set<ImportState> IN_BACKGROUND = Set.of(PREVIEWING, RUNNING, UNDOING);

  /** As it is kept, and shown to programs. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  static ImportState of(Node node) {
    return valueOf(node.text(Stk.IMPORT_STATE).orElseThrow().toUpperCase(Locale.ROOT));
  }

  /** Whether the background has something to do. */
  boolean inBackground() {
    return IN_BACKGROUND.contains(this);
  }
}
