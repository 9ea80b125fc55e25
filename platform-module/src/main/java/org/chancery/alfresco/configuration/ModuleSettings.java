package org.chancery.alfresco.configuration;

import java.nio.file.Path;
import java.time.Duration;

/**
 * What the keys {@code chancery.*} say, checked.
 *
 * @param index where this node of the cluster keeps its full-text index
 * @param witness where the ledger's key and its witnessed heads are kept
 * @param work where short-lived files are made
 * @param contents where the platform keeps originals, for asking how much room is left
 * @param idle after how long without a request of its user's a browser's session is locked
 * @param end after how long without one it ends; never before it is locked
 * @param longest after how long it ends even when it is in use
 * @param leastRoom less free room than this is reported, bytes
 */
public record ModuleSettings(
    Path index,
    Path witness,
    Path work,
    Path contents,
    Duration idle,
    Duration end,
    Duration longest,
    long leastRoom) {

  private static final int LONGEST_HOURS = 24 * 7;
  private static final long MEGABYTE = 1L << 20;

  /**
   * From the texts of the keys.
   *
   * @throws IllegalArgumentException naming the key whose value cannot be used
   */
  public static ModuleSettings of(
      String index,
      String witness,
      String work,
      String contents,
      String idleMinutes,
      String endHours,
      String longestHours,
      String leastMegabytes) {
    Duration idle =
        Duration.ofMinutes(number("chancery.session.idleMinutes", idleMinutes, LONGEST_HOURS * 60));
    Duration end = Duration.ofHours(number("chancery.session.endHours", endHours, LONGEST_HOURS));
    return new ModuleSettings(
        folder("chancery.index", index),
        folder("chancery.ledger.witness", witness),
        folder("chancery.work", work),
        folder("dir.contentstore", contents),
        idle,
        end.compareTo(idle) < 0 ? idle : end,
        Duration.ofHours(number("chancery.session.longestHours", longestHours, LONGEST_HOURS)),
        MEGABYTE * number("chancery.health.diskMegabytes", leastMegabytes, Integer.MAX_VALUE));
  }

  private static Path folder(String key, String text) {
    if (text.isBlank() || text.contains("${")) {
      throw new IllegalArgumentException(key + " must name a folder, not '" + text + "'");
    }
    return Path.of(text.strip()).toAbsolutePath().normalize();
  }

  private static long number(String key, String text, long most) {
    try {
      long number = Long.parseLong(text.strip());
      if (number >= 1 && number <= most) {
        return number;
      }
    } catch (NumberFormatException e) {
      // told below
    }
    throw new IllegalArgumentException(
        key + " must be a whole number from 1 to " + most + ", not '" + text + "'");
  }
}
