package org.chancery.acceptance.authorisation;

/** How an item stands to whoever asks for it. */
enum Situation {
  /** It belongs to their component. */
  OWN,
  /** It belongs to another component. */
  OTHER,
  /** It was theirs, and is locked so that nobody but one other person sees it. */
  HIDDEN,
  /** It is theirs, and is locked so that everyone may read it and nobody change it. */
  READ_ONLY,
  /** It is theirs, and is a declared record. */
  DECLARED
}
