package org.chancery.core.stakeholders;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.chancery.core.repository.Node;
import org.chancery.core.vocabulary.Stk;
import org.chancery.core.vocabulary.Title;

/**
 * THE rule of whom the department contacts (requirement S17): nobody who asked not to be, from the
 * day they asked on. What they themselves begin is no contact of the department's.
 */
public final class ContactBlock {
  /** The request waits for the owner. */
  public static final String REQUESTED = "requested";

  /** The owner has restricted the entry. */
  public static final String RESTRICTED = "restricted";

  private ContactBlock() {}

  /** The day from which they must not be contacted; empty for whom may be. */
  public static Optional<LocalDate> since(Node stakeholder) {
    return stakeholder
        .text(Stk.NO_CONTACT_STATE)
        .flatMap(state -> stakeholder.date(Stk.NO_CONTACT_ON));
  }

  /** Whether the private numbers are closed to the owning component, too. */
  public static boolean restricted(Node stakeholder) {
    return stakeholder.text(Stk.NO_CONTACT_STATE).filter(RESTRICTED::equals).isPresent();
  }

  /** Those of them who must not be contacted on a day. */
  public static List<Node> among(Collection<Node> stakeholders, LocalDate day) {
    return stakeholders.stream()
        .filter(each -> since(each).filter(from -> !day.isBefore(from)).isPresent())
        .toList();
  }

  /**
   * Does nothing when all of them may be contacted on a day.
   *
   * @param instead what whoever tried may do, as a whole sentence
   * @throws ContactRefused when one may not
   */
  public static void require(Collection<Node> stakeholders, LocalDate day, String instead) {
    List<Node> blocked = among(stakeholders, day);
    if (!blocked.isEmpty()) {
      String names = String.join(", ", blocked.stream().map(Title::of).toList());
      throw new ContactRefused(
          names
              + " asked not to be contacted since "
              + since(blocked.get(0)).orElseThrow()
              + ". "
              + instead);
    }
  }
}
