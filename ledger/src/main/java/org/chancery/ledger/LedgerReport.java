package org.chancery.ledger;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a verification saw.
 *
 * @param sealed how many seals were checked
 * @param unsealed how many entries wait for the sealer; after a crash that is normal, they are
 *     sealed at the next start
 * @param head the last link of the chain; empty for an empty chain
 * @param witnessed the last genuine head of the witness
 * @param findings in the order of the chain, the first bad row first; none when all is well
 * @param unlisted how many more there are than are listed
 */
public record LedgerReport(
    long sealed,
    long unsealed,
    Optional<Head> head,
    Optional<Head> witnessed,
    List<Finding> findings,
    long unlisted) {

  /** Copies the findings. */
  public LedgerReport {
    findings = List.copyOf(findings);
  }

  /** Whether nothing is wrong. */
  public boolean clean() {
    return findings.isEmpty();
  }

  /** What this verification can and cannot say, in plain sentences. */
  public List<String> remarks() {
    List<String> remarks = new ArrayList<>();
    remarks.add(
        sealed
            + " sealed entries checked"
            + head.map(last -> ", the last sealed at " + last.at()).orElse(""));
    if (unsealed > 0) {
      remarks.add(unsealed + " entries are not sealed yet; the server seals them when it runs");
    }
    remarks.add(
        witnessed
            .map(
                last ->
                    "A loss of entries later than entry "
                        + last.sequence()
                        + " of "
                        + last.at()
                        + ", the last that was witnessed, cannot be detected")
            .orElse("Nothing has been witnessed yet: a loss cannot be detected"));
    if (unlisted > 0) {
      remarks.add(unlisted + " further findings are not listed");
    }
    return remarks;
  }
}
