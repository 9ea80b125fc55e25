package org.chancery.core.disposition;

import java.time.Instant;
import java.util.Optional;
import org.chancery.core.repository.Node;
import org.chancery.core.vocabulary.Rec;

/**
 * What somebody decided about a case folder (requirement R2).
 *
 * @param decision {@code permanent} or {@code temporary}
 */
public record Review(String decision, String by, Instant at, String reason) {

  /** The decision about a folder; empty when there is none. */
  static Optional<Review> of(Node folder) {
    return folder
        .text(Rec.REVIEW_DECISION)
        .map(
            decision ->
                new Review(
                    decision,
                    folder.text(Rec.REVIEWED_BY).orElse(""),
                    folder.instant(Rec.REVIEWED_AT).orElse(folder.modifiedAt()),
                    folder.text(Rec.REVIEW_REASON).orElse("")));
  }
}
