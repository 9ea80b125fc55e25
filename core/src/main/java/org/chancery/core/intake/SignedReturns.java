package org.chancery.core.intake;

import java.util.List;
import java.util.Optional;
import org.chancery.core.access.Actor;
import org.chancery.core.repository.Node;

/** Knows signed letters that come back on paper by the code on them (requirement C12). */
@FunctionalInterface
public interface SignedReturns {
  /**
   * Puts a scan into the case file whose letter it is, within the transaction in progress.
   *
   * @param reader who has read it
   * @param item at the intake desk, held
   * @param codes texts of the codes on its pages
   * @return why it stays at the desk although it carries a code of ours; empty when it was put into
   *     its file, or carries no code of ours
   */
  Optional<Reason> returned(Actor reader, Node item, List<String> codes);
}
