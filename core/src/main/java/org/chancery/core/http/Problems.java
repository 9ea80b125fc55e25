package org.chancery.core.http;

import java.util.UUID;
import org.chancery.core.repository.Conflict;
import org.chancery.core.repository.Declared;
import org.chancery.core.repository.Denied;
import org.chancery.core.repository.Held;
import org.chancery.core.repository.Invalid;
import org.chancery.core.repository.NameTaken;
import org.chancery.core.repository.NotFound;
import org.chancery.core.repository.RepositoryException;
import org.chancery.core.repository.WrongState;
import org.chancery.core.stakeholders.ContactRefused;
import org.chancery.core.stakeholders.Stopped;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What each exception is answered with; the one place where that is decided. */
final class Problems {
  /** Code of what would change a record; such an attempt is a denial in the ledger. */
  static final String DECLARED = "declared-record";

  /** Code of what would take something from under a hold; such an attempt is a denial, too. */
  static final String HELD = "under-hold";

  private static final Logger LOG = LoggerFactory.getLogger(Problems.class);

  private Problems() {}

  static Problem of(Throwable thrown) {
    if (thrown instanceof Refusal refusal) {
      return refusal.problem();
    }
    if (thrown instanceof RepositoryException refused) {
      return of(refused);
    }
    if (thrown instanceof Stopped) {
      return Problem.of(409, "stopped", "Not now", thrown.getMessage());
    }
    if (thrown instanceof ContactRefused refused) {
      return Problem.of(409, "do-not-contact", "Not to be contacted", refused.getMessage());
    }
    String incident = UUID.randomUUID().toString();
    LOG.error("Incident {}", incident, thrown);
    return Problem.of(
            500,
            "unexpected",
            "Something went wrong",
            "The request was not carried out. Tell your administrator this incident number.")
        .withIncident(incident);
  }

  private static Problem of(RepositoryException refused) {
    String detail = refused.getMessage();
    if (refused instanceof NotFound) {
      return Problem.of(404, "not-found", "Not found", detail);
    }
    if (refused instanceof Denied) {
      return Problem.of(403, "not-allowed", "Not allowed", detail);
    }
    if (refused instanceof Conflict conflict) {
      return Problem.of(412, "stale", "Changed by someone else", detail)
          .withRevision(conflict.currentRevision());
    }
    if (refused instanceof NameTaken) {
      return Problem.of(409, "name-taken", "The name is taken", detail);
    }
    if (refused instanceof Declared) {
      return Problem.of(409, DECLARED, "A declared record", detail);
    }
    if (refused instanceof Held) {
      return Problem.of(409, HELD, "Under a hold", detail);
    }
    if (refused instanceof WrongState) {
      return Problem.of(409, "wrong-state", "Not possible in this state", detail);
    }
    Invalid invalid = (Invalid) refused;
    return Problem.of(400, "invalid", "Some values are not allowed", detail)
        .withProblems(invalid.problems());
  }
}
