package org.chancery.core.oversight;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.chancery.core.audit.AuditTrail.AuditEntry;
import org.chancery.core.intake.Integrity;
import org.chancery.core.repository.NodeId;

/**
 * An integrity report as the ledger's row has it, which is its proof: sealed into the chain, it
 * cannot be changed unseen.
 *
 * @param id the document that holds the whole report
 * @param sequence number of the row in the chain; absent until it is sealed, at most a second
 * @param at when the report was begun, UTC
 * @param by who had it made; {@code system} for the daily one
 * @param received as the ledger counts
 * @param unfiled in intake
 * @param open in open case files
 * @param closed in closed case files
 * @param removed deleted
 * @param balanced whether all was well
 * @param originalsVerified how many originals were read and their hashes compared
 * @param exceptions how many things were out of place
 * @param sha256 of the document's bytes
 */
public record KeptReport(
    NodeId id,
    Optional<Long> sequence,
    Instant at,
    String by,
    long received,
    long unfiled,
    long open,
    long closed,
    long removed,
    boolean balanced,
    long originalsVerified,
    long exceptions,
    String sha256) {

  /** What the row says. */
  static Map<String, String> details(Integrity.Report report, String sha256) {
    Map<String, String> details = new LinkedHashMap<>();
    details.put("at", report.at().toString());
    details.put("received", String.valueOf(report.received()));
    details.put("unfiled", String.valueOf(report.unfiled()));
    details.put("open", String.valueOf(report.open()));
    details.put("closed", String.valueOf(report.closed()));
    details.put("removed", String.valueOf(report.removed()));
    details.put("balanced", String.valueOf(report.balanced()));
    details.put("verified", String.valueOf(report.originalsVerified()));
    details.put("exceptions", String.valueOf(report.exceptions().size()));
    details.put("sha256", sha256);
    return details;
  }

  /** From the row. */
  static KeptReport of(AuditEntry entry) {
    Map<String, String> details = entry.event().details();
    return new KeptReport(
        entry.event().object().orElseThrow(),
        entry.sequence(),
        Instant.parse(details.get("at")),
        entry.event().user(),
        Long.parseLong(details.get("received")),
        Long.parseLong(details.get("unfiled")),
        Long.parseLong(details.get("open")),
        Long.parseLong(details.get("closed")),
        Long.parseLong(details.get("removed")),
        Boolean.parseBoolean(details.get("balanced")),
        Long.parseLong(details.get("verified")),
        Long.parseLong(details.get("exceptions")),
        details.get("sha256"));
  }
}
