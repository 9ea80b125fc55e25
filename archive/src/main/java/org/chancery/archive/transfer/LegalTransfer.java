package org.chancery.archive.transfer;

/** The type of legal transfer that a transfer request in ERA 2.0 names. */
public enum LegalTransfer {
  /** The records are offered when they are due; the usual case. */
  DIRECT_OFFER("Direct Offer"),
  /** The records have been agreed to be transferred every year, or otherwise again and again. */
  ANNUAL_MOVE("Annual Move"),
  /** Records come before the time that their schedule sets. */
  PRE_ACCESSION("Pre-Accession");

  private final String label;

  LegalTransfer(String label) {
    this.label = label;
  }

  /** As it stands in the request. */
  public String label() {
    return label;
  }
}
