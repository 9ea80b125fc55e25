package org.chancery.archive.transfer;

import java.time.Instant;

/**
 * Something that was done with a file, as PREMIS 3 tells it.
 *
 * @param id unique within the package, such as the number of the ledger's row
 * @param type such as capture, fixity check, reformatting; PREMIS has a vocabulary of them
 * @param at when
 * @param detail in words; empty for none
 * @param outcome such as success; empty for none
 * @param agent who or what did it
 */
public record PreservationEvent(
    String id, String type, Instant at, String detail, String outcome, Agent agent) {

  /**
   * Who or what did something.
   *
   * @param id unique among agents
   * @param name as people know it
   * @param type person, organization or software
   */
  public record Agent(String id, String name, String type) {}
}
