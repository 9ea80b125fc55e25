package org.chancery.core.transfer;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.chancery.core.repository.NodeId;

/**
 * A transfer to the National Archives, as people see it.
 *
 * @param id its disposition's
 * @param station where it is
 * @param progress of the packaging that goes on in this process; empty otherwise
 * @param faults what stands in its way
 * @param made the package; empty while there is none that was checked
 * @param sentOn the day it was sent
 * @param receipt the National Archives' accession number and its day
 * @param custodyOn the day custody was accepted
 * @param rejection why the National Archives rejected it, and when that was entered
 * @param allowed what may be done now: package, sent, receipt, custody, rejected, copies
 */
public record Transfer(
    NodeId id,
    Station station,
    Optional<Progress> progress,
    List<TransferFault> faults,
    Optional<Made> made,
    Optional<LocalDate> sentOn,
    Optional<Receipt> receipt,
    Optional<LocalDate> custodyOn,
    Optional<Rejection> rejection,
    List<String> allowed) {

  /** How far packaging has come. */
  public record Progress(long files, long bytes, long ofFiles, long ofBytes) {}

  /** A package that was checked. */
  public record Made(String name, long files, long bytes, String seal, Instant checkedAt) {}

  /** What the National Archives gave. */
  public record Receipt(String accession, LocalDate on) {}

  /** Why it was rejected. */
  public record Rejection(String reason, Instant at) {}
}
