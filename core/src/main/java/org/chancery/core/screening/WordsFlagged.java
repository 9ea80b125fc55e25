package org.chancery.core.screening;

import java.util.List;

/** What was written holds words that the author has neither taken out nor given a reason for. */
public final class WordsFlagged extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient List<Flag> flags;

  /** Carries what was found. */
  public WordsFlagged(List<Flag> flags) {
    super("Words were flagged: " + flags.stream().map(Flag::flag).distinct().toList());
    this.flags = List.copyOf(flags);
  }

  /** What was found and not confirmed. */
  public List<Flag> flags() {
    return flags;
  }
}
