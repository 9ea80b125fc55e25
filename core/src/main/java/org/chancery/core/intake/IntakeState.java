package org.chancery.core.intake;

import java.util.Locale;
import java.util.Optional;
import org.chancery.core.repository.Node;
import org.chancery.core.vocabulary.Cor;

/** Where an item stands on its way from the folder to the file. */
public enum IntakeState {
  /** A file in the watched folder, not yet ours; never the state of a node. */
  ARRIVING,
  /** Its original is stored. */
  RECEIVED,
  /** A worker is reading it. */
  READING,
  /** Read; waits for a clerk. */
  READY,
  /** In a case file. */
  FILED,
  /** Cannot be read; waits for a clerk. */
  QUARANTINED;

  /** As stored and sent. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The state of a received item; empty for what was not received through intake. */
  public static Optional<IntakeState> of(Node node) {
    return node.text(Cor.INTAKE_STATE).map(code -> valueOf(code.toUpperCase(Locale.ROOT)));
  }
}
