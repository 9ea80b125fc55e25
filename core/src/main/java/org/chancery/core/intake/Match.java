package org.chancery.core.intake;

import org.chancery.core.repository.NodeId;

/**
 * Something known that a letter may belong to, as its reader may see it.
 *
 * @param kind what it is
 * @param id its node
 * @param title what to show
 * @param reason why it is suggested
 * @param score 0 to 1
 */
public record Match(Kind kind, NodeId id, String title, String reason, double score) {

  /** What a match is. Names are sent as they are. */
  public enum Kind {
    /** A stakeholder. */
    person,
    /** A stakeholder organization. */
    organization,
    /** A holder's folder. */
    caseFolder,
    /** An open file. */
    caseFile
  }
}
