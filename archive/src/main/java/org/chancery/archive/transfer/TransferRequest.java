package org.chancery.archive.transfer;

import java.time.Instant;
import java.time.LocalDate;

/**
 * What a transfer request in ERA 2.0 asks for. The volume is counted by the writer.
 *
 * @param id our own identifier of the transfer; it names the package
 * @param agency that transfers
 * @param creatingOffice whose records they are
 * @param recordGroup NARA's record group, such as 563; may be empty
 * @param seriesTitle of the records
 * @param description of the records, in a sentence or two
 * @param from first day of the date span
 * @param to last day of the date span
 * @param dispositionAuthority number, such as DAA-0563-2013-0001-0001
 * @param legalTransfer type of legal transfer
 * @param restrictions on access or use; empty for none
 * @param contact whom NARA asks
 * @param preparedAt when the package was begun; it stands in the package, so a resumed one must be
 *     given the same instant
 */
public record TransferRequest(
    String id,
    String agency,
    String creatingOffice,
    String recordGroup,
    String seriesTitle,
    String description,
    LocalDate from,
    LocalDate to,
    String dispositionAuthority,
    LegalTransfer legalTransfer,
    String restrictions,
    Contact contact,
    Instant preparedAt) {

  /**
   * Whom NARA asks.
   *
   * @param name of the person
   * @param phone may be empty
   * @param email may be empty
   */
  public record Contact(String name, String phone, String email) {}
}
