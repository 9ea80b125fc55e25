package org.chancery.core.repository;

import java.util.Optional;

/**
 * A records management of others on the same host, and what it keeps: that is neither put under
 * rules of ours nor disposed of by us. A thing has one keeper.
 */
public interface OtherKeeper {

  /** What it has to do with an item. */
  enum How {
    /** It is theirs. */
    MANAGES("%s manage it: it is declared, held, retained and disposed of there, not in Chancery."),
    /** Their hold is on it. */
    HOLDS("%s have it under a hold: it is neither changed nor disposed of before they release it."),
    /** Something in it is theirs, or is shown there as theirs. */
    MANAGES_WITHIN("%s manage something in it: it is not disposed of before they let that go."),
    /** Their hold is on something in it. */
    HOLDS_WITHIN(
        "%s have something in it under a hold: it is not disposed of before they release that.");

    private final String words;

    How(String words) {
      this.words = words;
    }

    /** Whether it is about the item itself, not only about what lies in it. */
    public boolean itself() {
      return this == MANAGES || this == HOLDS;
    }
  }

  /**
   * That it keeps something.
   *
   * @param name of that records management, as a plural
   */
  record Kept(String name, How how) {

    /** The same in plain words. */
    public String why() {
      return how.words.formatted(name);
    }
  }

  /**
   * What it has to do with an item, by what is committed and what the transaction in progress did;
   * empty when nothing, or the item is not there. Nobody's leave is asked.
   */
  Optional<Kept> of(NodeId id);

  /** There is none. */
  static OtherKeeper none() {
    return id -> Optional.empty();
  }
}
