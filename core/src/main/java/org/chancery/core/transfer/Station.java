package org.chancery.core.transfer;

import java.util.Arrays;
import java.util.Optional;
import org.chancery.core.repository.Node;
import org.chancery.core.vocabulary.Rec;

/** Where a transfer is on its way from approval to custody. */
public enum Station {
  /** It may be packaged. */
  APPROVED("approved"),
  /** Its package is being made, in the background. */
  PACKAGING("packaging"),
  /** Its package is whole, checked and without a fault. */
  PACKAGED("packaged"),
  /** No package could be made, or the one that was made has faults. */
  REFUSED("refused"),
  /** The package was sent. */
  SENT("sent"),
  /** The National Archives sent a receipt with an accession number. */
  RECEIPTED("receipted"),
  /** The National Archives accepted custody. */
  IN_CUSTODY("in-custody"),
  /** The records were destroyed after that. */
  DESTROYED("destroyed"),
  /** The National Archives rejected it. */
  REJECTED("rejected");

  private final String code;

  Station(String code) {
    this.code = code;
  }

  /** As it is stored. */
  public String code() {
    return code;
  }

  /** Where the disposition's node says that its transfer is. */
  public static Station of(Node disposition) {
    Optional<String> stored = disposition.text(Rec.TRANSFER_STATE);
    return Arrays.stream(values())
        .filter(each -> stored.filter(each.code::equals).isPresent())
        .findFirst()
        .orElse(APPROVED);
  }

  /** Whether nothing has left the house yet. */
  public boolean beforeSent() {
    return compareTo(SENT) < 0;
  }
}
