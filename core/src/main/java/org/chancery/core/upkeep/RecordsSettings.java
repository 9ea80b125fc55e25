package org.chancery.core.upkeep;

import java.time.DateTimeException;
import java.time.ZoneId;

/**
 * What an office decides about its records.
 *
 * @param office the time zone whose days count (requirement R3)
 * @param declareOnClose whether what is in a case file is declared when it is closed (requirement
 *     R9)
 */
public record RecordsSettings(ZoneId office, boolean declareOnClose) {

  /**
   * From the texts of settings.
   *
   * @throws IllegalArgumentException naming what cannot be used
   */
  public static RecordsSettings of(String office, String declareOnClose) {
    try {
      return new RecordsSettings(
          ZoneId.of(office.strip()), Boolean.parseBoolean(declareOnClose.strip()));
    } catch (DateTimeException e) {
      throw new IllegalArgumentException(
          "chancery.records.office must be a time zone such as America/New_York, not '"
              + office
              + "'",
          e);
    }
  }

  /** Washington's days; declared on closing. */
  public static RecordsSettings usual() {
    return new RecordsSettings(ZoneId.of("America/New_York"), true);
  }
}
